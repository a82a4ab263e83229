import { expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import { concise } from '../../diagnostic/concise.ts'
import { renamed } from '../../edit/rename.ts'
import { declarationsOf, thingsIn } from '../../edit/things.ts'
import type { Source } from '../../source/source.ts'
import { contoh } from '../contoh.ts'

/** The one lower-case word that every object of the language inherits, and one that nothing is called. */
const inherited = 'constructor'
const plain = 'constructoq'

/** A tenant beside one that has a share alone. */
const sources = contoh().map(({ path, text }) => ({
  path,
  text: text.replace('tenants: [kec-bukit]', 'tenants: [kec-bukit, dinkes]\ncost_shares: { dinkes: 1 }'),
}))
const given = { today: '2026-06-15', entropy: new Uint8Array(5) }
const { ledger } = compile({ sources, ledger: '', ...given })
const kinds = [...new Set(declarationsOf(thingsIn(sources)).map(({ kind }) => kind))]

test.each(kinds)('a %s may have a name that every object inherits: the outputs are those of any other name', kind => {
  const own = declarationsOf(thingsIn(sources)).filter(each => each.kind === kind)
  const chosen = own.find(({ id }) => id === 'kec-bukit') ?? own.at(-1)
  const files = [inherited, plain].map(to => renamed(sources, { kind, from: chosen?.id ?? '', to }))
  const [ours, theirs] = files.map(made => ('sources' in made ? outputsOf(made.sources) : undefined))
  expect(ours).toEqual(theirs)
  if (ours !== undefined) expect(ours.size).toBeGreaterThan(50)
})

test('most kinds can be renamed', () => {
  const can = kinds.filter(kind =>
    declarationsOf(thingsIn(sources))
      .filter(each => each.kind === kind)
      .some(({ id }) => 'sources' in renamed(sources, { kind, from: id, to: inherited })),
  )
  expect(can.length).toBeGreaterThan(12)
})

/** Texts and findings with the name as the plain one, digests of texts aside. */
function outputsOf(renamedSources: readonly Source[]): Map<string, string> {
  const { diagnostics, artifacts } = compile({ sources: renamedSources, ledger, ...given })
  const without = (text: string): string => text.replaceAll(inherited, plain).replace(/[0-9a-f]{16,}/g, '#')
  const said: readonly (readonly [string, string])[] = [['', concise({ diagnostics, language: 'en', base: '' })]]
  const texts = [...artifacts]
    .filter(({ path }) => path !== 'index.html' && path !== 'manifest.json')
    .map(({ path, content }): [string, string] => {
      const made = content([])
      return [path, typeof made === 'string' ? made : '']
    })
  return new Map([...said, ...texts].map(([path, text]) => [without(path), without(text)]))
}
