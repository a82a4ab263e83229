import { stringify } from 'yaml'
import type { Artifact } from '../../render/artifact.ts'
import type { Source } from '../../source/source.ts'
import { savedMapping } from '../mapping/mapping.ts'
import type { Proposal } from '../propose.ts'
import type { RouterComparison } from '../running/text.ts'
import { reportJson } from './json.ts'
import { reportMarkdown } from './markdown.ts'

/** The folder that an import writes: files to lay over the inventory, the mapping that it went by, and the report. */
export function importArtifacts(
  proposal: Proposal,
  files: readonly Source[],
  routers: readonly RouterComparison[],
): Artifact[] {
  return [
    ...files.map(({ path, text }): Artifact => ({ path: `sites/${path}`, content: () => text })),
    {
      path: 'mapping.yaml',
      content: () => mappingHead + stringify(savedMapping(proposal.mappings, proposal.tables), { lineWidth: 0 }),
    },
    { path: 'report.json', content: () => reportJson(proposal, routers) },
    { path: 'report.id.md', content: () => reportMarkdown(proposal, routers, 'id') },
    { path: 'report.en.md', content: () => reportMarkdown(proposal, routers, 'en') },
  ]
}

const mappingHead = `# Arti setiap kolom; ubah, lalu serat import ... --mapping FILE. What each column means; change it, then serat import ... --mapping FILE.
`
