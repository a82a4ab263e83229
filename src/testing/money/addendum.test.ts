import { expect, test } from 'vitest'
import type { Compilation } from '../../compile.ts'
import { invoicesOf } from '../../money/invoices.ts'
import { atOnce, priceLinesOf } from '../../money/price-lines.ts'
import { compiled, edited, errorsOf, readKlaten, type Files } from '../klaten/inventory.ts'
import { shown } from './lives.ts'

/**
 * The reference network holds an addendum: Kecamatan Bayat grows from 30 to 50 Mbit/s on 1 July, under ktr-2026-03
 * until November and ktr-2026-07 in December. What is written is true; what is changed by one figure is found where it
 * stands.
 */
const files = readKlaten()
const provider = 'providers/penyedia-b.yaml'
const circuits = 'circuits/penyedia-b.yaml'

function sumOf({ network }: Compilation, id: string): number {
  const contract = network?.contracts.get(id)
  if (network === undefined || contract === undefined) throw new Error(`no ${id}`)
  return invoicesOf(network, contract).reduce((sum, { exclPpnRupiah }) => sum + exclPpnRupiah, 0)
}

test('the truth has no error, and its sums are right to the rupiah', () => {
  const truth = compiled(files)
  expect(errorsOf(truth)).toEqual([])
  expect([sumOf(truth, 'ktr-2026-03'), sumOf(truth, 'ktr-2026-07')]).toEqual([336_500_000, 31_300_000])
})

test('never nine circuits at once; 200 Mbit/s until June, 220 from July', () => {
  const { network } = compiled(files)
  const contract = network?.contracts.get('ktr-2026-03')
  if (network === undefined || contract === undefined) throw new Error('no contract')
  const lines = priceLinesOf(network, contract)
  const during = (from: string, to: string): number[] => {
    const { circuits: count, bandwidthMbps } = atOnce(lines, { from, to })
    return [count, bandwidthMbps]
  }
  expect([during('2026-01-01', '2026-06-30'), during('2026-07-01', '2026-11-30')]).toEqual([
    [8, 200],
    [8, 220],
  ])
})

const twins: readonly {
  readonly what: string
  readonly file: string
  readonly edit: readonly [string, string]
  readonly found: string
}[] = [
  {
    what: 'the price after the addendum',
    file: circuits,
    edit: ['bandwidth_mbps: 50, monthly_rupiah: 5200000', 'bandwidth_mbps: 50, monthly_rupiah: 5300000'],
    found: 'KTR015 circuits/penyedia-b.yaml 5300000',
  },
  {
    what: 'the price before the addendum',
    file: circuits,
    edit: [
      'bandwidth_mbps: 30\n  monthly_rupiah: 3900000\n  hub: { handoff: nni-b, vlan: 1103 }',
      'bandwidth_mbps: 30\n  monthly_rupiah: 3800000\n  hub: { handoff: nni-b, vlan: 1103 }',
    ],
    found: 'KTR015 circuits/penyedia-b.yaml 3800000',
  },
  {
    what: 'a price in the list',
    file: provider,
    edit: [
      'to: 2026-06-30, bandwidth_mbps: 30, monthly_rupiah: 3900000',
      'to: 2026-06-30, bandwidth_mbps: 30, monthly_rupiah: 3700000',
    ],
    found: 'KTR015 providers/penyedia-b.yaml 3700000',
  },
  {
    what: 'the bandwidth after the addendum',
    file: circuits,
    edit: ['bandwidth_mbps: 50, monthly_rupiah: 5200000', 'bandwidth_mbps: 40, monthly_rupiah: 5200000'],
    found: 'KTR015 circuits/penyedia-b.yaml 40',
  },
  {
    what: 'the price as signed',
    file: provider,
    edit: [
      'excl_ppn_rupiah: 330000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 366300000',
      'excl_ppn_rupiah: 331000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 367410000',
    ],
    found: 'KTR009 providers/penyedia-b.yaml 331000000',
  },
  {
    what: 'the price of the addendum',
    file: provider,
    edit: [
      'excl_ppn_rupiah: 336500000, incl_ppn_rupiah: 373515000',
      'excl_ppn_rupiah: 337500000, incl_ppn_rupiah: 374625000',
    ],
    found: 'KTR009 providers/penyedia-b.yaml 337500000',
  },
  {
    what: 'PPN of the addendum',
    file: provider,
    edit: ['incl_ppn_rupiah: 373515000', 'incl_ppn_rupiah: 373515001'],
    found: 'KTR005 providers/penyedia-b.yaml 373515001',
  },
  {
    what: 'a count',
    file: provider,
    edit: [
      'annex: { circuits: 8, bandwidth_mbps: 220 }\n        documents',
      'annex: { circuits: 9, bandwidth_mbps: 220 }\n        documents',
    ],
    found: 'KTR008 providers/penyedia-b.yaml 9',
  },
  {
    what: 'a bandwidth as signed',
    file: provider,
    edit: ['annex: { circuits: 8, bandwidth_mbps: 200 }', 'annex: { circuits: 8, bandwidth_mbps: 220 }'],
    found: 'KTR008 providers/penyedia-b.yaml 220',
  },
  {
    what: 'the day of the change',
    file: circuits,
    edit: ['from: 2026-07-01, bandwidth_mbps: 50', 'from: 2026-08-01, bandwidth_mbps: 50'],
    found: 'KTR015 circuits/penyedia-b.yaml 2026-08-01',
  },
  {
    what: 'the day of the addendum',
    file: provider,
    edit: ['from: 2026-07-01\n', 'from: 2026-06-01\n'],
    found: 'KTR016 providers/penyedia-b.yaml 2026-06-24',
  },
  {
    what: 'the day of the addendum, too late',
    file: provider,
    edit: ['from: 2026-07-01\n', 'from: 2026-07-15\n'],
    found: 'KTR016 providers/penyedia-b.yaml 2026-07-15',
  },
  {
    what: 'a change on the first day of its circuit',
    file: circuits,
    edit: ['from: 2026-07-01, bandwidth_mbps: 50', 'from: 2026-01-01, bandwidth_mbps: 50'],
    found: 'CKT012 circuits/penyedia-b.yaml 2026-01-01',
  },
  {
    what: 'an addendum before its contract',
    file: provider,
    edit: ['from: 2026-07-01\n', 'from: 2025-07-01\n'],
    found: 'KTR016 providers/penyedia-b.yaml 2025-07-01',
  },
  {
    what: 'an addendum after its contract',
    file: provider,
    edit: ['from: 2026-07-01\n', 'from: 2027-07-01\n'],
    found: 'KTR016 providers/penyedia-b.yaml 2027-07-01',
  },
]

