import { dayAfter } from '../model/days.ts'
import type { Contract, Network } from '../model/network.ts'
import type { Period } from '../model/scalars.ts'
import { inside, type Place } from '../source/source.ts'
import { lastDayBefore, priceLinesBefore, priceLinesOf, type PriceLine } from './price-lines.ts'

/** What a contract says at one time of its life: as it was signed, then after each addendum. */
export interface Stage {
  /** The contract, or the entry of its addendum. */
  readonly at: Place
  readonly addendum: string | undefined
  /** Whole price as stated then; undefined where an addendum leaves it. */
  readonly price: { readonly exclPpnRupiah: number; readonly inclPpnRupiah: number } | undefined
  readonly annex: { readonly circuits: number; readonly bandwidthMbps: number } | undefined
  /** The whole contract, as long as it was then meant to run. */
  readonly period: Period
  /** The days on which this stage is what holds. */
  readonly inForce: Period
  readonly lines: readonly PriceLine[]
}

/**
 * An addendum whose beginning cannot be (KTR016 says so) hides none of the rest: the stage before it takes no change
 * after its own first day for granted, the last stage holds on the contract's last day. Nothing where one ends the
 * contract before it begins: its days are unknown.
 */
export function stagesOf(network: Network, contract: Contract): Stage[] {
  const { declared, origin } = contract
  const { addenda, period } = declared
  const faults = beginningsOf(contract)
  if (faults.includes('reversed')) return []
  const stages: Stage[] = []
  let to = period.to
  for (const i of [-1, ...addenda.keys()]) {
    const addendum = addenda[i]
    to = addendum?.to ?? to
    const from = faults[i] === 'outside' ? undefined : (addendum?.from ?? period.from)
    const next = nextOf({ from, following: addenda[i + 1]?.from, isKnown: faults[i + 1] !== 'outside' })
    if (next === 'unknown') continue
    const whole = { from: period.from, to }
    const last = lastDayBefore(faults[i + 1] === 'outside' ? undefined : next, to)
    stages.push({
      at: addendum === undefined ? origin : inside(origin, 'addenda', i),
      addendum: addendum?.number,
      price: addendum === undefined ? declared.price : addendum.price,
      annex: addendum === undefined ? declared.annex : addendum.annex,
      period: whole,
      inForce: { from: from ?? last, to: last },
      lines:
        next === undefined
          ? priceLinesOf(network, contract)
          : priceLinesBefore(network, contract, { period: whole, before: next }),
    })
  }
  return stages
}

/** The day before which what a stage knows has happened; undefined for the last one. */
function nextOf({
  from,
  following,
  isKnown,
}: {
  readonly from: string | undefined
  readonly following: string | undefined
  readonly isKnown: boolean
}): string | 'unknown' | undefined {
  if (following === undefined || isKnown) return following
  return from === undefined ? 'unknown' : dayAfter(from)
}

/** Whether the days of a contract cannot be told, since an addendum ends it before taking effect. */
export function hasAddendumReversed(contract: Contract): boolean {
  return beginningsOf(contract).includes('reversed')
}

/**
 * Of each addendum: begins outside its contract or not after the one before it, or ends the contract before it begins.
 */
function beginningsOf({ declared: { addenda, period } }: Contract): readonly ('outside' | 'reversed' | undefined)[] {
  let last = period.to
  return addenda.map(({ from, to }, i) => {
    const before = addenda[i - 1]
    const isOutside = from < period.from || from > last || (before !== undefined && from <= before.from)
    last = to ?? last
    if (isOutside) return 'outside'
    return to !== undefined && to < from ? 'reversed' : undefined
  })
}

/** The price that holds after all addenda. */
export function priceNow({ declared }: Contract): { readonly exclPpnRupiah: number; readonly inclPpnRupiah: number } {
  return declared.addenda.findLast(({ price }) => price !== undefined)?.price ?? declared.price
}
