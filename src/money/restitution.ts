import type { ContractDeclaration } from '../model/contract-file.ts'
import { decimal, fraction, plus, times, wholeRupiah, zero } from './fraction.ts'

export type RestitutionFormula = NonNullable<NonNullable<ContractDeclaration['sla']>['restitution']>

interface Outage {
  readonly formula: RestitutionFormula
  readonly availabilityPercent: number
  /** Monthly fee of the point, without PPN. */
  readonly monthlyRupiah: number
  readonly downSeconds: number
  /** Of the month. */
  readonly days: number
}

/**
 * Whole rupiah that come back for a month's downtime, half up. `excess-fraction`: ((A − Av) ÷ C) × B, nothing where A ≤
 * Av; `beibi`: X × Y ÷ (Z × SLA); `prorata`: X × Y ÷ Z. Sources: practice notes of regional governments; the contract's
 * text decides.
 */
export function restitutionRupiah({ formula, availabilityPercent, monthlyRupiah, downSeconds, days }: Outage): number {
  const second = fraction(1, days * 86_400)
  const share = times(decimal(downSeconds), second)
  const promised = times(decimal(availabilityPercent), fraction(1, 100))
  const fee = fraction(monthlyRupiah)
  if (formula === 'excess-fraction') {
    const excess = plus(plus(share, fraction(-1)), promised)
    return wholeRupiah(times(excess.of > 0n ? excess : zero, fee))
  }
  if (formula === 'prorata' || promised.of === 0n) return wholeRupiah(times(share, fee))
  return wholeRupiah(times(times(share, fee), { of: promised.over, over: promised.of }))
}
