import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { pick } from '../tables/column.ts'
import { csvArtifact, workbookArtifact } from '../tables/artifacts.ts'
import { sheet } from '../tables/xlsx.ts'
import { ipColumns, ipColumnsInWords } from './columns.ts'
import { ipPlanMarkdown } from './markdown.ts'
import { asTable, vlanTable } from './numbers.ts'
import { ipRows } from './rows.ts'
import { isPool, type IpRow } from './row.ts'

/** The address plan: every prefix, address, AS number and VLAN that is handed out. */
export function ipPlan(network: Network, plan: Plan): Artifact[] {
  const rows = (): readonly IpRow[] => ipRows(plan)
  const sources = once(() =>
    sourcesOf(
      [network],
      network.sites.values(),
      network.circuits.values(),
      network.uplinks.values(),
      network.routes.values(),
    ),
  )
  return [
    csvArtifact('ip-plan/ip-plan.csv', sources, () => ({ columns: ipColumns, rows: rows() })),
    { path: 'ip-plan/ip-plan.md', sources, content: () => ipPlanMarkdown(network, plan, rows()) },
    workbookArtifact('ip-plan/ip-plan.xlsx', sources, () => [
      sheet('Alamat', { columns: ipColumnsInWords, rows: rows() }),
      sheet('Pool', { columns: pick(ipColumnsInWords, poolKeys), rows: rows().filter(isPool) }),
      sheet('Nomor AS', asTable(plan)),
      sheet('VLAN', vlanTable(plan)),
    ]),
  ]
}

const poolKeys = ['thing', 'kind', 'prefix', 'family', 'zone', 'used_percent']
