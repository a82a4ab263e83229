import { describe, expect, test } from 'vitest'
import { moneyBy } from '../../money/by-axis.ts'
import { compiled, edited, errorsOf, readKlaten } from '../klaten/inventory.ts'
import { errorsFound, monthsOf, sumOfMonths, written, type Edit } from './lives.ts'

/**
 * Kecamatan Wedi goes to another provider on 15 November: the contract that it leaves gets an addendum, the one that it comes to is signed
 * before. What is written is true; what is changed by one figure is found where it stands.
 */
const [a, b, circuits] = ['providers/penyedia-a.yaml', 'providers/penyedia-b.yaml', 'circuits/penyedia-b.yaml']
const wedi = 'vlan: 1101 }\n  site: { id: kec-wedi, port: ether1 }\n  role: primary\n'
const days = '  period: { from: 2026-01-01, to: 2026-12-31 }\n'
const change = `  changes:
    - from: 2026-11-15
      provider: penyedia-a
      provider_ref: PA-METRO-4199
      contract: ktr-2026-08
      service: metro-ethernet
      hub: { handoff: nni-a, vlan: 1099 }
      monthly_rupiah: 3500000
`
const listed = '- { circuit: ckt-kec-wedi, bandwidth_mbps: 20, monthly_rupiah: 3400000 }'
/** Seven circuits from then on: 336,500,000 less 16 of 30 days of 3,400,000, which the invoice of November rounds to 1,586,667 for 14 days. */
const addendum = `      - number: 027/0098.2/ADD/16/2026
        signed: 2026-11-02
        from: 2026-11-15
        price: { excl_ppn_rupiah: 334686667, incl_ppn_rupiah: 371502200 }
        annex: { circuits: 7, bandwidth_mbps: 200 }
`
/** 16 of 30 days of November (1,866,667) and December, at 3,500,000. */
const contract = `
  - contract: ktr-2026-08
    number: 027/0901/SPs/16/2026
    title: Sewa sirkuit metro-ethernet Kecamatan Wedi, November dan Desember 2026
    form: surat-pesanan
    method: e-purchasing
    rup_id: "61339099"
    ppk: PPK Diskominfo
    signed: 2026-10-30
    period: { from: 2026-11-15, to: 2026-12-31 }
    price: { excl_ppn_rupiah: 5366667, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 5957000 }
    budget: jaringan-intra
    sla: { availability_percent: 99.0, restitution: excess-fraction }
    annex: { circuits: 1, bandwidth_mbps: 20 }
    lines:
      - { circuit: ckt-kec-wedi, bandwidth_mbps: 20, monthly_rupiah: 3500000 }
    documents:
      - { kind: bast, date: 2026-11-15, sha256: 0148d47f027bfd7ee0f56c0c2a5cd9f716bc8da213de050e523f6619229f2da6 }
`
const december = 'price: { excl_ppn_rupiah: 31300000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 34743000 }'
const truth = edited(
  written(
    readKlaten(),
    [circuits, `${wedi}${days}`, `${wedi}${days}${change}`],
    [
      circuits,
      'ckt-kec-wedi\n  provider: penyedia-b\n  provider_ref: PB/VPN/26/0211\n  contract: [ktr-2026-03, ktr-2026-07]',
      'ckt-kec-wedi\n  provider: penyedia-b\n  provider_ref: PB/VPN/26/0211\n  contract: ktr-2026-03',
    ],
    [b, listed, listed.replace('wedi,', 'wedi, to: 2026-11-14,')],
    [b, 'from 30 to 50 Mbit/s; composed.\n', `from 30 to 50 Mbit/s; composed.\n${addendum}`],
    [b, december, december.replace('31300000', '27900000').replace('34743000', '30969000')],
    [
      b,
      'annex: { circuits: 8, bandwidth_mbps: 220 }\n    documents',
      'annex: { circuits: 7, bandwidth_mbps: 200 }\n    documents',
    ],
  ),
  a,
  text => text.trimEnd() + '\n' + contract,
)

test.each(['2026-11-02', '2026-11-20'])('the truth has no error on %s', today => {
  expect(errorsOf(compiled(truth, today))).toEqual([])
})

test('its sums are right to the rupiah, by contract, circuit, provider and month', () => {
  const compilation = compiled(truth)
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
    expect(errorsFound(written(truth, edit), '2026-11-02')).toEqual([found])
  })
})
