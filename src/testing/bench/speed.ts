import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../packaging/bundle.ts'
import { processorSeconds, ran } from './process.ts'

/**
 * `npm run bench:speed [SITES]`: the packed program's start against `node -e 0`, and a build where nothing or one site
 * file changed against `check` of the same inventory. Each a process of its own, in turn, so that all rounds share what
 * else the machine does; medians of processor seconds. Linux.
 */
const [, , size = '600'] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'serat-bench-'))
const hosts = /data: \d+/
const program = join(folder, 'dist/serat.js')
const root = join(import.meta.dirname, '../../..')

try {
  await bundle(join(folder, 'dist'))
  // As in the package: what says no type is parsed twice.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  cpSync(join(root, 'sites'), join(folder, 'klaten'), { recursive: true })
  for (const measured of [start, again])
    for (const row of measured()) {
      console.log(JSON.stringify(row))
      if (row.ratio >= row.under) process.exitCode = 1
    }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Row {
  readonly name: string
  readonly seconds: number
  readonly ratio: number
  readonly under: number
}

function start(): Row[] {
  const rounds = Array.from({ length: 12 }, () => [
    spent('-e', '0'),
    spent(program, '--help'),
    spent(program, 'check', '--inventory', join(folder, 'klaten')),
  ])
  // The first round fills the compile cache.
  const [floor = 0, help = 0, check = 0] = medians(rounds.slice(1))
  return [row('--help, to node -e 0', help, floor, 2.5), row('check of Klaten, to node -e 0', check, floor, 12)]
}

function again(): Row[] {
  const [inventory, out] = [join(folder, 'sites'), join(folder, 'out')]
  ran('src/testing/generate/generate.ts', [size, inventory])
  const asked = ['--inventory', inventory]
  spent(program, 'build', ...asked, '--out', out)
  const name = readdirSync(join(inventory, 'opd')).find(file =>
    hosts.test(readFileSync(join(inventory, 'opd', file), 'utf8')),
  )
  const site = join(inventory, 'opd', name ?? '')
  const rounds = Array.from({ length: Number(size) > 5000 ? 1 : 5 }, (_, i) => {
    const check = spent(program, 'check', ...asked)
    const unchanged = spent(program, 'build', ...asked, '--out', out)
    writeFileSync(site, readFileSync(site, 'utf8').replace(hosts, `data: ${10 + i}`))
    return [check, unchanged, spent(program, 'build', ...asked, '--out', out)]
  })
  const [check = 0, unchanged = 0, edited = 0] = medians(rounds)
  return [
    row(`build of ${size} sites, nothing changed, to check`, unchanged, check, 1.3),
    row(`build of ${size} sites, one site file edited, to check`, edited, check, 1.5),
  ]
}

function row(name: string, seconds: number, floor: number, under: number): Row {
  return { name, seconds: rounded(seconds), ratio: rounded(seconds / floor), under }
}

/** Processor seconds of one process, from start to exit. */
function spent(...args: readonly string[]): number {
  const before = processorSeconds()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 })
  // A check may find something; a build that does is none.
  if (status !== 0 && (status !== 1 || args.includes('build')))
    throw new Error(`${args.join(' ')} ended with ${status}\n${stderr.slice(-2000)}`)
  return processorSeconds() - before
}

/** Of each column. */
function medians(rounds: readonly (readonly number[])[]): number[] {
  return (rounds[0] ?? []).map((_, column) => {
    const all = rounds.map(each => each[column] ?? 0).sort((a, b) => a - b)
    return all[Math.floor(all.length / 2)] ?? 0
  })
}

function rounded(figure: number): number {
  return Math.round(figure * 100) / 100
}
