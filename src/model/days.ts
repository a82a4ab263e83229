import type { Period } from '../model/scalars.ts'
import { byText } from '../text/order.ts'

/** Calendar arithmetic on `2026-12-31`; both days of a period count. */

export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from)
}

export function dayAfter(date: string): string {
  return textOf(numberOf(date) + 1)
}

export function dayBefore(date: string): string {
  return textOf(numberOf(date) - 1)
}

export function daysAfter(date: string, days: number): string {
  return textOf(numberOf(date) + days)
}

export function daysBefore(date: string, days: number): string {
  return textOf(numberOf(date) - days)
}

export function lengthOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1
}

export function covers({ from, to }: Period, date: string): boolean {
  return from <= date && date <= to
}

/**
 * The narrowest of some windows of days before its end that something has come into; undefined before the widest, and
 * after the end.
 */
export function expiryWindow(windows: readonly number[], asOf: string, end: string): number | undefined {
  const days = daysBetween(asOf, end)
  return days < 0 ? undefined : windows.toSorted((a, b) => a - b).find(window => days <= window)
}

export function isReversed({ from, to }: Period): boolean {
  return to < from
}

/** Undefined where the two have no day in common. */
export function common(a: Period, b: Period): Period | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : undefined
}

/** The parts of a period that none of the others covers, in order. */
export function gaps(period: Period, covering: readonly Period[]): Period[] {
  const found: Period[] = []
  let next = period.from
  for (const { from, to } of covering.toSorted(byText(({ from }) => from))) {
    if (to < next) continue
    if (from > period.to) break
    if (from > next) found.push({ from: next, to: dayBefore(from) })
    next = dayAfter(to)
  }
  if (next <= period.to) found.push({ from: next, to: period.to })
  return found
}

/** The part of a calendar month that a period covers; both days count. */
export interface MonthPart extends Period {
  /** `2026-01`. */
  readonly month: string
  /** Days covered, of how many the month has. */
  readonly days: number
  readonly ofDays: number
}

/** A period month by month, in order; begun months with the days that they have in it. */
export function monthParts({ from, to }: Period): MonthPart[] {
  const parts: MonthPart[] = []
  for (let first = `${from.slice(0, 7)}-01`; first <= to; first = nextMonth(first)) {
    const month = first.slice(0, 7)
    const [begin, end] = [first < from ? from : first, monthEnd(month) < to ? monthEnd(month) : to]
    if (begin <= end)
      parts.push({ from: begin, to: end, month, days: dayOf(end) - dayOf(begin) + 1, ofDays: daysIn(month) })
  }
  return parts
}

/**
 * Months in a period, for people to read: whole ones as 1, begun ones by their days. Money is never computed from it.
 */
export function monthsOf(period: Period): number {
  return monthParts(period).reduce((months, { days, ofDays }) => months + days / ofDays, 0)
}

/** The last day of a month `2026-02`. */
export function monthEnd(month: string): string {
  return `${month}-${daysIn(month)}`
}

/** Fees ask this for every month of every circuit: no date is made for it. */
function daysIn(month: string): number {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  if (number === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(number) ? 30 : 31
}

function dayOf(date: string): number {
  return Number(date.slice(8, 10))
}

function nextMonth(first: string): string {
  const [year = 0, month = 0] = first.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

const dayMs = 86_400_000

function numberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs
}

function textOf(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10)
}
