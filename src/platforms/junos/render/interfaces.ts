import type { Access, From, Intent, Port, Sourced, Subinterface } from '../../../intent/intent.ts'
import { prefixText, type Prefix } from '../../../model/ip.ts'
import { quote, words } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { logical, places, portOf, unitOf, vlanName } from './names.ts'

/**
 * Bytes of a frame around its packet: Ethernet's own, and with up to two VLAN tags. A port's MTU counts them, a
 * family's does not.
 */
const frameBytes = { plain: 14, tagged: 22 } as const

const switched: ReadonlySet<Port['use']> = new Set(['trunk', 'desk'])

export function interfaces(intent: Intent): Line[] {
  return [
    ...intent.ports.flatMap(port =>
      portLines(
        port,
        intent.subinterfaces.filter(sub => sub.port === port.name.value),
      ),
    ),
    ...intent.subinterfaces.flatMap(subinterface),
    ...routed(intent),
    ...(intent.access === undefined ? [] : switching(intent.access)),
    ...intent.idlePorts.map(closed),
  ]
}

function portLines({ name, use, description, mtu, from }: Port, subs: readonly Subinterface[]): Line[] {
  const tagged = subs.length > 0
  const longest = Math.max(mtu.value, ...subs.map(sub => sub.mtu))
  return [
    line(from)`set interfaces ${name.value} description ${quote(description)}`,
    ...(tagged
      ? [line(places(name.from, subs[0]?.from ?? []))`set interfaces ${name.value} flexible-vlan-tagging`]
      : []),
    said(
      places(mtu.from, name.from),
    )`set interfaces ${name.value} mtu ${longest + (tagged || switched.has(use) ? frameBytes.tagged : frameBytes.plain)}`,
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
function routed(intent: Intent): Line[] {
  const { loopback, ports, subinterfaces, fibre, underlays, tunnels, uplinks, access, management } = intent
  const { local } = management
  const mtuOf = (name: string): number | undefined =>
    [...ports.map(port => ({ interface: port.name.value, mtu: port.mtu.value })), ...subinterfaces].find(
      item => item.interface === name,
    )?.mtu
  return [
    ...address(loopback.interface, loopback.v4, loopback.from),
    ...address(loopback.interface, loopback.v6, loopback.from),
    ...(local === undefined
      ? []
      : address(local.interface.value, local.v4.value, places(local.v4.from, local.interface.from))),
    ...fibre.flatMap(link => [
      ...address(link.interface.value, link.v4, link.from, link.mtu),
      ...address(link.interface.value, link.v6, link.from, link.mtu),
    ]),
    ...underlays.flatMap(({ interface: name, v4, from }) =>
      v4 === undefined ? dhcpClient(name.value, name.from) : address(name.value, v4, from, mtuOf(name.value)),
    ),
    ...uplinks.flatMap(({ interface: name, v4, v6, from }) => [
      ...address(name.value, v4, from, mtuOf(name.value)),
      ...(v6.value === undefined ? [] : address(name.value, v6.value, v6.from, mtuOf(name.value))),
      ...reversePath(name.value, v6.value !== undefined),
    ]),
    ...tunnels.flatMap(({ interface: name, v4, v6, mtu, description, from }) => [
      line(from)`set interfaces ${portOf(name.value)} unit ${unitOf(name.value)} description ${quote(description)}`,
      ...address(name.value, v4.value, v4.from, mtu.value),
      ...address(name.value, v6.value, v4.from, mtu.value),
    ]),
    ...(access?.segments ?? []).flatMap(({ interface: name, v4, v6, description, vlan }) => [
      line(vlan.from)`set interfaces ${portOf(name)} unit ${unitOf(name)} description ${quote(description.value)}`,
      ...address(name, v4.value, v4.from),
      ...address(name, v6.value, v6.from),
    ]),
  ]
}

/** Loose, since an answer may come back by the other uplink. */
function reversePath(name: string, v6: boolean): Line[] {
  const write = line([], 'ip-settings')
  const head = words('set', 'interfaces', portOf(name), 'unit', unitOf(name), 'family')
  return [write`${head} inet rpf-check mode loose`, ...(v6 ? [write`${head} inet6 rpf-check mode loose`] : [])]
}

function closed({ value: name, from }: Sourced<string>): Line {
  return line(from, 'hardening')`set interfaces ${name} disable`
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

/**
 * The site's VLAN switch: a trunk to the access switch, untagged desks, and an interface of the router in each VLAN.
 */
function switching({ trunk, segments }: Access): Line[] {
  const structure = line([], 'structure')
  return [
    structure`set protocols l2-learning global-mode switching`,
    ...segments.flatMap(({ id, vlan, description, interface: name }) => [
      line(vlan.from)`set vlans ${vlanName(id)} description ${quote(description.value)}`,
      line(vlan.from)`set vlans ${vlanName(id)} vlan-id ${vlan.value}`,
      line(vlan.from)`set vlans ${vlanName(id)} l3-interface ${logical(name)}`,
    ]),
    line(trunk.from)`set interfaces ${trunk.value} unit 0 family ethernet-switching interface-mode trunk`,
    ...segments.map(
      ({ id, vlan }) =>
        line([
          ...trunk.from,
          ...vlan.from,
        ])`set interfaces ${trunk.value} unit 0 family ethernet-switching vlan members ${vlanName(id)}`,
    ),
    line(trunk.from)`set protocols rstp interface ${trunk.value} mode point-to-point`,
    ...segments.flatMap(({ id, desks }) =>
      desks.flatMap(({ value: port, from }) => [
        line(from)`set interfaces ${port} unit 0 family ethernet-switching interface-mode access`,
        line(from)`set interfaces ${port} unit 0 family ethernet-switching vlan members ${vlanName(id)}`,
        line(from)`set protocols rstp interface ${port} edge`,
      ]),
    ),
    line([], 'hardening')`set protocols rstp bpdu-block-on-edge`,
  ]
}
