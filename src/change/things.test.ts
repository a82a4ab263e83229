import { expect, test } from 'vitest'
import { load } from '../load/load.ts'
import type { Network } from '../model/network.ts'
import { platforms } from '../compile.ts'
import type { Source } from '../source/source.ts'
import { readSites } from '../testing/reference-intents.ts'
import { compareThings } from './things.ts'

/** Kinds that the reference network has no file of, as somebody would declare them. */
const types: readonly Source[] = [
  {
    path: 'types/rb-contoh.yaml',
    text: 'model: RB-CONTOH\nplatform: routeros\nports:\n  - { prefix: ether, first: 1, last: 5, speed_mbps: 1000, medium: copper }\ntrunk: ether5\nsource: dikarang untuk uji\n',
  },
]

function loaded(): Network {
  // Sources of its own: of files that both sides share nobody asks what they declare.
  const network = load(
    [...readSites().sources, ...types].map(({ path, text }) => ({ path, text })),
    platforms,
  ).value
  if (network === undefined) throw new Error('the reference network does not load')
  return network
}

test('whatever is declared in a table of its own is seen when it comes and when it goes', () => {
  const [old, now] = [loaded(), loaded()]
  const tables = Object.entries(now).flatMap(([table, value]) => {
    const [first] = value instanceof Map ? value.values() : []
    // A router stands in its site's file, and changes with it.
    return isDeclared(first) && first.kind !== 'router' ? [{ table, kind: first.kind }] : []
  })
  const unseen = tables.filter(
    ({ table, kind }) =>
      !compareThings({ before: { ...old, [table]: new Map() }, after: now }).some(
        change => change.kind === kind && change.what === 'added',
      ),
  )
  expect(tables.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['work', 'model', 'contract', 'cable', 'site']))
  expect(unseen).toEqual([])
})

function isDeclared(value: unknown): value is { readonly kind: string } {
  return typeof value === 'object' && value !== null && 'declared' in value && 'origin' in value && 'kind' in value
}
