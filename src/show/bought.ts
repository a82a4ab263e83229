import type { Bought, Circuit, Uplink } from '../model/network.ts'
import { column } from '../render/tables/column.ts'
import { ids, list, table, type ShowColumn } from './table.ts'

/** Leased circuits and internet uplinks: what is bought from a provider by the month. */

const bought: readonly ShowColumn<Bought>[] = [
  column('bandwidth_mbps', 'Mbit/s', 'Mbit/s', 'decimal', 8, ({ declared }) => declared.bandwidthMbps),
  column('monthly_rupiah', 'Rupiah sebulan', 'Rupiah a month', 'rupiah', 14, ({ declared }) => declared.monthlyRupiah),
  list('contracts', 'Kontrak', 'Contracts', 40, ({ contracts }) => ids(contracts)),
  column('from', 'Dari', 'From', 'date', 10, ({ declared }) => declared.period.from),
  column('to', 'Sampai', 'To', 'date', 10, ({ declared }) => declared.period.to),
  column('status', 'Status', 'Status', 'text', 10, ({ declared }) => declared.status),
]

const circuitColumns: readonly ShowColumn<Circuit>[] = [
  column('circuit', 'Sirkuit', 'Circuit', 'code', 24, ({ id }) => id),
  column('provider', 'Penyedia', 'Provider', 'code', 14, ({ provider }) => provider.id),
  column('provider_ref', 'Nomor penyedia', "Provider's number", 'text', 16, ({ declared }) => declared.providerRef),
  column('site', 'Situs', 'Site', 'code', 20, ({ site }) => site.id),
  column('port', 'Port', 'Port', 'code', 12, ({ end }) => end.port),
  column('service', 'Layanan', 'Service', 'text', 16, ({ declared }) => declared.service),
  column('role', 'Peran', 'Role', 'text', 8, ({ declared }) => declared.role),
  column('handoff', 'Hand-off', 'Hand-off', 'code', 18, ({ handoff }) => handoff?.id),
  column('hub_vlan', 'VLAN di pusat', 'Hub VLAN', 'integer', 6, ({ declared }) => declared.hub?.vlan),
  ...bought,
]

export const circuits = table<Circuit>({
  rows: ({ network }) => [...network.circuits.values()],
  idOf: ({ id }) => id,
  columns: circuitColumns,
  narrow: circuitColumns.filter(({ key }) => !['port', 'from', 'hub_vlan', 'provider_ref'].includes(key)),
})

const uplinkColumns: readonly ShowColumn<Uplink>[] = [
  column('uplink', 'Uplink', 'Uplink', 'code', 20, ({ id }) => id),
  column('provider', 'Penyedia', 'Provider', 'code', 14, ({ provider }) => provider.id),
  column('provider_ref', 'Nomor penyedia', "Provider's number", 'text', 16, ({ declared }) => declared.providerRef),
  column('router', 'Router', 'Router', 'code', 16, ({ end }) => end.router.id),
  column('port', 'Port', 'Port', 'code', 12, ({ end }) => end.port),
  column('routing', 'Perutean', 'Routing', 'text', 8, ({ declared }) => declared.routing.kind),
  column('address', 'Alamat', 'Address', 'code', 20, ({ declared }) => declared.address.v4),
  column('nat_pool', 'Pool NAT', 'NAT pool', 'code', 20, ({ declared }) => declared.natPool),
  ...bought,
]

export const uplinks = table<Uplink>({
  rows: ({ network }) => [...network.uplinks.values()],
  idOf: ({ id }) => id,
  columns: uplinkColumns,
})
