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

export function lengthOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1
}

export function covers({ from, to }: Period, date: string): boolean {
  return from <= date && date <= to
}

/** The narrowest of some windows of days before its end that something has come into; undefined before the widest, and after the end. */
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

/** Months in a period: whole ones as 1, begun ones by their days. */
export function monthsOf(period: Period): number {
  let months = 0
  for (let first = `${period.from.slice(0, 7)}-01`; first <= period.to; first = nextMonth(first)) {
    const month = { from: first, to: dayBefore(nextMonth(first)) }
    const inside = common(month, period)
    if (inside !== undefined) months += lengthOf(inside) / lengthOf(month)
  }
  return months
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
