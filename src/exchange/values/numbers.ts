import type { Cell } from '../table.ts'

/** Which sign parts the fraction in a column; `either` where no value of it tells. */
export type Decimal = ',' | '.' | 'either'

/** A column's own sign: `110,5928` beside `1.200` is written with a comma. */
export function decimalOf(cells: Iterable<Cell>): Decimal {
  let [comma, point] = [0, 0]
  for (const cell of cells) {
    if (typeof cell === 'number') continue
    const text = cell.trim()
    if (/^[-+]?\d+,\d+$/.test(text) && !/^[-+]?\d{1,3},\d{3}$/.test(text)) comma++
    else if (/^[-+]?\d{1,3}(\.\d{3})+,\d+$/.test(text)) comma++
    else if (/^[-+]?\d+\.\d+$/.test(text) && !/^[-+]?\d{1,3}\.\d{3}$/.test(text)) point++
    else if (/^[-+]?\d{1,3}(,\d{3})+\.\d+$/.test(text)) point++
  }
  return comma > point ? ',' : point > 0 ? '.' : 'either'
}

interface Numeric {
  readonly value: number
  /** It could have been read in another way. */
  readonly isGuess: boolean
}

/** A number as people write it; undefined where it is none, not finite, or hexadecimal. */
export function numberOf(cell: Cell | undefined, decimal: Decimal): Numeric | undefined {
  if (cell === undefined) return undefined
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, isGuess: false } : undefined
  // Most are written plainly.
  if (/^-?\d+$/.test(cell)) return { value: Number(cell), isGuess: false }
  // `1 200` is a number in groups; `7 42 09` is an angle.
  const isGrouped = /^\s*'?[-+]?\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?\s*$/.test(cell)
  const text = cell
    .trim()
    .replace(/^'/, '')
    .replace(/^([-+])\s+/, '$1')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[ \u00a0]/g, sign => (isGrouped ? '' : sign))
  if (/^[-+]?\d+$/.test(text)) return { value: Number(text), isGuess: false }
  if (!/^[-+]?[\d.,]+(e[-+]?\d{1,2})?$/i.test(text)) return undefined
  const plain =
    decimal === ','
      ? text.replaceAll('.', '').replace(',', '.')
      : decimal === '.'
        ? text.replaceAll(',', '')
        : undefined
  if (plain !== undefined)
    return /^[-+]?\d*\.?\d+(e[-+]?\d+)?$/i.test(plain) ? { value: Number(plain), isGuess: false } : undefined
  // Three digits behind one sign may be thousands; of a coordinate they never are.
  const one = text.replace(',', '.')
  return /^[-+]?\d*\.\d+(e[-+]?\d+)?$/i.test(one) ? { value: Number(one), isGuess: /[.,]\d{3}$/.test(text) } : undefined
}

/** A whole number of things; `1.200` is twelve hundred in an office that writes commas. */
export function countOf(cell: Cell | undefined, decimal: Decimal): Numeric | undefined {
  if (typeof cell === 'string' && /^\s*\d{1,3}([.,]\d{3})+\s*$/.test(cell))
    return { value: Number(cell.replace(/[.,\s]/g, '')), isGuess: true }
  const words =
    typeof cell === 'string' ? /^\s*'?(\d+)\s*(core|port|pc|unit|buah|fo|c|f)?s?\s*$/i.exec(cell)?.[1] : undefined
  const number = words === undefined ? numberOf(cell, decimal) : { value: Number(words), isGuess: false }
  return number !== undefined && Number.isInteger(number.value) ? number : undefined
}
