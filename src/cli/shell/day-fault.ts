import { date } from '../../model/scalars.ts'
import { refuse, type Refusal } from './refusal.ts'

/** What is wrong with the day of an option; nothing where the calendar has it, or where none was given. */
export function dayFault(option: string, text: string | undefined): Refusal | undefined {
  if (text === undefined || date.safeParse(text).success) return undefined
  return refuse(`${option} ${text}: bukan tanggal (YYYY-MM-DD)`, `${option} ${text}: not a date (YYYY-MM-DD)`)
}
