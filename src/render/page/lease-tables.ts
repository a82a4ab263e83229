import { addressText, prefixText } from '../../model/ip.ts'
import type { Network } from '../../model/network.ts'
import type { LeasePlan, Plan, UplinkPlan } from '../../plan/plan.ts'
import { recordsOf, type ContractRecord } from '../contracts/record.ts'
import { registerColumns } from '../contracts/register.ts'
import { column, pick, type Table } from '../tables/column.ts'
import { formWords, methodWords, roleWords, serviceWords, statusWords } from '../../words/declared.ts'

export function circuitTable({ leases }: Plan): Table<LeasePlan> {
  return {
    rows: [...leases.values()],
    columns: [
      column('circuit', 'Sirkuit', 'Circuit', 'code', 0, ({ circuit }) => circuit.id),
      column('site', 'Situs', 'Site', 'code', 0, ({ circuit }) => circuit.site.id),
      column('provider', 'Penyedia', 'Provider', 'code', 0, ({ circuit }) => circuit.provider.id),
      column('ref', 'Nomor penyedia', "Provider's number", 'text', 0, ({ circuit }) => circuit.declared.providerRef),
      column('service', 'Layanan', 'Service', 'text', 0, ({ circuit }) => serviceWords[circuit.declared.service].id),
      column('role', 'Peran', 'Role', 'text', 0, ({ circuit }) => roleWords[circuit.declared.role].id),
      column('mbps', 'Mbit/s', 'Mbit/s', 'decimal', 0, ({ circuit }) => circuit.declared.bandwidthMbps),
      column('tunnels', 'Terowongan', 'Tunnels', 'text', 0, ({ tunnels }) =>
        tunnels.map(({ kind, end }) => `${kind} → ${end}`).join(', '),
      ),
      column('contracts', 'Kontrak', 'Contract', 'code', 0, ({ circuit }) =>
        circuit.contracts.map(({ id }) => id).join(', '),
      ),
      column('from', 'Dari', 'From', 'date', 0, ({ circuit }) => circuit.declared.period.from),
      column('to', 'Sampai', 'To', 'date', 0, ({ circuit }) => circuit.declared.period.to),
      column('monthly', 'Biaya bulanan', 'Monthly fee', 'rupiah', 0, ({ circuit }) => circuit.declared.monthlyRupiah),
      column('status', 'Status', 'Status', 'text', 0, ({ circuit }) => statusWords[circuit.declared.status].id),
    ],
  }
}

export function uplinkTable({ uplinks }: Plan): Table<UplinkPlan> {
  return {
    rows: [...uplinks.values()],
    columns: [
      column('uplink', 'Uplink', 'Uplink', 'code', 0, ({ uplink }) => uplink.id),
      column('provider', 'Penyedia', 'Provider', 'code', 0, ({ uplink }) => uplink.provider.id),
      column(
        'end',
        'Router dan port',
        'Router and port',
        'code',
        0,
        ({ uplink }) => `${uplink.end.router.id}:${uplink.end.port}`,
      ),
      column('mbps', 'Mbit/s', 'Mbit/s', 'decimal', 0, ({ uplink }) => uplink.declared.bandwidthMbps),
      column('v4', 'Alamat IPv4', 'IPv4 address', 'code', 0, ({ v4 }) => prefixText(v4)),
      column('gateway', 'Gateway', 'Gateway', 'code', 0, ({ gateway }) => addressText(gateway)),
      column('nat', 'Pool NAT', 'NAT pool', 'code', 0, ({ natPool }) => prefixText(natPool)),
      column('v6', 'Prefix IPv6', 'IPv6 prefix', 'code', 0, ({ prefixV6 }) =>
        prefixV6 === undefined ? undefined : prefixText(prefixV6),
      ),
      column('contracts', 'Kontrak', 'Contract', 'code', 0, ({ uplink }) =>
        uplink.contracts.map(({ id }) => id).join(', '),
      ),
      column('monthly', 'Biaya bulanan', 'Monthly fee', 'rupiah', 0, ({ uplink }) => uplink.declared.monthlyRupiah),
      column('status', 'Status', 'Status', 'text', 0, ({ uplink }) => statusWords[uplink.declared.status].id),
    ],
  }
}

const contractKeys = [
  'contract',
  'number',
  'title',
  'provider_name',
  'form',
  'method',
  'from',
  'to',
  'excl_ppn_rupiah',
  'dpp_rupiah',
  'ppn_rupiah',
  'incl_ppn_rupiah',
  'circuits',
  'monthly_rupiah',
  'sla_percent',
  'restitution',
  'budget',
]

export function contractTable(network: Network): Table<ContractRecord> {
  const columns = pick(registerColumns, contractKeys).map((each): typeof each => {
    if (each.key === 'form') return { ...each, value: ({ contract }) => formWords[contract.declared.form].id }
    if (each.key === 'method') return { ...each, value: ({ contract }) => methodWords[contract.declared.method].id }
    return each
  })
  return { columns, rows: recordsOf(network) }
}
