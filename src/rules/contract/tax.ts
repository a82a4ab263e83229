import type { Contract } from '../../model/network.ts'

export type PpnRule = Contract['declared']['price']['ppnRule']

/** A way to compute PPN, with the days on which it is law. */
export interface PpnLaw {
  readonly percent: number
  /** Share of the price that is taxed (dasar pengenaan pajak, DPP). */
  readonly base: { readonly of: number; readonly in: number }
  readonly from: string
  readonly until?: string
  readonly source: string
}

export const ppnLaws: Readonly<Record<PpnRule, PpnLaw>> = {
  'full-11-2022': {
    percent: 11,
    base: { of: 1, in: 1 },
    from: '2022-04-01',
    until: '2024-12-31',
    source: 'UU 7/2021 (HPP)',
  },
  'dpp-11-12-2025': { percent: 12, base: { of: 11, in: 12 }, from: '2025-01-01', source: 'PMK 131/2024, PMK 11/2025' },
  'full-12-2025': {
    percent: 12,
    base: { of: 1, in: 1 },
    from: '2025-01-01',
    source: 'PMK 131/2024 pasal 2: luxury goods only',
  },
}

/** Whole rupiah; the base and the tax are each rounded half up, as on an invoice. */
export function ppnOf(exclPpnRupiah: number, rule: PpnRule): number {
  const { percent, base } = ppnLaws[rule]
  const taxed = Math.round((exclPpnRupiah * base.of) / base.in)
  return Math.round((taxed * percent) / 100)
}
