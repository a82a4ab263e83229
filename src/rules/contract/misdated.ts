import type { Contract, Network } from '../../model/network.ts'
import { remembered } from '../../source/remembered.ts'
import { inside, type Place } from '../../source/source.ts'
import { contractsAstray } from '../circuit/coverage.ts'
import { agrees, withAddendumOn, withChangesOn } from './agreement.ts'
import { listsDiffer } from './price-list.ts'

/**
 * An addendum takes effect on one day, what it changes on another; with one of the two moved to the other, all figures
 * of the contract agree. Where they agree already, it is the addendum that was mistyped: its sums say from which day
 * its circuits cost more.
 */
export interface Misdated {
  readonly wrong: 'addendum' | 'change'
  readonly number: string
  readonly addendumFrom: string
  readonly changeFrom: string
  /** Where the day stands that the figures contradict. */
  readonly at: Place
  /** The one that they confirm. */
  readonly other: Place
}

/**
 * The day of a contract that its own figures contradict, where exactly one is; undefined where no one day explains
 * them.
 */
export function misdatedIn(network: Network, contract: Contract): Misdated | undefined {
  return allMisdated(network).get(contract.id)
}

const allMisdated = remembered(
  (network: Network): ReadonlyMap<string, Misdated> =>
    new Map(
      [...network.contracts.values()].flatMap(contract => {
        if (contract.declared.addenda.length === 0) return []
        // Gaps, and lists that say other days, have findings of their own.
        if (contractsAstray(network).has(contract.id) || listsDiffer(network, contract)) return []
        const found = misdatedOf(network, contract)
        return found === undefined ? [] : [[contract.id, found] as const]
      }),
    ),
)

function misdatedOf(network: Network, contract: Contract): Misdated | undefined {
  const { addenda } = contract.declared
  const taken = new Set(addenda.map(({ from }) => from))
  const changes = changesUnder(network, contract)
  const isAgreed = agrees(network, contract)
  for (const [i, { number, from: addendumFrom, price, annex }] of addenda.entries()) {
    // One that only moves the last day changes nothing on its own first day.
    if (isAgreed && price === undefined && annex === undefined) continue
    const from = inside(contract.origin, 'addenda', i, 'from')
    const facts = { number, addendumFrom }
    for (const [changeFrom, at] of changes) {
      if (taken.has(changeFrom)) continue
      if (!changes.has(addendumFrom) && agrees(network, withAddendumOn(contract, i, changeFrom)))
        return { ...facts, wrong: 'addendum', changeFrom, at: from, other: at }
      if (!isAgreed && agrees(withChangesOn(network, contract, changeFrom, addendumFrom), contract))
        return { ...facts, wrong: 'change', changeFrom, at, other: from }
    }
  }
  return undefined
}

/** The days on which something under a contract changes, each with the place of the first that says so. */
export function changesUnder({ index }: Network, contract: Contract): ReadonlyMap<string, Place> {
  const changes = (index.boughtOfContract.get(contract.id) ?? []).flatMap(({ terms }) =>
    terms.slice(1).map(({ period, fromAt }) => [period.from, fromAt] as const),
  )
  return new Map(changes.toReversed())
}
