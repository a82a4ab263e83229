import { describe, expect, test } from 'vitest'
import { compile, type Compilation, type CompileInput } from '../../compile.ts'
import { saysTheSame } from '../../load/declare.ts'
import { recompiler } from '../../recompile.ts'
import { contoh } from '../contoh.ts'
import { firstDifference } from './histories.ts'
import { forgetful, staleMemos } from './stale-memos.ts'

/** A sample; `npm run test:incremental` follows two thousand. */
const histories = 8
const edits = 20

test.each(Array.from({ length: histories }, (_, seed) => seed))(
  'incremental is what fresh is, after every edit of history %i',
  async seed => {
    expect(await firstDifference(seed, edits, recompiler())).toBeUndefined()
  },
)

describe('a stale memo is noticed', () => {
  test.each(Object.entries(staleMemos))('%s', async (_, stale) => {
    for (let seed = 0; seed < 60; seed++) if ((await firstDifference(seed, edits, stale())) !== undefined) return
    expect.fail('no history noticed it')
  })
})

test('an edit that says nothing new compiles nothing: the same plan stands', () => {
  const again = recompiler()
  const input = { sources: contoh(), ledger: '', today: '2026-06-15', entropy: new Uint8Array(16) }
  const first = again(input)
  const sources = input.sources.map(({ path, text }) => ({ path, text: `# catatan\n${text}\n` }))
  const second = again({ ...input, sources })
  expect(second.plan).toBe(first.plan)
  const other = again({
    ...input,
    sources: sources.map(({ path, text }) => ({ path, text: text.replace('60', '61') })),
  })
  expect(other.plan).not.toBe(first.plan)
})

/** Of a leased site: what its circuit knows of it, and its segments, which it does not. */
const leasedSite: readonly (readonly [string, RegExp, string])[] = [
  ['its status', /$/, 'status: retired\n'],
  ['its place', /lat: \S+,/, 'lat: -7.9,'],
  ['its class', /class: \w+/, 'class: hub'],
  ['its router', /model: \S+,/, 'model: hEX,'],
  ['its name', /name: .*/, 'name: Bukit Baru'],
  ['its segments', /data: \d+/, 'data: 200'],
]

describe('a circuit stands as long as what it knows of its site', () => {
  const input = { sources: contoh(), ledger: '', today: '2026-06-15', entropy: new Uint8Array(16) }
  const differs = (again: (input: CompileInput) => Compilation, [, found, written]: (typeof leasedSite)[number]) => {
    again(input)
    const sources = input.sources.map(({ path, text }) =>
      path === 'opd/bukit.yaml' ? { path, text: text.replace(found, written) } : { path, text },
    )
    const [incremental, fresh] = [again({ ...input, sources }), compile({ ...input, sources })]
    return saidBy(incremental) !== saidBy(fresh)
  }
  test.each(leasedSite)('%s', (...edit) => {
    expect(differs(recompiler(), edit)).toBe(false)
  })
  test('one that asks nothing of it is noticed', () => {
    const stale = () => recompiler(saysTheSame, () => forgetful('each of premises'))
    expect(leasedSite.filter(edit => differs(stale(), edit)).map(([name]) => name)).not.toEqual([])
  })
})

function saidBy({ diagnostics, plan }: Compilation): string {
  const leases = [...(plan?.leases.values() ?? [])].map(({ circuit: { id, active, site }, tunnels }) => [
    ...[id, active, site.declared.status, site.router.declared.model],
    ...tunnels.map(({ kind, mtu, names }) => `${kind} ${mtu} ${names.site}`),
  ])
  return JSON.stringify([diagnostics.map(({ code, at, message }) => [code, at.path, message.en]), leases])
}
