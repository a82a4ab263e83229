import type { Intent } from '../../../intent/intent.ts'
import { isSwitched } from '../platform.ts'
import { block, iosName } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { isBridged } from './placed.ts'

/** VLANs of the switch, and bridge domains of segments that share routed ports. */
export function vlans({ access, router }: Intent): Line[] {
  if (access === undefined) return []
  if (!isSwitched(router.declared.model, access.trunk.value))
    return access.segments
      .filter(isBridged)
      .flatMap(({ vlan }) => block(line(vlan.from)`bridge-domain ${vlan.value}`, []))
  const write = line([], 'hardening')
  return [
    write`spanning-tree mode rapid-pvst`,
    write`spanning-tree extend system-id`,
    write`vtp mode off`,
    ...access.segments.flatMap(({ id, vlan }) =>
      block(line(vlan.from)`vlan ${vlan.value}`, [line([], 'structure')`name ${iosName(`SEG-${id}`, 32)}`]),
    ),
  ]
}
