import { isReversed, monthEnd } from '../../model/days.ts'
import type { Payment } from '../../model/network.ts'

/**
 * Which day of what a payment covers cannot be: outside of its contract, after its invoice (BYR005), or neither a
 * month's nor its contract's edge.
 */
interface StrayDay {
  readonly why: 'outside' | 'after-invoice' | 'part-of-month'
  readonly edge: 'from' | 'to'
}

/** Undefined where a payment covers whole months of its contract; what is due for other days cannot be told. */
export function strayDayOf({ contract, declared }: Payment): StrayDay | undefined {
  const { covers } = declared
  const { from, to } = covers
  const { period } = contract
  if (isReversed(covers) || to > period.to) return { why: 'outside', edge: 'to' }
  if (from < period.from) return { why: 'outside', edge: 'from' }
  if (to > declared.invoice.date) return { why: 'after-invoice', edge: 'to' }
  if (from.slice(8) !== '01' && from !== period.from) return { why: 'part-of-month', edge: 'from' }
  if (to !== monthEnd(to.slice(0, 7)) && to !== period.to) return { why: 'part-of-month', edge: 'to' }
  return undefined
}
