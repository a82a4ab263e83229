import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { newArtifact } from './new-artifact.ts'
import { newCommand } from './new-command.ts'
import { newField } from './new-field.ts'
import { newPlatform } from './new-platform.ts'
import { newRule } from './new-rule.ts'
import { isMisuse, type Scaffold, type Scaffolder } from './scaffold.ts'

/**
 * What a scaffold touches; `scaffolds.system.test.ts` lets each of them loose on a copy, and runs the tests of what it
 * made.
 */

const src = join(import.meta.dirname, '../..')

function tree(path: string): string | undefined {
  const file = join(src, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function made(scaffolder: Scaffolder, ...args: readonly string[]): Scaffold {
  const scaffold = scaffolder(tree, args)
  if (isMisuse(scaffold)) throw new Error(scaffold.misuse)
  return scaffold
}

function misuse(scaffolder: Scaffolder, ...args: readonly string[]): string {
  const scaffold = scaffolder(tree, args)
  return isMisuse(scaffold) ? scaffold.misuse : 'made something'
}

/** Files beside golden data. */
function touched({ files }: Scaffold): string[] {
  return Object.keys(files)
    .filter(path => !path.includes('/golden/'))
    .sort()
}

describe('a new rule', () => {
  test('is three files, and a golden case', () => {
    const { files } = made(newRule, 'GEO', 'mast-too-tall')
    expect(touched({ files } as Scaffold)).toEqual([
      'rules/geo/index.ts',
      'rules/geo/mast-too-tall.md',
      'rules/geo/mast-too-tall.ts',
    ])
    expect(Object.keys(files)).toContain('testing/golden/broken/mast-too-tall/opd/timur.yaml')
  })

  test.each([...new Set(rules.map(({ code }) => code.slice(0, 3)))])('knows the family %s', family => {
    const { files } = made(newRule, family, 'quite-wrong')
    const highest = rules.findLast(({ code }) => code.startsWith(family))?.code ?? ''
    const code = family + String(Number(highest.slice(3)) + 1).padStart(3, '0')
    const [, text] = Object.entries(files).find(([path]) => path.endsWith('/quite-wrong.ts')) ?? []
    expect(text).toContain(`code: '${code}'`)
    const [, index = ''] = Object.entries(files).find(([path]) => path.endsWith('/index.ts')) ?? []
    expect(index.split('\n').filter(line => line.includes('quiteWrong'))).toHaveLength(2)
  })

  test('takes the name of its folder too', () => {
    expect(Object.keys(made(newRule, 'geo', 'mast-too-tall').files)).toContain('rules/geo/mast-too-tall.ts')
  })

  test('refuses what is no family, no name, and what is there already', () => {
    expect(misuse(newRule, 'XYZ', 'a-b')).toContain('OPT optical')
    expect(misuse(newRule, 'GEO', 'A b')).toContain('named for the bad thing')
    expect(misuse(newRule, 'GEO', 'span-too-short')).toContain('already')
  })
})

test.each([
  [
    'platform',
    newPlatform,
    ['contohos'],
    ['platforms/contohos/contohos.ts', 'platforms/contohos/platform.ts', 'platforms/index.ts'],
  ],
  ['command', newCommand, ['count-sites'], ['cli/commands/count-sites.ts', 'cli/commands/index.ts']],
  ['artifact', newArtifact, ['site-list'], ['render/documents.ts', 'render/site-list/site-list.ts']],
  [
    'field',
    newField,
    ['site', 'floor_plan', 'text'],
    ['model/meanings/site.ts', 'model/site-file.ts', 'show/sites.ts'],
  ],
] as const)('a new %s touches these files', (_, scaffolder, args, files) => {
  expect(touched(made(scaffolder, ...args))).toEqual(files)
  expect(misuse(scaffolder)).toContain('usage: npm run new:')
})

test.each(['site', 'router', 'tenant', 'route', 'contract', 'circuit'])(
  'a new field of a %s stands in its schema and its table',
  kind => {
    for (const type of ['text', 'date', 'count'])
      for (const [path, text] of Object.entries(made(newField, kind, 'floor_plan', type).files))
        expect(text, path).toContain(
          path.startsWith('model/meanings/')
            ? "floorPlan: ['write me: floor plan',"
            : path.startsWith('model/')
              ? `floorPlan: ${type}.optional(),`
              : "'floor_plan'",
        )
  },
)

test('a field that is there already is refused', () => {
  expect(misuse(newField, 'site', 'status', 'text')).toContain('already')
  expect(misuse(newField, 'contract', 'number', 'text')).toContain('already')
})
