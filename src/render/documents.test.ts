import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { load } from '../load/load.ts'
import type { Network } from '../model/network.ts'
import { parseLedger } from '../plan/ledger.ts'
import { makePlan } from '../plan/make-plan.ts'
import type { Plan } from '../plan/plan.ts'
import type { Source } from '../source/source.ts'
import { contoh, testPlatforms } from '../testing/contoh.ts'
import { documents } from './documents.ts'
import { page } from './page/page.ts'

interface Case {
  readonly network: Network
  readonly plan: Plan
}

function caseOf(sources: readonly Source[]): Case {
  const { value: network, diagnostics } = load(sources, testPlatforms)
  if (network === undefined) throw new Error('no network')
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return {
    network,
    plan: makePlan({ network, ledger: parseLedger('').value, asOf: '2026-11-02', entropy: new Uint8Array(8).fill(7) }),
  }
}

function reference(): Source[] {
  const folder = new URL('../../sites/', import.meta.url)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml') && !path.includes('allocations'))
    .sort()
  return paths.map(path => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
}

async function rendered({ network, plan }: Case): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const artifact of [
    ...documents(network, plan, () => '0'.repeat(64)),
    page({ network, plan, diagnostics: [], waived: [], asOf: plan.asOf }),
  ])
    files.set(artifact.path, Buffer.from((await artifact.content()) as Uint8Array))
  return files
}

const klaten = caseOf(reference())
const files = await rendered(klaten)
const text = (path: string): string => files.get(path)?.toString() ?? ''

describe('the documents of the reference network', () => {
  test('have the paths that the interface names, each once', () => {
    const paths = [...files.keys()]
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toEqual(
      expect.arrayContaining([
        'ip-plan/ip-plan.csv',
        'ip-plan/ip-plan.md',
        'ip-plan/ip-plan.xlsx',
        'contracts/register.csv',
        'contracts/register.xlsx',
        'topology/topology.json',
        'topology/topology.geojson',
        'topology/topology.dot',
        'topology/topology.svg',
        'index.html',
      ]),
    )
    for (const id of klaten.network.contracts.keys())
      expect(paths).toEqual(expect.arrayContaining([`contracts/${id}.md`, `contracts/${id}.json`]))
  })

  test('are the same bytes when they are made again, from files in another order', async () => {
    const again = await rendered(caseOf(reference().toReversed()))
    expect([...again.keys()]).toEqual([...files.keys()])
    for (const [path, content] of again) expect(content.equals(files.get(path) ?? Buffer.alloc(0)), path).toBe(true)
  })

  test('do not depend on the date, but for the page, maps, workbooks, what money is due and registers', async () => {
    const { network } = klaten
    const later = {
      network,
      plan: makePlan({
        network,
        ledger: parseLedger('').value,
        asOf: '2031-05-17',
        entropy: new Uint8Array(8).fill(7),
      }),
    }
    const isDaily = (path: string): boolean => path === 'index.html' || /\.(geojson|kml|xlsx)$/.test(path)
    for (const [path, content] of await rendered(later)) {
      if (/^(money|registers)\//.test(path)) continue
      expect(content.equals(files.get(path) ?? Buffer.alloc(0)), path).toBe(!isDaily(path))
    }
  })

  test('end in one line feed and have no carriage return', () => {
    for (const [path, content] of files) {
      if (path.endsWith('.xlsx')) continue
      expect(content.at(-1), path).toBe(10)
      expect(content.includes(13), path).toBe(false)
    }
  })

  test('name their sources', () => {
    for (const artifact of documents(klaten.network, klaten.plan, () => '0'.repeat(64))) {
      const sources = artifact.sources?.() ?? []
      expect(sources, artifact.path).toContain('network.yaml')
      expect(sources, artifact.path).toEqual([...new Set(sources)].sort())
    }
  })

  test('carry the notes of the network, which say what is composed', () => {
    const notes = klaten.network.declared.notes ?? []
    expect(notes.length).toBeGreaterThan(0)
    for (const { id: note, en } of notes) {
      expect(text('index.html')).toContain(en)
      expect(text('index.html')).toContain(note)
      expect(text('topology/topology.svg').replace(/<[^>]*>\n?/g, ' ')).toContain(note.split(' ').slice(0, 6).join(' '))
      expect(text('ip-plan/ip-plan.md')).toContain(note)
      for (const contract of klaten.network.contracts.keys()) expect(text(`contracts/${contract}.md`)).toContain(note)
    }
  })
})

/** Of the smallest inventory, with every name that people give made as unpleasant as the schema allows. */
function hostile(): { readonly sources: Source[]; readonly name: string } {
  const name = `=1+1"'|\`x\`<script>alert(1)</script>&amp;[a](b)\\N`
  const quoted = `'${name.replaceAll("'", "''")}'`
  return {
    name,
    sources: contoh().map(({ path, text: original }) => ({
      path,
      text: original.replace(/^(\s*(?:- )?(?:name|title|note|ppk): ).*$/gm, `$1${quoted}`),
    })),
  }
}

describe('a hostile name', () => {
  test('stays a name everywhere', async () => {
    const { sources, name } = hostile()
    const evil = caseOf(sources)
    expect([...evil.network.sites.values()].some(({ declared }) => declared.name === name)).toBe(true)
    const all = await rendered(evil)
    const of = (path: string): string => all.get(path)?.toString() ?? ''
    for (const path of ['index.html', 'topology/topology.svg']) expect(/<script/i.exec(of(path)), path).toBeNull()
    for (const [path, content] of all) {
      if (path.endsWith('.md')) expect(/<script|[^\\]\[a\]\(b\)/.exec(content.toString())?.[0], path).toBeUndefined()
      if (path.endsWith('.csv')) expect(/(^|,)"?[=+@-][^,\d]/m.exec(content.toString())?.[0], path).toBeUndefined()
      if (path.endsWith('.json') || path.endsWith('.geojson'))
        expect(() => {
          JSON.parse(content.toString())
        }, path).not.toThrow()
    }
  })
})
