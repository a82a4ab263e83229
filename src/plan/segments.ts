import { groupedByEach } from '../text/groups.ts'
import { entryOf, itemAt } from '../text/item-at.ts'
import { addressOf, nth, sizeOf, type Prefix } from '../model/ip.ts'
import type { Network, SegmentUse, Site } from '../model/network.ts'
import { sameMap, type Memory } from '../source/memory.ts'
import { shared } from '../source/shared.ts'
import { inside } from '../source/source.ts'
import type { Allocation } from './allocate.ts'
import type { Claim } from './space.ts'
import { identified, keyOfPair, type Key } from './keys.ts'
import type { Pools } from './numbers.ts'
import type { SegmentPlan } from './plan.ts'
import { numberSpace, prefixSpace, subnetSpace } from './spaces.ts'

interface Use {
  readonly site: Site
  readonly use: SegmentUse
}

/** Access networks of all sites, by `site/segment`, and those of each site. */
export interface Segments {
  readonly all: ReadonlyMap<string, SegmentPlan>
  readonly ofSite: ReadonlyMap<string, readonly SegmentPlan[]>
}

/** Prefixes and VLANs of every segment of every site. */
export function planSegments(network: Network, allocation: Allocation, pools: Pools, kept: Memory): Segments {
  const ask = kept.each<SiteAsking>('claims of segments')
  const asking = [...network.sites.values()].map(site => ask(site.id, [site], before => shared(before, askingOf(site))))
  const v4 = allocated(claimsOf(kept, 'v4', asking), pools, (zone, claims, asked) =>
    allocation.allocate(prefixSpace(`zone ${zone.zone.id}`, zone.v4), 'segment/v4', claims, asked),
  )
  const v6 = allocated(claimsOf(kept, 'v6', asking), pools, (zone, claims, asked) =>
    allocation.allocate(subnetSpace(`zone ${zone.zone.id}`, zone.v6), 'segment/v6', claims, asked),
  )
  const granted = { v4: sameMap(kept, 'granted v4', v4), v6: sameMap(kept, 'granted v6', v6) }
  const each = kept.each<readonly SegmentPlan[]>('segments of site')
  const lists = asking.map(asked => {
    const { site, fixedVlans } = asked
    const vlans = vlansOf(network, allocation, asked)
    const make = (before?: readonly SegmentPlan[]): readonly SegmentPlan[] =>
      shared(before, segmentsOf(asked, pools, { ...granted, fixedVlans, vlans }))
    return each(site.id, [site, fixedVlans, vlans, pools.zones, granted.v4, granted.v6], make)
  })
  return kept.again('segments', lists, () => ({
    all: new Map(asking.flatMap(({ uses }, i) => uses.map(({ name }, n) => [name, itemAt(itemAt(lists, i), n)]))),
    ofSite: new Map(asking.map(({ site }, i) => [site.id, itemAt(lists, i)])),
  }))
}

/** What was handed out: in each zone by key, and the VLANs of a site. */
interface Granted {
  readonly v4: ReadonlyMap<string, ReadonlyMap<string, Prefix>>
  readonly v6: ReadonlyMap<string, ReadonlyMap<string, Prefix>>
  readonly fixedVlans: ReadonlyMap<string, number>
  readonly vlans: ReadonlyMap<string, number> | undefined
}

function segmentsOf({ site, uses }: SiteAsking, pools: Pools, granted: Granted): SegmentPlan[] {
  return uses.map(({ use, vlan, ...keys }) => {
    const zone = entryOf(pools.zones, use.catalogue.zone.id)
    return segmentOf({ site, use }, zone, {
      v4: granted.v4.get(zone.zone.id)?.get(keys.v4),
      v6: granted.v6.get(zone.zone.id)?.get(keys.v6),
      vlan: granted.fixedVlans.get(vlan) ?? granted.vlans?.get(vlan),
    })
  })
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

/** All that one site asks for. */
interface SiteAsking {
  readonly site: Site
  readonly uses: readonly AskingUse[]
  readonly v4: readonly ZoneClaim[]
  readonly v6: readonly ZoneClaim[]
  /** VLANs that nobody has to choose, by key. */
  readonly fixedVlans: ReadonlyMap<string, number>
  readonly vlans: readonly Claim<1>[]
}

/** A segment with its name in the plan and its keys in the ledger. */
interface AskingUse {
  readonly use: SegmentUse
  readonly name: string
  readonly v4: string
  readonly v6: string
  readonly vlan: string
}

function askingOf(site: Site): SiteAsking {
  const uses = site.segments.map((use): AskingUse => {
    const keyFor = (purpose: string): string => keyOfUse({ site, use }, purpose).key
    return { use, name: `${site.id}/${use.id}`, v4: keyFor('v4'), v6: keyFor('v6'), vlan: keyFor('vlan') }
  })
  const inZone = (claim: (use: Use) => Claim<number>): ZoneClaim[] =>
    site.segments.map(use => ({ zone: use.catalogue.zone.id, claim: claim({ site, use }) }))
  return { site, uses, v4: inZone(claimV4), v6: inZone(claimV6), ...vlansAsked(site) }
}

/** Claims on the ranges of all zones, and the keys of all of them: the zones share a group of the ledger. */
interface ZoneClaims {
  readonly byZone: ReadonlyMap<string, readonly Claim<number>[]>
  readonly asked: ReadonlySet<string>
}

function claimsOf(kept: Memory, family: 'v4' | 'v6', asking: readonly SiteAsking[]): ZoneClaims {
  const lists = asking.map(asked => asked[family])
  return kept.again(`claims ${family}`, lists, () => {
    const claims = lists.flat()
    const byZone = groupedByEach(claims, ({ zone }) => [zone])
    return {
      byZone: new Map([...byZone].map(([zone, own]) => [zone, own.map(({ claim }) => claim)])),
      asked: new Set(claims.map(({ claim: { key } }) => key)),
    }
  })
}

type Allocate = (
  zone: SegmentPlan['zone'],
  claims: readonly Claim<number>[],
  asked: ReadonlySet<string>,
) => ReadonlyMap<string, Prefix>

/** Each zone's claims on its own range. */
function allocated({ byZone, asked }: ZoneClaims, { zones }: Pools, allocate: Allocate): Granted['v4'] {
  return new Map([...zones.values()].map(zone => [zone.zone.id, allocate(zone, byZone.get(zone.zone.id) ?? [], asked)]))
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
function vlansAsked(site: Site): Pick<SiteAsking, 'fixedVlans' | 'vlans'> {
  const fixedVlans = new Map<string, number>()
  const vlans: Claim<1>[] = []
  for (const use of site.segments) {
    const key = keyOfUse({ site, use }, 'vlan')
    if (use.declared.vlan !== undefined) fixedVlans.set(key.key, use.declared.vlan)
    else if (use.tenant === undefined) fixedVlans.set(key.key, use.catalogue.declared.vlan)
    else vlans.push({ ...key, size: 1, at: use.origin })
  }
  return { fixedVlans, vlans }
}

function vlansOf(
  { declared }: Network,
  allocation: Allocation,
  { site, fixedVlans, vlans }: SiteAsking,
): ReadonlyMap<string, number> | undefined {
  if (vlans.length === 0) return undefined
  const { from, to } = declared.tenantVlans
  const taken = [...fixedVlans].map(([owner, vlan]) => [vlan, owner] as const)
  return allocation.allocate(numberSpace(`VLANs of ${site.id}`, from, to, taken), `segment/${site.id}/vlan`, vlans)
}
