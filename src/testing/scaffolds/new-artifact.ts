import { constantName, hyphenated, insertedBefore, withImport, type Scaffolder } from './scaffold.ts'

const index = 'render/documents.ts'

/** `npm run new:artifact site-list`: a document of `out/`, and its line among the documents. */
export const newArtifact: Scaffolder = (tree, [name = '']) => {
  if (!hyphenated.test(name))
    return { misuse: 'usage: npm run new:artifact name-of-the-folder   (small letters with hyphens)' }
  const path = `render/${name}/${name}.ts`
  if (tree(path) !== undefined) return { misuse: `there is an artifact ${name} already` }
  const constant = constantName(name)
  const imported = withImport(tree(index) ?? '', constant, `./${name}/${name}.ts`)
  const entered = insertedBefore(imported, '  return [\n', '  ].map(', `    ...${constant}(network),\n`)
  if (entered === undefined) return { misuse: `src/${index} has another shape than this scaffold knows` }
  return {
    files: { [path]: artifactText(name, constant), [index]: entered },
    tests: ['src/render/documents.test.ts', 'src/testing/golden/good.test.ts'],
    golden: ['src/testing/golden/good.test.ts'],
    next: [
      `src/${path}: its columns, or other forms (render/tables writes CSV, Markdown and XLSX; render/text escapes)`,
      'src/testing/golden/good: its file in each case is new; look at them, and renew them as it grows (below)',
      'README.md, "For auditors": what it tells',
    ],
  }
}

function artifactText(name: string, constant: string): string {
  return `import type { Network, Site } from '../../model/network.ts'
import type { Artifact } from '../artifact.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { column } from '../tables/column.ts'
import { csv } from '../tables/csv.ts'

const columns = [
  column<Site>('site', 'Situs', 'Site', 'code', 20, ({ id }) => id),
  column<Site>('name', 'Nama', 'Name', 'text', 40, ({ declared }) => declared.name),
]

/** A row for every site. */
export function ${constant}(network: Network): Artifact[] {
  const sources = once(() => sourcesOf([network], network.sites.values()))
  const rows = [...network.sites.values()]
  return [{ path: '${name}/${name}.csv', sources, content: () => csv({ columns, rows }) }]
}
`
}
