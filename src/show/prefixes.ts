import { ipColumns } from '../render/ip-plan/columns.ts'
import type { IpRow } from '../render/ip-plan/row.ts'
import { ipRows } from '../render/ip-plan/rows.ts'
import { pick } from '../render/tables/column.ts'
import { table } from './table.ts'

export const prefixes = table<IpRow>({
  rows: ({ plan }) => (plan === undefined ? [] : ipRows(plan)),
  idOf: ({ thing }) => thing,
  columns: ipColumns,
  narrow: pick(ipColumns, [
    'prefix',
    'kind',
    'thing',
    'site',
    'router',
    'interface',
    'address',
    'zone',
    'vlan',
    'status',
  ]),
})
