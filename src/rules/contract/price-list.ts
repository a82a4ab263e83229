import { common, dayAfter, gaps, isReversed } from '../../model/days.ts'
import type { Contract, Network } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { atOnce, priceLinesOf, type PriceLine } from '../../money/price-lines.ts'
import { stagesOf } from '../../money/stages.ts'
import { remembered } from '../../source/remembered.ts'
import { byText } from '../../text/order.ts'
import { isBegunByChange, isOfOther } from '../circuit/coverage.ts'
import { edgePlace } from '../circuit/edges.ts'
import { distinctBy } from '../grouping.ts'
import { inside, placeKey, type Place } from '../../source/source.ts'
import { comesToItsPrice } from './agreement.ts'

type Listed = Contract['declared']['lines'][number]

interface Entry {
  readonly contract: Contract
  readonly listed: Listed
  readonly period: Period
  readonly at: Place
}

/** Where a line of the contract's price list and the circuits say different things. */
export type ListDifference =
  | { readonly kind: 'unlisted'; readonly line: PriceLine; readonly period: Period; readonly at: Place }
  | { readonly kind: 'not-bought'; readonly listed: Listed; readonly period: Period; readonly at: Place }
  /** The same values from the same day, until another one. */
  | {
      readonly kind: 'end'
      readonly line: PriceLine
      readonly listedTo: string
      readonly at: Place
      readonly other: Place
    }
  /** The same values, from another day on. */
  | {
      readonly kind: 'day'
      readonly line: PriceLine
      readonly listedFrom: string
      readonly at: Place
      readonly other: Place
    }
  | {
      readonly kind: 'value'
      readonly what: 'monthlyRupiah' | 'bandwidthMbps'
      readonly listed: Listed
      readonly line: PriceLine
      readonly at: Place
      readonly other: Place
    }

/**
 * The price list held against the circuits, day by day; nothing where the contract has no list. Each is shown where it
 * is wrong, as far as that can be told.
 */
export function listDifferences(network: Network, contract: Contract): readonly ListDifference[] {
  return allDifferences(network).get(contract.id) ?? []
}

/** Whether a list differs, of this contract or of another that pays for the same circuits: sums follow from that. */
export function listsDiffer(network: Network, contract: Contract): boolean {
  if (listDifferences(network, contract).length > 0) return true
  const bought = network.index.boughtOfContract.get(contract.id) ?? []
  if (bought.some(isBegunByChange)) return true
  const astray = boughtAstray(network)
  return astray.size > 0 && bought.some(({ id }) => astray.has(id))
}

const boughtAstray = remembered(
  (network: Network): ReadonlySet<string> =>
    new Set(
      [...allDifferences(network).values()]
        .flat()
        .flatMap(difference => ('line' in difference ? [difference.line.bought.id] : [])),
    ),
)

const allDifferences = remembered(
  (network: Network): ReadonlyMap<string, readonly ListDifference[]> =>
    withoutFollowing(
      new Map(
        [...network.contracts.values()]
          .filter(({ declared }) => declared.lines.length > 0 && !isReversed(declared.period))
          .map(contract => [contract.id, [...distinctBy(differencesOf(network, contract), ({ at }) => placeKey(at))]]),
      ),
    ),
)

/**
 * Where one contract's list begins something on another day, that the list which it leaves ends it then too follows.
 */
function withoutFollowing(
  all: ReadonlyMap<string, readonly ListDifference[]>,
): ReadonlyMap<string, readonly ListDifference[]> {
  const begun = new Set(
    [...all.values()]
      .flat()
      .flatMap(each => (each.kind === 'day' ? [`${each.line.bought.id} ${each.line.period.from}`] : [])),
  )
  const follows = (each: ListDifference): boolean =>
    each.kind === 'end' && begun.has(`${each.line.bought.id} ${dayAfter(each.line.period.to)}`)
  return new Map([...all].map(([id, differences]) => [id, differences.filter(each => !follows(each))]))
}

function differencesOf(network: Network, contract: Contract): ListDifference[] {
  const lines = priceLinesOf(network, contract)
  const entries = contract.declared.lines.map((listed, i): Entry => {
    const period = { from: listed.from ?? contract.period.from, to: listed.to ?? contract.period.to }
    return { contract, listed, at: inside(contract.origin, 'lines', i), period }
  })
  const right = circuitsFit(network, contract)
  const ids = [...new Set([...entries.map(({ listed }) => listed.circuit), ...lines.map(({ bought }) => bought.id)])]
  return ids.flatMap(id => {
    if (isUnsure(network, id)) return []
    const own = lines.filter(({ bought }) => bought.id === id)
    const listed = entries.filter(entry => entry.listed.circuit === id).toSorted(byText(({ period }) => period.from))
    const stray = listed.find(({ period }) => strayEdge(contract, period) !== undefined)
    if (stray !== undefined) return [outside(stray)]
    return sameValues(own, listed) ? dayDifferences(own, listed, right.price) : valueDifferences(own, listed, right)
  })
}

/** A line that its contract's days do not hold: one mistyped day, from which all else follows. */
function strayEdge({ period }: Contract, { from, to }: Period): 'from' | 'to' | undefined {
  if (from < period.from || from > to) return 'from'
  return to > period.to ? 'to' : undefined
}

