import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Sentence } from '../../platforms/reading/sentence.ts'

/**
 * What a router says by itself and nobody decides: hardware, and defaults that an export writes out. Menus of RouterOS
 * as its manual names them (help.mikrotik.com/docs, "Configuration Management": an export holds what differs from the
 * default, and hardware that is found).
 */
const explained: readonly (readonly [RegExp, RegExp, Bilingual])[] = [
  [
    /^\/interface (ethernet|wireless|wifi|lte|wlan)( |$)/,
    /^(?=.*default-name=)(?!.*\b(name|disabled|mtu)=)/,
    { id: 'perangkat kerasnya sendiri', en: 'its own hardware' },
  ],
  [
    /^\/(port|disk|certificate|system package|system routerboard|system health|interface lte apn|interface wireless security-profiles|interface detect-internet|zerotier)/,
    /./,
    { id: 'milik perangkat itu sendiri', en: 'of the device itself' },
  ],
  [
    /^\/(ip hotspot|ip hotspot profile|ip hotspot user profile|ip ipsec (profile|proposal|peer-profile)|queue type|queue interface|ip ssh|caps-man|ip smb|user-manager|ip media|ip traffic-flow|system logging action)( |$)/,
    /\bdefault\b|^$/,
    { id: 'bawaan pabrik yang tertulis dalam ekspor', en: "the factory's default, which an export writes out" },
  ],
]

export function explanationOf({ block, text }: Sentence): Bilingual | undefined {
  return explained.find(([menus, words]) => menus.test(block) && words.test(text))?.[2]
}
