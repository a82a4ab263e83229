import { expect, test } from 'vitest'
import { compile } from '../compile.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Source, Step } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'
import { contoh } from '../testing/contoh.ts'
import { readKlaten } from '../testing/klaten/inventory.ts'
import { hasSteps, valueAt } from './schema-walk.ts'

const small = { sources: contoh(), ledger: '' }
const large = readKlaten()

function findingsOf({ sources, ledger }: typeof large, file: Source): Diagnostic[] {
  const changed = sources.map(source => (source.path === file.path ? file : source))
  return [...compile({ sources: changed, ledger, today: '2026-06-15', entropy: new Uint8Array(5) }).diagnostics]
}

const said = ({ code, at, message }: Diagnostic): string => `${at.source.path} ${code} ${message.en}`

/** Every step into a file's data, in order. */
function pathsIn(data: unknown, above: readonly Step[] = []): (readonly Step[])[] {
  if (!hasSteps(data)) return []
  return Object.keys(data).flatMap(step => [[...above, step], ...pathsIn(data[step], [...above, step])])
}

/** The file with one value of another type: a number for a group or list, a list for the rest. JSON is YAML. */
function spoilt(source: Source, path: readonly Step[]): Source {
  const data: unknown = structuredClone(parseYaml(source).data)
  const owner = valueAt(data, path.slice(0, -1))
  const step = String(path.at(-1))
  if (!hasSteps(owner)) throw new Error(`nothing stands at ${path.join('.')}`)
  owner[step] = hasSteps(owner[step]) ? 7 : [[7]]
  return { path: source.path, text: JSON.stringify(data) }
}

test('any one value of the wrong type is one finding', () => {
  const before = findingsOf(small, { path: '', text: '' }).map(said)
  expect(before).toEqual([])
  let tried = 0
  for (const source of small.sources) {
    for (const path of pathsIn(parseYaml(source).data).filter((_, i) => i % 3 === 0)) {
      tried++
      const findings = findingsOf(small, spoilt(source, path))
      expect(findings.map(said), `${source.path} ${path.join('.')}`).toHaveLength(1)
    }
  }
  expect(tried).toBeGreaterThan(150)
})

// Lists of the plant by what only follows from a fault in one of their entries.
test.each(['structures', 'spans', 'runs', 'cables', 'slack', 'splices'])(
  'a broken entry of %s in the reference network is one finding, whichever of its values is wrong',
  list => {
    const before = new Set(findingsOf(large, { path: '', text: '' }).map(said))
    let tried = 0
    const holding = large.sources.filter(
      source => source.path.startsWith('plant/') && Array.isArray(valueAt(parseYaml(source).data, [list])),
    )
    for (const source of holding.slice(0, 1)) {
      const { data } = parseYaml(source)
      const entries = valueAt(data, [list])
      if (!Array.isArray(entries)) continue
      // The middle of a list: what hangs on it stands on both sides.
      const entry = Math.floor(entries.length / 2)
      for (const path of [[list, entry], ...pathsIn(entries[entry], [list, entry])]) {
        tried++
        const findings = findingsOf(large, spoilt(source, path))
          .map(said)
          .filter(finding => !before.has(finding))
        expect(findings, `${source.path} ${path.join('.')}`).toHaveLength(1)
      }
    }
    expect(tried).toBeGreaterThan(3)
  },
)

test('a file of the reference network that does not parse is one finding', () => {
  const before = new Set(findingsOf(large, { path: '', text: '' }).map(said))
  // Every file that holds many things, and a site.
  for (const source of large.sources.filter(({ path }) => !path.startsWith('opd/') || path.includes('kec-bayat'))) {
    const findings = findingsOf(large, { path: source.path, text: `${source.text}\n  }: [` }).map(said)
    expect(
      findings.filter(finding => !before.has(finding)),
      source.path,
    ).toHaveLength(1)
  }
})
