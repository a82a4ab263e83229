import { entryOf } from '../text/item-at.ts'
import { addressOf, nth, sizeOf, type Prefix } from '../model/ip.ts'
import type { Network, SegmentUse, Site } from '../model/network.ts'
import { sameMap, type Memory } from '../source/memory.ts'
import { shared } from '../source/shared.ts'
import { inside } from '../source/source.ts'
import type { Allocation } from './allocate.ts'
import { allAsked, type Claim } from './space.ts'
import { identified, keyOfPair, type Key } from './keys.ts'
import type { Pools } from './numbers.ts'
import type { SegmentPlan } from './plan.ts'
import { numberSpace, prefixSpace, subnetSpace } from './spaces.ts'

interface Use {
  readonly site: Site
  readonly use: SegmentUse
}

/** Prefixes and VLANs of every segment of every site, by `site/segment`. */
export function planSegments(
  network: Network,
  allocation: Allocation,
  pools: Pools,
  kept: Memory,
): ReadonlyMap<string, SegmentPlan> {
  const uses = [...network.sites.values()].flatMap(site => site.segments.map((use): Use => ({ site, use })))
  const asking = askingOf(kept, uses)
  const [v4Claims, v6Claims] = [asking.map(({ v4 }) => v4), asking.map(({ v6 }) => v6)]
  const v4 = allocated(allAsked(kept, 'segments v4', v4Claims), pools, v4Claims, (zone, claims, asked) =>
    allocation.allocate(prefixSpace(`zone ${zone.zone.id}`, zone.v4), 'segment/v4', claims, asked),
  )
  const v6 = allocated(allAsked(kept, 'segments v6', v6Claims), pools, v6Claims, (zone, claims, asked) =>
    allocation.allocate(subnetSpace(`zone ${zone.zone.id}`, zone.v6), 'segment/v6', claims, asked),
  )
  const vlans = new Map<string, number>()
  for (const site of network.sites.values()) append(vlans, vlansOf(network, allocation, site))
  const each = kept.each<SegmentPlan>('segment')
  const segments = asking.map((asked): [string, SegmentPlan] => {
    const { name, site, use } = asked
    const zone = entryOf(pools.zones, use.catalogue.zone.id)
    const numbers = {
      v4: v4.get(asked.v4.claim.key),
      v6: v6.get(asked.v6.claim.key),
      vlan: vlans.get(asked.vlan),
    }
    const of = [site, use, zone, numbers.v4, numbers.v6, numbers.vlan]
    return [name, each(name, of, () => segmentOf({ site, use }, zone, numbers))]
  })
  return sameMap(kept, 'segments', new Map(segments))
}

interface Numbers {
  readonly v4: Prefix | undefined
  readonly v6: Prefix | undefined
  readonly vlan: number | undefined
}

function segmentOf({ site, use }: Use, zone: SegmentPlan['zone'], numbers: Numbers): SegmentPlan {
  const v4 = numbers.v4 ?? { ...zone.v4, length: lengthFor(use.declared.hosts) }
  const v6 = numbers.v6 ?? { ...zone.v6, length: 64 }
  return {
    site,
    use,
    id: use.id,
    zone,
    tenant: use.tenant,
    hosts: use.declared.hosts,
    vlan: numbers.vlan ?? use.catalogue.declared.vlan,
    v4,
    v6,
    gatewayV4: nth(v4, 1),
    gatewayV6: nth(v6, 1),
    dhcp: (use.declared.dhcp ?? use.catalogue.declared.dhcp) ? dhcpRange(v4) : undefined,
    priority: use.catalogue.declared.priority,
    active: use.active,
  }
}

interface ZoneClaim {
  readonly zone: string
  readonly claim: Claim<number>
}

/** What a segment asks for, and the key of its VLAN. */
interface Asking extends Use {
  readonly name: string
  readonly v4: ZoneClaim
  readonly v6: ZoneClaim
  readonly vlan: string
}

