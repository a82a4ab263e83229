import type { MoneyRow, MoneySums } from '../../money/by-axis.ts'
import { column, type Column } from '../tables/column.ts'

const both = ({ exclPpnRupiah, ppnRupiah }: MoneySums): number => exclPpnRupiah + ppnRupiah

/** Money of one row: what is committed, what of it is due on the day, what was paid. */
export const moneyColumns: readonly Column<MoneyRow>[] = [
  column('key', 'Kode', 'Key', 'code', 24, ({ key }) => key),
  column('name', 'Nama', 'Name', 'text', 44, ({ name }) => name),
  column(
    'committed_excl_ppn_rupiah',
    'Terikat tanpa PPN',
    'Committed without PPN',
    'rupiah',
    20,
    ({ committed }) => committed.exclPpnRupiah,
  ),
  column('committed_ppn_rupiah', 'PPN terikat', 'PPN committed', 'rupiah', 18, ({ committed }) => committed.ppnRupiah),
  column('committed_rupiah', 'Terikat', 'Committed', 'rupiah', 20, ({ committed }) => both(committed)),
  column('due_rupiah', 'Jatuh tempo', 'Due', 'rupiah', 20, ({ due }) => both(due)),
  column('paid_rupiah', 'Dibayar', 'Paid', 'rupiah', 20, ({ paid }) => both(paid)),
  column('unpaid_rupiah', 'Belum dibayar', 'Unpaid', 'rupiah', 20, ({ due, paid }) => both(due) - both(paid)),
]
