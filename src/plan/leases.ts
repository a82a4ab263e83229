import { addressOf, nth, parsePrefix, type Prefix } from '../model/ip.ts'
import type { Circuit, Network, Router, Uplink } from '../model/network.ts'
import type { TunnelKind } from '../model/platform.ts'
import type { Memory } from '../source/memory.ts'
import type { Allocation } from './allocate.ts'
import type { Claim } from './space.ts'
import { identified, keyOfPair, type Key } from './keys.ts'
import { common, endsOf, twin } from './links.ts'
import type { Pools } from './numbers.ts'
import type { LeasePlan, TunnelPlan } from './plan.ts'
import { numberSpace, prefixSpace } from './spaces.ts'
import { claimsOfTransfer, transferKey, transferPurposes, underlayOf, type Underlay } from './transfers.ts'

/** What each kind of tunnel adds to a packet, in bytes, rounded up to what is safe over IPv4 and IPv6. */
const overheadBytes: Readonly<Record<TunnelKind, number>> = { wireguard: 80, 'gre-ipsec': 100, ipsec: 100 }
/** TCP over IPv4 and IPv6 without options. */
const headerBytes = { v4: 40, v6: 60 } as const

/**
 * Where one tunnel of a circuit ends at the hub: at a core over the hand-off, or at an uplink's address over the
 * internet.
 */
interface HubSide {
  readonly circuit: Circuit
  readonly id: string
  readonly was: readonly string[]
  readonly core: Router
  readonly uplink: Uplink | undefined
}

/**
 * Leased circuits and the tunnels over them, as they are on the network's day; numbers are those of their whole lives.
 */
export function planLeases(
  network: Network,
  allocation: Allocation,
  pools: Pools,
  kept: Memory,
): ReadonlyMap<string, LeasePlan> {
  const { circuits, uplinks } = network
  const asking = kept.again('claims of leases', [circuits, uplinks], () => askingOf(network))
  const transfers = allocation.allocate(prefixSpace('transfer', pools.transferV4), 'transfer/v4', asking.transfers)
  const prefixes = allocation.allocate(prefixSpace('tunnel', pools.tunnel.v4), 'tunnel/v4', asking.tunnels)
  const ports = portsOf(network, allocation, asking, kept)
  const { tunnelPorts } = network.declared
  return kept.again('leases', [circuits, uplinks, pools, transfers, prefixes, ports, tunnelPorts], () =>
    leasesOf(network, { transfers, prefixes, ports }, pools, kept),
  )
}

interface Granted {
  readonly transfers: ReadonlyMap<string, Prefix>
  readonly prefixes: ReadonlyMap<string, Prefix>
  readonly ports: ReadonlyMap<string, number>
}

function leasesOf(
  network: Network,
  { transfers, prefixes, ports }: Granted,
  pools: Pools,
  kept: Memory,
): ReadonlyMap<string, LeasePlan> {
  const each = kept.each<LeasePlan>('lease')
  const leases = [...network.circuits.values()].map((circuit): [string, LeasePlan] => {
    const numbers = hubSidesOf(network, circuit).map(side => ({
      side,
      v4: prefixes.get(keyOfTunnel(side, 'v4').key) ?? { ...pools.tunnel.v4, length: 30 },
      port: ports.get(keyOfTunnel(side, 'port').key) ?? network.declared.tunnelPorts.from,
    }))
    const under = transferPurposes.map(purpose => transfers.get(transferKey(circuit.id, purpose)))
    const of = [
      circuit,
      pools,
      ...under,
      ...numbers.flatMap(({ side, v4, port }) => [side.core, side.uplink, v4, port]),
    ]
    return [circuit.id, each(circuit.id, of, () => leaseOf(circuit, numbers, transfers, pools))]
  })
  return new Map(leases)
}

/** What the whole lives of all circuits ask for. */
interface Asking {
  readonly transfers: readonly Claim<number>[]
  readonly tunnels: readonly Claim<number>[]
  /** UDP ports, unique at each core. */
  readonly ports: ReadonlyMap<string, readonly Claim<1>[]>
  /** The keys of all of them. */
  readonly askedPorts: ReadonlySet<string>
}

function askingOf(network: Network): Asking {
  const circuits = [...network.circuits.values()]
  const sides = circuits.flatMap(circuit => hubSidesEver(network, circuit))
  const ports = Map.groupBy(sides.map(claimOfPort), ({ core }) => core)
  return {
    transfers: circuits.flatMap(claimsOfTransfer),
    tunnels: sides.map(claimOfTunnel),
    ports: new Map([...ports].map(([core, own]) => [core, own.map(({ claim }) => claim)])),
    askedPorts: new Set(sides.map(side => keyOfTunnel(side, 'port').key)),
  }
}

function leaseOf(
  circuit: Circuit,
  numbers: readonly Omit<NumberedSide, 'index'>[],
  transfers: ReadonlyMap<string, Prefix>,
  pools: Pools,
): LeasePlan {
  const under = underlayOf(circuit, transfers, pools)
  const tunnels = numbers.map((numbered, index) => tunnelOf({ ...numbered, index }, under, pools))
  return { circuit, ...under, tunnels, shapeKbps: shapeOf(circuit, tunnels[0]), active: circuit.active }
}

