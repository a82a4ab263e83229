import type { Network } from '../../model/network.ts'
import { availabilitiesUntil, type Availability } from '../../money/availability.ts'
import { inside } from '../../source/source.ts'
import { column, type Column, type Table } from '../tables/column.ts'
import { rounded } from '../text/numbers.ts'

const columns: readonly Column<Availability>[] = [
  column('contract', 'Kontrak', 'Contract', 'code', 16, ({ contract }) => contract.id),
  column('circuit', 'Sirkuit', 'Circuit', 'code', 24, ({ bought }) => bought.id),
  column('month', 'Bulan', 'Month', 'code', 10, ({ month }) => month),
  column(
    'promised_percent',
    'SLA %',
    'SLA %',
    'decimal',
    8,
    ({ contract }) => contract.declared.sla?.availabilityPercent,
  ),
  column('tickets', 'Tiket', 'Tickets', 'integer', 8, ({ downtime }) => downtime?.tickets.length ?? 0),
  column('down_minutes', 'Gangguan (menit)', 'Down (minutes)', 'decimal', 12, ({ downtime }) =>
    rounded((downtime?.downSeconds ?? 0) / 60, 2),
  ),
  column('counted_minutes', 'Dihitung (menit)', 'Counted (minutes)', 'decimal', 12, ({ downtime }) =>
    rounded((downtime?.countedSeconds ?? 0) / 60, 2),
  ),
  column('availability_percent', 'Ketersediaan %', 'Availability %', 'decimal', 12, ({ percent }) =>
    rounded(percent, 3),
  ),
  column('met', 'Terpenuhi', 'Met', 'text', 10, ({ isMet }) => (isMet === undefined ? '' : isMet ? 'ya' : 'tidak')),
  column('restitution_rupiah', 'Restitusi', 'Restitution', 'rupiah', 16, ({ downtime }) => downtime?.rupiah ?? 0),
]

/** Every circuit and month that was served, against what its contract promises. */
export function availabilityTable(network: Network, day: string): Table<Availability> {
  return {
    columns,
    rows: availabilitiesUntil(network, day),
    at: ({ downtime, line }) => [
      ...(downtime?.tickets ?? []).map(({ origin }) => inside(origin, 'ticket')),
      line.term.at('monthlyRupiah'),
    ],
  }
}
