import type { Intent } from '../../intent/intent.ts'
import { iosxe } from './platform.ts'
import { closed } from './text.ts'
import { line, type Line } from '../text/line.ts'
import { bfdTemplates } from './render/bfd.ts'
import { bgp } from './render/bgp.ts'
import { controlPlane, controlPolicies } from './render/control-plane.ts'
import { crypto } from './render/crypto.ts'
import { hardening, idlePorts, quietServices, slowLog } from './render/hardening.ts'
import { head, identity } from './render/head.ts'
import { interfaces, loopback } from './render/interfaces.ts'
import { aaa, accounts, lines, managementLists, snmp, ssh } from './render/management.ts'
import { natPolicies, translation } from './render/nat.ts'
import { keyChains, ospf } from './render/ospf.ts'
import { placed } from './render/placed.ts'
import { policies } from './render/policies.ts'
import { probes, staticRoutes } from './render/routes.ts'
import { dhcp, log, names, time } from './render/services.ts'
import { shaping, shapingLists } from './render/shaping.ts'
import { state } from './render/state.ts'
import { vlans } from './render/switch.ts'
import { firewallLists } from './render/firewall-lists.ts'
import { firewallPolicies, zonePairs } from './render/zones.ts'
import type { Renderer } from '../renderer.ts'
import { fillIn } from '../text/unresolved.ts'

/** In this order: what a line names has been made by a line before it. */
const sections: readonly ((intent: Intent) => Line[])[] = [
  head,
  hardening,
  identity,
  loopback,
  accounts,
  aaa,
  quietServices,
  names,
  dhcp,
  vlans,
  keyChains,
  bfdTemplates,
  managementLists,
  slowLog,
  firewallLists,
  shapingLists,
  policies,
  firewallPolicies,
  shaping,
  controlPolicies,
  crypto,
  interfaces,
  idlePorts,
  natPolicies,
  zonePairs,
  ospf,
  bgp,
  translation,
  probes,
  staticRoutes,
  controlPlane,
  log,
  snmp,
  time,
  ssh,
  lines,
]

/** Cisco IOS XE 17: one file that replaces the running configuration. */
export const iosxeRenderer: Renderer = {
  platform: iosxe,
  render: intent => {
    const own = placed(intent)
    const said = sections.flatMap(section => closed(section(own)))
    const lines = [...said, ...state(said), line([], 'structure')`end`]
    return [{ name: `${intent.identity.hostname.value}.cfg`, lines }]
  },
  // `configure replace … revert trigger error`, which the head asks for, goes back at a line that it does not know;
  // `copy` would not.
  stops: () => [fillIn],
}
