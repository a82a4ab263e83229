import { fraction, wholeRupiah } from './fraction.ts'

/** Income tax (PPh) that the payer withholds from an invoice, as dated data. */
interface PphLaw {
  readonly kind: 'pph-23'
  readonly percent: number
  readonly from: string
  readonly until?: string
  readonly source: string
  /** Read in the source named, or known and not re-read. */
  readonly verified: boolean
}

/**
 * UU 36/2008 Pasal 23(1)c: 2 % of the gross amount of services and of rent other than of land and buildings, without
 * PPN; government payers withhold it under PMK 231/2019 Pasal 13(1) as amended by PMK 59/2022.
 */
const pphLaws: readonly PphLaw[] = [
  {
    kind: 'pph-23',
    percent: 2,
    from: '2009-01-01',
    source: 'UU 36/2008 Pasal 23(1)c; PMK 231/2019 Pasal 13(1) jo. PMK 59/2022',
    verified: false,
  },
]

export function pphLawOn(day: string): PphLaw | undefined {
  return pphLaws.findLast(({ from, until }) => from <= day && (until === undefined || day <= until))
}

/** Whole rupiah, half up, of an amount without PPN; zero on a day without a law. */
export function pphOf(exclPpnRupiah: number, day: string): number {
  const law = pphLawOn(day)
  return law === undefined ? 0 : wholeRupiah(fraction(BigInt(exclPpnRupiah) * BigInt(law.percent), 100))
}
