import { expect, test } from 'vitest'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Source } from '../source/source.ts'
import { loadFault } from './fault.ts'
import { untilHopeless } from './hopeless.ts'

function fileOf(n: number, length: number): Source {
  return { path: `opd/x${n}.yaml`, text: 'x'.repeat(length) }
}

function heardWith(faults: number): (source: Source) => { things: { size: number }; diagnostics: Diagnostic[] } {
  return source => {
    const fault = loadFault(
      'LOD003',
      { source, path: [] },
      { id: 'salah', en: 'wrong' },
      { id: 'perbaiki', en: 'mend' },
    )
    return { things: { size: 1 }, diagnostics: Array.from({ length: faults }, () => fault) }
  }
}

test('one fault in each file of ten thousand sites is told of all', () => {
  const files = Array.from({ length: 10_000 }, (_, n) => fileOf(n, 600))
  expect(untilHopeless(files, heardWith(1)).unheard).toEqual([])
})

test('the whole plant of a regency with a fault in every row is told of all', () => {
  const files = Array.from({ length: 5 }, (_, n) => fileOf(n, 15_000))
  expect(untilHopeless(files, heardWith(300)).unheard).toEqual([])
})

test('of what goes on and on the rest is named and not looked at', () => {
  const files = Array.from({ length: 50 }, (_, n) => fileOf(n, 300_000))
  const { files: heard, unheard } = untilHopeless(files, heardWith(300))
  expect([heard.length, unheard.length]).toEqual([2, 48])
})
