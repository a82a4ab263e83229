import { itemAt } from '../../text/item-at.ts'
import { common, gaps, isReversed } from '../../model/days.ts'
import type { Bought, Contract, Network } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { remembered } from '../../source/remembered.ts'
import { grouped } from '../grouping.ts'
import { boughtOf } from './bought.ts'

type Term = Bought['terms'][number]

/** Days on which something is in service and no contract pays for it, or two do. */
export interface Uncovered {
  readonly bought: Bought
  readonly term: Term
  readonly gaps: readonly Period[]
}

export interface PaidTwice {
  readonly bought: Bought
  readonly term: Term
  readonly first: Contract
  readonly later: Contract
  readonly both: Period
}

/** Gaps, put together where one cause opened them: the same days of circuits that name the same contracts. */
export const uncovered: (network: Network) => readonly (readonly Uncovered[])[] = remembered(network => {
  const all = boughtOf(network).flatMap(bought => bought.terms.flatMap(term => gapsOf(bought, term)))
  return [
    ...grouped(all, ({ bought, term, gaps: [first, ...more] }) => {
      const names = term.contracts.map(({ id }) => id).join(' ')
      return names === '' || first === undefined || more.length > 0
        ? `${bought.kind} ${bought.id} ${term.period.from}`
        : `${names} ${first.from} ${first.to}`
    }).values(),
  ]
})

export const paidTwice: (network: Network) => readonly (readonly PaidTwice[])[] = remembered(network => {
  const all = boughtOf(network).flatMap(bought => bought.terms.flatMap(term => overlapsOf(bought, term)))
  const pairs = grouped(all, ({ first, later }) => `${first.id} ${later.id}`)
  return [...pairs.values()].map(pair => {
    const [from = '', to = ''] = [
      pair.map(each => each.both.from).sort()[0],
      pair
        .map(each => each.both.to)
        .sort()
        .at(-1),
    ]
    return pair.map(each => ({ ...each, both: { from, to } }))
  })
})

/**
 * Contracts of a circuit whose days leave a gap or overlap, or of one bought of another provider, also those that it
 * leaves or comes to: their sums follow from that.
 */
export const contractsAstray: (network: Network) => ReadonlySet<string> = remembered(network => {
  const without = uncovered(network).flatMap(group => group.map(({ bought }) => bought))
  const ofOthers = boughtOf(network).filter(({ terms }) => terms.some(isOfOther))
  return new Set([
    ...[...without, ...ofOthers].flatMap(contractsIn),
    ...paidTwice(network).flatMap(group => group.flatMap(({ first, later }) => [first.id, later.id])),
  ])
})

function contractsIn({ terms }: Bought): string[] {
  return terms.flatMap(({ contracts }) => contracts.map(({ id }) => id))
}

/** Every contract that something bought names, on whatever day. */
export function contractsNamedBy({ declared: { contract, changes } }: Bought): readonly string[] {
  return [contract, ...changes.map(change => change.contract)].flatMap(names => names ?? [])
}

/**
 * Whether something changes before it begins: which contract has it until then is not known, and so what each contract
 * has.
 */
export const isAnyBegunByChange: (network: Network) => boolean = remembered(network =>
  boughtOf(network).some(isBegunByChange),
)

/** Whether a term names a contract of another provider: CKT007 says so, and which one was meant is not known. */
export function isOfOther({ provider, contracts }: Term): boolean {
  return contracts.some(one => one.provider.id !== provider.id)
}

/**
 * A change on the first day or before it (CKT012) leaves nothing of the plain facts: what they say of price and
 * contract is not known.
 */
export function isBegunByChange({ declared }: Bought): boolean {
  const changes: readonly { readonly from: string }[] = declared.changes
  return changes.some(({ from }) => from <= declared.period.from)
}

function gapsOf(bought: Bought, term: Term): Uncovered[] {
  const ids = [term.declared.contract ?? []].flat()
  const covered = term.contracts.map(({ period }) => period)
  // The days of a contract that could not be loaded, or whose period is reversed, are not known; that has been
  // reported.
  if (term.declared.status !== 'active' || ids.length > covered.length || [term.period, ...covered].some(isReversed))
    return []
  if (isOfOther(term) || isBegunByChange(bought)) return []
  const found = gaps(term.period, covered)
  return found.length === 0 ? [] : [{ bought, term, gaps: found }]
}

function overlapsOf(bought: Bought, term: Term): PaidTwice[] {
  const paying = term.contracts.flatMap(contract => {
    const period = isReversed(contract.period) ? undefined : common(contract.period, term.period)
    return period === undefined ? [] : [{ contract, period }]
  })
  return paying.slice(1).flatMap(({ contract: later, period }, i) => {
    const { contract: first, period: before } = itemAt(paying, i)
    const both = common(before, period)
    return both === undefined ? [] : [{ bought, term, first, later, both }]
  })
}
