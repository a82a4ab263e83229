import type { ContractDeclaration } from '../model/contract-file.ts'
import { fraction, times, wholeRupiah } from './fraction.ts'

export type PpnRule = ContractDeclaration['price']['ppnRule']

/** A way to compute PPN, with the days on which it is law. */
interface PpnLaw {
  readonly percent: number
  /** Share of the price that is taxed (dasar pengenaan pajak, DPP). */
  readonly base: { readonly of: number; readonly in: number }
  readonly from: string
  readonly until?: string
  /** For goods that the law calls luxury, never for circuits. */
  readonly luxury?: true
  readonly source: string
  /** As records cite it. */
  readonly basis: string
}

/** PPN as dated data. The rate of 2022 came with UU 7/2021 (HPP); 11/12 of the price as base with PMK 131/2024. */
export const ppnLaws: Readonly<Record<PpnRule, PpnLaw>> = {
  'full-11-2022': {
    percent: 11,
    base: { of: 1, in: 1 },
    from: '2022-04-01',
    until: '2024-12-31',
    source: 'UU 7/2021 (HPP)',
    basis: 'UU 7/2021: PPN 11 % atas seluruh harga, berlaku sampai 31 Desember 2024',
  },
  'dpp-11-12-2025': {
    percent: 12,
    base: { of: 11, in: 12 },
    from: '2025-01-01',
    source: 'PMK 131/2024, PMK 11/2025',
    basis: 'PMK 131/2024 dan PMK 11/2025: PPN 12 % atas DPP nilai lain (11/12 dari harga)',
  },
  'full-12-2025': {
    percent: 12,
    base: { of: 1, in: 1 },
    from: '2025-01-01',
    luxury: true,
    source: 'PMK 131/2024 pasal 2: luxury goods only',
    basis: 'PMK 131/2024 Pasal 2: PPN 12 % atas seluruh harga (barang mewah)',
  },
}

export const ppnRules: readonly PpnRule[] = ['full-11-2022', 'dpp-11-12-2025', 'full-12-2025']

/** The tax base (DPP) of a price: whole rupiah, half up. */
export function ppnBaseOf(exclPpnRupiah: number, rule: PpnRule): number {
  const { base } = ppnLaws[rule]
  return wholeRupiah(fraction(BigInt(exclPpnRupiah) * BigInt(base.of), base.in))
}

/**
 * Whole rupiah; the base and the tax are each rounded half up, as on an invoice. 48,648,648 has the base 44,594,594 and
 * the tax 5,351,351.
 */
export function ppnOf(exclPpnRupiah: number, rule: PpnRule): number {
  return wholeRupiah(times(fraction(ppnBaseOf(exclPpnRupiah, rule)), fraction(ppnLaws[rule].percent, 100)))
}

/**
 * The law for an invoice of that day: the one that its contract names while it is in force, else the one for services
 * then in force.
 */
export function ppnRuleOn(day: string, named: PpnRule): PpnRule {
  if (inForce(ppnLaws[named], day)) return named
  return ppnRules.find(rule => ppnLaws[rule].luxury === undefined && inForce(ppnLaws[rule], day)) ?? named
}

function inForce({ from, until }: PpnLaw, day: string): boolean {
  return from <= day && (until === undefined || day <= until)
}
