import { constantName, hyphenated, withImport, wordsOf, type Scaffolder, type Tree } from './scaffold.ts'

const root = 'rules/index.ts'
const indexOf = (folder: string): string => `rules/${folder}/index.ts`
const base = 'testing/contoh/opd/timur.yaml'

/**
 * `npm run new:rule GEO mast-too-tall`: a rule, its page and its line in the index of its family, and the golden case
 * that every code needs. It runs at once, on a note with its name, so that only its question and its words are left to
 * write.
 */
export const newRule: Scaffolder = (tree, [family = '', name = '']) => {
  const families = familiesOf(tree)
  const found = [...families].find(([code, { folder }]) => family === code || family === folder)
  const usage = `usage: npm run new:rule FAMILY name-of-the-bad-thing\nfamilies: ${[...families].map(([code, { folder }]) => `${code} ${folder}`).join(', ')}`
  if (found === undefined) return { misuse: `unknown family: ${family}\n${usage}` }
  if (!hyphenated.test(name))
    return { misuse: `a rule is named for the bad thing, in small letters with hyphens, not: ${name}\n${usage}` }
  const [prefix, { folder, highest }] = found
  const path = `rules/${folder}/${name}`
  if (tree(`${path}.ts`) !== undefined) return { misuse: `there is a rule ${name} already` }
  const code = prefix + String(highest + 1).padStart(3, '0')
  return {
    files: {
      [`${path}.ts`]: ruleText(code, name),
      [`${path}.md`]: pageText(code, name),
      [indexOf(folder)]: entered(tree, folder, code, name),
      [`testing/golden/broken/${name}/opd/timur.yaml`]: `${tree(base) ?? ''}note: "write me: ${name}"\n#     ^^^^^^^^ ${code}\n`,
    },
    tests: ['src/rules/pages.test.ts', 'src/testing/golden/broken.test.ts', '-t', `${code}|${name}`],
    golden: ['src/testing/golden/broken.test.ts', '-t', name],
    next: [
      `src/rules/${folder}/${name}.ts: what it looks for, and its words in both languages`,
      `src/rules/${folder}/${name}.md: why, and examples; their YAML is the rule's test`,
      `src/testing/golden/broken/${name}: a whole inventory with the fault, marked with ^ under it; then renew its reports (below)`,
      '`npm test` fails while "write me" stands in any of them',
    ],
  }
}

interface Family {
  readonly folder: string
  /** Highest number in use. One above it is free: a number is never used again, so the highest is never removed. */
  readonly highest: number
}

interface Known {
  readonly code: string
  readonly constant: string
}

/** Every rule of a family, in order of code. */
function rulesOf(tree: Tree, folder: string): Known[] {
  const imports = (tree(indexOf(folder)) ?? '').matchAll(/^import \{ (\w+) \} from '\.\/([a-z0-9-]+)\.ts'$/gm)
  return [...imports]
    .flatMap(([, constant = '', file = '']) => {
      const code = /^ {2}code: '([A-Z]{3}\d{3})',$/m.exec(tree(`rules/${folder}/${file}.ts`) ?? '')?.[1]
      return code === undefined ? [] : [{ code, constant }]
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function familiesOf(tree: Tree): ReadonlyMap<string, Family> {
  const folders = (tree(root) ?? '').matchAll(/^import \{ \w+ \} from '\.\/([a-z]+)\/index\.ts'$/gm)
  return new Map(
    [...folders].flatMap(([, folder = '']) => {
      const last = rulesOf(tree, folder).at(-1)
      return last === undefined
        ? []
        : [[last.code.slice(0, 3), { folder, highest: Number(last.code.slice(3)) }] as const]
    }),
  )
}

/** The family's index with an import in order of path, and an entry behind the last rule before it in order of code. */
function entered(tree: Tree, folder: string, code: string, name: string): string {
  const before = rulesOf(tree, folder).findLast(known => known.code < code)
  const imported = withImport(tree(indexOf(folder)) ?? '', constantName(name), `./${name}.ts`)
  const list = imported.indexOf('export const')
  const entry = new RegExp(`\\b${before?.constant}\\b`)
  return imported.slice(0, list) + imported.slice(list).replace(entry, `${before?.constant}, ${constantName(name)}`)
}

function ruleText(code: string, name: string): string {
  return `import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const ${constantName(name)} = rule({
  code: '${code}',
  name: '${name}',
  severity: 'warning',
  title: { id: 'write me: ${wordsOf(name)}', en: 'write me: ${wordsOf(name)}' },
  *check({ network }) {
    for (const site of network.sites.values()) {
      if (site.declared.note !== 'write me: ${name}') continue
      yield { at: inside(site.origin, 'note'), about: [site], facts: { site: site.id } }
    }
  },
  message: ({ site }) => ({ id: \`write me: \${site} begini\`, en: \`write me: \${site} is so\` }),
  hint: () => ({ id: 'write me: lakukan ini', en: 'write me: do this' }),
})
`
}

function pageText(code: string, name: string): string {
  return `# ${code} ${name}

write me: the title in Indonesian and in English, and whether it is an error or a warning.

## Why

write me

## What is reported

write me

### Reported: write me

\`\`\`yaml
# opd/timur.yaml, changed:
note: "write me: ${name}"
#     ^^^^^^^^ ${code}
\`\`\`

## What is accepted

write me

### Accepted: write me

\`\`\`yaml
# opd/timur.yaml, changed:
note: a site like any other
\`\`\`
`
}
