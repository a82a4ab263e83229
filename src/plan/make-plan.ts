import { entryOf } from '../text/item-at.ts'
import { hostPrefix, networkOf, parseAddress, parsePrefix, type Prefix } from '../model/ip.ts'
import type { Network, Router, Uplink } from '../model/network.ts'
import { noMemory, sameList, sameMap, steady, type Memory } from '../source/memory.ts'
import { inside } from '../source/source.ts'
import { allocation, type Allocation } from './allocate.ts'
import type { Claim } from './space.ts'
import { identified, keyOf } from './keys.ts'
import { planLeases } from './leases.ts'
import type { Ledger } from './ledger.ts'
import { planLinks } from './links.ts'
import { poolsOf, type Pools } from './numbers.ts'
import type { LeasePlan, LinkEnd, LinkPlan, Plan, RouterPlan, SegmentPlan, TunnelPlan, UplinkPlan } from './plan.ts'
import { planPlant } from './plant/plan-plant.ts'
import { planSegments } from './segments.ts'
import { addressSpace, numberSpace } from './spaces.ts'

interface PlanInput {
  readonly network: Network
  readonly ledger: Ledger
  readonly asOf: string
  /** At least 5 random bytes; used once in a network's life. */
  readonly entropy: Uint8Array
  readonly kept?: Memory
}

/**
 * Decides every number of a network, on top of what its ledger records. Another way to allocate is for tests, which
 * must notice it.
 */
export function makePlan(
  { network, ledger, asOf, entropy, kept = noMemory }: PlanInput,
  allocate: (before: Ledger) => Allocation = before => allocation(before, kept),
): Plan {
  const allocating = allocate(ledger)
  const pools = steady(kept, 'pools', poolsOf(network, allocating, entropy))
  const segments = planSegments(network, allocating, pools, kept)
  const links = planLinks(network, allocating, pools, kept)
  const leases = planLeases(network, allocating, pools, kept)
  const uplinks = kept.again(
    'uplink plans',
    [network.uplinks],
    () => new Map([...network.uplinks.values()].map((uplink): [string, UplinkPlan] => [uplink.id, uplinkOf(uplink)])),
  )
  const routers = planRouters(network, allocating, pools, { segments, links, leases, uplinks }, kept)
  const conflicts = [...pools.conflicts, ...allocating.conflicts]
  return {
    network,
    asOf,
    aggregateV4: pools.v4,
    ula: pools.v6,
    zones: pools.zones,
    loopbacks: pools.loopback,
    routers,
    segments,
    links,
    leases,
    uplinks,
    plant: planPlant(network),
    ledger: allocating.ledger(asOf),
    conflicts: sameList(kept, 'conflicts', conflicts),
  }
}

function uplinkOf(uplink: Uplink): UplinkPlan {
  const { address, natPool, prefixV6 } = uplink.declared
  const v4 = parsePrefix(address.v4) ?? nowhere
  return {
    uplink,
    router: uplink.end.router,
    v4,
    gateway: parseAddress(address.gateway) ?? v4,
    natPool: networkOf(parsePrefix(natPool) ?? nowhere),
    // Without a prefix of the provider's there is nothing to translate to, and inside addresses would leave as they
    // are.
    v6: prefixV6 === undefined || address.v6 === undefined ? undefined : parsePrefix(address.v6),
    gatewayV6: prefixV6 === undefined || address.gatewayV6 === undefined ? undefined : parseAddress(address.gatewayV6),
    prefixV6: prefixV6 === undefined ? undefined : parsePrefix(prefixV6),
    active: uplink.active,
  }
}

const nowhere: Prefix = { family: 4, bits: 0n, length: 32 }

interface Parts {
  readonly segments: ReadonlyMap<string, SegmentPlan>
  readonly links: ReadonlyMap<string, LinkPlan>
  readonly leases: ReadonlyMap<string, LeasePlan>
  readonly uplinks: ReadonlyMap<string, UplinkPlan>
}

