import { dayBefore, isReversed } from '../../model/days.ts'
import type { Bought, Contract, Network } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { contractValueOf } from '../../money/invoices.ts'
import { stagesOf, type Stage } from '../../money/stages.ts'
import { annexDifferences } from './annex.ts'

/**
 * Whether circuits' fees come to the price of a stage. Papers round each invoice, or the whole at its end: both are
 * right.
 */
export function comesToItsPrice(contract: Contract, { price, lines }: Stage): boolean {
  if (price === undefined) return true
  const { exclPpnRupiah, exclAtOnceRupiah } = contractValueOf(contract, lines)
  return [exclPpnRupiah, exclAtOnceRupiah].includes(price.exclPpnRupiah)
}

/** Whether every stage of a contract comes to its price and its annex. */
export function agrees(network: Network, contract: Contract): boolean {
  return stagesOf(network, contract).every(
    stage => comesToItsPrice(contract, stage) && annexDifferences(stage).length === 0,
  )
}

/**
 * The contract as if its days were others: asked, to learn which of two dates that contradict each other was mistyped.
 */
export function lasting(contract: Contract, period: Period): Contract {
  const addenda = contract.declared.addenda.map(addendum =>
    addendum.to === undefined ? addendum : { ...addendum, to: period.to },
  )
  return { ...contract, period, declared: { ...contract.declared, period, addenda } }
}

/** The contract as if one of its addenda took effect on another day. */
export function withAddendumOn(contract: Contract, index: number, from: string): Contract {
  const addenda = contract.declared.addenda.map((addendum, i) => (i === index ? { ...addendum, from } : addendum))
  return { ...contract, declared: { ...contract.declared, addenda } }
}

/** The network as if what changes on one day under a contract had changed on another. */
export function withChangesOn(network: Network, contract: Contract, day: string, other: string): Network {
  return withBought(network, contract, one => withChangeOn(one, day, other))
}

/** The network as if one thing that is bought under a contract began, or ended, when the contract does. */
export function withEdge(network: Network, contract: Contract, bought: Bought, side: 'from' | 'to'): Network {
  const day = contract.period[side]
  const index = side === 'from' ? 0 : bought.terms.length - 1
  const moved =
    bought.kind === 'circuit'
      ? { ...bought, terms: edgeMoved(bought.terms, index, side, day) }
      : { ...bought, terms: edgeMoved(bought.terms, index, side, day) }
  return withBought(network, contract, one => (one === bought ? moved : one))
}

function edgeMoved<Term extends { readonly period: Period }>(
  terms: readonly Term[],
  index: number,
  side: 'from' | 'to',
  day: string,
): readonly Term[] {
  return terms.map((term, i) => (i === index ? { ...term, period: { ...term.period, [side]: day } } : term))
}

function withBought(network: Network, contract: Contract, change: (bought: Bought) => Bought): Network {
  const bought = (network.index.boughtOfContract.get(contract.id) ?? []).map(change)
  const boughtOfContract = new Map([...network.index.boughtOfContract, [contract.id, bought]])
  return { ...network, index: { ...network.index, boughtOfContract } }
}

function withChangeOn(bought: Bought, day: string, other: string): Bought {
  if (!bought.terms.some(({ period }, i) => i > 0 && period.from === day)) return bought
  return bought.kind === 'circuit'
    ? { ...bought, terms: movedTerms(bought.terms, day, other) }
    : { ...bought, terms: movedTerms(bought.terms, day, other) }
}

function movedTerms<Term extends { readonly period: Period }>(
  terms: readonly Term[],
  day: string,
  other: string,
): readonly Term[] {
  const moved = terms.map((term, i) => {
    const from = i > 0 && term.period.from === day ? other : term.period.from
    const to = terms[i + 1]?.period.from === day ? dayBefore(other) : term.period.to
    return { ...term, period: { from, to } }
  })
  return moved.some(({ period }) => isReversed(period)) ? terms : moved
}
