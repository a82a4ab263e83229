import type { Access, From, Intent, Port, Subinterface } from '../../../intent/intent.ts'
import { prefixText, type Prefix } from '../../../model/ip.ts'
import { quote } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { logical, places, portOf, unitOf, vlanName } from './names.ts'

/** Bytes of a frame around its packet: Ethernet's own, and with up to two VLAN tags. A port's MTU counts them, a family's does not. */
const frameBytes = { plain: 14, tagged: 22 } as const

const switched: ReadonlySet<Port['use']> = new Set(['trunk', 'desk'])

export function interfaces(intent: Intent): Line[] {
  return [
    ...intent.ports.flatMap(port =>
      portLines(
        port,
        intent.subinterfaces.filter(sub => sub.port === port.name),
      ),
    ),
    ...intent.subinterfaces.flatMap(subinterface),
    ...routed(intent),
    ...(intent.access === undefined ? [] : switching(intent.access)),
  ]
}

function portLines(
  { name, use, description, mtu, from, nameFrom = from, mtuFrom = from }: Port,
  subs: readonly Subinterface[],
): Line[] {
  const tagged = subs.length > 0
  const longest = Math.max(mtu, ...subs.map(sub => sub.mtu))
  return [
    line(from)`set interfaces ${name} description ${quote(description)}`,
    ...(tagged ? [line(places(nameFrom, subs[0]?.from ?? []))`set interfaces ${name} flexible-vlan-tagging`] : []),
    said(
      places(mtuFrom, nameFrom),
    )`set interfaces ${name} mtu ${longest + (tagged || switched.has(use) ? frameBytes.tagged : frameBytes.plain)}`,
  ]
}

function subinterface({ interface: name, vlan, description, from }: Subinterface): Line[] {
  const write = line(from)
  return [
    write`set interfaces ${portOf(name)} unit ${unitOf(name)} description ${quote(description)}`,
    write`set interfaces ${portOf(name)} unit ${unitOf(name)} vlan-id ${vlan}`,
  ]
}

/** Addresses and MTU of everything that routes. */
function routed({ loopback, ports, subinterfaces, fibre, underlays, tunnels, uplinks, access }: Intent): Line[] {
  const mtuOf = (name: string): number | undefined =>
    [...ports.map(port => ({ interface: port.name, mtu: port.mtu })), ...subinterfaces].find(
      item => item.interface === name,
    )?.mtu
  return [
    ...address(loopback.interface, loopback.v4, loopback.from),
    ...address(loopback.interface, loopback.v6, loopback.from),
    ...fibre.flatMap(link => [
      ...address(link.interface, link.v4, link.from, link.mtu),
      ...address(link.interface, link.v6, link.from, link.mtu),
    ]),
    ...underlays.flatMap(({ interface: name, v4, from, interfaceFrom = from }) =>
      v4 === undefined ? dhcpClient(name, interfaceFrom) : address(name, v4, from, mtuOf(name)),
    ),
    ...uplinks.flatMap(({ interface: name, v4, v6, from, v6From = from }) => [
      ...address(name, v4, from, mtuOf(name)),
      ...(v6 === undefined ? [] : address(name, v6, v6From, mtuOf(name))),
    ]),
    ...tunnels.flatMap(({ interface: name, v4, v6, mtu, description, from, addressFrom = from }) => [
      line(from)`set interfaces ${portOf(name)} unit ${unitOf(name)} description ${quote(description)}`,
      ...address(name, v4, addressFrom, mtu),
      ...address(name, v6, addressFrom, mtu),
    ]),
    ...(access?.segments ?? []).flatMap(
      ({ interface: name, v4, v6, description, vlanFrom, addressFrom, addressV6From = addressFrom }) => [
        line(vlanFrom)`set interfaces ${portOf(name)} unit ${unitOf(name)} description ${quote(description)}`,
        ...address(name, v4, addressFrom),
        ...address(name, v6, addressV6From),
      ],
    ),
  ]
}

function address(name: string, prefix: Prefix, from: From, mtu?: number): Line[] {
  const write = line(from)
  const [port, unit] = [portOf(name), unitOf(name)]
  const text = prefixText(prefix)
  if (prefix.family === 4)
    return [
      ...(mtu === undefined ? [] : [write`set interfaces ${port} unit ${unit} family inet mtu ${mtu}`]),
      write`set interfaces ${port} unit ${unit} family inet address ${text}`,
    ]
  return [
    ...(mtu === undefined ? [] : [write`set interfaces ${port} unit ${unit} family inet6 mtu ${mtu}`]),
    write`set interfaces ${port} unit ${unit} family inet6 address ${text}`,
  ]
}

function dhcpClient(name: string, from: From): Line[] {
  const write = line(from)
  return [
    write`set interfaces ${portOf(name)} unit ${unitOf(name)} family inet dhcp no-dns-install`,
    write`set interfaces ${portOf(name)} unit ${unitOf(name)} family inet dhcp options no-hostname`,
  ]
}

/** The site's VLAN switch: a trunk to the access switch, untagged desks, and an interface of the router in each VLAN. */
function switching({ trunk, trunkFrom, segments }: Access): Line[] {
  const structure = line([], 'structure')
  return [
    structure`set protocols l2-learning global-mode switching`,
    ...segments.flatMap(({ id, vlan, vlanFrom, description, interface: name }) => [
      line(vlanFrom)`set vlans ${vlanName(id)} description ${quote(description)}`,
      line(vlanFrom)`set vlans ${vlanName(id)} vlan-id ${vlan}`,
      line(vlanFrom)`set vlans ${vlanName(id)} l3-interface ${logical(name)}`,
    ]),
    line(trunkFrom)`set interfaces ${trunk} unit 0 family ethernet-switching interface-mode trunk`,
    ...segments.map(
      ({ id, vlanFrom }) =>
        line([
          ...trunkFrom,
          ...vlanFrom,
        ])`set interfaces ${trunk} unit 0 family ethernet-switching vlan members ${vlanName(id)}`,
    ),
    line(trunkFrom)`set protocols rstp interface ${trunk} mode point-to-point`,
    ...segments.flatMap(({ id, desks }) =>
      desks.flatMap(({ port, from }) => [
        line(from)`set interfaces ${port} unit 0 family ethernet-switching interface-mode access`,
        line(from)`set interfaces ${port} unit 0 family ethernet-switching vlan members ${vlanName(id)}`,
        line(from)`set protocols rstp interface ${port} edge`,
      ]),
    ),
    line([], 'hardening')`set protocols rstp bpdu-block-on-edge`,
  ]
}
