import { expect, expectTypeOf, test } from 'vitest'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { bilingual } from './catalogue.ts'
import { day, period, times } from './dates.ts'
import { counted, distance, kilometres, listed, number, rupiah } from './figures.ts'
import { nounOf, thingName } from './things.ts'

test('figures in the form of the reader', () => {
  expect(rupiah(1_234_567)).toEqual({ id: 'Rp 1.234.567', en: 'Rp 1,234,567' })
  expect(rupiah(-500)).toEqual({ id: '−Rp 500', en: '−Rp 500' })
  expect(kilometres(15_620)).toEqual({ id: '15,62 km', en: '15.62 km' })
  expect(distance(620.4).id).toBe('620 m')
  expect(number(99.5)).toEqual({ id: '99,5', en: '99.5' })
  expect(number(1000)).toEqual({ id: '1.000', en: '1,000' })
})

test('days, counts and lists', () => {
  expect(day('2026-08-07')).toEqual({ id: '7 Agustus 2026', en: '7 August 2026' })
  expect(period({ from: '2026-01-01', to: '2026-12-31' }).id).toBe('1 Januari 2026 s.d. 31 Desember 2026')
  expect([1, 2].map(n => counted(n, times.day).en)).toEqual(['1 day', '2 days'])
  expect(listed(['a', 'b', 'c'], 2)).toEqual({ id: 'a, b dan 1 lagi', en: 'a, b and 1 more' })
})

test('a thing of a kind that the book does not know is called by its kind; kinds of JavaScript are none of ours', () => {
  expect(thingName({ kind: 'circuit', id: 'ckt-a' })).toEqual({ id: 'sirkuit ckt-a', en: 'circuit ckt-a' })
  expect(nounOf('constructor')).toEqual({ id: 'constructor', en: 'constructor', many: 'constructor' })
})

test('a message of a catalogue cannot be made without its facts', () => {
  const messages = bilingual(
    { gone: 'hilang', unknown: ({ key }: { key: string }) => `tidak dikenal: ${key}` },
    { gone: 'gone', unknown: ({ key }) => `unknown: ${key}` },
  )
  expectTypeOf(messages.unknown).parameter(0).toEqualTypeOf<{ key: string }>()
  expectTypeOf(messages.gone).toEqualTypeOf<Bilingual>()
  expect(messages.unknown({ key: 'x' })).toEqual({ id: 'tidak dikenal: x', en: 'unknown: x' })
  // @ts-expect-error A fact is missing.
  expect(messages.unknown({}).id).toBe('tidak dikenal: undefined')
})
