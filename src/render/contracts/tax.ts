import type { ContractDeclaration } from '../../model/lease-file.ts'
import { rupiahText } from '../text/numbers.ts'

type Rule = ContractDeclaration['price']['ppnRule']

export interface Tax {
  readonly rule: Rule
  /** Regulation that the rule stands on. */
  readonly basis: string
  /** The tax base (DPP) in whole rupiah. */
  readonly baseRupiah: number
  readonly ratePercent: number
  readonly ppnRupiah: number
  readonly inclPpnRupiah: number
  /** The arithmetic, a step a line, with the figures put in. */
  readonly steps: readonly string[]
}

interface PpnRule {
  readonly basis: string
  readonly ratePercent: number
  /** The base is this share of the price. */
  readonly base: { readonly numerator: number; readonly denominator: number }
}

const rules: Readonly<Record<Rule, PpnRule>> = {
  'dpp-11-12-2025': {
    basis: 'PMK 131/2024 dan PMK 11/2025: PPN 12 % atas DPP nilai lain (11/12 dari harga)',
    ratePercent: 12,
    base: { numerator: 11, denominator: 12 },
  },
  'full-12-2025': {
    basis: 'PMK 131/2024 Pasal 2: PPN 12 % atas seluruh harga (barang mewah)',
    ratePercent: 12,
    base: { numerator: 1, denominator: 1 },
  },
  'full-11-2022': {
    basis: 'UU 7/2021: PPN 11 % atas seluruh harga, berlaku sampai 31 Desember 2024',
    ratePercent: 11,
    base: { numerator: 1, denominator: 1 },
  },
}

/** PPN on a price in whole rupiah. Each step is rounded half up: 48,648,648 has the base 44,594,594 and the tax 5,351,351. */
export function taxOf(exclPpnRupiah: number, rule: Rule): Tax {
  const {
    basis,
    ratePercent,
    base: { numerator, denominator },
  } = rules[rule]
  const baseRupiah = shareOf(exclPpnRupiah, numerator, denominator)
  const ppnRupiah = shareOf(baseRupiah, ratePercent, 100)
  const inclPpnRupiah = exclPpnRupiah + ppnRupiah
  const baseStep =
    denominator === 1
      ? `DPP = harga = ${rupiahText(baseRupiah)}`
      : `DPP nilai lain = ${numerator}/${denominator} × ${rupiahText(exclPpnRupiah)} = ${rupiahText(baseRupiah)}`
  return {
    rule,
    basis,
    baseRupiah,
    ratePercent,
    ppnRupiah,
    inclPpnRupiah,
    steps: [
      baseStep,
      `PPN = ${ratePercent} % × ${rupiahText(baseRupiah)} = ${rupiahText(ppnRupiah)}`,
      `Harga termasuk PPN = ${rupiahText(exclPpnRupiah)} + ${rupiahText(ppnRupiah)} = ${rupiahText(inclPpnRupiah)}`,
    ],
  }
}

/** Exact, then rounded half up; a price times 11 may be more than a double holds. */
function shareOf(amount: number, numerator: number, denominator: number): number {
  const doubled = BigInt(amount) * BigInt(numerator) * 2n + BigInt(denominator)
  return Number(doubled / BigInt(denominator * 2))
}
