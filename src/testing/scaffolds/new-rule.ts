import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { rules } from '../../rules/index.ts'

/** `npm run new:rule GEO circuit-too-long` writes a rule and its page, and enters it in the index: three files. */

const families: Readonly<Record<string, string>> = {
  ADR: 'addressing',
  CKT: 'circuit',
  GEO: 'geo',
  KTR: 'contract',
  ORG: 'people',
  PLT: 'plant',
  RES: 'resilience',
  RTE: 'routing',
  RTR: 'router',
  SEC: 'security',
  WVR: 'waiver',
}
const folder = new URL('../../rules/', import.meta.url)

const [family = '', name = ''] = process.argv.slice(2)
const mistake = mistakeIn(family, name)
if (mistake !== undefined) {
  console.error(
    `${mistake}\nusage: npm run new:rule FAMILY name-of-the-bad-thing\nfamilies: ${Object.entries(families)
      .map(([code, meaning]) => `${code} ${meaning}`)
      .join(', ')}`,
  )
  process.exitCode = 2
} else {
  const code = nextCode(family)
  const path = `${families[family]}/${name}`
  writeFileSync(new URL(`${path}.ts`, folder), ruleText(code, name))
  writeFileSync(new URL(`${path}.md`, folder), pageText(code, name))
  const index = new URL('index.ts', folder)
  writeFileSync(index, entered(readFileSync(index, 'utf8'), family, name, path))
  console.log(
    `${code}: src/rules/${path}.ts, src/rules/${path}.md, src/rules/index.ts\nnext: npx vitest run src/rules/pages.test.ts -t ${code}`,
  )
}

function mistakeIn(code: string, rule: string): string | undefined {
  if (families[code] === undefined) return `unknown family: ${code}`
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(rule))
    return `a rule is named for the bad thing, in small letters with hyphens, not: ${rule}`
  if (rules.some(known => known.name === rule) || existsSync(new URL(`${families[code]}/${rule}.ts`, folder)))
    return `there is a rule ${rule} already`
  return undefined
}

/** One more than the highest of the family: a number is never used again. */
function nextCode(code: string): string {
  const numbers = rules.filter(rule => rule.code.startsWith(code)).map(rule => Number(rule.code.slice(3)))
  return code + String(Math.max(0, ...numbers) + 1).padStart(3, '0')
}

function constantName(rule: string): string {
  return rule.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The index with an import in order of path and an entry behind the last rule of the family. */
function entered(index: string, code: string, rule: string, path: string): string {
  const lines = index.split('\n')
  const line = `import { ${constantName(rule)} } from './${path}.ts'`
  const later = lines.findIndex(other => other.startsWith('import {') && importPath(other) > `./${path}.ts`)
  lines.splice(later < 0 ? lines.findLastIndex(other => other.startsWith('import ')) + 1 : later, 0, line)
  const before = rules.findLast(known => known.code.slice(0, 3) <= code)
  const place =
    before === undefined
      ? lines.findIndex(other => other.endsWith('= ['))
      : lines.indexOf(`  ${constantName(before.name)},`)
  lines.splice(place + 1, 0, `  ${constantName(rule)},`)
  return lines.join('\n')
}

function importPath(line: string): string {
  return /from '(\.\/[a-z]+\/.*)'/.exec(line)?.[1] ?? ''
}

function ruleText(code: string, rule: string): string {
  return `import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const ${constantName(rule)} = rule({
  code: '${code}',
  name: '${rule}',
  severity: 'warning',
  title: { id: 'write me', en: 'write me' },
  *check({ network }) {
    for (const site of network.sites.values()) {
      if (site.declared.note !== 'write me') continue
      yield { at: inside(site.origin, 'note'), about: [site], facts: { site: site.id } }
    }
  },
  message: ({ site }) => ({ id: \`write me \${site}\`, en: \`write me \${site}\` }),
  hint: () => ({ id: 'write me', en: 'write me' }),
})
`
}

function pageText(code: string, rule: string): string {
  return `# ${code} ${rule}

write me: the title in Indonesian and in English, and whether it is an error or a warning.

## Why

write me

## What is reported

write me

### Reported: write me

\`\`\`yaml
# opd/timur.yaml, changed:
note: write me
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
