import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { notesMarkdown } from '../text/notes.ts'
import { pick } from '../tables/column.ts'
import { markdownTable } from '../tables/markdown.ts'
import { markdownText } from '../text/escape.ts'
import { ipColumnsInWords } from './columns.ts'
import { asTable, vlanTable } from './numbers.ts'
import { isPool, type IpRow } from './row.ts'

const poolKeys = ['thing', 'kind', 'prefix', 'zone', 'used_percent']
const addressKeys = [
  'prefix',
  'kind',
  'site',
  'router',
  'interface',
  'address',
  'gateway',
  'vlan',
  'zone',
  'tenant',
  'hosts',
  'capacity',
  'used_percent',
  'peer',
  'status',
]

/** The address plan to read on a page: pools first, then IPv4, IPv6, AS numbers and VLANs. */
export function ipPlanMarkdown(network: Network, plan: Plan, rows: readonly IpRow[]): string {
  const allocations = rows.filter(row => !isPool(row))
  const family = (wanted: 4 | 6): string =>
    markdownTable({
      columns: pick(ipColumnsInWords, addressKeys),
      rows: allocations.filter(({ range }) => range.family === wanted),
    })
  return [
    `# Rencana alamat ${markdownText(network.declared.name)}\n\n*Address plan. ` +
      `The same rows, with every column, stand in \`ip-plan.csv\` and \`ip-plan.xlsx\`.*\n`,
    notesMarkdown(network),
    `## Pool\n\n*Pools. “Terpakai” is the share of a pool that is handed ` +
      `out.*\n\n${markdownTable({ columns: pick(ipColumnsInWords, poolKeys), rows: rows.filter(isPool) })}`,
    `## IPv4\n\n${family(4)}`,
    `## IPv6\n\n${family(6)}`,
    `## Nomor AS\n\n*AS numbers (RFC 6996).*\n\n${markdownTable(asTable(plan))}`,
    `## VLAN\n\n*VLANs, each where it counts.*\n\n${markdownTable(vlanTable(plan))}`,
  ]
    .filter(part => part !== '')
    .join('\n')
}
