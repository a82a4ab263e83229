import type { Intent } from '../../intent/intent.ts'
import { iosxe } from '../../model/platforms/iosxe.ts'
import { closed } from '../config/iosxe-text.ts'
import { line, type Line } from '../config/line.ts'
import { bfdTemplates } from './iosxe/bfd.ts'
import { bgp } from './iosxe/bgp.ts'
import { controlPlane, controlPolicies } from './iosxe/control-plane.ts'
import { crypto } from './iosxe/crypto.ts'
import { hardening, idlePorts, quietServices } from './iosxe/hardening.ts'
import { head, identity } from './iosxe/head.ts'
import { interfaces, loopback } from './iosxe/interfaces.ts'
import { aaa, accounts, lines, managementLists, snmp, ssh } from './iosxe/management.ts'
import { natPolicies, translation } from './iosxe/nat.ts'
import { keyChains, ospf } from './iosxe/ospf.ts'
import { placed } from './iosxe/placed.ts'
import { policies } from './iosxe/policies.ts'
import { probes, staticRoutes } from './iosxe/routes.ts'
import { dhcp, log, names, time } from './iosxe/services.ts'
import { shaping, shapingLists } from './iosxe/shaping.ts'
import { vlans } from './iosxe/switch.ts'
import { firewallLists, firewallPolicies, zonePairs } from './iosxe/zones.ts'
import type { Renderer } from './renderer.ts'

/** In this order: what a line names has been made by a line before it. */
const sections: readonly ((intent: Intent) => Line[])[] = [
  head, hardening, identity, loopback, accounts, aaa, quietServices, names, dhcp, vlans, keyChains, bfdTemplates, managementLists, firewallLists, shapingLists, policies,
  firewallPolicies, shaping, controlPolicies, crypto, interfaces, idlePorts, natPolicies, zonePairs, ospf, bgp, translation, probes, staticRoutes, controlPlane, log, snmp, time, ssh, lines,
]

/** Cisco IOS XE 17: one file that replaces the running configuration. */
export const iosxeRenderer: Renderer = {
  platform: iosxe,
  render: intent => {
    const own = placed(intent)
    return [{ name: `${intent.identity.hostname}.cfg`, lines: [...sections.flatMap(section => closed(section(own))), line([], 'structure')`end`] }]
  },
}
