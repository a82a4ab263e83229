import type { PracticeId } from '../../../intent/practice.ts'
import type {
  FibreLink,
  From,
  Intent,
  Loopback,
  Management,
  Segment,
  Tunnel,
  Underlay,
  UplinkIntent,
} from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText } from '../../../model/ip.ts'
import type { Prefix } from '../../../model/ip.ts'
import { frrText } from '../text/frr.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { describedFrom } from './described-from.ts'
import { ospfLinkLines, ospfPassiveLines } from './frr-ospf.ts'

/** What one item of the intent writes into an interface's block. */
interface Part {
  readonly interface: string
  /** Where its name comes from. */
  readonly from: From
  readonly lines: readonly Line[]
}

/** A block for every interface that routes, in order of first mention. */
export function frrInterfaces(intent: Intent): Line[] {
  const blocks = Map.groupBy(partsOf(intent), part => part.interface)
  const descriptions = descriptionsOf(intent)
  return [...blocks].flatMap(([name, parts]) => blockLines(name, parts, descriptions.get(name) ?? []))
}

function blockLines(name: string, parts: readonly Part[], description: readonly Line[]): Line[] {
  const from = parts[0]?.from ?? []
  return [
    said(from, 'structure')`interface ${name}`,
    ...description,
    ...parts.flatMap(part => part.lines),
    line([], 'structure')`exit`,
  ]
}

function partsOf(intent: Intent): Part[] {
  const dialect = intent.router.dialect
  return [
    loopbackPart(intent.loopback),
    ...intent.fibre.map(link => fibrePart(link, ospfLinkLines(link, dialect))),
    ...(intent.access?.segments ?? []).map(segmentPart),
    ...intent.underlays.map(underlayPart),
    ...intent.uplinks.map(uplinkPart),
    ...intent.tunnels.map(tunnelPart),
    ...localParts(intent.management),
    ...(intent.ospf?.passive ?? []).map(passive => ({
      interface: passive.interface,
      from: passive.from,
      lines: ospfPassiveLines(),
    })),
  ]
}

function localParts({ local }: Management): Part[] {
  if (local === undefined) return []
  const address = line(local.v4.from)` ip address ${prefixText(local.v4.value)}`
  return [{ interface: local.interface.value, from: local.interface.from, lines: [address] }]
}

function loopbackPart(loopback: Loopback): Part {
  return { interface: loopback.interface, from: [], lines: addressLines([loopback.v4, loopback.v6], loopback.from) }
}

function fibrePart(link: FibreLink, ospf: readonly Line[]): Part {
  return {
    interface: link.interface.value,
    from: link.interface.from,
    lines: [...addressLines([link.v4, link.v6], link.from), ...ospf],
  }
}

function segmentPart(segment: Segment): Part {
  return {
    interface: segment.interface,
    from: segment.vlan.from,
    lines: [
      ...addressLines([segment.v4.value], segment.v4.from),
      ...addressLines([segment.v6.value], segment.v6.from),
      ...advertisement(segment),
    ],
  }
}

function underlayPart(underlay: Underlay): Part {
  return {
    interface: underlay.interface.value,
    from: underlay.interface.from,
    lines: addressLines([underlay.v4], underlay.from),
  }
}

function uplinkPart(uplink: UplinkIntent): Part {
  return {
    interface: uplink.interface.value,
    from: uplink.interface.from,
    lines: [...addressLines([uplink.v4], uplink.from), ...addressLines([uplink.v6.value], uplink.v6.from)],
  }
}

function tunnelPart(tunnel: Tunnel): Part {
  return {
    interface: tunnel.interface.value,
    from: tunnel.from,
    lines: addressLines([tunnel.v4.value, tunnel.v6.value], tunnel.v4.from),
  }
}

function addressLines(prefixes: readonly (Prefix | undefined)[], from: From): Line[] {
  return prefixes.flatMap(prefix => {
    if (prefix === undefined) return []
    return prefix.family === 4
      ? line(from)` ip address ${prefixText(prefix)}`
      : line(from)` ipv6 address ${prefixText(prefix)}`
  })
}

/** Router advertisements come from FRR alone; networkd sends none. */
function advertisement(segment: Segment): Line[] {
  return [
    line(segment.v6.from)` ipv6 nd prefix ${prefixText(networkOf(segment.v6.value))}`,
    ...segment.dnsV6.value.map(address => line(segment.dnsV6.from)` ipv6 nd rdnss ${addressText(address)}`),
    line([], 'router-advertisement')` no ipv6 nd suppress-ra`,
  ]
}

function descriptionsOf(intent: Intent): ReadonlyMap<string, readonly Line[]> {
  const described: {
    readonly interface: string
    readonly description: string
    readonly from: From
    readonly otherwise?: PracticeId
  }[] = [
    ...intent.ports.map(port => ({
      interface: port.name.value,
      description: port.description,
      from: describedFrom(port),
      otherwise: 'structure' as const,
    })),
    ...intent.subinterfaces,
    ...(intent.access?.segments ?? []).map(segment => ({
      interface: segment.interface,
      description: segment.description.value,
      from: segment.description.from,
    })),
    ...intent.tunnels.map(({ interface: name, description }) => ({
      interface: name.value,
      description,
      from: name.from,
    })),
  ]
  return new Map(
    described.map(each => [
      each.interface,
      [said(each.from, each.otherwise ?? 'tunnel-name')` description ${frrText(each.description)}`],
    ]),
  )
}
