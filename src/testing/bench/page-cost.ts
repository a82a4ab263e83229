import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '../../compile.ts'
import { pageApplication } from '../../cli/page/application.ts'
import { writeOutput } from '../../cli/disk/output-folder.ts'
import { places } from '../../load/kinds.ts'
import { inventoryHash, manifest } from '../../render/manifest.ts'
import { readInventory } from '../../source/read.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { ran } from './process.ts'

/**
 * `npm run bench:page-cost [SITES…]`: what of a build its page costs, in processor seconds: whole builds with the page
 * and without it, each a process of its own into a new folder, in turn; medians. The reference network first, then
 * generated ones.
 */
const rounds = 5
const most = 0.15
const [, , ...given] = process.argv

if (given[0] === '--one') await one(given[1] ?? '', given[2] ?? '', given[3] === 'page')
else compared(given)

function compared(sizes: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'serat-page-cost-'))
  try {
    cpSync(join(import.meta.dirname, '../../../sites'), join(folder, 'klaten'), { recursive: true })
    for (const size of sizes) ran('src/testing/generate/generate.ts', [size, join(folder, `${size} sites`)])
    for (const name of ['klaten', ...sizes.map(size => `${size} sites`)]) {
      const inventory = join(folder, name)
      ran('src/cli/main.ts', ['build', '--inventory', inventory, '--out', join(folder, 'first'), '--new-ledger'])
      const all = Array.from({ length: rounds }, () => [
        spent(folder, inventory, 'page'),
        spent(folder, inventory, 'none'),
      ])
      const [whole, without] = [median(all.map(each => each[0] ?? 0)), median(all.map(each => each[1] ?? 0))]
      const share = (whole - without) / whole
      if (share > most) process.exitCode = 1
      console.log(JSON.stringify({ name, whole, without, share: Math.round(share * 1000) / 1000, most }))
      rmSync(join(folder, 'first'), { recursive: true, force: true })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Processor seconds of a build in a process of its own. */
function spent(folder: string, inventory: string, page: 'page' | 'none'): number {
  const out = join(folder, 'out')
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [import.meta.filename, '--one', inventory, out, page],
    { encoding: 'utf8' },
  )
  rmSync(out, { recursive: true, force: true })
  if (status !== 0) throw new Error(stderr)
  return Number(stdout)
}

async function one(folder: string, out: string, withPage: boolean): Promise<void> {
  const inventory = readInventory(folder, places)
  const today = '2026-11-02'
  const application = withPage
    ? (await pageApplication({ folder, without: [], asOf: undefined, today }))(inventory)
    : undefined
  const compilation = compile({
    ...inventory,
    reading: inventory.diagnostics,
    today,
    entropy: new Uint8Array(16),
    ...(application === undefined ? {} : { application }),
  })
  const { artifacts, page, ledger, asOf } = compilation
  const wanted = withPage ? artifacts : Array.from(artifacts).filter(artifact => artifact !== page)
  const hashed = [...inventory.sources, { path: ledgerName, text: ledger }]
  await writeOutput(out, wanted, written => manifest(written, { inventoryHash: inventoryHash(hashed), asOf }))
  const { user, system } = process.cpuUsage()
  process.stdout.write(String((user + system) / 1e6))
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}
