import type { From, Intent, Port, Segment, Subinterface, Tunnel } from '../../../intent/intent.ts'
import { prefixText, type Prefix } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { unitText } from '../text/networkd.ts'
import type { ConfigFile } from '../../renderer.ts'
import { said } from '../../said.ts'
import { describedFrom } from './described-from.ts'
import { bridgeFiles, bridgeName, hasDesks, memberSections } from './networkd-bridge.ts'
import { dhcpSection } from './networkd-dhcp.ts'
import { linkIndex, type LinkIndex } from './networkd-link.ts'
import { shaperSections } from './networkd-shaper.ts'
import { matchSection, section, unitFile } from './networkd-unit.ts'
import { wireguardFiles } from './networkd-wireguard.ts'

/** Units of systemd-networkd for `/etc/systemd/network/`, and the setting that keeps its hands off FRR's routes. */
export function networkdFiles(intent: Intent): ConfigFile[] {
  const index = linkIndex(intent)
  const segments = intent.access?.segments ?? []
  return [
    { name: 'networkd.conf.d/frr.conf', lines: foreignRoutes() },
    loopbackFile(intent, index),
    ...intent.ports.map(port => portFile(port, intent, index)),
    ...bridgeFiles(intent),
    ...intent.subinterfaces.flatMap(subinterface => [
      subinterfaceDevice(subinterface),
      subinterfaceFile(subinterface, index),
    ]),
    ...segments.flatMap(segment => [segmentDevice(segment), segmentFile(segment, index)]),
    ...wireguardFiles(intent),
    ...intent.tunnels.map(tunnel => tunnelFile(tunnel, index)),
  ]
}

function foreignRoutes(): Line[] {
  const write = line([], 'routes-of-frr')
  return [line([], 'structure')`[Network]`, write`ManageForeignRoutes=no`, write`ManageForeignRoutingPolicyRules=no`]
}

function loopbackFile({ loopback }: Intent, index: LinkIndex): ConfigFile {
  return unitFile('networkd/10-lo.network', [
    matchSection(loopback.interface, [], 'structure'),
    section('Network', index.addresses.get(loopback.interface) ?? []),
  ])
}

function portFile(port: Port, intent: Intent, index: LinkIndex): ConfigFile {
  const access = hasDesks(intent) && (port.use === 'trunk' || port.use === 'desk')
  const vlans = port.use === 'trunk' && !access ? segmentVlans(intent) : (index.vlans.get(port.name.value) ?? [])
  return unitFile(`networkd/20-${port.name.value}.network`, [
    matchSection(port.name.value, port.name.from),
    section('Link', linkLines(port.mtu.value, port.mtu.from)),
    section('Network', [
      said(describedFrom(port), 'structure')`Description=${unitText(port.description)}`,
      ...(access ? [line([], 'structure')`Bridge=${bridgeName}`] : []),
      ...networkLines(port.name.value, index),
      ...vlans,
    ]),
    ...(access ? memberSections(port, intent) : []),
    ...runtimeSections(port.name.value, index),
  ])
}

function segmentVlans(intent: Intent): Line[] {
  return (intent.access?.segments ?? []).map(segment => line(segment.vlan.from)`VLAN=${segment.interface}`)
}

function subinterfaceDevice(subinterface: Subinterface): ConfigFile {
  return vlanDevice(`30-${subinterface.interface}`, subinterface.interface, subinterface.vlan, subinterface.from)
}

function subinterfaceFile(subinterface: Subinterface, index: LinkIndex): ConfigFile {
  return unitFile(`networkd/30-${subinterface.interface}.network`, [
    matchSection(subinterface.interface, subinterface.from),
    section('Link', linkLines(subinterface.mtu, [])),
    section('Network', [
      line(subinterface.from)`Description=${unitText(subinterface.description)}`,
      ...networkLines(subinterface.interface, index),
    ]),
    ...runtimeSections(subinterface.interface, index),
  ])
}

function segmentDevice(segment: Segment): ConfigFile {
  return vlanDevice(`40-${segment.interface}`, segment.interface, segment.vlan.value, segment.vlan.from)
}

function vlanDevice(file: string, name: string, vlan: number, from: From): ConfigFile {
  return unitFile(`networkd/${file}.netdev`, [
    section('NetDev', [line(from)`Name=${name}`, line([], 'structure')`Kind=vlan`]),
    section('VLAN', [line(from)`Id=${vlan}`]),
  ])
}

function segmentFile(segment: Segment, index: LinkIndex): ConfigFile {
  return unitFile(`networkd/40-${segment.interface}.network`, [
    matchSection(segment.interface, segment.vlan.from),
    section('Network', [
      line(segment.description.from)`Description=${unitText(segment.description.value)}`,
      ...networkLines(segment.interface, index),
      ...(segment.dhcp === undefined ? [] : [line([], 'structure')`DHCPServer=yes`]),
    ]),
    dhcpSection(segment),
    ...runtimeSections(segment.interface, index),
  ])
}

function tunnelFile(tunnel: Tunnel, index: LinkIndex): ConfigFile {
  return unitFile(`networkd/50-${tunnel.interface.value}.network`, [
    matchSection(tunnel.interface.value, tunnel.from),
    section('Network', [
      line(tunnel.v4.from, 'tunnel-link-local')`Address=${prefixText(tunnelLinkLocal(tunnel))}`,
      ...networkLines(tunnel.interface.value, index),
    ]),
    ...runtimeSections(tunnel.interface.value, index),
  ])
}

/**
 * WireGuard makes no link-local address, and BGP wants one for its next hop: the tunnel's own host part gives it, other
 * at either end.
 */
function tunnelLinkLocal({ v6 }: Tunnel): Prefix {
  const host = (v6.value.bits & 0xffff_ffff_ffff_ffffn) + 1n
  return { family: 6, bits: (0xfe80n << 112n) | (host & 0xffff_ffff_ffff_ffffn), length: 64 }
}

function linkLines(mtu: number, from: From): Line[] {
  return [said(from)`MTUBytes=${mtu}`, line([], 'boot-without-cable')`RequiredForOnline=no`]
}

/** Addresses and the habits of a router's interface. */
function networkLines(name: string, index: LinkIndex): Line[] {
  const habit = line([], 'no-autoconfiguration')
  const dynamic = index.dynamic.get(name)
  const addresses = index.addresses.get(name) ?? []
  return [
    ...addresses,
    ...(dynamic === undefined ? [] : [line([], 'host-route')`DHCP=ipv4`]),
    habit`IPv6AcceptRA=no`,
    ...(addresses.length === 0
      ? [habit`LinkLocalAddressing=no`]
      : [line([], 'boot-without-cable')`ConfigureWithoutCarrier=yes`]),
  ]
}

/** Sections that follow `[Network]`: a provider's DHCP, host routes by its gateway, and shaping. */
function runtimeSections(name: string, index: LinkIndex): Line[][] {
  const dynamic = index.dynamic.get(name)
  const shaper = index.shapers.get(name)
  return [
    dynamic === undefined ? [] : section('DHCPv4', providerOptions()),
    ...(index.routes.get(name) ?? []).map(lines => section('Route', lines)),
    shaper === undefined ? [] : shaperSections(shaper),
  ]
}

/** Of what a provider's DHCP offers only the address is used. */
function providerOptions(): Line[] {
  const write = line([], 'host-route')
  return [write`UseRoutes=no`, write`UseGateway=no`, write`UseDNS=no`, write`UseNTP=no`, write`UseHostname=no`]
}
