import type { Intent } from '../../intent/intent.ts'
import { routeros } from '../../model/platforms/routeros.ts'
import type { Line } from '../config/line.ts'
import type { Renderer } from './renderer.ts'
import { addresses } from './routeros/addresses.ts'
import { bfd } from './routeros/bfd.ts'
import { bgp } from './routeros/bgp.ts'
import { filter, interfaceLists } from './routeros/filter.ts'
import { head, identity } from './routeros/head.ts'
import { interfaces, vlanFiltering } from './routeros/interfaces.ts'
import { management } from './routeros/management.ts'
import { ospf } from './routeros/ospf.ts'
import { staticRoutes, tables } from './routeros/routes.ts'
import { dhcp, services } from './routeros/services.ts'
import { mangle, queues } from './routeros/shaping.ts'
import { translation } from './routeros/translation.ts'
import { tunnels } from './routeros/tunnels.ts'

/** In this order: RouterOS refuses a name that no line before has made, and stops at the first line that it refuses. */
const sections: readonly ((intent: Intent) => Line[])[] = [
  head, identity, interfaces, tunnels, interfaceLists, tables, addresses, filter, translation, mangle, queues, staticRoutes, ospf, bfd, bgp, dhcp,
  services, management, vlanFiltering,
]

/** MikroTik RouterOS 7: one script for a router that was reset without defaults. */
export const routerosRenderer: Renderer = {
  platform: routeros,
  render: intent => [{ name: `${intent.identity.hostname}.rsc`, lines: sections.flatMap(section => section(intent)) }],
}
