import { common, dayBefore } from '../model/days.ts'
import type { Bought, Circuit, Contract, Network, Uplink } from '../model/network.ts'
import type { Period } from '../model/scalars.ts'

type AnyTerm = Circuit['terms'][number] | Uplink['terms'][number]

/** What a contract pays for one circuit or uplink over days on which its price does not change. */
export interface PriceLine {
  readonly contract: Contract
  readonly bought: Bought
  /** The facts that hold then. */
  readonly term: AnyTerm
  readonly period: Period
  readonly bandwidthMbps: number
  readonly monthlyRupiah: number
}

/**
 * The lines of a contract by what it pays for and by day, as its last addendum leaves them. What is retired has no
 * price.
 */
export function priceLinesOf({ index }: Network, contract: Contract): PriceLine[] {
  return (index.boughtOfContract.get(contract.id) ?? []).flatMap(bought =>
    linesOf(contract, contract.period, bought.terms, bought),
  )
}

/**
 * The lines as they were agreed before a day: what changes on it or later has not happened, and the term before lasts.
 */
export function priceLinesBefore(
  { index }: Network,
  contract: Contract,
  { period, before }: { readonly period: Period; readonly before: string },
): PriceLine[] {
  return (index.boughtOfContract.get(contract.id) ?? []).flatMap(bought =>
    linesOf(contract, period, lastingTerms(bought, before), bought),
  )
}

function linesOf(contract: Contract, within: Period, terms: readonly AnyTerm[], bought: Bought): PriceLine[] {
  return terms.flatMap(term => {
    const period = common(within, term.period)
    const { status, bandwidthMbps, monthlyRupiah } = term.declared
    if (period === undefined || status === 'retired' || !term.contracts.some(({ id }) => id === contract.id)) return []
    return [{ contract, bought, term, period, bandwidthMbps, monthlyRupiah }]
  })
}

function lastingTerms({ terms, declared }: Bought, before: string): readonly AnyTerm[] {
  const agreed = terms.filter(({ period }, i) => i === 0 || period.from < before)
  const last = agreed.at(-1)
  if (last === undefined || agreed.length === terms.length) return terms
  return [...agreed.slice(0, -1), { ...last, period: { from: last.period.from, to: declared.period.to } }]
}

/** The most that lines have on any one day. */
export interface AtOnce {
  readonly circuits: number
  readonly bandwidthMbps: number
  readonly monthlyRupiah: number
}

/**
 * How many circuits are under contract at once within a period, and how much bandwidth: the most on any day of each.
 */
export function atOnce(lines: readonly PriceLine[], within: Period): AtOnce {
  const inside = lines.flatMap(line => {
    const period = common(line.period, within)
    return period === undefined ? [] : [{ ...line, period }]
  })
  // A sum can only grow on a day on which some line begins.
  const days = [...new Set(inside.map(({ period }) => period.from))]
  const running = days.map(day => inside.filter(({ period }) => period.from <= day && day <= period.to))
  const most = (figureOf: (line: PriceLine) => number): number =>
    Math.max(0, ...running.map(own => own.reduce((sum, line) => sum + figureOf(line), 0)))
  return {
    circuits: most(() => 1),
    bandwidthMbps: most(line => line.bandwidthMbps),
    monthlyRupiah: most(line => line.monthlyRupiah),
  }
}

/** The last day before a change, where there is one. */
export function lastDayBefore(next: string | undefined, end: string): string {
  return next === undefined ? end : dayBefore(next)
}
