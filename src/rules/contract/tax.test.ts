import { expect, test } from 'vitest'
import { ppnOf } from './tax.ts'

test('12 % of eleven twelfths, base and tax each rounded to the rupiah', () => {
  expect(ppnOf(48_648_648, 'dpp-11-12-2025')).toBe(5_351_351)
  expect(ppnOf(150_000_000, 'dpp-11-12-2025')).toBe(16_500_000)
})

test('the full rates', () => {
  expect(ppnOf(100_000_000, 'full-11-2022')).toBe(11_000_000)
  expect(ppnOf(100_000_000, 'full-12-2025')).toBe(12_000_000)
})
