import { common, monthEnd } from '../model/days.ts'
import type { Bought, Contract, Network, Ticket } from '../model/network.ts'
import { remembered } from '../source/remembered.ts'
import { invoicesOf } from './invoices.ts'
import { restitutionRupiah } from './restitution.ts'
import type { PriceLine } from './price-lines.ts'

/** A stretch of seconds since 1970 on the clock of the network's time zone; the end is exclusive. */
interface Span {
  readonly from: number
  readonly to: number
}

/** Downtime of one circuit in one month under one contract, and what comes back for it. */
export interface MonthDowntime {
  readonly contract: Contract
  readonly bought: Bought
  readonly line: PriceLine
  /** `2026-03`. */
  readonly month: string
  readonly tickets: readonly Ticket[]
  /** All of it; overlapping tickets count once. */
  readonly downSeconds: number
  /** What the contract counts: without excluded causes and without events too short. */
  readonly countedSeconds: number
  readonly secondsInMonth: number
  readonly rupiah: number
}

/** Every month and circuit with tickets, by contract and month. */
export const downtimes: (network: Network) => readonly MonthDowntime[] = remembered(network => {
  const ticketsOf = Map.groupBy(network.tickets.values(), ({ bought }) => bought.id)
  return [...network.contracts.values()].flatMap(contract =>
    invoicesOf(network, contract).flatMap(({ month, lines }) =>
      lines.flatMap(({ line }) => {
        const inMonth = (ticketsOf.get(line.bought.id) ?? []).filter(
          ticket => overlap(spanOf(ticket), monthSpan(month, line)) > 0,
        )
        return inMonth.length === 0 ? [] : [downtimeOf(line, month, inMonth)]
      }),
    ),
  )
})

/** Availability in percent of a month's seconds, of what the contract counts. */
export function availabilityPercent({ countedSeconds, secondsInMonth }: MonthDowntime): number {
  return ((secondsInMonth - countedSeconds) / secondsInMonth) * 100
}

function downtimeOf(line: PriceLine, month: string, tickets: readonly Ticket[]): MonthDowntime {
  const { contract, bought, monthlyRupiah } = line
  const { sla } = contract.declared
  const window = monthSpan(month, line)
  const days = Number(monthEnd(month).slice(8))
  const counted = tickets.filter(({ declared }) => !isExcluded(contract, declared.cause))
  // What the customer's side or a plan took down is not the provider's, also while a ticket of its own ran.
  const excused = tickets.filter(({ declared }) => isExcluded(contract, declared.cause)).map(spanOf)
  const events = merged(counted.map(spanOf)).filter(span => span.to - span.from > (sla?.minEventSeconds ?? 0))
  const countedSeconds = secondsOf(without(events, merged(excused)), window)
  return {
    contract,
    bought,
    line,
    month,
    tickets,
    downSeconds: secondsOf(merged(tickets.map(spanOf)), window),
    countedSeconds,
    secondsInMonth: days * 86_400,
    rupiah:
      sla?.restitution === undefined
        ? 0
        : restitutionRupiah({
            formula: sla.restitution,
            availabilityPercent: sla.availabilityPercent,
            monthlyRupiah,
            downSeconds: countedSeconds,
            days,
          }),
  }
}

/** Whether a cause is one that the contract does not count. */
export function isExcluded({ declared: { sla } }: Contract, cause: string): boolean {
  return sla?.exclude.some(excluded => excluded === cause) === true
}

/** The days of a month that a line pays for. */
function monthSpan(month: string, { period }: PriceLine): Span {
  const days = common(period, { from: `${month}-01`, to: monthEnd(month) })
  return days === undefined
    ? { from: 0, to: 0 }
    : { from: secondsAt(`${days.from} 00:00`), to: secondsAt(`${days.to} 00:00`) + 86_400 }
}

export function spanOf({ declared }: Ticket): Span {
  return { from: secondsAt(declared.from), to: secondsAt(declared.to) }
}

/** `2026-03-14 08:15` as seconds on a clock that knows no summer time. */
export function secondsAt(moment: string): number {
  const [day = '', time = '00:00'] = moment.split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return Date.parse(`${day}T00:00:00Z`) / 1000 + hours * 3600 + minutes * 60 + seconds
}

/** The reverse, to the minute. */
export function momentAt(seconds: number): string {
  return new Date(Math.round(seconds / 60) * 60_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** Spans in order, those that touch or overlap as one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last !== undefined && span.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result
}

/** What is left of spans outside others; both merged. */
function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  return others.reduce<Span[]>(
    (left, other) =>
      left.flatMap(span =>
        [
          { from: span.from, to: Math.min(span.to, other.from) },
          { from: Math.max(span.from, other.to), to: span.to },
        ].filter(({ from, to }) => from < to),
      ),
    [...spans],
  )
}

function secondsOf(spans: readonly Span[], window: Span): number {
  return spans.reduce((sum, span) => sum + overlap(span, window), 0)
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}
