import { describe, expect, test } from 'vitest'
import { moneyBy } from '../../money/by-axis.ts'
import { compiled, errorsOf } from '../klaten/inventory.ts'
import { errorsFound, monthsOf, sumOfMonths, written, type Edit } from './lives.ts'
import { otherProvider } from './truths.ts'

/**
 * Kecamatan Wedi goes to another provider on 15 November: the contract that it leaves gets an addendum, the one that it
 * comes to is signed before. What is written is true; what is changed by one figure is found where it stands.
 */
const [a, b, circuits] = ['providers/penyedia-a.yaml', 'providers/penyedia-b.yaml', 'circuits/penyedia-b.yaml']
test.each(['2026-11-02', '2026-11-20'])('the truth has no error on %s', today => {
  expect(errorsOf(compiled(otherProvider, today))).toEqual([])
})

test('its sums are right to the rupiah, by contract, circuit, provider and month', () => {
  const compilation = compiled(otherProvider)
  expect([
    sumOfMonths(compilation, 'ktr-2026-03'),
    monthsOf(compilation, 'ktr-2026-07'),
    monthsOf(compilation, 'ktr-2026-08'),
  ]).toEqual([
    334_686_667,
    [['2026-12', 27_900_000]],
    [
      ['2026-11', 1_866_667],
      ['2026-12', 3_500_000],
    ],
  ])
  const { network } = compilation
  if (network === undefined) throw new Error('no network')
  const wediRow = moneyBy(network, 'circuit', '2026-12-31').find(({ key }) => key === 'ckt-kec-wedi')
  // Ten months at 3,400,000, fourteen days of it, sixteen days and a month at 3,500,000.
  expect(wediRow?.committed.exclPpnRupiah).toBe(34_000_000 + 1_586_667 + 1_866_667 + 3_500_000)
})

describe('a falsified twin is found where it was typed', () => {
  test.each<readonly [what: string, edit: Edit, found: string]>([
    ['the new price', [circuits, 'monthly_rupiah: 3500000', 'monthly_rupiah: 3600000'], `KTR015 ${circuits} 3600000`],
    ['the new price in its list', [a, 'monthly_rupiah: 3500000', 'monthly_rupiah: 3600000'], `KTR015 ${a} 3600000`],
    [
      'the price of the new contract',
      [
        a,
        '5366667, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 5957000',
        '5466667, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 6068000',
      ],
      `KTR009 ${a} 5466667`,
    ],
    [
      'the price that is left',
      [b, '334686667, incl_ppn_rupiah: 371502200', '334686668, incl_ppn_rupiah: 371502201'],
      `KTR009 ${b} 334686668`,
    ],
    ['PPN of the addendum', [b, '371502200', '371502201'], `KTR005 ${b} 371502201`],
    [
      'the day of the move',
      [circuits, 'from: 2026-11-15\n      provider', 'from: 2026-11-16\n      provider'],
      `KTR015 ${circuits} 2026-11-16`,
    ],
    [
      'the day of the move, too early',
      [circuits, 'from: 2026-11-15\n      provider', 'from: 2026-11-10\n      provider'],
      `CKT001 ${circuits} 2026-11-10`,
    ],
    ['the last day in the list', [b, 'to: 2026-11-14', 'to: 2026-11-15'], `KTR015 ${b} 2026-11-15`],
    [
      'the first day of the new contract',
      [a, 'from: 2026-11-15, to: 2026-12-31', 'from: 2026-11-16, to: 2026-12-31'],
      `CKT001 ${a} 2026-11-16`,
    ],
    [
      'the first day of the new contract, too early',
      [a, 'from: 2026-11-15, to: 2026-12-31', 'from: 2026-11-10, to: 2026-12-31'],
      `KTR015 ${a} 2026-11-10`,
    ],
    ['the day of the addendum', [b, 'from: 2026-11-15', 'from: 2026-11-20'], `KTR016 ${b} 2026-11-20`],
    [
      'the count that is left',
      [
        b,
        'annex: { circuits: 7, bandwidth_mbps: 200 }\n    documents',
        'annex: { circuits: 8, bandwidth_mbps: 200 }\n    documents',
      ],
      `KTR008 ${b} 8`,
    ],
    [
      'the count of the addendum',
      [b, '        annex: { circuits: 7, bandwidth_mbps: 200 }', '        annex: { circuits: 8, bandwidth_mbps: 200 }'],
      `KTR008 ${b} 8`,
    ],
    [
      'the count of the new contract',
      [a, 'annex: { circuits: 1, bandwidth_mbps: 20 }', 'annex: { circuits: 2, bandwidth_mbps: 20 }'],
      `KTR008 ${a} 2`,
    ],
    ['the provider', [circuits, '      provider: penyedia-a\n', ''], `CKT007 ${circuits} ktr-2026-08`],
    ['the contract', [circuits, '      contract: ktr-2026-08\n', ''], `CKT007 ${circuits} ktr-2026-03`],
    [
      'the service number',
      [circuits, 'provider_ref: PA-METRO-4199', 'provider_ref: PA-METRO-4101'],
      `CKT003 ${circuits} PA-METRO-4101`,
    ],
  ])('%s', (_, edit, found) => {
    expect(errorsFound(written(otherProvider, edit), '2026-11-02')).toEqual([found])
  })
})
