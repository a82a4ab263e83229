import type { Intent } from '../../intent/intent.ts'
import {
  addressOf,
  addressText,
  contains,
  networkOf,
  parseAddress,
  prefixText,
  type Address,
  type Family,
  type Prefix,
} from '../../model/ip.ts'
import type { Packet } from '../../platforms/reading/meaning.ts'

/** An interface that packets are sent in or out of, with the addresses that may be beyond it. */
interface Door {
  readonly key: string
  readonly kind: 'backbone' | 'segment' | 'underlay' | 'uplink'
  /** Those of one group are treated alike. */
  readonly group: string
  readonly own: readonly Address[]
}

/**
 * Packets that are put to every filter of a router: over each kind of interface, from and to an address of every zone,
 * of the routers, of the internet and of nobody; both families; what begins a connection, what belongs to one and what
 * belongs to none. Where a packet goes to is what routing would do with it.
 */
export function probesOf(intent: Intent): Packet[] {
  const all = doorsOf(intent)
  const main = [...Map.groupBy(all, ({ kind, group }) => `${kind} ${group}`).values()].flatMap(list =>
    list.slice(0, list[0]?.kind === 'segment' ? 2 : 1),
  )
  return ([4, 6] as const).flatMap(family => {
    const pools = poolsOf(intent, family)
    return [
      ...main.flatMap(door => [...forwards(intent, main, door, pools, family), ...inputs(intent, door, pools, family)]),
      ...all.filter(door => !main.includes(door)).flatMap(door => strays(intent, main, door, pools, family)),
      ...planned(intent, all, pools, family),
    ]
  })
}

function doorsOf({ fibre, tunnels, underlays, uplinks, access }: Intent): Door[] {
  return [
    ...fibre.map(
      ({ v4, peerV4, peerV6 }): Door => ({
        key: prefixText(v4),
        kind: 'backbone',
        group: 'fibre',
        own: [peerV4, peerV6],
      }),
    ),
    ...tunnels.map(
      ({ v4, peerV4, peerV6 }): Door => ({
        key: prefixText(v4.value),
        kind: 'backbone',
        group: 'leased',
        own: [peerV4, peerV6],
      }),
    ),
    ...(access?.segments ?? []).map(
      ({ zone, v4, v6 }): Door => ({
        key: prefixText(v4.value),
        kind: 'segment',
        group: zone.value,
        own: [host(v4.value, 5n), host(v6.value, 5n)],
      }),
    ),
    ...underlays.map(
      ({ circuit, v4 }): Door => ({
        key: v4 === undefined ? 'dhcp' : prefixText(v4),
        kind: 'underlay',
        group: '',
        own: tunnels.filter(tunnel => tunnel.circuit === circuit).flatMap(({ outerRemote }) => outerRemote.value ?? []),
      }),
    ),
    ...uplinks.map(
      ({ v4, gateway, gatewayV6 }): Door => ({
        key: prefixText(v4),
        kind: 'uplink',
        group: '',
        own: [gateway.value, ...(gatewayV6.value === undefined ? [] : [gatewayV6.value])],
      }),
    ),
  ]
}

/** Over each tunnel that is checked: from every prefix that was planned behind it, and from one behind another. */
function planned({ filter, tunnels }: Intent, doors: readonly Door[], { internet }: Pools, family: Family): Packet[] {
  const checks = filter.sourceChecks.filter(check => check.of === 'tunnel')
  const out = doors.find(({ group }) => group === 'fibre')
  if (out === undefined) return []
  return checks.flatMap((check, i) => {
    const tunnel = tunnels.find(({ interface: name }) => name.value === check.interface.value)
    const expected = (of: typeof check): readonly Prefix[] => (family === 4 ? of.v4 : of.v6).map(({ value }) => value)
    const others = expected(checks[(i + 1) % checks.length] ?? check).slice(-1)
    return [...expected(check), ...others].map(
      (prefix): Packet => ({
        in: tunnel === undefined ? '' : prefixText(tunnel.v4.value),
        out: out.key,
        source: host(prefix, prefix.length > 120 ? 0n : 5n),
        destination: internet,
        sourcePort: 40_000,
        protocol: 'tcp',
        port: 443,
        state: 'new',
      }),
    )
  })
}

/** The other interfaces of a kind: a few packets each tell whether they are treated as the first one is. */
function strays(intent: Intent, doors: readonly Door[], from: Door, pools: Pools, family: Family): Packet[] {
  const way = doors.filter(({ kind }) => kind === 'backbone' || kind === 'uplink')
  const few = (packets: readonly Packet[]): Packet[] =>
    packets.filter(({ state }) => state === 'invalid').map(packet => ({ ...packet, state: 'new' }))
  const near = { ...pools, inner: pools.inner.slice(0, 1) }
  return [
    ...few(forwards(intent, way, from, near, family)),
    ...way.flatMap(door => few(forwards(intent, [from], door, near, family))),
    ...inputs(intent, from, near, family).filter(({ port }) => port > 3000 || port === 22 || port === 179),
  ]
}

function host(prefix: Prefix, n: bigint): Address {
  return addressOf({ ...prefix, bits: networkOf(prefix).bits + n })
}

interface Pools {
  /** One address of every set: zones, routers, the NOC. */
  readonly inner: readonly Address[]
  readonly nobody: Address
  readonly internet: Address
}

