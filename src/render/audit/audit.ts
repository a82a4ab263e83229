import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { claimDocuments } from '../claims/claims.ts'
import { contracts } from '../contracts/contracts.ts'
import { documentHtml } from '../document/html.ts'
import { documentMarkdown } from '../document/markdown.ts'
import { moneyDocuments } from '../money/money.ts'
import { lineFinder } from '../money/operands.ts'
import { registerDocuments } from '../registers/registers.ts'
import { csvArtifact, inForm } from '../tables/artifacts.ts'
import type { Stamp } from '../tables/xlsx.ts'
import { auditCover, type Audited } from './cover.ts'
import { findingTable, waiverTable } from './findings.ts'

/**
 * One folder for an auditor, but for copies of what it was made from. Errors of the inventory keep nothing out: they
 * are among its findings.
 */
export function auditDocuments(audited: Audited, plan: Plan): Artifact[] {
  const { network, diagnostics, waived, asOf, facts } = audited
  const { history, ...others } = facts
  const lineOf = lineFinder()
  const title = `Berkas audit ${network.declared.name} ${facts.year}`
  const none = (): string[] => []
  const text = (path: string, content: () => string): Artifact => ({ path, sources: none, content })
  const stamp = (): Stamp => ({ asOf, filesHash: facts.inventoryHash })
  return [
    text('README.md', () => documentMarkdown(auditCover(audited))),
    text('README.html', () => documentHtml({ title, page: 'A4 portrait' }, auditCover(audited))),
    text('audit.json', () =>
      jsonOf({ formatVersion: 1, asOf, ...others, commit: history?.commit, uncommitted: history?.uncommitted }),
    ),
    text('approvals.json', () => jsonOf({ formatVersion: 1, ...(history ?? { commits: [], tags: [] }) })),
    csvArtifact('findings.csv', none, () => findingTable(diagnostics, lineOf)),
    csvArtifact('findings-accepted.csv', none, () => findingTable(waived, lineOf)),
    csvArtifact('waivers.csv', none, () => waiverTable(network, waived)),
    ...contracts(network),
    ...moneyDocuments(network, plan),
    ...claimDocuments(network),
    ...registerDocuments(network, plan),
  ].map(artifact => inForm(artifact, { csv: network.declared.csv, stamp }))
}

function jsonOf(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
