import { describe, expect, test } from 'vitest'
import { accrualsOn } from '../../money/accrual.ts'
import { moneyBy } from '../../money/by-axis.ts'
import { compiled, errorsOf, type Files } from '../klaten/inventory.ts'
import { errorsFound, monthsOf, sumOfMonths, written, type Edit } from './lives.ts'
import { december, decemberInJanuary, files, payments, renewal, threeYears } from './truths.ts'

/**
 * What a contract lives through, written truthfully over the reference network; what is falsified is found where it
 * stands.
 */
const provider = 'providers/penyedia-b.yaml'
const circuits = 'circuits/penyedia-b.yaml'

describe('renewal at another price', () => {
  const truth = renewal

  test('has no error, and both contracts come to what they state', () => {
    const compilation = compiled(truth)
    expect(errorsOf(compilation)).toEqual([])
    expect(sumOfMonths(compilation, 'ktr-2026-03')).toBe(336_500_000)
    expect(monthsOf(compilation, 'ktr-2026-07')).toEqual([['2026-12', 31_500_000]])
  })

  test.each<readonly [what: string, edit: Edit, finding: string]>([
    ['price', [circuits, 'monthly_rupiah: 3600000', 'monthly_rupiah: 3500000'], `KTR009 ${provider} 31500000`],
    ['date', [circuits, 'from: 2026-12-01, contract', 'from: 2026-11-01, contract'], `CKT001 ${circuits} 2026-11-01`],
    [
      'count',
      [
        provider,
        'annex: { circuits: 8, bandwidth_mbps: 220 }\n    documents',
        'annex: { circuits: 7, bandwidth_mbps: 220 }\n    documents',
      ],
      `KTR008 ${provider} 7`,
    ],
  ])('falsified %s', (_, edit, finding) => {
    expect(errorsFound(written(truth, edit), '2026-11-02')).toEqual([finding])
  })
})

describe('a contract over three years', () => {
  const truth = threeYears

  test('has no error, and each budget line bears its year', () => {
    const compilation = compiled(truth)
    expect(errorsOf(compilation)).toEqual([])
    const { network } = compilation
    if (network === undefined) throw new Error('no network')
    const rows = new Map(moneyBy(network, 'budget', '2026-11-02').map(row => [row.key, row.committed]))
    const year = { exclPpnRupiah: 552_000_000, ppnRupiah: 60_720_000 }
    expect([rows.get('jaringan-2027'), rows.get('jaringan-2028')]).toEqual([year, year])
    expect(monthsOf(compilation, 'ktr-2026-04')).toHaveLength(36)
  })

  test.each<readonly [what: string, edit: Edit, finding: string]>([
    [
      'price',
      [
        provider,
        'excl_ppn_rupiah: 1656000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 1838160000',
        'excl_ppn_rupiah: 1657000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 1839270000',
      ],
      `KTR009 ${provider} 1657000000`,
    ],
    ['date', [provider, 'to: 2028-12-31 }\n    price', 'to: 2027-12-31 }\n    price'], `CKT001 ${provider} 2027-12-31`],
    [
      'count of years',
      [provider, 'jaringan-2027, jaringan-2028]', 'jaringan-2027]'],
      `KTR017 ${provider} [jaringan-intra, jaringan-2027]`,
    ],
    ['approval', [provider, '    multi_year_approval: 050/112/2025\n', ''], `KTR013 ${provider} 2028-12-31`],
    [
      'ceiling',
      ['network.yaml', 'ceiling_rupiah: 700000000', 'ceiling_rupiah: 600000000'],
      'KTR002 network.yaml 600000000',
    ],
  ])('falsified %s', (_, edit, finding) => {
    expect(errorsFound(written(truth, edit), '2026-11-02')).toEqual([finding])
  })
})

describe('December paid in January', () => {
  const truth = decemberInJanuary
  const news = (twin: Files): string[] => {
    const known = new Set(errorsFound(files, '2027-01-20'))
    return errorsFound(twin, '2027-01-20').filter(finding => !known.has(finding))
  }

  test('is no error, a debt of 31 December, and none of 18 January', () => {
    const { network } = compiled(truth, '2027-01-20')
    if (network === undefined) throw new Error('no network')
    const owed = (day: string): [string, number][] =>
      accrualsOn(network, day)
        .filter(({ contract }) => contract.id === 'ktr-2026-04')
        .map(({ invoice, rupiah }) => [invoice.month, rupiah])
    expect(news(truth)).toEqual([])
    expect([owed('2026-12-31'), owed('2027-01-18')]).toEqual([[['2026-12', 51_060_000]], []])
  })

  test.each<readonly [what: string, edit: Edit, finding: string]>([
    [
      'price',
      [
        payments,
        december,
        december.replace('46000000, ppn_rupiah: 5060000', '47000000, ppn_rupiah: 5170000').replace('920000', '940000'),
      ],
      `BYR001 ${payments} 47000000`,
    ],
    [
      'date',
      [
        payments,
        december,
        december.replace(
          'sp2d: { number: SP2D/9012/2026, date: 2027-01-18',
          'sp2d: { number: SP2D/9012/2026, date: 2026-12-18',
        ),
      ],
      `BYR005 ${payments} 2026-12-18`,
    ],
    [
      'month',
      [
        payments,
        december,
        december.replace('{ from: 2026-12-01, to: 2026-12-31 }', '{ from: 2026-11-01, to: 2026-11-30 }'),
      ],
      `BYR003 ${payments} { from: 2026-11-01, to: 2026-11-30 }`,
    ],
    [
      'tax',
      [payments, december, december.replace('ppn_rupiah: 5060000', 'ppn_rupiah: 5520000')],
      `BYR002 ${payments} 5520000`,
    ],
  ])('falsified %s', (_, edit, finding) => {
    expect(news(written(truth, edit))).toEqual([finding])
  })
})
