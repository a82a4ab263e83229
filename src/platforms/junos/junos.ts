import type { Intent } from '../../intent/intent.ts'
import { junos } from './platform.ts'
import type { Line } from '../text/line.ts'
import { bgp } from './render/bgp.ts'
import { filters } from './render/filters.ts'
import { head, identity } from './render/head.ts'
import { interfaces } from './render/interfaces.ts'
import { management } from './render/management.ts'
import { ospf } from './render/ospf.ts'
import { policies } from './render/policies.ts'
import { routes } from './render/routes.ts'
import { dhcp, services } from './render/services.ts'
import { shaping } from './render/shaping.ts'
import { state } from './render/state.ts'
import { translation } from './render/translation.ts'
import { tunnels } from './render/tunnels.ts'
import { zones } from './render/zones.ts'
import type { Renderer } from '../renderer.ts'
import { fillIn, notFilledIn } from '../text/unresolved.ts'

/** Junos takes statements in any order; that of terms and policies is that of their first lines. */
const sections: readonly ((intent: Intent) => Line[])[] = [
  head,
  identity,
  management,
  services,
  interfaces,
  tunnels,
  zones,
  policies,
  translation,
  filters,
  shaping,
  routes,
  ospf,
  bgp,
  dhcp,
]

/** Juniper SRX: one file of `set` statements, a leaf a line, as `display set` prints them. */
export const junosRenderer: Renderer = {
  platform: junos,
  render: intent => {
    const said = sections.flatMap(section => section(intent))
    return [{ name: `${intent.identity.hostname.value}.set`, lines: [...said, ...state(said)] }]
  },
  // `load set` passes over a line that it does not know; a policy that is nowhere defined lets no commit through.
  stops: () => [`# ${fillIn}`, `set routing-options forwarding-table export ${notFilledIn}`],
}
