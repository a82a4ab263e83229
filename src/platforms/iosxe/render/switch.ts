import type { Intent } from '../../../intent/intent.ts'
import { isSwitched } from '../platform.ts'
import { block, iosName } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { isBridged } from './placed.ts'

/** VLANs of the switch, and bridge domains of segments that share routed ports. */
export function vlans({ access, router }: Intent): Line[] {
  if (access === undefined) return []
  if (!isSwitched(router.declared.model, access.trunk))
    return access.segments
      .filter(isBridged)
      .flatMap(({ vlan, vlanFrom }) => block(line(vlanFrom)`bridge-domain ${vlan}`, []))
  const write = line([], 'hardening')
  return [
    write`spanning-tree mode rapid-pvst`,
    write`spanning-tree extend system-id`,
    write`vtp mode off`,
    ...access.segments.flatMap(({ id, vlan, vlanFrom }) =>
      block(line(vlanFrom)`vlan ${vlan}`, [line([], 'structure')`name ${iosName(`SEG-${id}`, 32)}`]),
    ),
  ]
}
