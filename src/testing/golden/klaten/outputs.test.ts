import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { serat, withCopy } from '../../klaten/cli.ts'
import { readKlaten } from '../../klaten/inventory.ts'

interface ManifestFile {
  readonly formatVersion: number
  readonly asOf: string
  readonly artifacts: readonly {
    readonly path: string
    readonly sha256: string
    readonly bytes: number
    readonly sources: readonly string[]
  }[]
}

const files = readKlaten()

/** Read by the YAML package, apart from our loader. */
const contracts = files.sources
  .filter(({ path }) => path.startsWith('providers/'))
  .flatMap(
    ({ text }) =>
      (parse(text) as { readonly contracts: readonly { readonly contract: string; readonly number: string }[] })
        .contracts,
  )

it('build writes everything that the interface names, and the manifest is right about it', () =>
  withCopy(folder => {
    const run = serat(folder, 'build')
    expect([run.code, run.err.match(/error/i)?.[0] === undefined || /0 errors/.test(run.err + run.out)]).toEqual([
      0,
      true,
    ])
    const out = join(folder, 'out')
    const text = (path: string): string => readFileSync(join(out, path), 'utf8')

    const manifest = JSON.parse(text('manifest.json')) as ManifestFile
    expect([manifest.formatVersion, manifest.asOf]).toEqual([1, '2026-11-02'])
    const written = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter(path => statSync(join(out, path)).isFile() && path !== 'manifest.json')
      .map(path => path.replaceAll('\\', '/'))
      .sort()
    expect(manifest.artifacts.map(({ path }) => path)).toEqual(written)
    const wrong = manifest.artifacts.filter(({ path, sha256, bytes }) => {
      const content = readFileSync(join(out, path))
      return createHash('sha256').update(content).digest('hex') !== sha256 || content.length !== bytes
    })
    expect(wrong).toEqual([])
    expect(
      manifest.artifacts.flatMap(({ sources }) => sources).filter(path => !existsSync(join(folder, 'sites', path))),
    ).toEqual([])

    expect(contracts.length).toBeGreaterThan(0)
    for (const { contract, number } of contracts) {
      expect(text(`contracts/${contract}.md`)).toContain(number)
      expect(JSON.stringify(JSON.parse(text(`contracts/${contract}.json`)))).toContain(number)
    }
    expect(Object.keys(JSON.parse(text('topology/topology.json')) as object)[0]).toMatch(/^ietf-network/)
    expect(text('index.html')).toMatch(/^<!doctype html>/i)
    expectPlan(text('ip-plan/ip-plan.csv'))
  }))

/** Every prefix that the ledger records is in the plan. */
function expectPlan(csv: string): void {
  const rows = csv.trim().split(/\r?\n/)
  expect(rows.length).toBeGreaterThan(600)
  const prefixes = [...files.ledger.matchAll(/^(?:segment|link|tunnel)\/.*\/v4: (\S+)$/gm)].map(
    ([, prefix]) => prefix as string,
  )
  expect(prefixes.filter(prefix => !csv.includes(prefix))).toEqual([])
}
