import { entryOf } from '../text/item-at.ts'
import { addressOf, nth, sizeOf, type Prefix } from '../model/ip.ts'
import type { Network, SegmentUse, Site } from '../model/network.ts'
import { inside } from '../source/source.ts'
import type { Allocation, Claim } from './allocate.ts'
import { identified, keyOfPair, type Key } from './keys.ts'
import type { Pools } from './numbers.ts'
import type { SegmentPlan } from './plan.ts'
import { numberSpace, prefixSpace, subnetSpace } from './spaces.ts'

interface Use {
  readonly site: Site
  readonly use: SegmentUse
}

/** Prefixes and VLANs of every segment of every site, by `site/segment`. */
export function planSegments(network: Network, allocation: Allocation, pools: Pools): Map<string, SegmentPlan> {
  const uses = [...network.sites.values()].flatMap(site => site.segments.map((use): Use => ({ site, use })))
  const v4 = allocated(uses, claimV4, pools, (zone, claims, asked) =>
    allocation.allocate(prefixSpace(`zone ${zone.zone.id}`, zone.v4), 'segment/v4', claims, asked),
  )
  const v6 = allocated(uses, claimV6, pools, (zone, claims, asked) =>
    allocation.allocate(subnetSpace(`zone ${zone.zone.id}`, zone.v6), 'segment/v6', claims, asked),
  )
  const vlans = new Map<string, number>()
  for (const site of network.sites.values()) append(vlans, vlansOf(network, allocation, site))
  return new Map(
    uses.map(({ site, use }): [string, SegmentPlan] => {
      const zone = entryOf(pools.zones, use.catalogue.zone.id)
      const prefixV4 = v4.get(keyOfUse({ site, use }, 'v4').key) ?? {
        ...zone.v4,
        length: lengthFor(use.declared.hosts),
      }
      const prefixV6 = v6.get(keyOfUse({ site, use }, 'v6').key) ?? { ...zone.v6, length: 64 }
      const dhcp = (use.declared.dhcp ?? use.catalogue.declared.dhcp) ? dhcpRange(prefixV4) : undefined
      return [
        `${site.id}/${use.id}`,
        {
          site,
          use,
          id: use.id,
          zone,
          tenant: use.tenant,
          hosts: use.declared.hosts,
          vlan: vlans.get(keyOfUse({ site, use }, 'vlan').key) ?? use.catalogue.declared.vlan,
          v4: prefixV4,
          v6: prefixV6,
          gatewayV4: nth(prefixV4, 1),
          gatewayV6: nth(prefixV6, 1),
          dhcp,
          priority: use.catalogue.declared.priority,
          active: use.active,
        },
      ]
    }),
  )
}

type Allocate = (
  zone: SegmentPlan['zone'],
  claims: readonly Claim<number>[],
  asked: ReadonlySet<string>,
) => ReadonlyMap<string, Prefix>

/** Each zone's claims on its own range; the zones share a group of the ledger. */
function allocated(
  uses: readonly Use[],
  claimOf: (use: Use) => Claim<number>,
  { zones }: Pools,
  allocate: Allocate,
): Map<string, Prefix> {
  const claims = uses.map(each => ({ zone: each.use.catalogue.zone.id, claim: claimOf(each) }))
  const asked = new Set(claims.map(({ claim }) => claim.key))
  const byZone = Map.groupBy(claims, ({ zone }) => zone)
  const granted = new Map<string, Prefix>()
  for (const zone of zones.values())
    append(
      granted,
      allocate(
        zone,
        (byZone.get(zone.zone.id) ?? []).map(({ claim }) => claim),
        asked,
      ),
    )
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

/** Length of the smallest v4 prefix with room for the hosts, the router, and the two addresses that nobody has; /29 at the smallest. */
export function lengthFor(hosts: number): number {
  return Math.min(29, 32 - Math.ceil(Math.log2(hosts + 3)))
}

/** Hosts that a v4 prefix has room for beside the router. */
export function capacityOf(prefix: Prefix): number {
  return Math.max(0, Number(sizeOf(prefix)) - 3)
}

/** An eighth of the prefix, nine addresses at most, stays free behind the router for machines with addresses of their own. */
function dhcpRange(prefix: Prefix): {
  readonly first: ReturnType<typeof addressOf>
  readonly last: ReturnType<typeof addressOf>
} {
  const size = Number(sizeOf(prefix))
  const fixed = Math.min(9, Math.floor(size / 8))
  return { first: addressOf(nth(prefix, 2 + fixed)), last: addressOf(nth(prefix, size - 2)) }
}

/** The catalogue's VLAN where one segment of a kind is at a site; numbers of the tenant range where each tenant has its own. */
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
  const space = numberSpace(`VLANs of ${site.id}`, from, to)
  for (const [owner, vlan] of fixed) space.take(vlan, owner)
  const granted =
    claims.length === 0 ? new Map<string, number>() : allocation.allocate(space, `segment/${site.id}/vlan`, claims)
  return new Map([...fixed, ...granted])
}
