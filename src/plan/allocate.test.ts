import { describe, expect, test } from 'vitest'
import type { Place } from '../source/source.ts'
import { allocation, hashOf, type Allocation } from './allocate.ts'
import type { Claim } from './space.ts'
import { numberSpace } from './spaces.ts'
import type { Ledger } from './ledger.ts'

const at: Place = { source: { path: 'x.yaml', text: '' }, path: [] }
const day = '2026-06-15'

function claim(key: string, more: Partial<Claim<1>> = {}): Claim<1> {
  return { key, formerKeys: [], size: 1, at, ...more }
}

function ledger(entries: Readonly<Record<string, string>>): Ledger {
  return { entries: new Map(Object.entries(entries).map(([key, value]) => [key, { value }])) }
}

function allocated(allocating: Allocation, claims: readonly Claim<1>[], most = 9): Record<string, number> {
  return Object.fromEntries(allocating.allocate(numberSpace('numbers', 0, most), 'router/as', claims))
}

const text = (allocating: Allocation): unknown => Object.fromEntries(allocating.ledger(day).entries)

describe('what is new', () => {
  test('is looked for from the hash of its identity on, and goes round', () => {
    const key = 'router/a/as'
    const start = hashOf(key) % 10
    expect(allocated(allocation(ledger({})), [claim(key)])).toEqual({ [key]: start })
    const before = ledger({ 'router/b/as': String(start) })
    expect(allocated(allocation(before), [claim(key), claim('router/b/as')])).toMatchObject({ [key]: (start + 1) % 10 })
  })

  test('does not depend on the order of claims', () => {
    const claims = ['c', 'a', 'b', 'e', 'd'].map(id => claim(`router/${id}/as`))
    const [one, other] = [claims, claims.toReversed()].map(order => allocated(allocation(ledger({})), order, 5))
    expect(other).toEqual(one)
    expect(new Set(Object.values(one ?? {})).size).toBe(5)
  })

  test('finds nothing in a full space: a conflict for each, nothing recorded', () => {
    const allocating = allocation(ledger({}))
    const granted = allocated(
      allocating,
      ['a', 'b', 'c'].map(id => claim(`router/${id}/as`)),
      0,
    )
    expect(Object.keys(granted)).toEqual(['router/a/as'])
    expect(allocating.conflicts.map(({ kind, key }) => [kind, key])).toEqual([
      ['exhausted', 'router/b/as'],
      ['exhausted', 'router/c/as'],
    ])
    expect(text(allocating)).toEqual({ 'router/a/as': { value: '0' } })
  })
})

describe('what is recorded', () => {
  test('stays, follows a new name, and is held once nobody asks', () => {
    const allocating = allocation(ledger({ 'router/a/as': '7', 'router/lama/as': '3', 'router/gone/as': '5' }))
    const claims = [claim('router/a/as'), claim('router/baru/as', { formerKeys: ['router/lama/as'] })]
    expect(allocated(allocating, claims)).toEqual({ 'router/a/as': 7, 'router/baru/as': 3 })
    expect(text(allocating)).toEqual({
      'router/a/as': { value: '7' },
      'router/baru/as': { value: '3' },
      'router/gone/as': { value: '5', retired: day },
    })
    const many = Array.from({ length: 9 }, (_, i) => claim(`router/n${i}/as`))
    const others = allocated(allocation(ledger({ 'router/gone/as': '5' })), many)
    expect(Object.values(others)).not.toContain(5)
    expect(Object.keys(others)).toHaveLength(9)
  })

  test.each([
    ['malformed', 'seven', undefined],
    ['outside-pool', '70', 70],
  ] as const)('and %s is a conflict; a value that can be read is kept', (kind, value, kept) => {
    const allocating = allocation(ledger({ 'router/a/as': value }))
    const granted = allocated(allocating, [claim('router/a/as')])
    expect(allocating.conflicts.map(conflict => conflict.kind)).toEqual([kind])
    if (kept !== undefined) expect(granted).toEqual({ 'router/a/as': kept })
  })
})

test('a pin wins over what is recorded, and who is in its way is named', () => {
  const allocating = allocation(ledger({ 'router/a/as': '4' }))
  const pinned = claim('router/b/as', { pinned: { text: '4', at } })
  expect(allocated(allocating, [claim('router/a/as'), pinned])).toEqual({ 'router/a/as': 4, 'router/b/as': 4 })
  expect(allocating.conflicts).toMatchObject([{ kind: 'overlap', key: 'router/a/as', other: { key: 'router/b/as' } }])
})
