import { addressOf, contains, networkOf, sizeOf, type Address, type Prefix } from '../../model/ip.ts'
import type { Circuit, Router } from '../../model/network.ts'
import type { LeasePlan, LinkEnd, LinkPlan, Plan, RouterPlan, SegmentPlan, TunnelPlan, UplinkPlan } from '../../plan/plan.ts'
import { rounded } from '../text/numbers.ts'
import { poolsOf, usedPercent, type Pool } from './pools.ts'
import type { IpRow } from './row.ts'

/** Every allocation, and the pools that they come from, by address: IPv4 first, a pool before what lies in it. */
export function ipRows(plan: Plan): IpRow[] {
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
  for (const { pool, prefix } of rows) {
    if (pool === undefined) continue
    const key = `${pool}/${prefix.family}`
    const list = taken.get(key) ?? new Map<string, Prefix>()
    list.set(`${prefix.bits}/${prefix.length}`, prefix)
    taken.set(key, list)
  }
  return pools.map(pool => ({
    kind: pool.kind, prefix: pool.prefix, thing: pool.id, status: 'active',
    usedPercent: usedPercent(pool.prefix, pool.kind === 'aggregate'
      ? pools.filter(other => other.kind !== 'aggregate').map(({ prefix }) => prefix)
      : taken.get(`${pool.id}/${pool.prefix.family}`)?.values() ?? []),
    ...(pool.zone === undefined ? {} : { zone: pool.zone }),
    ...(pool.kind === 'aggregate' ? {} : { pool: 'network' }),
  }))
}

function loopbackRows({ router, site, loopbackV4, loopbackV6, as }: RouterPlan): IpRow[] {
  return [loopbackV4, loopbackV6].map(prefix => ({
    kind: 'loopback', prefix: networkOf(prefix), address: addressOf(prefix), site: site.id, router: router.id, interface: router.platform.names.loopback,
    thing: router.id, as, pool: 'loopback', status: site.declared.status,
  }))
}

function segmentRows({ site, id, zone, tenant, hosts, vlan, v4, v6, gatewayV4, gatewayV6, dhcp, active }: SegmentPlan): IpRow[] {
  const common = {
    kind: 'segment', site: site.id, router: site.router.id, interface: site.router.platform.names.segment({ id, vlan }), thing: id, vlan,
    zone: zone.zone.id, hosts, pool: `zone-${zone.zone.id}`, status: segmentStatus(site.declared.status, active),
    ...(tenant === undefined ? {} : { tenant: tenant.id }),
  } as const
  const capacity = hostsIn(v4)
  return [
    {
      ...common, prefix: networkOf(v4), address: addressOf(gatewayV4), gateway: addressOf(gatewayV4), capacity,
      ...(capacity === 0 ? {} : { usedPercent: rounded(hosts / capacity * 100, 2) }), ...(dhcp === undefined ? {} : { dhcp }),
    },
    { ...common, prefix: networkOf(v6), address: addressOf(gatewayV6), gateway: addressOf(gatewayV6) },
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
    return [end.v4, end.v6].map((prefix): IpRow => ({
      kind: 'link', prefix: networkOf(prefix), address: addressOf(prefix), site: end.router.siteId, router: end.router.id, interface: end.port,
      thing: link.route.id, peer: `${far.router.id}:${far.port}`, pool: 'link', status: link.route.declared.status,
    }))
  })
}

function tunnelRows(tunnel: TunnelPlan): IpRow[] {
  const { circuit, core, site, names, v4, v6 } = tunnel
  const end = (router: Router, name: string, prefix: Prefix, peer: string): IpRow => ({
    kind: 'tunnel', prefix: networkOf(prefix), address: addressOf(prefix), site: router.siteId, router: router.id, interface: name, thing: circuit.id, peer,
    pool: 'tunnel', status: circuit.declared.status,
  })
  const peerOfCore = `${site.id}:${names.site}`
  const peerOfSite = `${core.id}:${names.core}`
  return [
    end(core, names.core, v4.core, peerOfCore), end(site, names.site, v4.site, peerOfSite),
    end(core, names.core, v6.core, peerOfCore), end(site, names.site, v6.site, peerOfSite),
  ]
}

function transferRows({ circuit, siteV4, siteGateway, hubEnds }: LeasePlan, transfer: Prefix | undefined): IpRow[] {
  const atSite = siteV4 === undefined ? [] : [transferRow(circuit, circuit.end.router, portName(circuit.end.router, circuit.end.port, circuit.declared.site.vlan), siteV4, siteGateway, transfer)]
  return [
    ...atSite,
    ...hubEnds.map(({ router, port, vlan, v4, gateway }) => ({ ...transferRow(circuit, router, portName(router, port, vlan), v4, gateway, transfer), vlan })),
  ]
}

function transferRow(circuit: Circuit, router: Router, port: string, prefix: Prefix, gateway: Address | undefined, transfer: Prefix | undefined): IpRow {
  return {
    kind: 'transfer', prefix: networkOf(prefix), address: addressOf(prefix), site: router.siteId, router: router.id, interface: port, thing: circuit.id,
    status: circuit.declared.status,
    ...(gateway === undefined ? {} : { gateway }),
    ...(transfer !== undefined && contains(transfer, prefix) ? { pool: 'transfer' } : {}),
  }
}

function portName({ platform }: Router, port: string, vlan: number | undefined): string {
  return vlan === undefined ? port : platform.names.subinterface(port, vlan)
}

function uplinkRows({ uplink, router, v4, gateway, v6, gatewayV6, natPool, prefixV6 }: UplinkPlan): IpRow[] {
  const { port, vlan, status } = uplink.declared
  const common = {
    site: router.siteId, router: router.id, interface: portName(router, port, vlan), thing: uplink.id, status, ...(vlan === undefined ? {} : { vlan }),
  }
  return [
    { ...common, kind: 'uplink', prefix: networkOf(v4), address: addressOf(v4), gateway },
    ...(v6 === undefined ? [] : [{ ...common, kind: 'uplink' as const, prefix: networkOf(v6), address: addressOf(v6), ...(gatewayV6 === undefined ? {} : { gateway: gatewayV6 }) }]),
    { ...common, kind: 'nat-pool', prefix: networkOf(natPool) },
    ...(prefixV6 === undefined ? [] : [{ ...common, kind: 'provider-prefix' as const, prefix: networkOf(prefixV6) }]),
  ]
}

const order: readonly IpRow['kind'][] = ['aggregate', 'zone', 'pool', 'loopback', 'link', 'tunnel', 'transfer', 'segment', 'uplink', 'nat-pool', 'provider-prefix']

function byAddress(a: IpRow, b: IpRow): number {
  if (a.prefix.family !== b.prefix.family) return a.prefix.family - b.prefix.family
  if (a.prefix.bits !== b.prefix.bits) return a.prefix.bits < b.prefix.bits ? -1 : 1
  if (a.prefix.length !== b.prefix.length) return a.prefix.length - b.prefix.length
  if (a.kind !== b.kind) return order.indexOf(a.kind) - order.indexOf(b.kind)
  const left = a.address?.bits ?? 0n
  const right = b.address?.bits ?? 0n
  if (left !== right) return left < right ? -1 : 1
  return compareText(`${a.router} ${a.interface} ${a.thing}`, `${b.router} ${b.interface} ${b.thing}`)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
