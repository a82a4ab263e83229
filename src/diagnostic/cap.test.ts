import { expect, test } from 'vitest'
import { capped } from './cap.ts'
import type { Diagnostic } from './diagnostic.ts'
import { count } from './spot.ts'

function alike(code: string, path: string, many: number, more?: number): Diagnostic[] {
  const at = { source: { path, text: '' }, path: [] }
  const one: Diagnostic = { code, severity: 'error', at, message: { id: 'salah', en: 'wrong' } }
  return Array.from({ length: many }, (_, i) => (more === undefined || i > 0 ? { ...one } : { ...one, more }))
}

test('twenty of a code in a file are told, and the last counts the rest', () => {
  const kept = capped([
    ...alike('LOD010', 'a.yaml', 5000),
    ...alike('LOD010', 'b.yaml', 20),
    ...alike('LOD011', 'a.yaml', 1),
  ])
  expect(kept).toHaveLength(41)
  expect(kept[19]?.message).toEqual({
    id: 'salah (dan 4.980 lagi di berkas ini)',
    en: 'wrong (and 4,980 more in this file)',
  })
  expect(count(kept)).toEqual({ errors: 5021, warnings: 0 })
})

test('what was counted before is counted again', () => {
  expect(count(capped(alike('LOD010', 'a.yaml', 30, 1000)))).toEqual({ errors: 1030, warnings: 0 })
  expect(capped(alike('LOD010', 'a.yaml', 1, 7))[0]?.message.en).toBe('wrong (and 7 more in this file)')
})
