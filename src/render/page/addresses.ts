import type { Plan } from '../../plan/plan.ts'
import { ipColumnsInWords } from '../ip-plan/columns.ts'
import { isPool } from '../ip-plan/row.ts'
import { ipRows } from '../ip-plan/rows.ts'
import { pick } from '../tables/column.ts'
import { htmlTable } from '../tables/html.ts'
import { messages } from './messages.ts'
import { shortened } from './section.ts'

const poolKeys = ['thing', 'kind', 'prefix', 'zone', 'used_percent']
const addressKeys = [
  'prefix',
  'kind',
  'thing',
  'router',
  'interface',
  'address',
  'vlan',
  'zone',
  'tenant',
  'hosts',
  'capacity',
  'used_percent',
  'status',
]

/** Pools, then the addresses of each family. */
export function addressHtml(plan: Plan): string {
  const rows = ipRows(plan)
  const list = (family: 4 | 6): string =>
    shortened(
      messages.addressesCaption({ family }),
      {
        columns: pick(ipColumnsInWords, addressKeys),
        rows: rows.filter(row => !isPool(row) && row.range.family === family),
      },
      'ip-plan/ip-plan.csv',
    )
  return (
    htmlTable(messages.poolsCaption, { columns: pick(ipColumnsInWords, poolKeys), rows: rows.filter(isPool) }) +
    list(4) +
    list(6)
  )
}
