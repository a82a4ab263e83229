import type { Intent } from '../../intent/intent.ts'
import { routerOf, type Hardware } from '../../testing/intents/hardware.ts'
import * as routers from '../../testing/intents/routers.ts'
import { linux } from './platform.ts'

const { id: dialect = '' } = linux.dialects.at(-1) ?? {}

const hardware: Hardware = {
  router: routerOf(linux, 'Generic x86 6-port', dialect),
  loopback: 'lo',
  ports: {
    ring: ['enp1s0f0', 'enp1s0f1'],
    desks: ['eno3', 'eno5'],
    trunk: 'eno4',
    local: 'eno6',
    leased: 'eno1',
    backup: 'eno2',
    handoff: 'eno1',
    uplinks: ['eno2', 'eno3'],
  },
  segment: (_id, vlan) => `vlan${vlan}`,
  tagged: (_port, vlan) => `link${vlan}`,
  tunnel: ({ localPort }) => `wg${localPort}`,
  signs: [
    { authentication: 'md5', authentication3: 'hmac-sha-256' },
    { authentication: 'md5', authentication3: 'hmac-sha-256' },
  ],
  ipsec: 'cannot',
}

/** For tests: the four kinds of router, as a Linux machine is one. */
export const ringSite = (): Intent => routers.ringSite(hardware)
export const leasedSite = (): Intent => routers.leasedSite(hardware)
export const backupSite = (): Intent => routers.backupSite(hardware)
export const core = (): Intent => routers.core(hardware)
