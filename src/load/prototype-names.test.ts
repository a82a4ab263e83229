import { expect, test } from 'vitest'
import { compile, type Compilation } from '../compile.ts'
import { pretty } from '../diagnostic/pretty.ts'
import type { Source, Step } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'
import { contoh } from '../testing/contoh.ts'
import { load } from './load.ts'
import { hasSteps, valueAt } from './schema-walk.ts'

/** What every object of the language inherits. */
const inherited = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'map']

function compiledWith(source: Source, text: string): Compilation {
  const sources = contoh().map(one => (one.path === source.path ? { path: one.path, text } : one))
  return compile({ sources, ledger: '', today: '2026-06-15', entropy: new Uint8Array(5) })
}

function pathsIn(data: unknown, above: readonly Step[] = []): (readonly Step[])[] {
  if (!hasSteps(data)) return []
  return Object.keys(data).flatMap(step => [[...above, step], ...pathsIn(data[step], [...above, step])])
}

/** The file with the value at a path, or its key, changed. JSON is YAML. */
function changed(source: Source, path: readonly Step[], name: string, what: 'key' | 'value'): string {
  const data: unknown = structuredClone(parseYaml(source).data)
  const owner = valueAt(data, path.slice(0, -1))
  const step = String(path.at(-1))
  if (!hasSteps(owner)) throw new Error(`nothing stands at ${path.join('.')}`)
  const value = owner[step]
  if (what === 'value') owner[step] = name
  else {
    delete owner[step]
    Object.defineProperty(owner, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return JSON.stringify(data)
}

test('no field and no name is confused with what objects inherit', () => {
  let tried = 0
  for (const source of contoh()) {
    for (const path of pathsIn(parseYaml(source).data)) {
      const name = inherited[tried++ % inherited.length] ?? ''
      const owner = valueAt(parseYaml(source).data, path.slice(0, -1))
      for (const what of Array.isArray(owner) ? (['value'] as const) : (['key', 'value'] as const)) {
        const { diagnostics, artifacts } = compiledWith(source, changed(source, path, name, what))
        expect(pretty({ diagnostics, language: 'en', base: '' }), `${path.join('.')} ${name}`).not.toMatch(
          /native code|undefined|\[object/,
        )
        // A text for people may be any word; what is accepted must also come out.
        if (diagnostics.length === 0) expect([...artifacts].length).toBeGreaterThan(0)
      }
    }
  }
  expect(tried).toBeGreaterThan(400)
}, 120_000)

/** A unit, a month, a count: where a value is read for what was meant, its words are looked up too. */
const composed: readonly ((name: string) => string)[] = [
  name => `5${name}`,
  name => `-1 ${name}`,
  name => `5 ${name} 2026`,
  name => `${name} 2026`,
  name => `${name}/5`,
  name => `${name}:1`,
]

test('no part of a value is confused with what objects inherit', () => {
  for (const source of contoh()) {
    for (const path of pathsIn(parseYaml(source).data)) {
      for (const compose of composed) {
        const text = changed(source, path, compose('constructor'), 'value')
        const { diagnostics } = load([{ path: source.path, text }], new Map())
        expect(pretty({ diagnostics, language: 'en', base: '' }), `${path.join('.')} ${text}`).not.toMatch(
          /native code|undefined|\[object/,
        )
      }
    }
  }
}, 120_000)

test.each(inherited)('%s is a model, a segment and a key that nobody knows', name => {
  const [site] = contoh().filter(({ path }) => path === 'opd/utara.yaml')
  if (site === undefined) throw new Error('no opd/utara.yaml in contoh')
  const codes = (text: string): string[] => compiledWith(site, text).diagnostics.map(({ code }) => code)
  expect(codes(site.text.replace(/model: [^,]+/, `model: ${name}`))).toEqual([
    name.startsWith('_') ? 'LOD013' : 'LOD024',
  ])
  const segment = codes(site.text.replace(/^segments:$/m, `segments:\n  ${name}: 5`))
  expect(segment).toEqual([name === '__proto__' ? 'LOD010' : /^[a-z-]+$/.test(name) ? 'LOD020' : 'LOD013'])
  expect(codes(`${site.text}${name}: 5\n`)).toEqual(['LOD010'])
})
