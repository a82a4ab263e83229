import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const copy = mkdtempSync(join(tmpdir(), 'serat-scaffold-'))
const before = textsOf(join(root, 'src'))

cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true, filter: path => !path.includes('/golden/') })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
writeFileSync(join(copy, 'package.json'), '{ "type": "module" }')
afterAll(() => rmSync(copy, { recursive: true }))

function textsOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    entry => entry.isFile() && /\.(ts|md)$/.test(entry.name),
  )
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

/** Files that are new or changed since the copy was made, and that no earlier call has named. */
function changed(): string[] {
  const now = [...textsOf(join(copy, 'src'))].filter(([path, text]) => before.get(path) !== text)
  for (const [path, text] of now) before.set(path, text)
  return now.map(([path]) => path).sort()
}

function run(script: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, [join(copy, 'src/testing/scaffolds', script), ...args], {
    cwd: copy,
    encoding: 'utf8',
  })
}

function evaluate(text: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', text], {
    cwd: join(copy, 'src'),
    encoding: 'utf8',
  }).trim()
}

test('a new rule is three files, and is run with the others', () => {
  run('new-rule.ts', 'GEO', 'mast-too-tall')
  expect(changed()).toEqual(['rules/geo/mast-too-tall.md', 'rules/geo/mast-too-tall.ts', 'rules/index.ts'])
  expect(
    evaluate(
      'const { rules } = await import("./rules/index.ts"); console.log(rules.some(({ name }) => name === "mast-too-tall"))',
    ),
  ).toBe('true')
})

test('a new platform is three files, and is known to the compiler', () => {
  run('new-platform.ts', 'contohos')
  expect(changed()).toEqual(['platforms/contohos/contohos.ts', 'platforms/contohos/platform.ts', 'platforms/index.ts'])
  expect(
    evaluate('const { platforms } = await import("./compile.ts"); console.log([...platforms.keys()].join())'),
  ).toBe('contohos,iosxe,junos,linux,routeros')
})