function planRouters(
  network: Network,
  allocating: Allocation,
  pools: Pools,
  parts: Parts,
  kept: Memory,
): ReadonlyMap<string, RouterPlan> {
  const routers = [...network.routers.values()]
  const loopbacks = allocating.allocate(
    addressSpace('loopback', pools.loopback.v4),
    'router/loopback',
    routers.map(claimOfLoopback),
  )
  const { hub, sites: range } = network.declared.asNumbers
  const space = numberSpace('AS numbers', range.from, range.to, [[hub, 'the hub']])
  const numbers = allocating.allocate(
    space,
    'router/as',
    routers
      .filter(({ role }) => role === 'site')
      .map((router): Claim<1> => ({ ...keyOfRouter(router, 'as'), size: 1, at: router.origin })),
  )
  const of = groupParts(parts)
  const each = kept.each<RouterPlan>('router')
  const plans = routers.map((router): [string, RouterPlan] => {
    const loopbackV4 = loopbacks.get(keyOfRouter(router, 'loopback').key) ?? hostPrefix(pools.loopback.v4)
    const { key, formerKeys } = keyOfRouter(router, 'public-key')
    const plan: RouterPlan = {
      router,
      site: entryOf(network.sites, router.siteId),
      loopbackV4,
      loopbackV6: loopbackTwin(loopbackV4, pools),
      as: router.role === 'core' ? hub : (numbers.get(keyOfRouter(router, 'as').key) ?? range.from),
      segments: router.role === 'core' ? [] : (of.segments.get(router.siteId) ?? []),
      links: of.links.get(router.id) ?? [],
      uplinks: of.uplinks.get(router.id) ?? [],
      tunnels: of.tunnels.get(router.id) ?? [],
      leases: of.leases.get(router.id) ?? [],
      publicKey: allocating.keep(key, formerKeys),
    }
    return [router.id, each(router.id, valuesIn(plan), () => plan)]
  })
  return sameMap(kept, 'router plans', new Map(plans))
}

/** All that a plan is made of, its lists item by item. */
function valuesIn({ site, loopbackV6: { bits }, ...plan }: RouterPlan): readonly unknown[] {
  const lists = [plan.segments, plan.links, plan.uplinks, plan.tunnels, plan.leases]
  return [
    plan.router,
    site,
    plan.loopbackV4,
    bits,
    plan.as,
    plan.publicKey,
    ...lists.flatMap(list => [list.length, ...list]),
  ]
}

function keyOfRouter(router: Router, purpose: string): ReturnType<typeof keyOf> {
  return keyOf('router', identified(router.id, router.was), purpose)
}

function claimOfLoopback(router: Router): Claim<number> {
  const pinned = router.declared.loopback
  return {
    ...keyOfRouter(router, 'loopback'),
    size: 32,
    at: router.origin,
    pinned: pinned === undefined ? undefined : { text: pinned, at: inside(router.origin, 'loopback') },
  }
}

/** As far into the v6 pool as the v4 one is into its own. */
function loopbackTwin(v4: Prefix, { loopback }: Pools): Prefix {
  const offset = v4.bits - networkOf(loopback.v4).bits
  return { family: 6, bits: networkOf(loopback.v6).bits + (offset > 0n ? offset : 0n), length: 128 }
}

interface Grouped {
  readonly segments: ReadonlyMap<string, readonly SegmentPlan[]>
  readonly links: ReadonlyMap<string, readonly LinkEnd[]>
  readonly uplinks: ReadonlyMap<string, readonly UplinkPlan[]>
  readonly tunnels: ReadonlyMap<string, readonly TunnelPlan[]>
  readonly leases: ReadonlyMap<string, readonly LeasePlan[]>
}

function groupParts({ segments, links, leases, uplinks }: Parts): Grouped {
  const tunnels = [...leases.values()].flatMap(lease => lease.tunnels)
  const arrivals = [...leases.values()].flatMap(lease =>
    [lease.circuit.site.router.id, ...lease.hubEnds.map(({ router }) => router.id)].map(router => ({ router, lease })),
  )
  return {
    segments: Map.groupBy(segments.values(), ({ site }) => site.id),
    links: Map.groupBy(
      [...links.values()].flatMap(({ a, b }) => [a, b]),
      ({ router }) => router.id,
    ),
    uplinks: Map.groupBy(uplinks.values(), ({ router }) => router.id),
    tunnels: groupTwice(
      tunnels,
      ({ site }) => site.id,
      ({ core }) => core.id,
    ),
    leases: new Map(
      [...Map.groupBy(arrivals, ({ router }) => router)].map(([router, here]) => [
        router,
        here.map(({ lease }) => lease),
      ]),
    ),
  }
}

function groupTwice<T>(
  things: readonly T[],
  ...keysOf: readonly ((thing: T) => string)[]
): ReadonlyMap<string, readonly T[]> {
  const pairs = things.flatMap(thing => keysOf.map(keyOf => ({ key: keyOf(thing), thing })))
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, here]) => [key, here.map(({ thing }) => thing)]))
}
