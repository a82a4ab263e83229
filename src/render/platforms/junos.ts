import type { Intent } from '../../intent/intent.ts'
import { junos } from '../../model/platforms/junos.ts'
import type { Line } from '../config/line.ts'
import { bgp } from './junos/bgp.ts'
import { filters } from './junos/filters.ts'
import { head, identity } from './junos/head.ts'
import { interfaces } from './junos/interfaces.ts'
import { management } from './junos/management.ts'
import { ospf } from './junos/ospf.ts'
import { policies } from './junos/policies.ts'
import { routes } from './junos/routes.ts'
import { dhcp, services } from './junos/services.ts'
import { shaping } from './junos/shaping.ts'
import { translation } from './junos/translation.ts'
import { tunnels } from './junos/tunnels.ts'
import { zones } from './junos/zones.ts'
import type { Renderer } from './renderer.ts'

/** Junos takes statements in any order; that of terms and policies is that of their first lines. */
const sections: readonly ((intent: Intent) => Line[])[] = [
  head, identity, management, services, interfaces, tunnels, zones, policies, translation, filters, shaping, routes, ospf, bgp, dhcp,
]

/** Juniper SRX: one file of `set` statements, a leaf a line, as `display set` prints them. */
export const junosRenderer: Renderer = {
  platform: junos,
  render: intent => [{ name: `${intent.identity.hostname}.set`, lines: sections.flatMap(section => section(intent)) }],
}
