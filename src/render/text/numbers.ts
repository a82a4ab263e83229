import { number, rupiah } from '../../words/figures.ts'

/** Documents are Indonesian: `1.234.567`. */
export function grouped(value: number): string {
  return number(value, 0).id
}

export function rupiahText(value: number): string {
  return rupiah(value).id
}

export function decimalText(value: number, most = 2): string {
  return number(value, most).id
}

/** A number of at most `digits` decimals, the same on every machine. */
export function rounded(value: number, digits: number): number {
  const factor = 10 ** digits
  const result = Math.round(value * factor) / factor
  return result === 0 ? 0 : result
}
