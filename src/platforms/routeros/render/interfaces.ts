import type { Access, Intent, Port, Segment, Subinterface } from '../../../intent/intent.ts'
import { line, type Line } from '../../text/line.ts'
import { quote } from '../text.ts'
import { menu } from './menu.ts'

/** The bridge that is the site's VLAN switch. */
export const bridge = 'br-lan'

export function interfaces({ ports, loopback, access, subinterfaces }: Intent): Line[] {
  const segments = access?.segments ?? []
  return [
    ...menu('/interface ethernet', ports.map(ethernet)),
    ...menu('/interface bridge', [
      line([], 'structure')`add name=${loopback.interface} protocol-mode=none comment=${quote('loopback')}`,
      ...(access === undefined
        ? []
        : [
            line(
              [],
              'structure',
            )`add name=${bridge} protocol-mode=rstp vlan-filtering=no comment=${quote('access switch')}`,
          ]),
    ]),
    ...(access === undefined ? [] : bridgePorts(access)),
    ...menu('/interface vlan', [...segments.map(segmentVlan), ...subinterfaces.map(routedVlan)]),
  ]
}

/** Stands at the end of the file: a session that loads it over the bridge would be cut off in the middle. */
export function vlanFiltering({ access }: Intent): Line[] {
  if (access === undefined) return []
  return menu('/interface bridge', [line([], 'vlan-filtering-last')`set [ find name=${bridge} ] vlan-filtering=yes`])
}

function ethernet({ name, description, mtu, from }: Port): Line {
  return line(from)`set [ find default-name=${name} ] mtu=${mtu} comment=${quote(description)}`
}

function bridgePorts({ trunk, trunkFrom, segments }: Access): Line[] {
  const desks = segments.flatMap(segment =>
    segment.desks.map(
      ({ port, from }) =>
        line(
          from,
        )`add bridge=${bridge} interface=${port} pvid=${segment.vlan} frame-types=admit-only-untagged-and-priority-tagged ingress-filtering=yes edge=yes-discover bpdu-guard=yes comment=${quote(segment.description)}`,
    ),
  )
  return [
    ...menu('/interface bridge port', [
      line(
        trunkFrom,
      )`add bridge=${bridge} interface=${trunk} frame-types=admit-only-vlan-tagged ingress-filtering=yes comment=${quote('access switch')}`,
      ...desks,
    ]),
    ...menu(
      '/interface bridge vlan',
      segments.map(segment => bridgeVlan(trunk, segment)),
    ),
  ]
}

function bridgeVlan(trunk: string, { vlan, vlanFrom, desks, description }: Segment): Line {
  const tagged = line(vlanFrom)
  if (desks.length === 0)
    return tagged`add bridge=${bridge} tagged=${bridge},${trunk} vlan-ids=${vlan} comment=${quote(description)}`
  return tagged`add bridge=${bridge} tagged=${bridge},${trunk} untagged=${desks.map(({ port }) => port).join(',')} vlan-ids=${vlan} comment=${quote(description)}`
}

function segmentVlan({ interface: name, vlan, vlanFrom, description }: Segment): Line {
  return line(vlanFrom)`add interface=${bridge} name=${name} vlan-id=${vlan} comment=${quote(description)}`
}

function routedVlan({ interface: name, port, vlan, mtu, description, from }: Subinterface): Line {
  return line(from)`add interface=${port} name=${name} vlan-id=${vlan} mtu=${mtu} comment=${quote(description)}`
}
