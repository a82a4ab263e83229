/** `1.234.567`: thousands by points, as Indonesian writes them. */
export function grouped(value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** `Rp 1.234.567`; whole rupiah. */
export function rupiahText(value: number): string {
  return value < 0 ? `−Rp ${grouped(-value)}` : `Rp ${grouped(value)}`
}

/** `99,5`: a decimal comma, and no zeros that say nothing. */
export function decimalText(value: number, digits = 2): string {
  const [whole = '0', rest = ''] = value.toFixed(digits).split('.')
  const fraction = rest.replace(/0+$/, '')
  const sign = whole.startsWith('-') ? '−' : ''
  const head = sign + grouped(Number(whole.replace('-', '')))
  return fraction === '' ? head : `${head},${fraction}`
}

/** A number of at most `digits` decimals, the same on every machine. */
export function rounded(value: number, digits: number): number {
  const factor = 10 ** digits
  const result = Math.round(value * factor) / factor
  return result === 0 ? 0 : result
}
