import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { claimDocuments } from '../claims/claims.ts'
import { contracts } from '../contracts/contracts.ts'
import { documentHtml } from '../document/html.ts'
import { documentMarkdown } from '../document/markdown.ts'
import { moneyDocuments } from '../money/money.ts'
import { lineFinder } from '../money/operands.ts'
import { registerDocuments } from '../registers/registers.ts'
import { csv } from '../tables/csv.ts'
import { auditCover, type Audited } from './cover.ts'
import { findingTable, waiverTable } from './findings.ts'

/** One folder for an auditor, but for copies of what it was made from. Errors of the inventory keep nothing out: they are among its findings. */
export function auditDocuments(audited: Audited, plan: Plan): Artifact[] {
  const { network, diagnostics, waived, asOf, facts } = audited
  const { history, ...others } = facts
  const lineOf = lineFinder()
  const title = `Berkas audit ${network.declared.name} ${facts.year}`
  const text = (path: string, content: () => string): Artifact => ({ path, sources: () => [], content })
  return [
    text('README.md', () => documentMarkdown(auditCover(audited))),
    text('README.html', () => documentHtml({ title, page: 'A4 portrait' }, auditCover(audited))),
    text('audit.json', () =>
      jsonOf({ formatVersion: 1, asOf, ...others, commit: history?.commit, uncommitted: history?.uncommitted }),
    ),
    text('approvals.json', () => jsonOf({ formatVersion: 1, ...(history ?? { commits: [], tags: [] }) })),
    text('findings.csv', () => csv(findingTable(diagnostics, lineOf))),
    text('findings-accepted.csv', () => csv(findingTable(waived, lineOf))),
    text('waivers.csv', () => csv(waiverTable(network, waived))),
    ...contracts(network),
    ...moneyDocuments(network, plan),
    ...claimDocuments(network),
    ...registerDocuments(network, plan),
  ]
}

function jsonOf(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
