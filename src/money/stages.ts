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

/** Nothing where an addendum cannot take effect: what holds when, nobody can tell then, and KTR016 has said so. */
export function stagesOf(network: Network, contract: Contract): Stage[] {
  if (hasAddendumOutside(contract)) return []
  const { declared, origin } = contract
  const { addenda, period } = declared
  const stages: Stage[] = []
  let to = period.to
  for (const i of [-1, ...addenda.keys()]) {
    const addendum = addenda[i]
    to = addendum?.to ?? to
    const whole = { from: period.from, to }
    const next = addenda[i + 1]?.from
    stages.push({
      at: addendum === undefined ? origin : inside(origin, 'addenda', i),
      addendum: addendum?.number,
      price: addendum === undefined ? declared.price : addendum.price,
      annex: addendum === undefined ? declared.annex : addendum.annex,
      period: whole,
      inForce: { from: addendum?.from ?? period.from, to: lastDayBefore(next, to) },
      lines:
        next === undefined
          ? priceLinesOf(network, contract)
          : priceLinesBefore(network, contract, { period: whole, before: next }),
    })
  }
  return stages
}

/** Whether an addendum begins outside its contract or not after the one before it, or ends the contract before it begins. */
export function hasAddendumOutside({ declared: { addenda, period } }: Contract): boolean {
  let last = period.to
  return addenda.some(({ from, to }, i) => {
    const before = addenda[i - 1]
    const outside = from < period.from || from > last || (before !== undefined && from <= before.from)
    last = to ?? last
    return outside || (to !== undefined && to < from)
  })
}

/** The price that holds after all addenda. */
export function priceNow({ declared }: Contract): { readonly exclPpnRupiah: number; readonly inclPpnRupiah: number } {
  return declared.addenda.findLast(({ price }) => price !== undefined)?.price ?? declared.price
}

/** What the annex says after all addenda. */
export function annexNow({ declared }: Contract): Stage['annex'] {
  return declared.addenda.findLast(({ annex }) => annex !== undefined)?.annex ?? declared.annex
}
