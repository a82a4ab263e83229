import type { Bought, Contract, Network } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { dayAfter, dayBefore } from '../../model/days.ts'
import { inside, type Place } from '../../source/source.ts'
import { remembered } from '../../source/remembered.ts'
import { agrees, lasting, withChangesOn } from '../contract/agreement.ts'
import { paidTwice } from './coverage.ts'

/** The first or the last day of a contract. */
interface Edge {
  readonly contract: Contract
  readonly side: 'from' | 'to'
}

/** Where the day of an edge is written: an addendum may have moved the last one. */
export function edgePlace({ contract, side }: Edge): Place {
  const moved = side === 'to' ? contract.declared.addenda.findLastIndex(({ to }) => to !== undefined) : -1
  return moved < 0 ? inside(contract.origin, 'period', side) : inside(contract.origin, 'addenda', moved, 'to')
}

/**
 * Whether a contract's price contradicts its own days, and comes out where this edge lies on another day: then it is
 * the edge that was mistyped.
 */
export function isMistyped(network: Network, { contract, side }: Edge, day: string): boolean {
  return !agrees(network, contract) && agrees(network, lasting(contract, { ...contract.period, [side]: day }))
}

/** Of two contracts that cover the same days, the edge that its contract's price contradicts. */
export function mistypedEdge(network: Network, first: Contract, later: Contract): Edge | undefined {
  const pairs = [
    [first, later],
    [later, first],
  ] as const
  for (const [contract, other] of pairs) {
    if (isMistyped(network, { contract, side: 'to' }, dayBefore(other.period.from))) return { contract, side: 'to' }
    if (isMistyped(network, { contract, side: 'from' }, dayAfter(other.period.to))) return { contract, side: 'from' }
  }
  return undefined
}

/**
 * The contracts whose days are a finding already, since they overlap with another's: what follows from them is none.
 */
export const overlapping: (network: Network) => ReadonlySet<string> = remembered(
  network =>
    new Set(
      paidTwice(network).flatMap(group =>
        group.flatMap(({ first, later }) => mistypedEdge(network, first, later)?.contract.id ?? []),
      ),
    ),
)

/**
 * The change at the edge of days without a contract, where the contract that it leaves and the one that it comes to
 * both come out on another day.
 */
export function mistypedChange(network: Network, bought: Bought, gap: Period): Place | undefined {
  const i = bought.terms.findIndex(({ period }, at) => at > 0 && [gap.from, dayAfter(gap.to)].includes(period.from))
  const [before, after] = [bought.terms[i - 1], bought.terms[i]]
  if (before === undefined || after === undefined) return undefined
  const contracts = [...new Set([...before.contracts, ...after.contracts])]
  if (contracts.every(contract => agrees(network, contract))) return undefined
  const days = [dayAfter(gap.to), gap.from, ...after.contracts.map(({ period }) => period.from)]
  const comesOut = (day: string): boolean =>
    contracts.every(contract => agrees(withChangesOn(network, contract, after.period.from, day), contract))
  return days.some(day => day !== after.period.from && comesOut(day)) ? after.fromAt : undefined
}

/** The edges of contracts at which days without one begin, and end. */
export function edgesOf(contracts: readonly Contract[], gap: Period): Edge[] {
  const ending = contracts.find(({ period }) => dayAfter(period.to) === gap.from)
  const beginning = contracts.find(({ period }) => period.from === dayAfter(gap.to))
  return [
    ...(ending === undefined ? [] : [{ contract: ending, side: 'to' as const }]),
    ...(beginning === undefined ? [] : [{ contract: beginning, side: 'from' as const }]),
  ]
}
