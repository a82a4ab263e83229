import { bgpDistances, usualMtu } from '../../../intent/decided.ts'
import type {
  FibreLink,
  From,
  Intent,
  Management,
  Segment,
  Subinterface,
  Tunnel,
  Underlay,
  UplinkIntent,
} from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText, type Prefix } from '../../../model/ip.ts'
import { isSwitched } from '../platform.ts'
import { block, iosText } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { masked } from './acl.ts'
import { said } from '../../said.ts'
import { fibreBfd, tunnelBfd } from './bfd.ts'
import { tunnelMode } from './crypto.ts'
import { insideLines } from './nat.ts'
import { ospfLink, ospfPassive } from './ospf.ts'
import { isBridged } from './placed.ts'
import { childPolicy, shaperLine } from './shaping.ts'
import { interfaceFilters } from './interface-filters.ts'
import { portPart, type Part } from './ports.ts'

/** Stands first: much of what follows speaks from its address. */
export function loopback({ loopback: { interface: name, v4, v6, from }, ospf }: Intent): Line[] {
  const passive = ospf?.passive.find(each => each.interface === name)
  return block(line([], 'structure')`interface ${name}`, [
    ...addresses(v4, v6, from),
    ...(passive === undefined ? [] : ospfPassive()),
  ])
}

/** A block for every interface, in order of first mention: ports, what stands on them, tunnels. */
export function interfaces(intent: Intent): Line[] {
  const filters = interfaceFilters(intent)
  const parts: Part[] = [
    ...intent.ports.map(port => portPart(intent, port)),
    ...intent.subinterfaces.map(subinterfacePart),
    ...(intent.access?.segments ?? []).map(segment => segmentPart(intent, segment)),
    ...intent.fibre.map(link => fibrePart(intent, link)),
    ...intent.underlays.map(underlayPart),
    ...intent.uplinks.map(uplinkPart),
    ...localParts(intent.management),
    ...intent.tunnels.map(tunnel => tunnelPart(intent, tunnel)),
    ...(intent.ospf?.passive ?? [])
      .filter(passive => passive.interface !== intent.loopback.interface)
      .map(passive => ({ ...passive, lines: ospfPassive() })),
  ]
  const blocks = [...Map.groupBy(parts, ({ interface: name }) => name)]
  const routedOver = new Set(
    blocks.flatMap(([name, own]) => (own.some(({ lines }) => lines.some(isAddress)) ? [name] : [])),
  )
  return blocks.flatMap(([name, own]) =>
    block(said(own[0]?.from ?? [], 'structure')`interface ${name}`, [
      ...orderedLines([...filters(name), ...own.flatMap(({ lines }) => lines), ...insideLines(intent, name)]),
      ...(bare(intent, name, routedOver) ? [line([], 'structure')`no ip address`] : []),
      ...(startsShut(name) ? [line([], 'structure')`no shutdown`] : []),
    ]),
  )
}

/** Where a technician plugs in. */
function localParts({ local }: Management): Part[] {
  if (local === undefined) return []
  const { interface: name, v4 } = local
  return [
    { interface: name.value, from: name.from, lines: [...addresses(v4.value, undefined, v4.from), ...quiet(false)] },
  ]
}

/** Encapsulation before addresses, addresses before what refers to them. */
function orderedLines(lines: readonly Line[]): Line[] {
  return lines
    .map((each, i) => ({ each, i, rank: rankOf(each) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ each }) => each)
}

const ranks = [
  /^description /,
  /^(encapsulation|mtu|switchport)/,
  /^(zone-member|service-policy)/,
  /^ip address/,
  /^ipv6 address/,
]

function rankOf({ parts }: Line): number {
  const at = ranks.findIndex(pattern => pattern.test(String(parts[0])))
  return at < 0 ? ranks.length : at
}

function isAddress({ parts }: Line): boolean {
  return String(parts[0]).startsWith('ip address ')
}

/** Ports and bridge domains are down unless told otherwise; subinterfaces and tunnels are not. */
function startsShut(name: string): boolean {
  return !name.includes('.') && !name.startsWith('Tunnel')
}

function bare({ router, ports }: Intent, name: string, routed: ReadonlySet<string>): boolean {
  return ports.some(port => port.name.value === name) && !isSwitched(router.declared.model, name) && !routed.has(name)
}

