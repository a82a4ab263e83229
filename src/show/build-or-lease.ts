import { buildOrLease, type BuildOrLease } from '../money/build-or-lease.ts'
import { buildOrLeaseColumns } from '../render/money/build-or-lease-columns.ts'
import { pick } from '../render/tables/column.ts'
import { table, type Filler } from './table.ts'

const narrow = [
  'site',
  'lease_yearly_rupiah',
  'joint',
  'route_m',
  'build_rupiah',
  'upkeep_yearly_rupiah',
  'pay_back_months',
]

/** Leased sites beside fibre to them, in the order of the document. */
export const buildOrLeases: Filler = shown => {
  const columns = buildOrLeaseColumns(shown.network)
  return table<BuildOrLease>({
    rows: ({ network, plan }) => (plan === undefined ? [] : buildOrLease(network, plan)),
    idOf: ({ site }) => site.id,
    columns,
    narrow: pick(columns, narrow),
  })(shown)
}
