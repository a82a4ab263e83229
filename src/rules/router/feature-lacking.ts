import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network, Router } from '../../model/network.ts'
import type { Feature } from '../../model/platform.ts'
import type { RouterPlan } from '../../plan/plan.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { neededFeatures } from './needs.ts'

export const featureLacking = rule({
  code: 'RTR003',
  name: 'feature-lacking',
  severity: 'warning',
  title: {
    id: 'Platform atau versi tidak mampu melakukan yang diminta',
    en: 'Platform or version lacks what it is asked for',
  },
  *check({ network, plan }) {
    for (const router of plan.routers.values()) {
      const lacking = lackingOf(network, router)
      if (!router.site.active || lacking.length === 0) continue
      const later = firstAble(router.router, lacking)
      yield {
        at: inside(router.router.origin, later === undefined ? 'platform' : 'version'),
        about: [router.router],
        facts: { router: router.router, lacking, later },
      }
    }
  },
  message: ({ router, lacking }) => ({
    id:
      `${router.id} (${router.platform.name} ${router.declared.version}) belum bisa: ` +
      lacking.map(feature => words[feature].id).join(', '),
    en:
      `${router.id} (${router.platform.name} ${router.declared.version}) cannot do yet: ` +
      lacking.map(feature => words[feature].en).join(', '),
  }),
  hint: ({ later }) =>
    later === undefined
      ? {
          id: 'konfigurasinya dibuat tanpa itu: siapkan dengan cara lain, pindahkan tugasnya, atau catat di waivers.yaml',
          en: 'its configuration is made without: provide it by other means, move the task, or say so in waivers.yaml',
        }
      : { id: `naikkan ke versi ${later} atau sesudahnya`, en: `upgrade to version ${later} or later` },
})

const words: Readonly<Record<Feature, Bilingual>> = {
  'dhcp-server': { id: 'server DHCP', en: 'DHCP server' },
  'dns-forwarder': { id: 'penerus DNS', en: 'DNS forwarder' },
  ntp: { id: 'NTP', en: 'NTP' },
  syslog: { id: 'syslog', en: 'syslog' },
  snmp: { id: 'SNMPv3', en: 'SNMPv3' },
  users: { id: 'akun pengguna', en: 'user accounts' },
  banner: { id: 'banner login', en: 'login banner' },
  shaping: { id: 'pembatasan laju', en: 'shaping' },
  bfd: { id: 'BFD', en: 'BFD' },
  nat: { id: 'NAT', en: 'NAT' },
  npt: { id: 'NPTv6', en: 'NPTv6' },
  'uplink-bgp': { id: 'uplink dengan BGP', en: 'uplink by BGP' },
  'uplink-static': { id: 'uplink statis yang diawasi', en: 'watched static uplink' },
  'vlan-trunk': { id: 'trunk VLAN', en: 'VLAN trunk' },
  'conditional-default': { id: 'default bersyarat', en: 'conditional default' },
  'local-port': { id: 'port setempat bagi teknisi', en: "a technician's local port" },
  'leased-core': { id: 'ujung sirkuit sewa di pusat', en: 'hub end of leased circuits' },
}

function lackingOf(network: Network, router: RouterPlan): Feature[] {
  const { features } = router.router.dialect.capabilities
  return neededFeatures(network, router).filter(feature => !features.includes(feature))
}

/** The first version of the platform that can do all of it. */
function firstAble({ platform }: Router, lacking: readonly Feature[]): string | undefined {
  return platform.dialects.find(({ capabilities }) => lacking.every(feature => capabilities.features.includes(feature)))
    ?.from
}
