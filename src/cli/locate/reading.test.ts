import { describe, expect, test } from 'vitest'
import { isRefusal } from '../shell/refusal.ts'
import { parseReadings } from './reading.ts'

/** As crews type what their instrument shows. */

const shot = (rest: string) => parseReadings([`route=utara-3,from=bpkd,${rest}`])

describe('what is meant is read', () => {
  test.each([
    ['reading=700', 700],
    ['reading=700,5', 700.5],
    ['reading=700.5', 700.5],
    ['reading=700 m', 700],
    ['reading=700m', 700],
    ['reading=700,5 m', 700.5],
    ['reading=0.7 km', 700],
    ['reading=0,7 km', 700],
    ['reading=0,7km', 700],
    ['reading=0.700 km', 700],
    ['reading=7,677 km', 7677],
    ['reading=7.6776 KM', 7677.6],
    ['reading=12,30 m', 12.3],
    ['reading=700 meter', 700],
    ['reading=0,7 kilometer', 700],
    ['reading=1.234,5', 1234.5],
    ['reading=1,234.5', 1234.5],
    ['reading=7677.600', 7677.6],
    ['reading= 1500 ', 1500],
  ])('%s is %d m', (rest, metres) => {
    const [reading] = parsed(shot(rest))
    expect(reading?.readingM).toBeCloseTo(metres, 9)
  })

  test('a decimal comma between other words, in any order', () => {
    expect(shot('launch=0,5 km,ior=1,4682,reading=1200,25,nm=1550,helix=0,4')).toEqual([
      {
        route: 'utara-3',
        from: 'bpkd',
        readingM: 1200.25,
        ior: 1.4682,
        launchM: 500,
        wavelengthNm: 1550,
        helixSetPercent: 0.4,
      },
    ])
  })
})

describe('a core that no route lights', () => {
  test.each([
    ['cable=c-1,core=7', 7],
    ['cable=c-1/7', 7],
    ['cable=cable:c-1/7', 7],
    ['core=12,cable=c-1', 12],
    ['cable=c-1,core=core 7', 7],
    ['cable=c-1/7,core=7', 7],
  ])('%s', (line, core) => {
    expect(parsed(parseReadings([`${line},from=odf-1,reading=700,5`]))).toEqual([
      { cable: 'c-1', core, from: 'odf-1', readingM: 700.5 },
    ])
  })

  test.each([
    ['cable=c-1', 'needs route='],
    ['core=7', 'needs route='],
    ['cable=,core=7', 'needs route='],
    ['cable=c-1,core=0', 'the number of one core'],
    ['cable=c-1,core=7-8', 'the number of one core'],
    ['cable=c-1,core=7.5', 'the number of one core'],
    ['cable=c-1,core=tujuh', 'the number of one core'],
    ['cable=c-1/7,core=8', 'the number of one core'],
    ['cable=c-1/7/8', 'the number of one core'],
    ['cable=c-1,core=7,route=utara-3', 'route= or cable=, not both'],
    ['kabel=c-1,core=7', 'unknown word'],
  ])('%s: %s', (line, question) => {
    const answer = parseReadings([`${line},from=odf-1,reading=700`])
    if (!isRefusal(answer)) throw new Error('a confident answer')
    expect(answer.refused.en).toContain(question)
  })
})

describe('what may be meant otherwise, or cannot be, is asked about', () => {
  test.each([
    ['reading=1.500', '1500 metres, or 1.500 metres?'],
    ['reading=1,500', '1500 metres, or 1.500 metres?'],
    ['reading=7.677 m', '7677 metres, or 7.677 metres?'],
    ['reading=700,launch=1.000', '1000 metres, or 1.000 metres?'],
    ['reading=0,700', 'metres or kilometres?'],
    ['reading=7.6776', 'metres or kilometres?'],
    ['reading=12,30', 'metres or kilometres?'],
    ['reading=700,launch=0,5', 'metres or kilometres?'],
    ['reading=12:30', 'is no length'],
    ['reading=700 ft', 'is no length'],
    ['reading=700 km', 'is that right?'],
    ['reading=0', 'is that right?'],
    ['reading=0 km', 'is that right?'],
    ['reading=-700', 'is no length'],
    ['reading=700,5,5', 'is no length'],
    ['reading=7e2', 'is no length'],
    ['reading=0x2bc', 'is no length'],
    ['reading=Infinity', 'is no length'],
    ['reading=', 'is no length'],
    ['reading=km', 'is no length'],
    ['reading=700 m 5', 'is no length'],
    ['reading=1.2.3', 'is no length'],
    ['reading=700,launch=50 km', 'is that right?'],
    ['reading=700,ior=14682', 'is that right?'],
    ['reading=700,ior=1.6', 'is that right?'],
    ['reading=700,ior=x', 'is not a number'],
    ['reading=700,nm=155', 'is that right?'],
    ['reading=700,helix=40', 'is that right?'],
    ['reading=700,pulse=0', 'is that right?'],
    ['reading=700,reading=800', 'is given twice'],
    ['redaing=700', 'did you mean reading?'],
    ['launch=500', 'needs route= (or cable= and core=), from= and reading='],
  ])('%s: %s', (rest, question) => {
    const answer = shot(rest)
    if (!isRefusal(answer)) throw new Error('a confident answer')
    expect(answer.refused.en).toContain(question)
  })

  test('three shots, or no end', () => {
    const one = 'route=utara-3,from=bpkd,reading=1'
    expect(isRefusal(parseReadings([one, one, one]))).toBe(true)
    expect(isRefusal(parseReadings(['route=utara-3,from=,reading=1']))).toBe(true)
  })
})

function parsed(
  answer: ReturnType<typeof parseReadings>,
): Exclude<ReturnType<typeof parseReadings>, { refused: unknown }> {
  if (isRefusal(answer)) throw new Error(answer.refused.en)
  return answer
}
