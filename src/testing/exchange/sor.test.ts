import { describe, expect, test } from 'vitest'
import { readSor, type SorTrace } from '../../exchange/read/sor.ts'
import { sorFile, type Written } from './sor-writer.ts'

const events = [
  { ticks: 0, loss: 0, reflectance: -44.5, code: '1F9999LS', comment: 'Link Start' },
  { ticks: 61_234, loss: 0.052 },
  { ticks: 125_871, loss: -0.031, code: '0A9999LS' },
  { ticks: 301_999, loss: 0.4, reflectance: -38.2, code: '1F9999LS' },
  { ticks: 401_999, loss: 0.1, code: '9F9999LS' },
  { ticks: 612_345, loss: 12.5, reflectance: -30, code: '1E9999LS' },
] as const

function read(made: Written): SorTrace {
  const trace = readSor(sorFile(made))
  if ('unread' in trace) throw new Error(trace.unread.en)
  return trace
}

/** By hand: half of the way there and back is what the file says, in tenths of a nanosecond. */
const metres = (ticks: number, index: number): number => (ticks * 1e-10 * 299_792_458) / index

describe.each([1, 2] as const)('format %s', format => {
  test.each([1.4682, 1.4711, 1.475])('events of a file with an index of %s lie where it says, to 1 mm', index => {
    const trace = read({ format, index, events })
    expect(trace.groupIndex).toBeCloseTo(index, 5)
    expect(trace.events).toHaveLength(events.length)
    for (const [i, { ticks, loss }] of events.entries()) {
      expect(trace.events[i]?.atM).toBeCloseTo(metres(ticks, index), 2)
      expect(trace.events[i]?.lossDb).toBeCloseTo(loss, 6)
    }
    expect(trace.events.map(({ kind, isEnd }) => `${kind}${isEnd ? ' end' : ''}`)).toEqual([
      'reflection',
      'loss',
      'loss',
      'reflection',
      'unknown',
      'reflection end',
    ])
    expect(trace.checksum).toBe('right')
  })

  test('wavelengths in tenths and in whole nanometres, several pulse widths, blocks of their makers, blanks', () => {
    expect(read({ format, events, wavelength: 13_100 }).wavelengthNm).toBe(1310)
    expect(read({ format, events, wavelength: 1550 }).wavelengthNm).toBe(1550)
    const trace = read({ format, events, pulseWidths: [10, 100, 1000], more: [['HPEvent', Buffer.alloc(122, 7)]] })
    expect([trace.pulseNs, trace.unknownBlocks, trace.events.length]).toEqual([1000, ['HPEvent'], 6])
    expect([trace.cableId, trace.fiberId, trace.locationA, trace.locationB]).toEqual(['', '', '', ''])
    expect(JSON.stringify(read({ format, events, operator: 'Seseorang' }))).not.toContain('Seseorang')
  })

  test('a file without a sum, or of a maker whose sums never fit, is read, and says so', () => {
    expect(read({ format, events, sum: 0 }).checksum).toBe('absent')
    expect(read({ format, events, sum: 1234, supplier: 'OptixS' }).checksum).toBe('never-right')
  })

  test('an index of nothing is not made up: distances go by the usual one', () => {
    const trace = read({ format, events, index: 0 })
    expect([trace.groupIndex, trace.events[1]?.atM]).toEqual([undefined, Number(metres(61_234, 1.4682).toFixed(3))])
  })

  test('a file that was cut off anywhere, or of which any bit was turned, is refused with words', () => {
    const whole = sorFile({ format, events, cable: 'KBL-1', fiber: '7' })
    for (let length = 0; length < whole.length; length++) {
      const told = readSor(whole.subarray(0, length))
      expect('unread' in told && told.unread.en, String(length)).toMatch(/^this (SOR file is damaged: |is no SOR file)/)
    }
    // A turned bit in the length of the curve, or in the sum, is seen too: but for a sum turned to nothing.
    for (let i = 0; i < whole.length; i++) {
      const turned = Buffer.from(whole)
      turned[i] = (turned[i] ?? 0) ^ (1 << (i % 8))
      expect('unread' in readSor(turned), `byte ${i}`).toBe(true)
    }
  })

  test('files of other kinds, and of none, are refused', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('Map'), Buffer.from('PK\x03\x04 zip'), Buffer.alloc(5000, 255)])
      expect('unread' in readSor(bytes)).toBe(true)
    for (const without of ['FxdParams', 'KeyEvents'])
      expect(readSor(sorFile({ format, events, without: [without] }))).toMatchObject({ unread: {} })
    expect(readSor(sorFile({ format, events: [...events].reverse() }))).toMatchObject({ unread: {} })
  })
})

test('a trace from B to A says so', () => {
  expect(read({ format: 2, events, type: 'RT' }).isReversed).toBe(true)
})