function outside({ contract, listed, period, at }: Entry): ListDifference {
  return { kind: 'not-bought', listed, period, at: inside(at, strayEdge(contract, period) ?? 'circuit') }
}

/**
 * What another finding says of it leaves nothing to hold against a list: no contract, one of another provider, days
 * that cannot be.
 */
function isUnsure({ circuits, uplinks }: Network, id: string): boolean {
  const bought = circuits.get(id) ?? uplinks.get(id)
  if (bought === undefined) return false
  const isUnowned = bought.terms.every(({ declared }) => [declared.contract ?? []].flat().length === 0)
  return isUnowned || bought.terms.some(isOfOther) || isBegunByChange(bought) || isReversed(bought.declared.period)
}

interface Fit {
  readonly price: boolean
  readonly bandwidth: boolean
}

/**
 * Whether the circuits' own figures come to the contract's prices and bandwidths: where they do, it is the list that is
 * wrong.
 */
function circuitsFit(network: Network, contract: Contract): Fit {
  const stages = stagesOf(network, contract)
  return {
    price: stages.every(stage => comesToItsPrice(contract, stage)),
    bandwidth: stages.every(
      ({ annex, lines, inForce }) =>
        annex === undefined || atOnce(lines, inForce).bandwidthMbps === annex.bandwidthMbps,
    ),
  }
}

function sameValues(lines: readonly PriceLine[], entries: readonly Entry[]): boolean {
  return (
    lines.length === entries.length &&
    lines.every(
      ({ monthlyRupiah, bandwidthMbps }, i) =>
        monthlyRupiah === entries[i]?.listed.monthlyRupiah && bandwidthMbps === entries[i]?.listed.bandwidthMbps,
    )
  )
}

function dayDifferences(
  lines: readonly PriceLine[],
  entries: readonly Entry[],
  circuitsAreRight: boolean,
): ListDifference[] {
  const starts = lines.flatMap((line, i): ListDifference[] => {
    const entry = entries[i]
    if (entry === undefined || entry.period.from === line.period.from) return []
    const listedAt = dayOf(entry, 'from')
    const [at, other] = circuitsAreRight ? [listedAt, line.term.fromAt] : [line.term.fromAt, listedAt]
    return [{ kind: 'day', line, listedFrom: entry.period.from, at, other }]
  })
  // A line that begins on another day moves the end of the one before it.
  return starts.length > 0 ? starts : endDifferences(lines, entries, circuitsAreRight)
}

/** Where the last day of a circuit's price stands: the next change, else the end of its life or of the contract. */
function endOf({ bought, contract, period: { to } }: PriceLine): Place {
  const next = bought.terms.find(({ period }) => period.from === dayAfter(to))
  if (next !== undefined) return next.fromAt
  return bought.declared.period.to === to ? inside(bought.origin, 'period', 'to') : edgePlace({ contract, side: 'to' })
}

/** Where a day of a line stands; a line without one has its contract's. */
function dayOf({ listed, at, contract }: Entry, side: 'from' | 'to'): Place {
  return listed[side] === undefined ? edgePlace({ contract, side }) : inside(at, side)
}

/** Also where two lines of the list hold on the same days, or none does. */
function endDifferences(
  lines: readonly PriceLine[],
  entries: readonly Entry[],
  circuitsAreRight: boolean,
): ListDifference[] {
  return lines.flatMap((line, i): ListDifference[] => {
    const entry = entries[i]
    if (entry === undefined || entry.period.to === line.period.to) return []
    const [at, other] = circuitsAreRight ? [dayOf(entry, 'to'), endOf(line)] : [endOf(line), dayOf(entry, 'to')]
    return [{ kind: 'end', line, listedTo: entry.period.to, at, other }]
  })
}

function valueDifferences(lines: readonly PriceLine[], entries: readonly Entry[], right: Fit): ListDifference[] {
  const values = entries.flatMap(entry =>
    lines
      .filter(line => common(line.period, entry.period) !== undefined)
      .flatMap(line => differences(entry, line, right)),
  )
  const notBought = entries.flatMap(({ listed, period, at }): ListDifference[] =>
    gaps(period, overlapsWith(period, lines))
      .slice(0, 1)
      .map(gap => ({ kind: 'not-bought', listed, period: gap, at: inside(at, 'circuit') })),
  )
  const unlisted = lines.flatMap((line): ListDifference[] =>
    gaps(line.period, overlapsWith(line.period, entries))
      .slice(0, 1)
      .map(period => ({ kind: 'unlisted', line, period, at: line.term.at('contract') })),
  )
  return [...values, ...notBought, ...unlisted]
}

function overlapsWith(period: Period, others: readonly { readonly period: Period }[]): Period[] {
  return others.flatMap(other => common(other.period, period) ?? [])
}

function differences({ listed, at }: Entry, line: PriceLine, right: Fit): ListDifference[] {
  return (['monthlyRupiah', 'bandwidthMbps'] as const)
    .filter(what => listed[what] !== line[what])
    .map(what => {
      const places = [inside(at, what), line.term.at(what)] as const
      const circuitIsRight = what === 'monthlyRupiah' ? right.price : right.bandwidth
      const [where, other] = circuitIsRight ? places : [places[1], places[0]]
      return { kind: 'value', what, listed, line, at: where, other }
    })
}
