import { dateText } from '../text/dates.ts'
import { decimalText, grouped, rupiahText } from '../text/numbers.ts'
import type { Cell, Format } from './column.ts'

/** A cell as people read it in Indonesian; not yet escaped. */
export function cellText(value: Cell, format: Format): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return format === 'date' && value !== '' ? dateText(value) : value
  if (format === 'rupiah') return rupiahText(value)
  if (format === 'integer') return grouped(value)
  if (format === 'decimal') return decimalText(value)
  return String(value)
}

export function isNumeric(format: Format): boolean {
  return format === 'integer' || format === 'decimal' || format === 'rupiah'
}
