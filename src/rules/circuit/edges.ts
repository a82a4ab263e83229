import type { Bought, Contract, Network } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { dayAfter } from '../../model/days.ts'
import { inside, type Place } from '../../source/source.ts'
import { agrees, lasting, withChangesOn } from '../contract/agreement.ts'

/** The first or the last day of a contract. */
export interface Edge {
  readonly contract: Contract
  readonly side: 'from' | 'to'
}

/** Where the day of an edge is written: an addendum may have moved the last one. */
export function edgePlace({ contract, side }: Edge): Place {
  const moved = side === 'to' ? contract.declared.addenda.findLastIndex(({ to }) => to !== undefined) : -1
  return moved < 0 ? inside(contract.origin, 'period', side) : inside(contract.origin, 'addenda', moved, 'to')
}

/** Whether a contract's price contradicts its own days, and comes out where this edge lies on another day: then it is the edge that was mistyped. */
export function isMistyped(network: Network, { contract, side }: Edge, day: string): boolean {
  return !agrees(network, contract) && agrees(network, lasting(contract, { ...contract.period, [side]: day }))
}

/** Whether the contract that is left, and the one that is come to, both come out where a change lies on another day. */
export function isChangeMistyped(network: Network, bought: Bought, from: string, day: string): boolean {
  const i = bought.terms.findIndex(({ period }) => period.from === from)
  const around = [bought.terms[i - 1], bought.terms[i]].flatMap(term => term?.contracts ?? [])
  const contracts = [...new Set(around)]
  return (
    i > 0 &&
    contracts.some(contract => !agrees(network, contract)) &&
    contracts.every(contract => agrees(withChangesOn(network, contract, from, day), contract))
  )
}

/** The edge of a contract at which days without one begin or end. */
export function edgeOf(contracts: readonly Contract[], gap: Period): Edge | undefined {
  const ending = contracts.find(({ period }) => dayAfter(period.to) === gap.from)
  if (ending !== undefined) return { contract: ending, side: 'to' }
  const beginning = contracts.find(({ period }) => period.from === dayAfter(gap.to))
  return beginning === undefined ? undefined : { contract: beginning, side: 'from' }
}
