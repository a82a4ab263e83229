import type { Cell } from '../table.ts'

/** Days since 1899-12-30, as spreadsheets count them, as a date. */
export function dayOfSerial(serial: number): Cell {
  if (!(serial >= 1 && serial < 2_958_466)) return serial
  return new Date(Math.floor(serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
}
