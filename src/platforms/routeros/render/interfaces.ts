import type { Access, Intent, Port, Segment, Subinterface } from '../../../intent/intent.ts'
import { line, type Line } from '../../text/line.ts'
import { quote } from '../text.ts'
import { menu } from './menu.ts'

/** The bridge that is the site's VLAN switch. */
const bridge = 'br-lan'

export function interfaces({ ports, loopback, access, subinterfaces }: Intent): Line[] {
  const segments = access?.segments ?? []
  return [
    ...menu('/interface ethernet', ports.filter(({ use }) => use !== 'local').map(ethernet)),
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

/** Behind the ways in, since somebody may load the file over such a port. */
export function idlePorts({ idlePorts: idle }: Intent): Line[] {
  return menu(
    '/interface ethernet',
    idle.map(({ value: name, from }) => line(from, 'hardening')`set [ find default-name=${name} ] disabled=yes`),
  )
}

/** Stands at the end of the file: a session that loads it over the bridge would be cut off in the middle. */
export function vlanFiltering({ access }: Intent): Line[] {
  if (access === undefined) return []
  return menu('/interface bridge', [line([], 'vlan-filtering-last')`set [ find name=${bridge} ] vlan-filtering=yes`])
}

export function ethernet({ name, description, mtu, from }: Port): Line {
  return line(from)`set [ find default-name=${name.value} ] mtu=${mtu.value} comment=${quote(description)}`
}

function bridgePorts({ trunk, segments }: Access): Line[] {
  const desks = segments.flatMap(segment =>
    segment.desks.map(
      ({ value: port, from }) =>
        line(
          from,
        )`add bridge=${bridge} interface=${port} pvid=${segment.vlan.value} frame-types=admit-only-untagged-and-priority-tagged ingress-filtering=yes edge=yes-discover bpdu-guard=yes comment=${quote(segment.description.value)}`,
    ),
  )
  return [
    ...menu('/interface bridge port', [
      line(
        trunk.from,
      )`add bridge=${bridge} interface=${trunk.value} frame-types=admit-only-vlan-tagged ingress-filtering=yes comment=${quote('access switch')}`,
      ...desks,
    ]),
    ...menu(
      '/interface bridge vlan',
      segments.map(segment => bridgeVlan(trunk.value, segment)),
    ),
  ]
}

function bridgeVlan(trunk: string, { vlan, desks, description }: Segment): Line {
  const tagged = line(vlan.from)
  if (desks.length === 0)
    return tagged`add bridge=${bridge} tagged=${bridge},${trunk} vlan-ids=${vlan.value} comment=${quote(description.value)}`
  return tagged`add bridge=${bridge} tagged=${bridge},${trunk} untagged=${desks.map(({ value }) => value).join(',')} vlan-ids=${vlan.value} comment=${quote(description.value)}`
}

function segmentVlan({ interface: name, vlan, description }: Segment): Line {
  return line(vlan.from)`add interface=${bridge} name=${name} vlan-id=${vlan.value} comment=${quote(description.value)}`
}

function routedVlan({ interface: name, port, vlan, mtu, description, from }: Subinterface): Line {
  return line(from)`add interface=${port} name=${name} vlan-id=${vlan} mtu=${mtu} comment=${quote(description)}`
}
