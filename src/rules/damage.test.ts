import { expect, test } from 'vitest'
import { load } from '../load/load.ts'
import { emptyLedger } from '../plan/ledger.ts'
import { makePlan } from '../plan/make-plan.ts'
import type { Source } from '../source/source.ts'
import { contoh, testPlatforms } from '../testing/contoh.ts'
import { runRules } from './run.ts'
import { applyWaivers } from './waivers.ts'

const base = contoh()

/** Every scalar after a key in turn, replaced by what no kind of value takes; and every file, made unreadable. */
function damaged(): { readonly what: string; readonly sources: readonly Source[] }[] {
  return base.flatMap(({ path, text }) => {
    const scalars = [...text.matchAll(/\b[a-z0-9_]+: ([^\s,{}[\]]+)/g)].map(({ index, 0: whole, 1: value = '' }) => ({
      at: index + whole.length - value.length,
      value,
    }))
    const texts = scalars.map(({ at, value }) => ({
      what: `${path}, ${value} at ${at}`,
      text: `${text.slice(0, at)}"??"${text.slice(at + value.length)}`,
    }))
    return [...texts, { what: `${path} unreadable`, text: `${text}\n\t- : [` }].map(({ what, text: changed }) => ({
      what,
      sources: base.map(source => (source.path === path ? { path, text: changed } : source)),
    }))
  })
}

test('no rule reports what only follows from a fault of loading', { timeout: 60_000 }, () => {
  const following = damaged().flatMap(({ what, sources }) => {
    const { value: network, diagnostics } = load(sources, testPlatforms)
    if (network === undefined || diagnostics.length === 0) return []
    const plan = makePlan({
      network,
      ledger: emptyLedger,
      asOf: network.declared.asOf ?? '2026-06-15',
      entropy: new Uint8Array(5),
    })
    const { kept, findings } = applyWaivers(network, runRules({ network, plan }), plan.asOf)
    return [...kept, ...findings].map(({ code, message }) => `${what}: ${code} ${message.en}`)
  })
  expect(following).toEqual([])
})
