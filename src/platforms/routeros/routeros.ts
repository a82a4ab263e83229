import type { Intent } from '../../intent/intent.ts'
import { routeros } from './platform.ts'
import type { Line } from '../text/line.ts'
import type { Renderer } from '../renderer.ts'
import { addresses } from './render/addresses.ts'
import { bfd } from './render/bfd.ts'
import { bgp } from './render/bgp.ts'
import { filter, interfaceLists } from './render/filter.ts'
import { head, identity } from './render/head.ts'
import { interfaces, vlanFiltering } from './render/interfaces.ts'
import { management } from './render/management.ts'
import { ospf } from './render/ospf.ts'
import { staticRoutes, tables } from './render/routes.ts'
import { dhcp, services } from './render/services.ts'
import { mangle, queues } from './render/shaping.ts'
import { translation } from './render/translation.ts'
import { tunnels } from './render/tunnels.ts'

/** In this order: RouterOS refuses a name that no line before has made, and stops at the first line that it refuses. */
const sections: readonly ((intent: Intent) => Line[])[] = [
  head,
  identity,
  interfaces,
  tunnels,
  interfaceLists,
  tables,
  addresses,
  filter,
  translation,
  mangle,
  queues,
  staticRoutes,
  ospf,
  bfd,
  bgp,
  dhcp,
  services,
  management,
  vlanFiltering,
]

/** MikroTik RouterOS 7: one script for a router that was reset without defaults. */
export const routerosRenderer: Renderer = {
  platform: routeros,
  render: intent => [
    { name: `${intent.identity.hostname.value}.rsc`, lines: sections.flatMap(section => section(intent)) },
  ],
}