/** The hub's ends on the day. */
function hubSidesOf(network: Network, circuit: Circuit): HubSide[] {
  return sidesOfTerm(network, circuit, circuit)
}

/**
 * The hub's ends of a circuit's whole life: their numbers are kept from the first day on, so that no day changes the
 * ledger.
 */
function hubSidesEver(network: Network, circuit: Circuit): HubSide[] {
  const sides = circuit.terms.flatMap(term => sidesOfTerm(network, circuit, term))
  return [...new Map(sides.map(side => [side.id, side])).values()]
}

function sidesOfTerm(
  { uplinks }: Network,
  circuit: Circuit,
  { handoff, declared }: Pick<Circuit, 'handoff' | 'declared'>,
): HubSide[] {
  if (handoff !== undefined) {
    return handoff.ports.map(
      ({ router }): HubSide => ({ circuit, id: router.id, was: router.was, core: router, uplink: undefined }),
    )
  }
  if (declared.service !== 'internet') return []
  return [...uplinks.values()].map(
    (uplink): HubSide => ({ circuit, id: uplink.id, was: uplink.declared.was ?? [], core: uplink.end.router, uplink }),
  )
}

function keyOfTunnel({ circuit, id, was }: HubSide, purpose: string): Key {
  return keyOfPair('tunnel', identified(circuit.id, circuit.declared.was), { id, was }, purpose)
}

function claimOfTunnel(side: HubSide): Claim<number> {
  const size = Math.min(
    side.core.dialect.capabilities.linkLengthV4,
    side.circuit.site.router.dialect.capabilities.linkLengthV4,
  )
  return { ...keyOfTunnel(side, 'v4'), size, at: side.circuit.origin }
}

function claimOfPort(side: HubSide): { readonly core: string; readonly claim: Claim<1> } {
  return { core: side.core.id, claim: { ...keyOfTunnel(side, 'port'), size: 1, at: side.circuit.origin } }
}

function portsOf(
  { declared }: Network,
  allocation: Allocation,
  { ports, askedPorts }: Asking,
  kept: Memory,
): ReadonlyMap<string, number> {
  const { from, to } = declared.tunnelPorts
  const granted = [...ports].map(([core, claims]) =>
    allocation.allocate(numberSpace(`tunnel ports of ${core}`, from, to), 'tunnel/port', claims, askedPorts),
  )
  return kept.again('ports', granted, () => new Map(granted.flatMap(own => [...own])))
}

/** One end at the hub, the how manieth of its circuit, and what was allocated to it. */
interface NumberedSide {
  readonly side: HubSide
  readonly index: number
  readonly v4: Prefix
  readonly port: number
}

function tunnelOf({ side, index, v4, port }: NumberedSide, under: Underlay, pools: Pools): TunnelPlan {
  const { circuit, core, uplink } = side
  const site = circuit.site.router
  const kind =
    circuit.declared.tunnel ??
    common(site.dialect.capabilities.tunnels, core.dialect.capabilities.tunnels) ??
    'wireguard'
  const mtu = circuit.declared.mtu - overheadBytes[kind]
  const [low, high] = endsOf(v4)
  const v6 = twin(v4, pools.tunnel)
  const names = { kind, circuit: circuit.id, end: side.id, port }
  const outerCore = uplink === undefined ? under.hubEnds[index]?.v4 : parsePrefix(uplink.declared.address.v4)
  return {
    id: `${circuit.id}/${side.id}`,
    circuit,
    end: side.id,
    kind,
    ipsecMode: common(site.dialect.capabilities.ipsecModes, core.dialect.capabilities.ipsecModes) ?? 'transport',
    core,
    site,
    uplink,
    port,
    mtu,
    v4: { core: nth(v4, low), site: nth(v4, high) },
    v6: { core: nth(v6, 0), site: nth(v6, 1) },
    outer: {
      core: addressOf(outerCore ?? pools.transferV4),
      site: under.siteV4 === undefined ? undefined : addressOf(under.siteV4),
    },
    mssV4: mtu - headerBytes.v4,
    mssV6: mtu - headerBytes.v6,
    names: { core: core.platform.names.tunnel(names), site: site.platform.names.tunnel(names) },
    preference: preferenceOf(circuit) - index,
    shapeKbps: shapeKbps(circuit, mtu),
    active: circuit.active && (uplink?.active ?? true),
  }
}

/**
 * Steps of ten leave room to put one end at the hub before the other: both ways of a circuit use one tunnel while it
 * lives, so that the bandwidth that was bought is shaped once.
 */
function preferenceOf({ declared }: Circuit): number {
  return (declared.preference ?? (declared.role === 'primary' ? 200 : 100)) * 10
}

/**
 * What the circuit carries inside the tunnel: the bandwidth bought, less the share that the tunnel's own headers take
 * of a full packet.
 */
function shapeKbps({ declared }: Circuit, tunnelMtu: number): number {
  return Math.floor((declared.bandwidthMbps * 1000 * tunnelMtu) / declared.mtu)
}

function shapeOf(circuit: Circuit, tunnel: TunnelPlan | undefined): number {
  return tunnel?.shapeKbps ?? shapeKbps(circuit, circuit.declared.mtu)
}
