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
    const more = [['ExfoNewProprietaryBlock 01', Buffer.alloc(300, 3)]] as const
    expect(read({ format, events, sum: 1234, supplier: ' ', more }).checksum).toBe('never-right')
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

test('names in Latin-1 and in UTF-8 are read as they were typed', () => {
  const named = (cable: string): string => read({ format: 2, events, cable }).cableId
  expect([named('Pos n\xb01'), named(Buffer.from('Pos nº1').toString('latin1'))]).toEqual(['Pos n°1', 'Pos nº1'])
})

test('a trace from B to A says so', () => {
  expect(read({ format: 2, events, type: 'RT' }).isReversed).toBe(true)
})

/**
 * Composed after what real instruments write: order, names and sizes of blocks, numbers and flags of their events as
 * the samples of pyOTDR (its dumps) and of otdrs 1.1.1 (its data/) have them. What others read out of those samples is
 * what is expected here, in metres to a millimetre.
 */
describe('files as instruments write them', () => {
  const standard = ['GenParams', 'SupParams', 'FxdParams', 'DataPts', 'KeyEvents'] as const
  const eventsFirst = ['GenParams', 'SupParams', 'FxdParams', 'KeyEvents', 'DataPts'] as const
  const event = (ticks: number, reflectance: number, code: string, loss = 0): Written['events'][number] => ({
    ticks,
    loss,
    reflectance,
    code,
  })
  const blank = { cable: ' ', fiber: ' ', locations: [' ', ' '] } as const

  test.each<readonly [string, Written, readonly number[], Partial<SorTrace>]>([
    [
      'E6000A, format 1',
      {
        ...blank,
        format: 1,
        supplier: 'Hewlett Packard',
        cable: 'K1 AB',
        wavelength: 13_100,
        index: 1.4711,
        pulseWidths: [1000],
        seconds: 886_668_374,
        order: [...standard, 'HPEvent', 'Threshold', 'HPSpecialInfo'],
        more: [
          ['HPEvent', Buffer.alloc(122, 1)],
          ['Threshold', Buffer.alloc(42, 2)],
          ['HPSpecialInfo', Buffer.alloc(1506, 3)],
        ],
        events: [
          event(0, -50, '1F9999LS'),
          event(623_739, 0, '0F9999LS', 0.209),
          event(1_243_994, -51.514, '1F9999LS', 0.087),
          event(1_866_998, 0, '0F9999LS', 0.149),
          event(2_489_258, -16.726, '1E9999LS', 13.232),
        ],
      },
      [0, 12_711, 25_351, 38_047, 50_728],
      { format: 1, groupIndex: 1.4711, wavelengthNm: 1310, pulseNs: 1000, checksum: 'right', locationA: '' },
    ],
    [
      'M200, format 1: wavelength in whole nanometres, a link that begins behind its lead',
      {
        format: 1,
        supplier: 'Noyes',
        cable: 'M200_DEMO_D',
        fiber: '005',
        locations: ['Conant', 'Morrill'],
        wavelength: 1310,
        index: 1.4677,
        userOffset: 7475,
        order: [...standard, 'Noyes2', 'Noyes3'],
        more: [
          ['Noyes2', Buffer.alloc(292, 1)],
          ['Noyes3', Buffer.alloc(57, 2)],
        ],
        events: [
          event(0, -44.478, '1F9999LS', 0.168),
          event(4455, -38.454, '1F9999LS', 0.791),
          event(19_338, -51.983, '1F9999LS', 0.045),
          event(38_970, -58.134, '1F9999LS', 0.347),
          event(185_402, -30.76, '1E9999LS'),
        ],
      },
      [0, 91, 395, 796, 3787],
      { format: 1, groupIndex: 1.4677, wavelengthNm: 1310, userOffsetM: 152.684, checksum: 'right' },
    ],
    [
      'OPXOTDR, format 2: events before the curve, kilometres, an end that reflects, a sum that never fits',
      {
        ...blank,
        format: 2,
        supplier: 'OptixS',
        unit: 'km',
        wavelength: 13_100,
        index: 1.475,
        acquisitionOffset: -367,
        order: [...eventsFirst, 'IITEvents', 'IITParams', 'EmbData'],
        more: [
          ['IITEvents', Buffer.alloc(2)],
          ['IITParams', Buffer.alloc(81, 1)],
          ['EmbData', Buffer.alloc(2)],
        ],
        sum: 59_892,
        events: [
          event(0, -44.177, '0F9999LS'),
          event(99_385, -40.574, '0F9999LS', 0.557),
          event(839_632, -38.395, '1E9999LS', 22.82),
        ],
      },
      [0, 2020, 17_065.5],
      { format: 2, groupIndex: 1.475, checksum: 'never-right', wavelengthNm: 1310 },
    ],
    [
      'MT9085: names of blocks that end in a blank, events from 2 on, two-point losses, light added at the end, a sum that begins with nothing',
      {
        format: 2,
        supplier: 'ANRITSU',
        cable: 'Unit_M',
        fiber: 'MO183',
        index: 1.4671,
        wavelength: 13_100,
        firstEvent: 2,
        sumBegins: 0,
        order: ['GenParams', 'SupParams', 'FxdParams', 'KeyEvents', 'NetTestTSI ', 'DataPts', 'ARSpecial', 'AREvent'],
        more: [
          ['NetTestTSI ', Buffer.alloc(2286, 4)],
          ['ARSpecial', Buffer.alloc(222, 5)],
          ['AREvent', Buffer.alloc(106, 6)],
        ],
        events: [
          event(49_459, -34.156, '1F99992P', 0.435),
          event(340_160, -33.268, '1F99992P', 0.087),
          event(390_744, 4.014, '1E99992P', 13.684),
        ],
      },
      [1010.7, 6951, 7984.6],
      { checksum: 'right', groupIndex: 1.4671, unknownBlocks: ['NetTestTSI ', 'ARSpecial', 'AREvent'] },
    ],
    [
      'MaxTester 730C: a block whose name has a blank inside, no supplier, a wavelength as measured, echoes behind the end',
      {
        ...blank,
        format: 2,
        supplier: ' ',
        fiber: 'Fiber8',
        index: 1.4677,
        wavelength: 13_129,
        sum: 49_479,
        order: [...eventsFirst, 'ExfoNewProprietaryBlock 01'],
        more: [['ExfoNewProprietaryBlock 01', Buffer.alloc(42_408, 7)]],
        events: [
          event(0, -44.958, '1F9999LS'),
          event(7359, -34.811, '1F9999LS', 0.652),
          event(183_062, -17.249, '2E9999LS'),
          event(191_547, -57.072, '1F9999LS'),
          event(358_735, -49.856, '1F9999LS'),
        ],
      },
      [0, 150.3, 3739.2, 3912.5, 7327.5],
      { checksum: 'never-right', supplier: '', wavelengthNm: 1312.9 },
    ],
  ])('%s', (_, made, expectedM, rest) => {
    const trace = read(made)
    expect(trace).toMatchObject(rest)
    expect(trace.events.map(({ number }) => number)).toEqual(made.events.map((__, i) => i + (made.firstEvent ?? 1)))
    for (const [i, { ticks }] of made.events.entries())
      expect(trace.events[i]?.atM).toBeCloseTo(metres(ticks, made.index ?? 0), 2)
    for (const [i, metre] of expectedM.entries())
      expect(Math.abs((trace.events[i]?.atM ?? -1) - metre)).toBeLessThan(0.6)
  })
})
