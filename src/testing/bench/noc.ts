/**
 * `npm run bench:noc -- SITES`: what `out/noc/` costs of a build of so many generated sites, without writing, as
 * medians of processor time; and whether Prometheus takes it: the check of its configuration, and how many targets a
 * living one holds (it asks them of exporters that are not there).
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compile } from '../../compile.ts'
import type { Plan } from '../../plan/plan.ts'
import { nocDocuments } from '../../render/noc/noc.ts'
import { generate } from '../generate/generate.ts'

const sites = Number(process.argv[2] ?? '600')
/** The first round of a process pays for compiling the program; of a large network it hardly shows. */
const rounds = sites > 2000 ? 1 : 5
const day = '2026-06-15'
const sources = generate(sites, 1)

interface Round {
  readonly plan: Plan
  readonly files: readonly { readonly path: string; readonly text: string }[]
  /** Processor time of the compiler and all other files, and of these. */
  readonly others: number
  readonly noc: number
}

async function measured(): Promise<Round> {
  const start = process.cpuUsage()
  const { plan, network, artifacts } = compile({
    sources,
    ledger: '',
    today: day,
    asOf: day,
    entropy: new Uint8Array(16),
  })
  if (plan === undefined || network === undefined) throw new Error('the generated network does not load')
  for (const artifact of artifacts) if (!artifact.path.startsWith('noc/')) await artifact.content()
  const others = secondsSince(start)
  const own = process.cpuUsage()
  const files = nocDocuments(network, plan).map(({ path, content }) => ({ path, text: String(content()) }))
  return { plan, files, others, noc: secondsSince(own) }
}

const all: Round[] = []
for (let round = 0; round < rounds; round++) all.push(await measured())
const [last] = all.slice(-1)
if (last === undefined) throw new Error('nothing was measured')
const { plan, files } = last
const share = ({ others, noc }: Round): number => noc / (others + noc)

const folder = mkdtempSync(join(tmpdir(), 'serat-bench-noc-'))
try {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const cwd = join(folder, 'noc')
  execFileSync('promtool', ['check', 'config', 'prometheus.yml'], { cwd, stdio: 'ignore' })
  execFileSync('amtool', ['check-config', 'alertmanager.yml'], { cwd, stdio: 'ignore' })
  console.log(
    JSON.stringify({
      sites,
      otherSeconds: round(median(all.map(({ others }) => others))),
      nocSeconds: round(median(all.map(({ noc }) => noc))),
      nocPercent: round(median(all.map(share)) * 100),
      nocMegabytes: round(files.reduce((sum, { text }) => sum + text.length, 0) / 1e6),
    }),
  )
  console.log(JSON.stringify({ targets: await targetsHeld(cwd) }))
} finally {
  rmSync(folder, { recursive: true })
}

/** Active targets by job, once a living Prometheus has as many of the first job as there are routers. */
async function targetsHeld(cwd: string): Promise<Record<string, number>> {
  const port = await freePort()
  const data = join(folder, 'data')
  const prometheus = spawn(
    'prometheus',
    ['--config.file=prometheus.yml', `--storage.tsdb.path=${data}`, `--web.listen-address=127.0.0.1:${port}`],
    { cwd, stdio: 'ignore' },
  )
  try {
    const wanted = [...plan.routers.values()].filter(({ site }) => site.active).length
    for (const deadline = Date.now() + 120_000; ; ) {
      const counts = await targetsAt(port)
      if (counts['icmp'] === wanted || Date.now() > deadline) return counts
      await new Promise(resolve => setTimeout(resolve, 500))
    }
  } finally {
    prometheus.kill()
    await once(prometheus, 'exit')
  }
}

async function targetsAt(port: number): Promise<Record<string, number>> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/targets?state=active`).catch(() => undefined)
  if (response?.ok !== true) return {}
  const { data } = (await response.json()) as { data: { activeTargets: { labels: { job: string } }[] } }
  const jobs = Map.groupBy(data.activeTargets, ({ labels }) => labels.job)
  return Object.fromEntries([...jobs].map(([job, all]) => [job, all.length]))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
