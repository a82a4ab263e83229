import { describe, expect, test } from 'vitest'
import { platforms } from '../../compile.ts'
import { load } from '../../load/load.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { locate } from '../../source/locate.ts'
import { edited, readKlaten } from '../klaten/inventory.ts'

/**
 * What officers type: each is a finding at its place that shows the right form of what was typed, in both languages.
 */

const files = readKlaten()
const asOf = '2026-11-02'

function findingsAfter(path: string, from: string, to: string): readonly Diagnostic[] {
  const changed = edited(files, path, text => {
    expect(text).toContain(from)
    return text.replace(from, () => to)
  })
  return load(changed.sources, platforms, [], { today: asOf }).diagnostics
}

const payments = 'payments/ktr-2026-03.yaml'
const provider = 'providers/penyedia-b.yaml'
const circuits = 'circuits/penyedia-b.yaml'
const downtime = 'downtime/2026.yaml'
const day = 'number: SP2D/4001/2026, date: '
const amount = 'pph_rupiah: '
const share = 'availability_percent: '
const moment = 'from: '

describe.each([
  [
    'dates',
    payments,
    `${day}2026-02-12`,
    day,
    [
      ['12/2/2026', '2026-02-12'],
      ['12-02-2026', '2026-02-12'],
      ['12.02.26', '2026-02-12'],
      ['2026/2/12', '2026-02-12'],
      ['2026-2-12', '2026-02-12'],
      ['20260212', '2026-02-12'],
      ['12 Februari 2026', '2026-02-12'],
      ['12 Feb 2026', '2026-02-12'],
      ['"February 12, 2026"', '2026-02-12'],
      ['2/13/2026', '2026-02-13'],
      ['2026-02-12T00:00:00Z', '2026-02-12'],
      ['2026-02-30', '2026-02-28'],
    ],
  ],
  [
    'amounts',
    payments,
    `${amount}600000\n`,
    amount,
    [
      ['3.900.000\n', '3900000'],
      ['"3,900,000"\n', '3900000'],
      ["3'900'000\n", '3900000'],
      ['Rp 3,9 juta\n', '3900000'],
      ['Rp3.900.000,-\n', '3900000'],
      ['Rp 3.900.000,00\n', '3900000'],
      ['3,9jt\n', '3900000'],
      ['1,25 miliar\n', '1250000000'],
      ['600 ribu\n', '600000'],
      ['600000 rupiah\n', '600000'],
      ['-600000\n', '600000'],
      ['600000.5\n', '600001'],
      ['612.5\n', '612500'],
      ['600.000\n', '600000'],
      ['3.000\n', '3000'],
      ['600000.00\n', '600000'],
    ],
  ],
  [
    'shares',
    provider,
    `${share}98.5`,
    share,
    [
      ['98.5%', '98.5'],
      ['98.5 persen', '98.5'],
      ['"98,5"', '98.5'],
      ['"98,5 %"', '98.5'],
    ],
  ],
  [
    'bandwidths',
    circuits,
    'bandwidth_mbps: 20',
    'bandwidth_mbps: ',
    [
      ['20 Mbps', '20'],
      ['1 Gbps', '1000'],
      ['512 kbps', '0.512'],
    ],
  ],
  [
    'moments',
    downtime,
    `${moment}"2026-01-09 13:20"`,
    moment,
    [
      ['9/1/2026 13.20', '2026-01-09 13:20'],
      ['2026-01-09T13:20:00', '2026-01-09 13:20:00'],
      ['9 Januari 2026 pukul 13.20 WIB', '2026-01-09 13:20'],
    ],
  ],
  [
    'months',
    downtime,
    'month: 2026-03',
    'month: ',
    [
      ['03/2026', '2026-03'],
      ['Maret 2026', '2026-03'],
      ['202603', '2026-03'],
    ],
  ],
  [
    'tax numbers',
    provider,
    'npwp: "0024567810524000"',
    'npwp: ',
    [
      ['02.456.781.0-524.000', '0024567810524000'],
      ['"024567810524000"', '0024567810524000'],
    ],
  ],
] as const)('%s', (_, path, from, key, typed) => {
  test.each<readonly [string, string]>(typed)('%s', (value, right) => {
    const [first] = findingsAfter(path, from, `${key}${value}`).filter(({ severity }) => severity === 'error')
    expect([first?.at.source.path, first?.help?.id, first?.help?.en]).toEqual([
      path,
      expect.stringContaining(right),
      expect.stringContaining(right),
    ])
    expect(
      first === undefined
        ? ''
        : files.sources.find(source => source.path === path)?.text.split('\n')[locate(first.at).line - 1],
    ).toContain(from.trim())
  })
})

