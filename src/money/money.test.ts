import { expect, test } from 'vitest'
import { load } from '../load/load.ts'
import { contoh, testPlatforms } from '../testing/contoh.ts'
import { delayFineOf } from './delay-fine.ts'
import { feeOf } from './fee.ts'
import { decimal, shared, wholeRupiah } from './fraction.ts'
import { pphOf } from './pph.ts'
import { ppnBaseOf, ppnOf, ppnRuleOn } from './ppn.ts'
import { restitutionRupiah } from './restitution.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }

test('a fee that begins in the middle of a month', () => {
  expect(feeOf(46_000_000, { from: '2026-01-15', to: '2026-12-31' })).toBe(531_225_806)
})

test('PPN by invoice and by year differ, and both are exact', () => {
  expect(ppnOf(1_000_003, 'dpp-11-12-2025') * 12).toBe(1_320_000)
  expect(ppnOf(feeOf(1_000_003, year), 'dpp-11-12-2025')).toBe(1_320_004)
})

test('12 % of eleven twelfths, base and tax each rounded to the rupiah', () => {
  expect([ppnBaseOf(48_648_648, 'dpp-11-12-2025'), ppnOf(48_648_648, 'dpp-11-12-2025')]).toEqual([
    44_594_594, 5_351_351,
  ])
  expect(ppnOf(150_000_000, 'dpp-11-12-2025')).toBe(16_500_000)
  expect(ppnBaseOf(1_000_000_000_000_000, 'dpp-11-12-2025')).toBe(916_666_666_666_667)
})

test('the full rates, and the law of the invoice date', () => {
  expect(ppnOf(100_000_000, 'full-11-2022')).toBe(11_000_000)
  expect(ppnOf(100_000_000, 'full-12-2025')).toBe(12_000_000)
  expect(ppnRuleOn('2024-12-31', 'full-11-2022')).toBe('full-11-2022')
  expect(ppnRuleOn('2025-01-01', 'full-11-2022')).toBe('dpp-11-12-2025')
  expect(ppnRuleOn('2026-03-31', 'full-12-2025')).toBe('full-12-2025')
})

test('PPh 23 is withheld from the amount without PPN', () => {
  expect(pphOf(48_648_648, '2026-01-31')).toBe(972_973)
  expect(pphOf(1_000_000, '2008-12-31')).toBe(0)
})

test('late delivery costs a thousandth a day of the price, or of the late part, rounded once', () => {
  const declared = (bast: string, part?: number): ReturnType<typeof delayFineOf> => {
    const delivery = `delivery: { due: 2026-01-01${part === undefined ? '' : `, part_excl_ppn_rupiah: ${part}`} }`
    const sources = contoh().map(source => ({
      ...source,
      text: source.text
        .replace('    budget: internet\n', `    budget: internet\n    ${delivery}\n`)
        .replace('bast, date: 2026-01-02', `bast, date: ${bast}`),
    }))
    const contract = load(sources, testPlatforms).value?.contracts.get('ktr-1')
    return contract && delayFineOf(contract)
  }
  expect(declared('2026-01-05')).toEqual({ days: 4, basisRupiah: 300_000_000, rupiah: 1_200_000 })
  expect(declared('2026-03-01', 12_345_678)).toEqual({ days: 59, basisRupiah: 12_345_678, rupiah: 728_395 })
  expect(declared('2026-02-02 }, { kind: bast, date: 2026-01-03')?.days).toBe(2)
  expect(declared('2025-12-31')).toEqual({ days: 0, basisRupiah: 300_000_000, rupiah: 0 })
})

test('restitution by each formula, as worked from contracts', () => {
  const down = (formula: Parameters<typeof restitutionRupiah>[0]['formula'], minutes: number): number =>
    restitutionRupiah({
      formula,
      availabilityPercent: 99.5,
      monthlyRupiah: 4_500_000,
      downSeconds: minutes * 60,
      days: 30,
    })
  expect([down('excess-fraction', 570), down('beibi', 570), down('prorata', 570)]).toEqual([36_875, 59_673, 59_375])
  expect([down('excess-fraction', 216), down('excess-fraction', 100)]).toEqual([0, 0])
})

test('half goes up, on both sides of zero', () => {
  expect([-1.5, -0.5, 0.5, 1.5, 2.4999].map(value => wholeRupiah(decimal(value)))).toEqual([-1, 0, 1, 2, 2])
  expect(decimal(99.5)).toEqual({ of: 995n, over: 10n })
  expect(decimal(100)).toEqual({ of: 100n, over: 1n })
})

test('shares add up to the whole', () => {
  expect(shared(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(shared(7, [0, 5])).toEqual([0, 7])
  expect(shared(7, [0, 0])).toEqual([7, 0])
  expect(shared(-100, [1, 1, 1]).reduce((sum, part) => sum + part, 0)).toBe(-100)
})
