import { moneyBy, type Axis, type MoneyRow } from '../money/by-axis.ts'
import { moneyColumns } from '../render/money/columns.ts'
import { pick } from '../render/tables/column.ts'
import { table, type Filler } from './table.ts'

const narrow = ['key', 'committed_rupiah', 'due_rupiah', 'paid_rupiah', 'unpaid_rupiah']

/** Money by one axis on the day of the plan. */
export function moneyTable(axis: Axis): Filler {
  // Which column there is does not hang on the day; only the operands of a sum do, and a terminal shows none.
  const moneyColumnsShown = moneyColumns('')
  return table<MoneyRow>({
    rows: ({ network, plan }) => moneyBy(network, axis, plan?.asOf ?? network.day ?? ''),
    idOf: ({ key }) => key,
    columns: moneyColumnsShown,
    narrow: pick(moneyColumnsShown, narrow),
  })
}
