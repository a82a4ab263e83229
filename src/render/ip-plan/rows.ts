import { addressText, sizeOf, type Prefix } from '../../model/ip.ts'
import type { LinkEnd, LinkPlan, Plan, RouterPlan, SegmentPlan } from '../../plan/plan.ts'
import { rounded } from '../text/numbers.ts'
import { poolsOf, usedPercent, type Pool } from './pools.ts'
import { remembered } from '../../source/remembered.ts'
import { within, type IpRow } from './row.ts'
import { byText, compareBits } from '../../text/order.ts'
import { transferRows, tunnelRows, uplinkRows } from './bought-rows.ts'

/** Every allocation, and the pools that they come from, by address: IPv4 first, a pool before what lies in it. */
export const ipRows: (plan: Plan) => readonly IpRow[] = remembered(rowsOf)

function rowsOf(plan: Plan): IpRow[] {
  const pools = poolsOf(plan)
  const transfer = pools.find(({ id }) => id === 'transfer')?.prefix
  const rows: IpRow[] = []
  for (const router of plan.routers.values()) rows.push(...loopbackRows(router))
  for (const segment of plan.segments.values()) rows.push(...segmentRows(segment))
  for (const link of plan.links.values()) rows.push(...linkRows(link))
  for (const lease of plan.leases.values()) {
    rows.push(...transferRows(lease, transfer))
    for (const tunnel of lease.tunnels) rows.push(...tunnelRows(tunnel))
  }
  for (const uplink of plan.uplinks.values()) rows.push(...uplinkRows(uplink))
  rows.push(...poolRows(pools, rows))
  return rows.sort(byAddress)
}

/** Allocations of each pool, each prefix once though a link shows it at both ends. */
function poolRows(pools: readonly Pool[], rows: readonly IpRow[]): IpRow[] {
  const taken = new Map<string, Map<string, Prefix>>()
  for (const { pool, range } of rows) {
    if (pool === undefined) continue
    const key = `${pool}/${range.family}`
    const list = taken.get(key) ?? new Map<string, Prefix>()
    list.set(`${range.bits}/${range.length}`, range)
    taken.set(key, list)
  }
  return pools.map(pool => ({
    kind: pool.kind,
    ...within(pool.prefix),
    thing: pool.id,
    status: 'active',
    usedPercent: usedPercent(
      pool.prefix,
      pool.kind === 'aggregate'
        ? pools.filter(other => other.kind !== 'aggregate').map(({ prefix }) => prefix)
        : (taken.get(`${pool.id}/${pool.prefix.family}`)?.values() ?? []),
    ),
    ...(pool.zone === undefined ? {} : { zone: pool.zone }),
    ...(pool.kind === 'aggregate' ? {} : { pool: 'network' }),
  }))
}

function loopbackRows({ router, site, loopbackV4, loopbackV6, as }: RouterPlan): IpRow[] {
  return [loopbackV4, loopbackV6].map(prefix => ({
    kind: 'loopback',
    ...within(prefix, prefix),
    site: site.id,
    router: router.id,
    interface: router.platform.names.loopback,
    thing: router.id,
    as,
    pool: 'loopback',
    status: site.declared.status,
  }))
}

function segmentRows({
  site,
  id,
  zone,
  tenant,
  hosts,
  vlan,
  v4,
  v6,
  gatewayV4,
  gatewayV6,
  dhcp,
  active,
}: SegmentPlan): IpRow[] {
  const common = {
    kind: 'segment',
    site: site.id,
    router: site.router.id,
    interface: site.router.platform.names.segment({ id, vlan }),
    thing: id,
    vlan,
    zone: zone.zone.id,
    hosts,
    pool: `zone-${zone.zone.id}`,
    status: segmentStatus(site.declared.status, active),
    ...(tenant === undefined ? {} : { tenant: tenant.id }),
  } as const
  const capacity = hostsIn(v4)
  return [
    {
      ...common,
      ...within(v4, gatewayV4),
      gateway: addressText(gatewayV4),
      capacity,
      ...(capacity === 0 ? {} : { usedPercent: rounded((hosts / capacity) * 100, 2) }),
      ...(dhcp === undefined ? {} : { dhcp: { first: addressText(dhcp.first), last: addressText(dhcp.last) } }),
    },
    { ...common, ...within(v6, gatewayV6), gateway: addressText(gatewayV6) },
  ]
}

function segmentStatus(site: IpRow['status'], active: boolean): IpRow['status'] {
  return site === 'active' && !active ? 'suspended' : site
}

/** Addresses of a v4 segment that hosts can have, beside the router's own. */
function hostsIn(v4: Prefix): number {
  return Math.max(Number(sizeOf(v4)) - 3, 0)
}

function linkRows(link: LinkPlan): IpRow[] {
  return [link.a, link.b].flatMap((end: LinkEnd) => {
    const far = end.side === 'a' ? link.b : link.a
    return [end.v4, end.v6].map(
      (prefix): IpRow => ({
        kind: 'link',
        ...within(prefix, prefix),
        site: end.router.siteId,
        router: end.router.id,
        interface: end.port,
        thing: link.route.id,
        peer: `${far.router.id}:${far.port}`,
        pool: 'link',
        status: link.route.declared.status,
      }),
    )
  })
}

const order: readonly IpRow['kind'][] = [
  'aggregate',
  'zone',
  'pool',
  'loopback',
  'link',
  'tunnel',
  'transfer',
  'segment',
  'uplink',
  'nat-pool',
  'provider-prefix',
]

const byThing = byText(({ router, interface: port, thing }: IpRow) => `${router} ${port} ${thing}`)

function byAddress(a: IpRow, b: IpRow): number {
  if (a.range.family !== b.range.family) return a.range.family - b.range.family
  if (a.range.bits !== b.range.bits) return compareBits(a.range.bits, b.range.bits)
  if (a.range.length !== b.range.length) return a.range.length - b.range.length
  if (a.kind !== b.kind) return order.indexOf(a.kind) - order.indexOf(b.kind)
  return compareBits(a.bits ?? 0n, b.bits ?? 0n) || byThing(a, b)
}