function poolsOf({ filter }: Intent, family: Family): Pools {
  const inner = filter.addressSets
    .filter(({ name }) => name !== 'private')
    .flatMap(({ members }) =>
      members
        .filter(({ prefix }) => prefix.family === family)
        .map(({ prefix }) => host(prefix, prefix.length > 120 ? 0n : 77n)),
    )
  return {
    inner,
    nobody: parseAddress(family === 4 ? '172.16.9.9' : 'fd00::9')!,
    internet: parseAddress(family === 4 ? '9.9.9.9' : '2620:fe::9')!,
  }
}

const kinds = [
  { protocol: 'tcp', port: 443, state: 'new' },
  { protocol: 'tcp', port: 443, state: 'established' },
  { protocol: 'tcp', port: 443, state: 'invalid' },
] as const

function forwards({ access }: Intent, doors: readonly Door[], from: Door, pools: Pools, family: Family): Packet[] {
  // What lies in a segment of this router is not sent out over anything else.
  const here = (address: Address): boolean =>
    (access?.segments ?? []).some(({ v4, v6 }) => contains(networkOf(family === 4 ? v4.value : v6.value), address))
  const begins = sources(from, pools, family)
  return doors.flatMap(to => {
    const ends = destinations(to, pools, family).filter(address => to.kind === 'segment' || !here(address))
    return begins.flatMap((source, i) =>
      ends
        .filter(({ bits }) => bits !== source.bits)
        .flatMap((destination, j) => {
          // States are asked of a few: the neighbour, the NOC, the internet.
          const some = (i < 2 || i === begins.length - 1) && (j < 1 || j === ends.length - 1)
          return (some ? kinds : kinds.slice(0, 1)).map(
            (kind): Packet => ({ in: from.key, out: to.key, source, destination, sourcePort: 40_000, ...kind }),
          )
        }),
    )
  })
}

function sources({ kind, own }: Door, { inner, internet }: Pools, family: Family): Address[] {
  const near = own.filter(address => address.family === family)
  return kind === 'underlay' ? [...near, internet] : [...near, ...inner, internet]
}

function destinations({ kind, own }: Door, { inner, nobody, internet }: Pools, family: Family): Address[] {
  const near = own.filter(address => address.family === family)
  if (kind === 'segment' || kind === 'underlay') return near
  return kind === 'uplink' ? [nobody, internet] : [...inner, nobody, internet]
}

const services = [
  ['tcp', 22],
  ['tcp', 23],
  ['tcp', 179],
  ['tcp', 53],
  ['udp', 53],
  ['udp', 161],
  ['udp', 67],
  ['udp', 3784],
  ['udp', 4784],
  ['udp', 500],
  ['udp', 4500],
  ['ospf', 0],
  ['esp', 0],
  ['gre', 0],
] as const

/** Types of ICMP: echo, an error, discovery of neighbours and of listeners. */
const icmps: Readonly<Record<Family, readonly number[]>> = { 4: [8, 3], 6: [128, 1, 135, 143] }

/** For the router itself: every service from everywhere, and the ports of its tunnels. */
function inputs(intent: Intent, from: Door, pools: Pools, family: Family): Packet[] {
  const { loopback, tunnels, bgp, access } = intent
  const to = addressOf(family === 4 ? loopback.v4 : loopback.v6)
  const ports = tunnels
    .filter(({ kind }) => kind === 'wireguard')
    .slice(0, 2)
    .map(({ localPort }) => ['udp', localPort] as const)
  const neighbors = (bgp?.neighbors ?? [])
    .slice(-3)
    .flatMap(({ v4, v6 }) => [v4.remote, ...(v6.value === undefined ? [] : [v6.value.remote])])
    .filter(address => address.family === family)
  const base = { in: from.key, out: undefined, destination: to, state: 'new', sourcePort: 40_000 } as const
  const homeless =
    (access?.segments ?? []).some(({ v4 }) => prefixText(v4.value) === from.key) && family === 4
      ? [{ ...base, protocol: 'udp', port: 67, sourcePort: 68, source: parseAddress('0.0.0.0')! } as const]
      : []
  // A connection that began elsewhere may go on here: what must never come in over a circuit does not do so either.
  const later = pools.inner
    .slice(0, 1)
    .flatMap(source =>
      (['established', 'invalid'] as const).map(
        (state): Packet => ({ ...base, protocol: 'tcp', port: 22, source, state }),
      ),
    )
  // A flood of one identifier is one connection.
  const flood = sources(from, pools, family)
    .slice(0, 1)
    .map((source): Packet => ({ ...base, protocol: 'icmp', port: icmps[family][0] ?? 0, source, state: 'established' }))
  return [
    ...flood,
    ...[...sources(from, pools, family), ...neighbors].flatMap(source =>
      [...services, ...ports, ...icmps[family].map(type => ['icmp', type] as const)].map(
        ([protocol, port]): Packet => ({ ...base, protocol, port, source }),
      ),
    ),
    ...homeless,
    ...later,
  ]
}

export function probeText({ in: from, out, source, destination, protocol, port, state }: Packet): string {
  return `${out === undefined ? 'input' : 'forward'} ${from} > ${out ?? 'router'}: ${addressText(source)} to ${addressText(destination)} ${protocol}${port === 0 ? '' : ` ${port}`} ${state}`
}
