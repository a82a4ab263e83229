import { expect, test } from 'vitest'
import { compiled, readKlaten, textOf } from '../testing/klaten/inventory.ts'
import { retired } from './retire.ts'

const files = readKlaten()
const wish = { kind: 'site', id: 'kec-bayat', on: '2026-12-15', today: '2026-11-02' } as const

function networkOf(from: typeof files): Parameters<typeof retired>[1] {
  const { network } = compiled(from)
  if (network === undefined) throw new Error('no network')
  return network
}

test('a site on leased circuits ends on a day to come: its circuits do, and the day is told', () => {
  const done = retired(files.sources, networkOf(files), wish)
  if (!('sources' in done)) throw new Error(done.map(({ en }) => en).join('\n'))
  const after = { ...files, sources: done.sources }
  expect(textOf(after, 'circuits/penyedia-b.yaml')).toContain('{ from: 2026-12-15, status: retired }')
  expect(textOf(after, 'opd/kec-bayat.yaml')).toBe(textOf(files, 'opd/kec-bayat.yaml'))
  expect(done.remarks?.at(-1)?.en).toBe(
    'the circuits of kec-bayat end before 2026-12-15; on 2026-12-15 run serat retire site kec-bayat',
  )
})

test('a site that fibre leads to ends today only', () => {
  const refused = retired(files.sources, networkOf(files), { ...wish, id: 'bpkd' })
  expect('sources' in refused ? [] : refused.map(({ en }) => en)).toEqual([
    expect.stringContaining('can be ended today only'),
  ])
})
