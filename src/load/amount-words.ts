import { own } from '../text/own.ts'

/** Amounts as offices write them, read as what was meant: `3.900.000`, `Rp 3,9 juta`, `99,5 %`, `1 Gbps`. */

const multiples: Readonly<Record<string, bigint>> = {
  ribu: 1000n,
  rb: 1000n,
  k: 1000n,
  juta: 1_000_000n,
  jt: 1_000_000n,
  miliar: 1_000_000_000n,
  milyar: 1_000_000_000n,
  m: 1_000_000_000n,
  triliun: 1_000_000_000_000n,
}

/** Whole rupiah of what was typed, half up; undefined where no amount can be meant. */
export function rupiahMeant(text: string): string | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^-\s*/, '')
    .replace(/^(rp|idr)\.?\s*/, '')
    .replace(/[.,]\s*-{1,2}$/, '')
    .replace(/\s*rupiah$/, '')
  const [, figure = '', unit = ''] = /^([\d.,' _]*\d)\s*([a-z]*)$/.exec(typed) ?? []
  const multiple = unit === '' ? 1n : own(multiples, unit)
  const number = figure === '' ? undefined : decimalOf(figure.replace(/[' _]/g, ''), unit !== '')
  if (multiple === undefined || number === undefined) return undefined
  const { digits, decimals } = number
  const over = 10n ** BigInt(decimals)
  return String((2n * digits * multiple + over) / (2n * over))
}

/** A share of `99,5 %`, `99.5%` or `99,5`. */
export function percentMeant(text: string): string | undefined {
  const typed = text.trim().replace(/\s*(%|persen|percent)$/i, '')
  const [, whole = '', rest] = /^(\d{1,3})(?:[.,](\d{1,6}))?$/.exec(typed) ?? []
  return whole === '' || Number(whole) > 100 ? undefined : rest === undefined ? whole : `${whole}.${rest}`
}

/** Mbit/s of `50 Mbps`, `1 Gbps`, `512 kbps`; any other number with a comma as one with a point. */
export function numberMeant(text: string): string | undefined {
  const [, figure = '', unit = ''] = /^(\d+(?:[.,]\d{1,6})?)\s*([a-z/]*)$/.exec(text.trim().toLowerCase()) ?? []
  if (figure === '') return undefined
  const value = Number(figure.replace(',', '.'))
  if (/^(m|mbps|mbit|mbits|mbit\/s|mb\/s)?$/.test(unit)) return String(value)
  if (/^(g|gbps|gbit|gbits|gbit\/s|gb\/s)$/.test(unit)) return String(value * 1000)
  return /^(k|kbps|kbit|kbits|kbit\/s)$/.test(unit) ? String(value / 1000) : undefined
}

/** A tax number of 16 digits; the older 15 get a zero before them (PMK 112/2022). */
export function npwpMeant(text: string): string | undefined {
  const digits = text.replace(/[.\- ]/g, '')
  if (/^\d{15}$/.test(digits)) return `0${digits}`
  return /^\d{16}$/.test(digits) && digits !== text ? digits : undefined
}

/**
 * Groups of three are thousands, by point or comma; with a word behind, or with other groups, the sign begins the
 * fraction.
 */
function decimalOf(
  figure: string,
  hasUnit: boolean,
): { readonly digits: bigint; readonly decimals: number } | undefined {
  const thousands = /^(\d{1,3})(([.,])\d{3})(\3\d{3})*$/.exec(figure)
  if (thousands !== null && (!hasUnit || thousands[4] !== undefined))
    return { digits: BigInt(figure.replace(/[.,]/g, '')), decimals: 0 }
  const [, whole = '', rest = ''] =
    /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,](\d{1,6}))?$/.exec(figure) ?? []
  return whole === '' ? undefined : { digits: BigInt(whole.replace(/[.,]/g, '') + rest), decimals: rest.length }
}
