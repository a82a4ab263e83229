import { confirmMinutes } from '../../../intent/decided.ts'
import type { Intent } from '../../../intent/intent.ts'
import { plainText } from '../../text/ascii.ts'
import { quoteLines } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { places } from './names.ts'

/** Hierarchies that this file owns whole: what stands in them on the router and not here has to go. */
export const owned = [
  'access',
  'applications',
  'firewall',
  'interfaces',
  'policy-options',
  'protocols',
  'routing-instances',
  'routing-options',
  'security',
  'snmp',
  'system',
  'vlans',
] as const

export function head({ identity }: Intent): Line[] {
  const say = (text: string): Line => line([], 'file-header')`# ${new Quoted(text)}`
  const minutes = confirmMinutes.change
  const file = `/var/tmp/${identity.hostname.value}.set`
  return [
    line(identity.siteName.from)`# ${identity.hostname.value}: ${new Quoted(plainText(identity.siteName.value))}`,
    say('`set` hanya menambah / only adds: hapus dulu yang dimiliki berkas ini / first delete what this file owns.'),
    say(`  configure exclusive; ${owned.map(name => `delete ${name}`).join('; ')}`),
    say(`  load set ${file}; show | compare; commit check`),
    say(
      `  commit confirmed ${minutes}      tanpa konfirmasi, ` +
        `${minutes} menit kemudian kembali sendiri / goes back by itself after ${minutes} minutes`,
    ),
    say('  commit                   setelah semuanya baik / when all is well. Kembali / back: rollback 1; commit'),
  ]
}

export function identity({ identity }: Intent): Line[] {
  const { hostname, domain, timeZone, banner } = identity
  return [
    line(hostname.from)`set system host-name ${hostname.value}`,
    line(domain.from)`set system domain-name ${domain.value}`,
    said(timeZone.from)`set system time-zone ${timeZone.value}`,
    ...(banner.length === 0
      ? []
      : [
          line(
            places(...banner.map(({ from }) => from)),
          )`set system login message ${quoteLines(banner.map(({ value }) => value))}`,
        ]),
  ]
}
