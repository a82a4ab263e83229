import type { Intent } from '../../intent/intent.ts'
import { routerOf, type Hardware } from '../../testing/intents/hardware.ts'
import * as routers from '../../testing/intents/routers.ts'
import { routeros } from './platform.ts'

export type DialectId = '7.12' | '7.18' | '7.19' | '7.20'

function hardware(dialect: DialectId): Hardware {
  return {
    router: routerOf(routeros, 'RB5009UG+S+IN', dialect),
    loopback: 'lo0',
    ports: {
      ring: ['sfp-sfpplus1', 'ether1'],
      desks: ['ether2', 'ether3'],
      trunk: 'ether8',
      local: 'ether7',
      leased: 'ether1',
      backup: 'ether5',
      handoff: 'ether3',
      uplinks: ['ether1', 'ether2'],
    },
    segment: id => `vlan-${id}`,
    tagged: (port, vlan) => `${port}.${vlan}`,
    tunnel: ({ kind, circuit, peer }) => `${kind === 'wireguard' ? 'wg' : 'gre'}-${circuit}-${peer}`,
    signs: [
      { authentication: 'sha256', authentication3: undefined },
      { authentication: 'md5', authentication3: undefined },
    ],
    ipsec: 'can',
  }
}

/** For tests: the four kinds of router, as RouterOS speaks in each dialect. */
export const ringSite = (dialect: DialectId): Intent => routers.ringSite(hardware(dialect))
export const leasedSite = (dialect: DialectId): Intent => routers.leasedSite(hardware(dialect))
export const backupSite = (dialect: DialectId): Intent => routers.backupSite(hardware(dialect))
export const core = (dialect: DialectId): Intent => routers.core(hardware(dialect))

export const kinds: readonly (readonly [name: string, make: (dialect: DialectId) => Intent])[] = [
  ['a site on fibre', ringSite],
  ['a leased site', leasedSite],
  ['a site with backup', backupSite],
  ['a core', core],
]
