import type { MoneyRow, MoneySums, Operand as Share } from '../../money/by-axis.ts'
import { isDue } from '../../money/postings.ts'
import { column, type Column } from '../tables/column.ts'

const both = ({ exclPpnRupiah, ppnRupiah }: MoneySums): number => exclPpnRupiah + ppnRupiah

/** Money of one row: what is committed, what of it is due on the day, what was paid. Each sum names its operands. */
export function moneyColumns(day: string): readonly Column<MoneyRow>[] {
  const isCommitted = ({ posting }: Share): boolean => posting.kind === 'committed'
  const isDueThen = ({ posting }: Share): boolean => isDue(posting, day)
  const isRent = ({ posting }: Share): boolean => posting.kind === 'rent'
  const isPaid = ({ posting }: Share): boolean => posting.kind === 'paid'
  return [
    column('key', 'Kode', 'Key', 'code', 24, ({ key }) => key),
    column('name', 'Nama', 'Name', 'text', 44, ({ name }) => name),
    sum(
      'committed_excl_ppn_rupiah',
      'Terikat tanpa PPN',
      'Committed without PPN',
      ({ committed }) => committed.exclPpnRupiah,
      row => operandsOf(row, isCommitted, ({ exclPpnRupiah }) => exclPpnRupiah),
    ),
    sum(
      'committed_ppn_rupiah',
      'PPN terikat',
      'PPN committed',
      ({ committed }) => committed.ppnRupiah,
      row => operandsOf(row, isCommitted, ({ ppnRupiah }) => ppnRupiah),
    ),
    sum(
      'committed_rupiah',
      'Terikat',
      'Committed',
      ({ committed }) => both(committed),
      row => operandsOf(row, isCommitted, both),
    ),
    sum(
      'due_rupiah',
      'Jatuh tempo',
      'Due',
      ({ due }) => both(due),
      row => operandsOf(row, isDueThen, both),
    ),
    sum(
      'paid_rupiah',
      'Dibayar',
      'Paid',
      ({ paid }) => both(paid),
      row => operandsOf(row, isPaid, both),
    ),
    sum(
      'unpaid_rupiah',
      'Belum dibayar',
      'Unpaid',
      ({ due, paid }) => both(due) - both(paid),
      row => [...operandsOf(row, isDueThen, both), ...operandsOf(row, isPaid, share => -both(share))],
    ),
    sum(
      'rent_rupiah',
      'Sewa tiang, lintasan, serat gelap',
      'Rent of poles, crossings, dark fibre',
      ({ rent }) => both(rent),
      row => operandsOf(row, isRent, both),
    ),
  ]
}

type From = NonNullable<Column<MoneyRow>['from']>

function sum(key: string, id: string, en: string, value: (row: MoneyRow) => number, from: From): Column<MoneyRow> {
  return { ...column(key, id, en, 'rupiah', 20, value), from }
}

function operandsOf(
  { operands }: MoneyRow,
  counts: (share: Share) => boolean,
  amountOf: (share: Share) => number,
): ReturnType<From> {
  return operands.filter(counts).map(share => {
    const { posting } = share
    return { of: wordsOf(posting), value: amountOf(share), at: posting.at }
  })
}

function wordsOf(posting: Share['posting']): string {
  if (posting.kind === 'rent') return `${posting.rented.id} ${posting.permit} ${posting.month}`
  const { contract, line, month, payment } = posting
  return [contract.id, line?.bought.id, payment?.id, month].filter(part => part !== undefined).join(' ')
}
