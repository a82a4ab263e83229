import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '../../compile.ts'
import { places } from '../../load/kinds.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { readInventory } from '../../source/read.ts'
import { ran } from './process.ts'

/**
 * `npm run bench:change [SITES]`: one edited file of an inventory of 10,000 sites in a repository of its own. `check`
 * of it, then `diff` against the commit before, in turn, each a process of its own: seconds on the clock, of processors
 * too, and the size of the report. Linux.
 */
interface Edit {
  readonly name: string
  readonly file: RegExp
  readonly typed: readonly [RegExp, string]
}

const edits: readonly Edit[] = [
  { name: 'hosts of a leased site', file: /^opd\/kec-\d+\.yaml$/, typed: [/data: 32\b/, 'data: 33'] },
  {
    name: 'price of a circuit',
    file: /^circuits\/penyedia-a\.yaml$/,
    typed: [/monthly_rupiah: \d+/, 'monthly_rupiah: 9000000'],
  },
  {
    name: 'cost of a route at a core',
    file: /^routes\/ring-.*\.yaml$/,
    typed: [/speed_mbps: 1000\n/, 'speed_mbps: 1000\n  cost_factor: 4\n'],
  },
]
const mostRatio = 2.5
const mostBytes = 60_000

const [, , size = '10000'] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'serat-bench-'))

try {
  prepared(Number(size))
  const rows = edits.map(measured)
  for (const row of rows) console.log(JSON.stringify(row))
  process.exitCode = rows.every(({ ratio, bytes }) => ratio < mostRatio && bytes < mostBytes) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Generated, its numbers recorded, and committed. */
function prepared(sites: number): void {
  ran('src/testing/generate/generate.ts', [String(sites), folder])
  const { sources, ledger } = readInventory(folder, places)
  const day = '2026-06-01'
  const compiled = compile({ sources, ledger, today: day, asOf: day, entropy: new Uint8Array(16).fill(7) })
  writeFileSync(join(folder, ledgerName), compiled.ledger)
  git('init', '--quiet')
  git('add', '.')
  git('-c', 'user.name=bench', '-c', 'user.email=bench@example.org', 'commit', '--quiet', '--message=base')
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
}

function measured({ name, file, typed }: Edit): Readonly<Record<string, string | number>> & Measured {
  const path = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(each => file.test(each))
    .find(each => typed[0].test(readFileSync(join(folder, each), 'utf8')))
  if (path === undefined) throw new Error(`no file for: ${name}`)
  const text = readFileSync(join(folder, path), 'utf8')
  writeFileSync(join(folder, path), text.replace(...typed))
  const check = spent(['check', '--format', 'concise'])
  const diff = spent(['diff', 'HEAD', '--format', 'markdown'])
  writeFileSync(join(folder, path), text)
  return {
    edit: name,
    checkSeconds: rounded(check.seconds),
    diffSeconds: rounded(diff.seconds),
    ratio: rounded(diff.seconds / check.seconds),
    ratioOfProcessors: rounded(diff.processors / check.processors),
    bytes: Buffer.byteLength(diff.stdout),
    verdict: diff.stdout.split('\n')[0] ?? '',
  }
}

interface Measured {
  readonly ratio: number
  readonly bytes: number
}

function spent(args: readonly string[]): {
  readonly seconds: number
  readonly processors: number
  readonly stdout: string
} {
  const before = processorSeconds()
  const { seconds, stdout } = ran('src/cli/main.ts', [...args, '--inventory', folder], { mayFind: true })
  return { seconds, processors: processorSeconds() - before, stdout }
}

/** Of all that was started and has ended: the 16th and 17th field of proc(5)'s stat, in ticks of a hundredth. */
function processorSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

function rounded(figure: number): number {
  return Math.round(figure * 100) / 100
}