/** Claims, each the same as long as its segment asks for the same. */
function askingOf(kept: Memory, uses: readonly Use[]): readonly Asking[] {
  const each = kept.each<Asking>('claims of segments')
  return uses.map(({ site, use }) => {
    const name = `${site.id}/${use.id}`
    return each(name, [site, use], before => {
      const zone = use.catalogue.zone.id
      return {
        site,
        use,
        name,
        v4: shared(before?.v4, { zone, claim: claimV4({ site, use }) }),
        v6: shared(before?.v6, { zone, claim: claimV6({ site, use }) }),
        vlan: keyOfUse({ site, use }, 'vlan').key,
      }
    })
  })
}

type Allocate = (
  zone: SegmentPlan['zone'],
  claims: readonly Claim<number>[],
  asked: ReadonlySet<string>,
) => ReadonlyMap<string, Prefix>

/** Each zone's claims on its own range; the zones share a group of the ledger. */
function allocated(
  asked: ReadonlySet<string>,
  { zones }: Pools,
  claims: readonly ZoneClaim[],
  allocate: Allocate,
): ReadonlyMap<string, Prefix> {
  const byZone = Map.groupBy(claims, ({ zone }) => zone)
  const granted = new Map<string, Prefix>()
  for (const zone of zones.values()) {
    const own = (byZone.get(zone.zone.id) ?? []).map(({ claim }) => claim)
    append(granted, allocate(zone, own, asked))
  }
  return granted
}

function append<V>(into: Map<string, V>, from: ReadonlyMap<string, V>): void {
  for (const [key, value] of from) into.set(key, value)
}

function keyOfUse({ site, use }: Use, purpose: string): Key {
  const was = use.tenant?.declared.was?.map(former => `${use.catalogue.id}-${former}`)
  return keyOfPair('segment', identified(site.id, site.was), identified(use.id, was), purpose)
}

function claimV4({ site, use }: Use): Claim<number> {
  const pinned = use.declared.v4
  return {
    ...keyOfUse({ site, use }, 'v4'),
    size: lengthFor(use.declared.hosts),
    at: use.hostsAt,
    pinned: pinned === undefined ? undefined : { text: pinned, at: inside(use.origin, 'v4') },
  }
}

function claimV6({ site, use }: Use): Claim<number> {
  return { ...keyOfUse({ site, use }, 'v6'), size: 64, at: use.hostsAt }
}

/**
 * Length of the smallest v4 prefix with room for the hosts, the router, and the two addresses that nobody has; /29 at
 * the smallest.
 */
export function lengthFor(hosts: number): number {
  return Math.min(29, 32 - Math.ceil(Math.log2(hosts + 3)))
}

/** Hosts that a v4 prefix has room for beside the router. */
export function capacityOf(prefix: Prefix): number {
  return Math.max(0, Number(sizeOf(prefix)) - 3)
}

/**
 * An eighth of the prefix, nine addresses at most, stays free behind the router for machines with addresses of their
 * own.
 */
function dhcpRange(prefix: Prefix): {
  readonly first: ReturnType<typeof addressOf>
  readonly last: ReturnType<typeof addressOf>
} {
  const size = Number(sizeOf(prefix))
  const fixed = Math.min(9, Math.floor(size / 8))
  return { first: addressOf(nth(prefix, 2 + fixed)), last: addressOf(nth(prefix, size - 2)) }
}

/**
 * The catalogue's VLAN where one segment of a kind is at a site; numbers of the tenant range where each tenant has its
 * own.
 */
function vlansOf({ declared }: Network, allocation: Allocation, site: Site): ReadonlyMap<string, number> {
  const { from, to } = declared.tenantVlans
  const fixed = new Map<string, number>()
  const claims: Claim<1>[] = []
  for (const use of site.segments) {
    const key = keyOfUse({ site, use }, 'vlan')
    if (use.declared.vlan !== undefined) fixed.set(key.key, use.declared.vlan)
    else if (use.tenant === undefined) fixed.set(key.key, use.catalogue.declared.vlan)
    else claims.push({ ...key, size: 1, at: use.origin })
  }
  if (claims.length === 0) return fixed
  const taken = [...fixed].map(([owner, vlan]) => [vlan, owner] as const)
  const space = numberSpace(`VLANs of ${site.id}`, from, to, taken)
  return new Map([...fixed, ...allocation.allocate(space, `segment/${site.id}/vlan`, claims)])
}