function addresses(v4: Prefix | undefined, v6: Prefix | undefined, from: From, fromV6 = from): Line[] {
  return [
    ...(v4 === undefined ? [] : [said(from)`ip address ${masked(v4)}`]),
    ...(v6 === undefined ? [] : [said(fromV6)`ipv6 address ${prefixText(v6)}`]),
  ]
}

/**
 * On a link between routers nobody is sent another way, and nobody is offered a prefix. Tunnels do neither by
 * themselves.
 */
function quiet(v6 = true): Line[] {
  const write = line([], 'hardening')
  return [write`no ip redirects`, write`no ip proxy-arp`, ...(v6 ? [write`ipv6 nd ra suppress all`] : [])]
}

function subinterfacePart({ interface: name, vlan, mtu, description, from }: Subinterface): Part {
  return {
    interface: name,
    from,
    lines: [
      line(from)`description ${iosText(`${description}, VLAN ${vlan}`)}`,
      line(from)`encapsulation dot1Q ${vlan}`,
      ...(mtu === usualMtu ? [] : [line(from)`ip mtu ${mtu}`]),
    ],
  }
}

function segmentPart({ router, access }: Intent, segment: Segment): Part {
  const { interface: name, description, vlan, v4, v6, dnsV6 } = segment
  const tagged = access !== undefined && !isSwitched(router.declared.model, access.trunk.value) && !isBridged(segment)
  const quietly = line([], 'hardening')
  return {
    interface: name,
    from: vlan.from,
    lines: [
      line(description.from)`description ${iosText(description.value)}`,
      ...(tagged ? [line(vlan.from)`encapsulation dot1Q ${vlan.value}`] : []),
      ...addresses(v4.value, v6.value, v4.from, v6.from),
      quietly`no ip redirects`,
      quietly`no ip proxy-arp`,
      quietly`no ipv6 redirects`,
      said(v6.from)`ipv6 nd prefix ${prefixText(networkOf(v6.value))}`,
      ...dnsV6.value.map(
        address => said(dnsV6.from, 'announced-segment')`ipv6 nd ra dns server ${addressText(address)}`,
      ),
    ],
  }
}

function fibrePart({ router: { dialect } }: Intent, link: FibreLink): Part {
  return {
    interface: link.interface.value,
    from: link.interface.from,
    lines: [...addresses(link.v4, link.v6, link.from), ...quiet(), ...ospfLink(link, dialect), fibreBfd(link)],
  }
}

function underlayPart({ interface: name, v4, from }: Underlay): Part {
  const write = line([], 'host-route')
  const address =
    v4 === undefined
      ? [write`ip address dhcp`, write`ip dhcp client default-router distance ${bgpDistances.last}`]
      : addresses(v4, undefined, from)
  return { interface: name.value, from: name.from, lines: [...address, ...quiet(false)] }
}

function uplinkPart({ interface: name, v4, v6, from }: UplinkIntent): Part {
  return {
    interface: name.value,
    from: name.from,
    lines: [
      ...addresses(v4, v6.value, from, v6.from),
      ...quiet(v6.value !== undefined),
      ...reversePath(v6.value !== undefined),
    ],
  }
}

/**
 * Loose, since an answer may come back by the other uplink; what a core itself sends nowhere, its own prefixes first,
 * is no source out there.
 */
function reversePath(v6: boolean): Line[] {
  const write = line([], 'ip-settings')
  return [
    write`ip verify unicast source reachable-via any allow-default`,
    ...(v6 ? [write`ipv6 verify unicast source reachable-via any allow-default`] : []),
  ]
}

function tunnelPart(intent: Intent, tunnel: Tunnel): Part {
  const { interface: name, description, v4, v6, mtu, mssV4, mssV6, from } = tunnel
  const write = said(mtu.from, 'fits-tunnel')
  return {
    interface: name.value,
    from,
    lines: [
      said(name.from, 'tunnel-name')`description ${iosText(description)}`,
      ...addresses(v4.value, v6.value, v4.from),
      write`ip mtu ${mtu.value}`,
      write`ipv6 mtu ${mtu.value}`,
      write`ip tcp adjust-mss ${mssV4}`,
      write`ipv6 tcp adjust-mss ${mssV6}`,
      ...tunnelMode(intent, tunnel),
      ...tunnelBfd(intent, tunnel),
      ...intent.shapers
        .filter(shaper => shaper.interface === name.value)
        .map(shaper => shaperLine(shaper, childPolicy(shaper))),
    ],
  }
}
