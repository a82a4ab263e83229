import type { Network, Payment } from '../../model/network.ts'
import { deductedBy, transferOf } from '../../money/paid.ts'
import { inside } from '../../source/source.ts'
import { column, type Column, type Table } from '../tables/column.ts'

const columns: readonly Column<Payment>[] = [
  column('payment', 'Pembayaran', 'Payment', 'code', 18, ({ id }) => id),
  column('contract', 'Kontrak', 'Contract', 'code', 16, ({ contract }) => contract.id),
  column('provider', 'Penyedia', 'Provider', 'code', 14, ({ contract }) => contract.provider.id),
  column('from', 'Layanan mulai', 'Served from', 'date', 12, ({ declared }) => declared.covers.from),
  column('to', 'Layanan sampai', 'Served to', 'date', 12, ({ declared }) => declared.covers.to),
  column('invoice', 'Tagihan', 'Invoice', 'text', 20, ({ declared }) => declared.invoice.number),
  column('invoice_date', 'Tanggal tagihan', 'Invoice date', 'date', 12, ({ declared }) => declared.invoice.date),
  column('faktur', 'Faktur pajak', 'Tax invoice', 'text', 22, ({ declared }) => declared.invoice.faktur),
  column('excl_ppn_rupiah', 'Tanpa PPN', 'Without PPN', 'rupiah', 18, ({ declared }) => declared.invoice.exclPpnRupiah),
  column('ppn_rupiah', 'PPN', 'PPN', 'rupiah', 16, ({ declared }) => declared.invoice.ppnRupiah),
  column('pph_rupiah', 'PPh 23 dipotong', 'PPh 23 withheld', 'rupiah', 16, ({ declared }) => declared.pphRupiah),
  column('deducted_rupiah', 'Potongan restitusi', 'Restitution deducted', 'rupiah', 16, deductedBy),
  column('fine_rupiah', 'Denda', 'Fine', 'rupiah', 16, ({ declared }) => declared.fineRupiah),
  column('transfer_rupiah', 'Diterima penyedia', 'Received by provider', 'rupiah', 18, transferOf),
  column('budget', 'Pos anggaran', 'Budget line', 'code', 18, ({ budget, contract }) => (budget ?? contract.budget).id),
  column('spp', 'SPP', 'SPP', 'text', 18, ({ declared }) => declared.spp?.number),
  column('spm', 'SPM', 'SPM', 'text', 18, ({ declared }) => declared.spm?.number),
  column('sp2d', 'SP2D', 'SP2D', 'text', 18, ({ declared }) => declared.sp2d?.number),
  column('sp2d_date', 'Tanggal SP2D', 'SP2D date', 'date', 12, ({ declared }) => declared.sp2d?.date),
]

/** What was billed, and how it was paid. */
export function paymentTable({ payments }: Network): Table<Payment> {
  return { columns, rows: [...payments.values()], at: ({ origin }) => [inside(origin, 'payment')] }
}