test.each(twins)('a falsified twin is found: $what', ({ file, edit: [before, after], found }) => {
  const twin: Files = edited(files, file, text => text.replace(before, after))
  const errors = compiled(twin).diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors.map(shown)).toEqual([found])
})

/** Periods that no paper can have: one finding each, and it stands at what was typed. */
test.each<readonly [what: string, before: string, after: string, found: string]>([
  [
    'two lines of a price list on the same days',
    'to: 2026-06-30, bandwidth',
    'to: 2026-07-31, bandwidth',
    'KTR015 providers/penyedia-b.yaml 2026-07-31',
  ],
  [
    'days of a price list without a line',
    'to: 2026-06-30, bandwidth',
    'to: 2026-05-31, bandwidth',
    'KTR015 providers/penyedia-b.yaml 2026-05-31',
  ],
  [
    'a period from its end to its beginning',
    'period: { from: 2026-12-01, to: 2026-12-31 }',
    'period: { from: 2026-12-31, to: 2026-12-01 }',
    'KTR001 providers/penyedia-b.yaml 2026-12-01',
  ],
])('a period that cannot be is found: %s', (_, before, after, found) => {
  const twin = edited(files, provider, text => text.replace(before, after))
  const errors = compiled(twin).diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors.map(shown)).toEqual([found])
})

test('an addendum that begins before its contract hides no other fault of it', () => {
  const early = edited(files, provider, text => text.replace('from: 2026-07-01\n', 'from: 2025-07-01\n'))
  const wrong: readonly (readonly [string, string, string])[] = [
    ['incl_ppn_rupiah: 366300000', 'incl_ppn_rupiah: 366300001', 'KTR005 providers/penyedia-b.yaml 366300001'],
    ['incl_ppn_rupiah: 373515000', 'incl_ppn_rupiah: 373515001', 'KTR005 providers/penyedia-b.yaml 373515001'],
    ['circuits: 8, bandwidth_mbps: 200', 'circuits: 8, bandwidth_mbps: 210', 'KTR008 providers/penyedia-b.yaml 210'],
    ['circuits: 8, bandwidth_mbps: 220', 'circuits: 9, bandwidth_mbps: 220', 'KTR008 providers/penyedia-b.yaml 9'],
    [
      'excl_ppn_rupiah: 330000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 366300000',
      'excl_ppn_rupiah: 331000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 367410000',
      'KTR009 providers/penyedia-b.yaml 331000000',
    ],
  ]
  for (const [before, after, found] of wrong) {
    const twin = edited(early, provider, text => text.replace(before, after))
    const errors = compiled(twin).diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(shown).sort()).toEqual([found, 'KTR016 providers/penyedia-b.yaml 2025-07-01'].sort())
  }
})
