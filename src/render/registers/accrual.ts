import type { Network } from '../../model/network.ts'
import { accrualsOn, type Accrual } from '../../money/accrual.ts'
import { inside } from '../../source/source.ts'
import { column, type Column, type Table } from '../tables/column.ts'

const columns: readonly Column<Accrual>[] = [
  column('contract', 'Kontrak', 'Contract', 'code', 16, ({ contract }) => contract.id),
  column('provider', 'Penyedia', 'Provider', 'code', 14, ({ contract }) => contract.provider.id),
  column('month', 'Bulan layanan', 'Month served', 'code', 12, ({ invoice }) => invoice.month),
  column('budget', 'Pos anggaran', 'Budget line', 'code', 18, ({ budget }) => budget.id),
  column('excl_ppn_rupiah', 'Tanpa PPN', 'Without PPN', 'rupiah', 18, ({ invoice }) => invoice.exclPpnRupiah),
  column('ppn_rupiah', 'PPN', 'PPN', 'rupiah', 16, ({ invoice }) => invoice.ppnRupiah),
  column('owed_rupiah', 'Utang termasuk PPN', 'Owed with PPN', 'rupiah', 20, ({ rupiah }) => rupiah),
  column('invoices', 'Tagihan diterima', 'Invoices received', 'text', 22, ({ received }) =>
    received.map(({ declared }) => declared.invoice.number).join(' '),
  ),
  column(
    'recorded',
    'Pembayaran kontrak ini dicatat',
    'Payments of this contract are recorded',
    'text',
    16,
    ({ isRecorded }) => (isRecorded ? 'ya' : 'tidak'),
  ),
]

/** What is served and unpaid at the end of a day. */
export function accrualTable(network: Network, day: string): Table<Accrual> {
  return {
    columns,
    rows: accrualsOn(network, day),
    at: ({ contract, received, invoice }) => [
      ...received.map(({ origin }) => inside(origin, 'invoice')),
      ...invoice.lines.map(({ line }) => line.term.at('monthlyRupiah')),
      inside(contract.origin, 'contract'),
    ],
  }
}
