import type { Plan } from '../plan/plan.ts'
import { ipColumns } from '../render/ip-plan/columns.ts'
import { isPool, type IpRow } from '../render/ip-plan/row.ts'
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

/** Prefixes handed out, each once though a link shows it at both ends. */
export function prefixCount(plan: Plan): number {
  return new Set(
    ipRows(plan)
      .filter(row => !isPool(row))
      .map(({ prefix }) => prefix),
  ).size
}
