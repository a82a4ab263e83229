import { expect, test } from 'vitest'
import { counted, day, distance, kilometres, listed, number, rupiah } from './words.ts'

test('figures in the form of the reader', () => {
  expect(rupiah(1_234_567)).toEqual({ id: 'Rp 1.234.567', en: 'Rp 1,234,567' })
  expect(rupiah(-500)).toEqual({ id: 'Rp -500', en: 'Rp -500' })
  expect(kilometres(15_620)).toEqual({ id: '15,62 km', en: '15.62 km' })
  expect(distance(620.4).id).toBe('620 m')
  expect(number(99.5)).toEqual({ id: '99,5', en: '99.5' })
  expect(number(1000)).toEqual({ id: '1.000', en: '1,000' })
})

test('days, counts and lists', () => {
  expect(day('2026-08-07')).toEqual({ id: '7 Agustus 2026', en: '7 August 2026' })
  expect([1, 2].map(n => counted(n, 'hari', 'day', 'days').en)).toEqual(['1 day', '2 days'])
  expect(listed(['a', 'b', 'c'], 2)).toEqual({ id: 'a, b dan 1 lagi', en: 'a, b and 1 more' })
})
