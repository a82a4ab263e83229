import { expect, test } from 'vitest'
import { compile, type Compilation } from '../compile.ts'
import type { Network } from '../model/network.ts'
import { readSites } from '../testing/reference-intents.ts'
import { affectedRouters } from './affected.ts'
import { compare } from './compare.ts'

const { sources, ledger } = readSites()

function on(asOf: string): Compilation {
  return compile({ sources, ledger, today: asOf, asOf, entropy: new Uint8Array(16) })
}

test.each([
  ['2026-06-01', '2026-08-01', 3],
  ['2026-11-02', '2027-01-01', 0],
])('from %s to %s the calendar changes no router but those foretold', (from, to, changed) => {
  const [before, after] = [on(from), on(to)]
  const { things, numbers, routers } = compare(before, after)
  const wanted = affectedRouters(
    { before: before.network as Network, after: after.network as Network },
    things,
    numbers,
  )
  expect(routers).toHaveLength(changed)
  expect(routers.map(({ router }) => router).filter(router => wanted?.has(router) === false)).toEqual([])
})
