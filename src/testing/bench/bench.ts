import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { built, builtForMemory, ran } from './process.ts'

/**
 * `npm run bench [SITES...]`: for inventories of 45, 600 and 10,000 sites the floor, our whole process, their ratio and
 * our peak memory. Every build is a process of its own through the command line, into an empty folder; nothing is kept
 * from one to the next but the ledger.
 */
interface Figures {
  readonly sites: number
  readonly floor: Floor
  readonly checkSeconds: number
  readonly seconds: number
  readonly megabytes: number
  readonly bytesOfRouter: number
  readonly stages: Readonly<Record<string, number>>
}

/** Processor seconds of `floor.ts`, and of its part that reads. */
interface Floor {
  readonly reading: number
  readonly all: number
}

interface Goal {
  readonly seconds?: number
  /** Of the whole build to the floor. */
  readonly ratio?: number
  /** Of `check` to the part of the floor that reads. */
  readonly checkRatio?: number
  readonly megabytes?: number
}

const goals: Readonly<Record<number, Goal>> = {
  45: { seconds: 0.7 },
  600: { ratio: 2, checkRatio: 4 },
  10000: { ratio: 2, megabytes: 1536 },
}
const asked = process.argv.slice(2).map(Number)
const sizes = asked.length === 0 ? [45, 600, 10_000] : asked
const folder = mkdtempSync(join(tmpdir(), 'serat-bench-'))

try {
  const klaten = bytesOfKlaten()
  const figures = sizes.map(measure)
  print(figures, klaten)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measure(sites: number): Figures {
  const [inventory, out] = [join(folder, `sites-${sites}`), join(folder, `out-${sites}`)]
  ran('src/testing/generate/generate.ts', [String(sites), inventory])
  // The warm-up: it draws the ledger, and tells the memory, which a preloaded module costs a little time.
  const megabytes = builtForMemory(inventory, out)
  const times = sites > 5000 ? 1 : 3
  const seconds = median(times, () => built(inventory, out).seconds)
  const check = ['check', '--inventory', inventory]
  const checkSeconds = median(times, () => ran('src/cli/main.ts', check, { mayFind: true }).seconds)
  const bytesOfRouter = bytesOfRouters(out)
  const floors = Array.from({ length: times }, () => {
    const written = join(folder, 'floor')
    rmSync(written, { recursive: true, force: true })
    return JSON.parse(ran('src/testing/bench/floor.ts', [inventory, out, written]).stdout) as Floor
  })
  const [floor = { reading: 0, all: 0 }] = floors.sort((a, b) => a.all - b.all).slice(Math.floor(times / 2))
  const stages = JSON.parse(
    ran('src/testing/bench/stages.ts', [inventory], { node: process.execArgv }).stdout,
  ) as Record<string, number>
  rmSync(out, { recursive: true })
  rmSync(inventory, { recursive: true })
  return { sites, floor, checkSeconds, seconds, megabytes, bytesOfRouter, stages }
}

function median(times: number, run: () => number): number {
  const all = Array.from({ length: times }, run).sort((a, b) => a - b)
  return all[Math.floor(times / 2)] ?? 0
}

function bytesOfKlaten(): number {
  const [inventory, out] = [join(folder, 'klaten'), join(folder, 'klaten-out')]
  cpSync(join(import.meta.dirname, '../../../sites'), inventory, { recursive: true })
  built(inventory, out)
  return bytesOfRouters(out)
}

/** Bytes of configuration for each router. */
function bytesOfRouters(out: string): number {
  const { artifacts } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
    artifacts: readonly { readonly path: string; readonly bytes: number }[]
  }
  const own = artifacts.filter(({ path }) => path.startsWith('routers/'))
  return own.reduce((sum, { bytes }) => sum + bytes, 0) / new Set(own.map(({ path }) => path.split('/')[1])).size
}

function print(figures: readonly Figures[], klaten: number): void {
  const head = [
    'sites',
    'floor s',
    'ours s',
    'ratio',
    'check/reading',
    'memory MB',
    'bytes/router',
    'of Klaten',
    'goal',
  ]
  const rows = figures.map(({ sites, floor, checkSeconds, seconds, megabytes, bytesOfRouter }) => [
    String(sites),
    floor.all.toFixed(2),
    seconds.toFixed(2),
    (seconds / floor.all).toFixed(2),
    (checkSeconds / floor.reading).toFixed(2),
    megabytes.toFixed(0),
    bytesOfRouter.toFixed(0),
    `${((bytesOfRouter / klaten) * 100).toFixed(0)} %`,
    verdict(goals[sites], {
      seconds,
      ratio: seconds / floor.all,
      checkRatio: checkSeconds / floor.reading,
      megabytes,
    }),
  ])
  table([head, ...rows])
  const [small, large] = [figures.find(({ sites }) => sites === 600), figures.find(({ sites }) => sites === 10_000)]
  if (small !== undefined && large !== undefined) {
    const growth = large.seconds / small.seconds / (large.sites / small.sites)
    process.stdout.write(`\ngrowth from 600 to 10,000 sites: ${growth.toFixed(2)} of linear\n`)
  }
  process.stdout.write('\nmilliseconds of each stage, in one process that writes nothing:\n')
  const names = Object.keys(figures[0]?.stages ?? {})
  table([
    ['sites', ...names],
    ...figures.map(({ sites, stages }) => [String(sites), ...names.map(name => (stages[name] ?? 0).toFixed(0))]),
  ])
}

function verdict(goal: Goal | undefined, measured: Required<Goal>): string {
  if (goal === undefined) return ''
  const asked: readonly (readonly [number | undefined, number, string])[] = [
    [goal.seconds, measured.seconds, 's'],
    [goal.ratio, measured.ratio, 'x'],
    [goal.checkRatio, measured.checkRatio, 'x reading'],
    [goal.megabytes, measured.megabytes, 'MB'],
  ]
  return asked
    .flatMap(([under, figure, unit]) =>
      under === undefined ? [] : [`< ${under} ${unit}: ${figure < under ? 'met' : 'MISSED'}`],
    )
    .join(', ')
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0)))
  for (const row of rows) process.stdout.write(row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ') + '\n')
}
