import { entryOf } from '../text/item-at.ts'
import { hostPrefix, networkOf, parseAddress, parsePrefix, type Prefix } from '../model/ip.ts'
import type { Network, Router, Uplink } from '../model/network.ts'
import { isSameList, noMemory, sameList, sameMap, steady, type Memory } from '../source/memory.ts'
import { inside } from '../source/source.ts'
import { allocation, type Allocation } from './allocate.ts'
import type { Claim } from './space.ts'
import { identified, keyOf, type Key } from './keys.ts'
import { planLeases } from './leases.ts'
import type { Ledger } from './ledger.ts'
import { planLinks } from './links.ts'
import { poolsOf, type Pools } from './numbers.ts'
import type { LeasePlan, LinkEnd, LinkPlan, Plan, RouterPlan, SegmentPlan, TunnelPlan, UplinkPlan } from './plan.ts'
import { planPlant } from './plant/plan-plant.ts'
import { planSegments, type Segments } from './segments.ts'
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
    segments: segments.all,
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
  readonly segments: Segments
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
  const asking = kept.again('claims of routers', [network.routers], () =>
    [...network.routers.values()].map(router => askingOf(router)),
  )
  const claims = kept.again('claims of loopbacks', [asking], () => asking.map(({ loopback }) => loopback))
  const ofSites = kept.again('claims of AS numbers', [asking], () =>
    asking.flatMap(({ router, as }) => (router.role === 'site' ? [as] : [])),
  )
  const loopbacks = allocating.allocate(addressSpace('loopback', pools.loopback.v4), 'router/loopback', claims)
  const { hub, sites: range } = network.declared.asNumbers
  const space = numberSpace('AS numbers', range.from, range.to, [[hub, 'the hub']])
  const numbers = allocating.allocate(space, 'router/as', ofSites)
  const of = groupParts(parts, kept)
  const each = kept.each<RouterPlan>('router')
  const plans = asking.map(({ router, loopback, as, publicKey }): [string, RouterPlan] => {
    const plan = {
      router,
      site: entryOf(network.sites, router.siteId),
      loopbackV4: loopbacks.get(loopback.key) ?? hostPrefix(pools.loopback.v4),
      as: router.role === 'core' ? hub : (numbers.get(as.key) ?? range.from),
      segments: router.role === 'core' ? none : (of.segments.get(router.siteId) ?? none),
      links: of.links.get(router.id) ?? [],
      uplinks: of.uplinks.get(router.id) ?? [],
      tunnels: of.tunnels.get(router.id) ?? [],
      leases: of.leases.get(router.id) ?? [],
      publicKey: allocating.keep(publicKey.key, publicKey.formerKeys),
    }
    const make = (before?: RouterPlan): RouterPlan =>
      sharedPlan(before, { ...plan, loopbackV6: loopbackTwin(plan.loopbackV4, pools) })
    return [router.id, each(router.id, [pools, ...Object.values(plan)], make)]
  })
  return sameMap(kept, 'router plans', new Map(plans))
}

const none: readonly SegmentPlan[] = []

/** The plan of before, where all that it is made of is the same, its lists item by item. */
function sharedPlan(before: RouterPlan | undefined, now: RouterPlan): RouterPlan {
  return before !== undefined && isSameList(valuesIn(before), valuesIn(now)) ? before : now
}

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

function keyOfRouter(router: Router, purpose: string): Key {
  return keyOf('router', identified(router.id, router.was), purpose)
}

/** What a router asks for. */
interface Asking {
  readonly router: Router
  readonly loopback: Claim<number>
  readonly as: Claim<1>
  readonly publicKey: Key
}

function askingOf(router: Router): Asking {
  return {
    router,
    loopback: claimOfLoopback(router),
    as: { ...keyOfRouter(router, 'as'), size: 1, at: router.origin },
    publicKey: keyOfRouter(router, 'public-key'),
  }
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

function groupParts({ segments, links, leases, uplinks }: Parts, { again }: Memory): Grouped {
  return {
    segments: segments.ofSite,
    links: again('links of router', [links], () =>
      Map.groupBy(
        [...links.values()].flatMap(({ a, b }) => [a, b]),
        ({ router }) => router.id,
      ),
    ),
    uplinks: again('uplinks of router plans', [uplinks], () =>
      Map.groupBy(uplinks.values(), ({ router }) => router.id),
    ),
    tunnels: again('tunnels of router', [leases], () =>
      groupTwice(
        [...leases.values()].flatMap(lease => lease.tunnels),
        ({ site }) => site.id,
        ({ core }) => core.id,
      ),
    ),
    leases: again('leases of router', [leases], () => {
      const arrivals = [...leases.values()].flatMap(lease =>
        [lease.circuit.site.router.id, ...lease.hubEnds.map(({ router }) => router.id)].map(router => ({
          router,
          lease,
        })),
      )
      const groups = Map.groupBy(arrivals, ({ router }) => router)
      return new Map([...groups].map(([router, here]) => [router, here.map(({ lease }) => lease)]))
    }),
  }
}

function groupTwice<T>(
  things: readonly T[],
  ...keysOf: readonly ((thing: T) => string)[]
): ReadonlyMap<string, readonly T[]> {
  const pairs = things.flatMap(thing => keysOf.map(keyOf => ({ key: keyOf(thing), thing })))
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, here]) => [key, here.map(({ thing }) => thing)]))
}
