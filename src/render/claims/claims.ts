import type { Claim, Network } from '../../model/network.ts'
import { restitutionOf, restitutions, type Restitution } from '../../money/claims.ts'
import type { Artifact } from '../artifact.ts'
import { documentHtml } from '../document/html.ts'
import { documentMarkdown } from '../document/markdown.ts'
import { sourcesOf } from '../sources-of.ts'
import { inside } from '../../source/source.ts'
import { csvArtifact } from '../tables/artifacts.ts'
import { restitutionColumns } from './columns.ts'
import { claimJson } from './json.ts'
import { claimLetter } from './letter.ts'

/** The letter of every claim that was recorded, with its operands beside it, and all that comes back by month. */
export function claimDocuments(network: Network): Artifact[] {
  const letters = [...network.claims.values()].flatMap(claim => letterArtifacts(network, claim))
  if (network.tickets.size === 0) return letters
  const sources = (): string[] =>
    sourcesOf([network], network.contracts.values(), network.tickets.values(), network.claims.values())
  return [
    ...letters,
    csvArtifact('claims/restitution.csv', sources, () => ({
      columns: restitutionColumns,
      rows: restitutions(network),
      at: ({ tickets }) => tickets.map(({ origin }) => inside(origin, 'ticket')),
    })),
  ]
}

export function letterTitle({ contract, month }: Restitution): string {
  return `Klaim restitusi ${contract.declared.number}, ${month}`
}

function letterArtifacts(network: Network, claim: Claim): Artifact[] {
  const found = restitutionOf(network, claim.contract.id, claim.declared.month)
  if (found === undefined) return []
  const sources = (): string[] =>
    sourcesOf(
      [network, claim, claim.contract],
      found.tickets,
      found.circuits.map(({ bought }) => bought),
    )
  const blocks = (): ReturnType<typeof claimLetter> => claimLetter(network, found, claim.declared)
  return [
    { path: `claims/${claim.id}.json`, sources, content: () => claimJson(network, found) },
    { path: `claims/${claim.id}.md`, sources, content: () => documentMarkdown(blocks()) },
    {
      path: `claims/${claim.id}.html`,
      sources,
      content: () => documentHtml({ title: letterTitle(found), page: 'A4 portrait' }, blocks()),
    },
  ]
}
