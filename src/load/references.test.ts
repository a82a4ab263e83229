import { describe, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { optics } from '../model/optics.ts'
import { kinds } from '../model/kind.ts'
import type { Source, Step } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'
import { contoh } from '../testing/contoh.ts'
import { readKlaten } from '../testing/klaten/inventory.ts'
import { kindOf } from './kinds.ts'
import { declarationsIn, referencesIn, type Reference } from './references.ts'
import { hasSteps, valueAt } from './schema-walk.ts'

interface Thing {
  readonly source: Source
  readonly data: unknown
  /** Steps from the root of its file. */
  readonly at: readonly Step[]
}

function thingsOf(sources: readonly Source[]): Thing[] {
  return sources.flatMap(source => {
    const { data } = parseYaml(source)
    return Array.isArray(data)
      ? data.map((one: unknown, i) => ({ source, data: one, at: [i] }))
      : { source, data, at: [] }
  })
}

function referencesOf({ source, data }: Thing): Reference[] {
  const kind = kindOf(source.path, data)
  return kind === undefined ? [] : referencesIn(kind, data)
}

function declaredBy(things: readonly Thing[]): Set<string> {
  const declarations = things.flatMap(({ source, data }) =>
    declarationsIn(kindOf(source.path, data) ?? 'network', data),
  )
  return new Set(declarations.map(({ kind, id }) => `${kind}:${id}`))
}

describe.each([
  ['contoh', contoh()],
  ['the reference network', readKlaten().sources],
])('%s', (_, sources) => {
  const things = thingsOf(sources)

  test('declares everything that it refers to', () => {
    const declared = declaredBy(things)
    const references = things.flatMap(referencesOf)
    expect(references.length).toBeGreaterThan(80)
    const lost = references.flatMap(({ kinds: among, names, path }) =>
      names
        .filter(name => !among.some(kind => declared.has(`${kind}:${name}`)))
        .map(name => `${path.join('.')}: ${among.join('|')}:${name}`),
    )
    // A zone may reach what no zone of the network is; most optics stand in the catalogue.
    const catalogue = [...optics.keys()].map(name => `: optic:${name}`)
    expect(lost.filter(name => ![...catalogue, 'zone:internet'].some(known => name.endsWith(known)))).toEqual([])
  })
})

test('every kind is declared by name in one of them; a run declares spans, a splice has no name, models stand in the catalogue', () => {
  const declared = declaredBy(thingsOf([...contoh(), ...readKlaten().sources]))
  const found = new Set([...declared].map(name => name.split(':')[0]))
  expect(kinds.filter(kind => !found.has(kind))).toEqual(['run', 'darkfibre', 'splice', 'model', 'optic'])
})

test('a name that leads nowhere is a finding in the file that refers to it', () => {
  const sources = contoh()
  const silent: string[] = []
  for (const thing of thingsOf(sources)) {
    for (const reference of referencesOf(thing)) {
      const { path } = thing.source
      const changed = sources.map(source =>
        source.path === path ? { path, text: textWithLost(thing, reference) } : source,
      )
      const { diagnostics } = compile({ sources: changed, ledger: '', today: '2026-06-15', entropy: new Uint8Array(5) })
      const at = [...thing.at, ...reference.path].join('.')
      if (!diagnostics.some(({ at: place }) => place.source.path === path)) silent.push(`${path} ${at}`)
    }
  }
  expect(silent).toEqual([])
})

/** The file with one name changed into one that nobody has. JSON is YAML. */
function textWithLost({ source, at }: Thing, { path, key, names: [name = ''] }: Reference): string {
  const data: unknown = structuredClone(parseYaml(source).data)
  const owner = valueAt(data, [...at, ...path.slice(0, -1)])
  const step = String(path.at(-1))
  if (!hasSteps(owner)) throw new Error(`nothing stands at ${path.join('.')}`)
  const value = owner[step]
  if (key === true) {
    delete owner[step]
    owner['tidak-ada'] = value
  } else owner[step] = String(value).replace(name, 'tidak-ada')
  return JSON.stringify(data)
}
