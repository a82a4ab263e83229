import { expect, test } from 'vitest'
import type { Ledger, LedgerEntry } from '../plan/ledger.ts'
import { compareNumbers } from './numbers.ts'

function ledger(entries: Readonly<Record<string, string | LedgerEntry>>): Ledger {
  return {
    entries: new Map(
      Object.entries(entries).map(([key, entry]) => [key, typeof entry === 'string' ? { value: entry } : entry]),
    ),
  }
}

test('what is taken, retired, back in use, given back, carried by a rename, and what moved', () => {
  const before = ledger({
    'router/a/loopback': '10.0.0.1',
    'router/b/loopback': '10.0.0.2',
    'router/c/loopback': '10.0.0.3',
    'router/d/loopback': { value: '10.0.0.4', retired: '2026-01-01' },
    'router/e/loopback': { value: '10.0.0.5', retired: '2026-01-01' },
    'router/f/loopback': '10.0.0.6',
  })
  const after = ledger({
    'router/a/loopback': '10.0.0.9',
    'router/c/loopback': { value: '10.0.0.3', retired: '2026-02-01' },
    'router/d/loopback': '10.0.0.4',
    'router/f/loopback': '10.0.0.6',
    'router/g/loopback': '10.0.0.7',
    'router/new-b/loopback': '10.0.0.2',
  })
  expect(compareNumbers({ before, after }).map(({ key, what, formerKey }) => [what, key, formerKey])).toEqual([
    ['moved', 'router/a/loopback', undefined],
    ['retired', 'router/c/loopback', undefined],
    ['revived', 'router/d/loopback', undefined],
    ['given-back', 'router/e/loopback', undefined],
    ['taken', 'router/g/loopback', undefined],
    ['carried', 'router/new-b/loopback', 'router/b/loopback'],
  ])
})
