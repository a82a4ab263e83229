import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newArtifact } from './new-artifact.ts'
import { newCommand } from './new-command.ts'
import { newField } from './new-field.ts'
import { newPlatform } from './new-platform.ts'
import { newRule } from './new-rule.ts'
import { isMisuse, type Scaffold, type Scaffolder } from './scaffold.ts'

/**
 * `npm run new:KIND …`: writes what a scaffold makes, in the house's format, with its golden data, and says what is
 * left to do.
 */

const root = join(import.meta.dirname, '../../..')

const scaffolders: Readonly<Record<string, Scaffolder>> = {
  rule: newRule,
  platform: newPlatform,
  command: newCommand,
  artifact: newArtifact,
  field: newField,
}

const [kind = '', ...args] = process.argv.slice(2)
const scaffolder = scaffolders[kind]
const made = scaffolder?.(textOf, args) ?? {
  misuse: `usage: npm run new:KIND; kinds: ${Object.keys(scaffolders).join(', ')}`,
}
if (isMisuse(made)) {
  console.error(made.misuse)
  process.exitCode = 2
} else {
  write(made)
  console.log(
    Object.keys(made.files)
      .map(path => `src/${path}`)
      .join('\n'),
  )
  if (made.golden.length > 0)
    run('vitest/vitest.mjs', ['run', '--project', 'fast', '--reporter=dot', ...made.golden], { SERAT_UPDATE: '1' })
  console.log(`\nnext:\n${[...made.next.map(step => `  ${step}`), ...commandsOf(made)].join('\n')}`)
}

function textOf(path: string): string | undefined {
  const file = join(root, 'src', path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function write({ files }: Scaffold): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, 'src', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const code = Object.keys(files).filter(path => path.endsWith('.ts'))
  run('@biomejs/biome/bin/biome', ['format', '--write', ...code.map(path => join(root, 'src', path))])
}

function commandsOf({ golden, tests }: Scaffold): string[] {
  const vitest = (words: readonly string[]): string => `npx vitest run --project fast ${words.map(quoted).join(' ')}`
  return [...(golden.length === 0 ? [] : [`  SERAT_UPDATE=1 ${vitest(golden)}`]), `  npx tsc && ${vitest(tests)}`]
}

function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word}'`
}

function run(script: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status === 0) return
  console.error(`${stdout}${stderr}`)
  process.exitCode = 1
}