test('commas inside braces are told for what they are', () => {
  const found = findingsAfter(payments, 'excl_ppn_rupiah: 30000000', 'excl_ppn_rupiah: 30,000')
  expect(found.map(({ help }) => help?.en)).toContainEqual(
    expect.stringContaining('write thousands without separators'),
  )
})

/**
 * Every key of the inventory that holds rupiah: a point that YAML would read as the sign of a fraction takes three
 * digits from none of them.
 */
const amounts = files.sources.flatMap(({ path, text }) =>
  [...new Map([...text.matchAll(/(\w*rupiah): (\d+)000\b/g)].map(([typed, key, rest]) => [key, [typed, rest]]))].map(
    ([key = '', [typed = '', rest = '']]) => ({ path, key, typed, rest }),
  ),
)

test.each(amounts)('$path: $key of thousands with a point', ({ path, key, typed, rest }) => {
  const found = findingsAfter(path, typed, `${key}: ${rest.slice(0, 3)}.000`)
  expect(found.map(({ help }) => help?.en)).toContainEqual(expect.stringMatching(/write \d+000$/))
})

test('amounts of every file that holds any were tried', () => {
  expect(new Set(amounts.map(({ path }) => path.split('/')[0]))).toEqual(
    new Set(['circuits', 'network.yaml', 'payments', 'plant', 'providers']),
  )
})

/** Every key of every kind of file, with one value of it that is written in this form. */
function keysWith(form: RegExp): readonly { readonly path: string; readonly key: string; readonly typed: string }[] {
  return files.sources.flatMap(({ path, text }) =>
    [...new Map([...text.matchAll(form)].map(([typed, key = '']) => [key, typed]))].map(([key, typed]) => ({
      path,
      key,
      typed,
    })),
  )
}

/** What is said of a file after one value of it was typed in another form. */
function toldOf(path: string, typed: string, instead: string): (string | undefined)[] {
  return findingsAfter(path, typed, instead)
    .filter(({ severity, at }) => severity === 'error' && at.source.path === path)
    .flatMap(({ help }) => [help?.id, help?.en])
}

const dates = keysWith(/(?<=[ {])(\w+): \d{4}-\d{2}-\d{2}(?=[ ,}\n])/g)

test.each(dates)('$path: $key as 31/12/2026', ({ path, key, typed }) => {
  const told = toldOf(path, typed, `${key}: 31/12/2026`)
  expect(told).toEqual([expect.stringContaining('2026-12-31'), expect.stringContaining('2026-12-31')])
})

test.each(keysWith(/(?<=[ {])(\w*rupiah): \d+/g))(
  '$path: $key below zero, in fractions and in words',
  ({ path, key, typed }) => {
    for (const [instead, right] of [
      ['-3900000', '3900000'],
      ['3900000.4', '3900000'],
      ['Rp 3900000', '3900000'],
      ['"Rp 3,9 juta"', '3900000'],
    ] as const)
      expect(toldOf(path, typed, `${key}: ${instead}`)).toEqual([
        expect.stringContaining(right),
        expect.stringContaining(right),
      ])
  },
)

test.each(keysWith(/(?<=[ {])(\w+_percent): [\d.]+/g))(
  '$path: $key with a sign of per cent',
  ({ path, key, typed }) => {
    expect(toldOf(path, typed, `${key}: 5.5%`)).toEqual([
      expect.stringContaining('5.5'),
      expect.stringContaining('5.5'),
    ])
  },
)

test('dates of every kind of file that holds any were tried', () => {
  expect(new Set(dates.map(({ path }) => path.split('/')[0]))).toEqual(
    new Set(['circuits', 'downtime', 'measurements', 'payments', 'plant', 'providers', 'waivers.yaml', 'works']),
  )
})
