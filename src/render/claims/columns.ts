import type { Restitution } from '../../money/claims.ts'
import { availabilityPercent, isExcluded, spanOf, type MonthDowntime } from '../../money/downtime.ts'
import type { Contract, Ticket } from '../../model/network.ts'
import { causeWords } from '../../words/declared.ts'
import { column, type Column } from '../tables/column.ts'

/** What comes back for each circuit of a month. */
export const circuitColumns: readonly Column<MonthDowntime>[] = [
  column('circuit', 'Sirkuit', 'Circuit', 'code', 22, ({ bought }) => bought.id),
  column('provider_ref', 'Nomor layanan', 'Service number', 'code', 20, ({ line }) => line.term.declared.providerRef),
  column('monthly_rupiah', 'Biaya sebulan', 'Monthly fee', 'rupiah', 18, ({ line }) => line.monthlyRupiah),
  column('down_minutes', 'Gangguan (menit)', 'Down (minutes)', 'decimal', 12, ({ downSeconds }) => downSeconds / 60),
  column(
    'counted_minutes',
    'Dihitung (menit)',
    'Counted (minutes)',
    'decimal',
    12,
    ({ countedSeconds }) => Math.round((countedSeconds / 60) * 100) / 100,
  ),
  column(
    'availability_percent',
    'Ketersediaan %',
    'Availability %',
    'decimal',
    12,
    row => Math.round(availabilityPercent(row) * 1000) / 1000,
  ),
  column('restitution_rupiah', 'Restitusi', 'Restitution', 'rupiah', 16, ({ rupiah }) => rupiah),
]

/** Tickets as evidence; whether the contract counts their cause. */
export function ticketColumns(contract: Contract): readonly Column<Ticket>[] {
  return [
    column('ticket', 'Tiket', 'Ticket', 'code', 16, ({ id }) => id),
    column('circuit', 'Sirkuit', 'Circuit', 'code', 22, ({ bought }) => bought.id),
    column('from', 'Mulai', 'From', 'text', 17, ({ declared }) => declared.from),
    column('to', 'Selesai', 'To', 'text', 17, ({ declared }) => declared.to),
    column('minutes', 'Menit', 'Minutes', 'decimal', 10, ticket => minutesOf(ticket)),
    column('cause', 'Sebab', 'Cause', 'text', 20, ({ declared }) => causeWords[declared.cause].id),
    column('counted', 'Dihitung', 'Counted', 'text', 18, ticket => countedWord(contract, ticket)),
    column('evidence', 'Bukti', 'Evidence', 'text', 24, ({ declared: { evidence } }) =>
      [evidence.source.toUpperCase(), evidence.reference ?? ''].join(' ').trim(),
    ),
  ]
}

/** Months of contracts with tickets: what comes back, and whether it was asked for and deducted. */
export const restitutionColumns: readonly Column<Restitution>[] = [
  column('contract', 'Kontrak', 'Contract', 'code', 16, ({ contract }) => contract.id),
  column('month', 'Bulan', 'Month', 'code', 8, ({ month }) => month),
  column('tickets', 'Tiket', 'Tickets', 'integer', 8, ({ tickets }) => tickets.length),
  column('counted_minutes', 'Dihitung (menit)', 'Counted (minutes)', 'decimal', 12, ({ circuits }) =>
    circuits.reduce((sum, { countedSeconds }) => sum + countedSeconds / 60, 0),
  ),
  column('restitution_rupiah', 'Restitusi', 'Restitution', 'rupiah', 16, ({ rupiah }) => rupiah),
  column('claims', 'Klaim', 'Claims', 'code', 24, ({ claims }) => claims.map(({ id }) => id).join(' ')),
  column('letters', 'Surat', 'Letters', 'text', 24, ({ claims }) =>
    claims.map(({ declared }) => declared.number).join(' '),
  ),
]

function minutesOf(ticket: Ticket): number {
  const { from, to } = spanOf(ticket)
  return Math.round(((to - from) / 60) * 100) / 100
}

function countedWord(contract: Contract, ticket: Ticket): string {
  if (isExcluded(contract, ticket.declared.cause)) return 'tidak: dikecualikan'
  const { from, to } = spanOf(ticket)
  return to - from > (contract.declared.sla?.minEventSeconds ?? 0) ? 'ya' : 'tidak: terlalu pendek'
}
