import type { Period } from '../../model/scalars.ts'
import { day, monthName, period } from '../../words/dates.ts'

/** Documents are Indonesian: `31 Desember 2026`. */
export function dateText(date: string): string {
  return day(date).id
}

export function periodText(both: Period): string {
  return period(both).id
}

/** `Maret 2026`, of `2026-03`. */
export function monthText(month: string): string {
  return monthName(month).id
}
