import type { Intent, Port } from '../../../intent/intent.ts'
import { line, type Line } from '../../text/line.ts'
import type { ConfigFile } from '../../renderer.ts'
import { matchSection, section, unitFile } from './networkd-unit.ts'

/** The bridge that carries the segments where desks are plugged into the router itself. */
export const bridgeName = 'access'

/** Without desks the VLANs stand on the trunk port and no bridge is needed. */
export function hasDesks(intent: Intent): boolean {
  return (intent.access?.segments ?? []).some(({ desks }) => desks.length > 0)
}

export function bridgeFiles(intent: Intent): ConfigFile[] {
  if (!hasDesks(intent)) return []
  const frame = line([], 'structure')
  const segments = intent.access?.segments ?? []
  return [
    unitFile(`networkd/25-${bridgeName}.netdev`, [
      section('NetDev', [frame`Name=${bridgeName}`, frame`Kind=bridge`]),
      section('Bridge', [frame`VLANFiltering=yes`, frame`DefaultPVID=none`, frame`STP=no`]),
    ]),
    unitFile(`networkd/25-${bridgeName}.network`, [
      matchSection(bridgeName, [], 'structure'),
      section('Network', [
        line([], 'no-autoconfiguration')`LinkLocalAddressing=no`,
        ...segments.map(segment => line(segment.vlan.from)`VLAN=${segment.interface}`),
      ]),
      ...segments.map(segment => section('BridgeVLAN', [line(segment.vlan.from)`VLAN=${segment.vlan.value}`])),
    ]),
  ]
}

/** The trunk carries every segment tagged, a desk its own untagged. */
export function memberSections(port: Port, intent: Intent): Line[][] {
  const segments = intent.access?.segments ?? []
  if (port.use === 'trunk')
    return segments.map(segment => section('BridgeVLAN', [line(segment.vlan.from)`VLAN=${segment.vlan.value}`]))
  return segments.flatMap(segment =>
    segment.desks
      .filter(desk => desk.value === port.name.value)
      .map(desk =>
        section('BridgeVLAN', [
          line(desk.from)`PVID=${segment.vlan.value}`,
          line(desk.from)`EgressUntagged=${segment.vlan.value}`,
        ]),
      ),
  )
}
