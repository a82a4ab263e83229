import { priceNow } from '../money/stages.ts'
import { prefixText } from '../model/ip.ts'
import type { Contract, FibreRoute, Tenant, Waiver, Zone } from '../model/network.ts'
import type { LinkPlan, ZonePlan } from '../plan/plan.ts'
import { column } from '../render/tables/column.ts'
import { ids, list, table } from './table.ts'

interface TenantRow {
  readonly tenant: Tenant
  readonly sites: readonly string[]
}

export const tenants = table<TenantRow>({
  rows: ({ network }) =>
    [...network.tenants.values()].map(tenant => ({
      tenant,
      sites: ids(network.index.sitesOfTenant.get(tenant.id) ?? []),
    })),
  idOf: ({ tenant }) => tenant.id,
  columns: [
    column('tenant', 'Perangkat daerah', 'Agency', 'code', 20, ({ tenant }) => tenant.id),
    column('name', 'Nama', 'Name', 'text', 50, ({ tenant }) => tenant.declared.name),
    column('kind', 'Jenis', 'Kind', 'text', 12, ({ tenant }) => tenant.declared.kind),
    column('cost_centre', 'Pusat biaya', 'Cost centre', 'text', 16, ({ tenant }) => tenant.declared.costCentre),
    list('sites', 'Situs', 'Sites', 40, ({ sites }) => sites),
  ],
})

export const contracts = table<Contract>({
  rows: ({ network }) => [...network.contracts.values()],
  idOf: ({ id }) => id,
  columns: [
    column('contract', 'Kontrak', 'Contract', 'code', 18, ({ id }) => id),
    column('provider', 'Penyedia', 'Provider', 'code', 14, ({ provider }) => provider.id),
    column('number', 'Nomor', 'Number', 'text', 26, ({ declared }) => declared.number),
    column('title', 'Judul', 'Title', 'text', 40, ({ declared }) => declared.title),
    column('from', 'Dari', 'From', 'date', 10, ({ period }) => period.from),
    column('to', 'Sampai', 'To', 'date', 10, ({ period }) => period.to),
    column(
      'excl_ppn_rupiah',
      'Nilai tanpa PPN',
      'Value without PPN',
      'rupiah',
      16,
      contract => priceNow(contract).exclPpnRupiah,
    ),
    column(
      'incl_ppn_rupiah',
      'Nilai dengan PPN',
      'Value with PPN',
      'rupiah',
      16,
      contract => priceNow(contract).inclPpnRupiah,
    ),
    column('budget', 'Mata anggaran', 'Budget line', 'code', 18, ({ budget }) => budget.id),
  ],
})

interface RouteRow {
  readonly route: FibreRoute
  readonly link: LinkPlan | undefined
}

export const routes = table<RouteRow>({
  rows: ({ network, plan }) => [...network.routes.values()].map(route => ({ route, link: plan?.links.get(route.id) })),
  idOf: ({ route }) => route.id,
  columns: [
    column('route', 'Rute serat', 'Fibre route', 'code', 24, ({ route }) => route.id),
    column('a', 'Ujung A', 'End A', 'code', 28, ({ route }) => `${route.a.router.id}:${route.a.port}`),
    column('b', 'Ujung B', 'End B', 'code', 28, ({ route }) => `${route.b.router.id}:${route.b.port}`),
    column('speed_mbps', 'Mbit/s', 'Mbit/s', 'decimal', 8, ({ route }) => route.declared.speedMbps),
    column('ring', 'Ring', 'Ring', 'code', 14, ({ route }) => route.declared.ring),
    column('cost', 'Biaya OSPF', 'OSPF cost', 'integer', 8, ({ link }) => link?.cost),
    column('v4', 'IPv4', 'IPv4', 'code', 18, ({ link }) => link && prefixText(link.v4)),
    column('v6', 'IPv6', 'IPv6', 'code', 28, ({ link }) => link && prefixText(link.v6)),
    column('status', 'Status', 'Status', 'text', 10, ({ route }) => route.declared.status),
  ],
})

interface ZoneRow {
  readonly zone: Zone
  readonly pools: ZonePlan | undefined
}

export const zones = table<ZoneRow>({
  rows: ({ network, plan }) => [...network.zones.values()].map(zone => ({ zone, pools: plan?.zones.get(zone.id) })),
  idOf: ({ zone }) => zone.id,
  columns: [
    column('zone', 'Zona', 'Zone', 'code', 14, ({ zone }) => zone.id),
    column('name', 'Nama', 'Name', 'text', 30, ({ zone }) => zone.declared.name),
    column('kind', 'Jenis', 'Kind', 'text', 12, ({ zone }) => zone.declared.kind),
    column('v4', 'IPv4', 'IPv4', 'code', 18, ({ zone }) => zone.declared.v4),
    column('v6', 'IPv6', 'IPv6', 'code', 28, ({ pools }) => pools && prefixText(pools.v6)),
    list('reaches', 'Boleh menghubungi', 'May reach', 30, ({ zone }) =>
      zone.reaches.map(other => (other === 'internet' ? other : other.id)),
    ),
  ],
})

export const waivers = table<Waiver>({
  rows: ({ network }) => [...network.waivers.values()],
  idOf: ({ id }) => id,
  columns: [
    column('waiver', 'Pengecualian', 'Waiver', 'code', 24, ({ id }) => id),
    column('code', 'Kode', 'Code', 'code', 8, ({ declared }) => declared.code),
    list('scope', 'Cakupan', 'Scope', 30, ({ declared }) => [
      ...(declared.things ?? []),
      ...(declared.under === undefined ? [] : [declared.under]),
    ]),
    column('until', 'Sampai', 'Until', 'date', 10, ({ declared }) => declared.until),
    column('decided_by', 'Diputuskan oleh', 'Decided by', 'text', 24, ({ declared }) => declared.decidedBy),
    column('reason', 'Alasan', 'Reason', 'text', 60, ({ declared }) => declared.reason),
  ],
})
