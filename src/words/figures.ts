import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Noun } from './things.ts'

/**
 * Figures in the reader's form: `Rp 1.234.567` and `15,62 km` in Indonesian, `Rp 1,234,567` and `15.62 km` in English.
 */

/** Whole rupiah. */
export function rupiah(amount: number): Bilingual {
  const sign = amount < 0 ? minus : ''
  return both(text => `${sign}Rp ${text}`, number(Math.abs(amount)))
}

export function kilometres(metres: number): Bilingual {
  return both(text => `${text} km`, exact(metres / 1000, 2))
}

/** Below a kilometre in metres, from there on in kilometres. */
export function distance(metres: number): Bilingual {
  return metres < 1000 ? both(text => `${text} m`, number(Math.round(metres))) : kilometres(metres)
}

/** A length that was measured to the decimetre. */
export function length(metres: number): Bilingual {
  return both(text => `${text} m`, exact(metres, 1))
}

export function mbps(speed: number): Bilingual {
  return both(text => `${text} Mbit/s`, number(speed))
}

export function megabytes(bytes: number): Bilingual {
  return both(text => `${text} MB`, number(Math.round(bytes / 100_000) / 10))
}

export function percent(share: number): Bilingual {
  return both(text => `${text} %`, number(share))
}

/** With at most so many decimals, and no zeros that say nothing. */
export function number(value: number, most = 2): Bilingual {
  const [whole, fraction] = digitsOf(value, most)
  return written(value, whole, fraction.replace(/0+$/, ''))
}

/** With exactly so many decimals, as a measurement is noted. */
export function exact(value: number, decimals: number): Bilingual {
  return written(value, ...digitsOf(value, decimals))
}

function digitsOf(value: number, decimals: number): [whole: string, fraction: string] {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  return [whole, fraction]
}

function written(value: number, whole: string, fraction: string): Bilingual {
  const sign = value < 0 ? minus : ''
  return {
    id: sign + thousands(whole, '.') + (fraction === '' ? '' : `,${fraction}`),
    en: sign + thousands(whole, ',') + (fraction === '' ? '' : `.${fraction}`),
  }
}

/** `1 circuit`, `5 circuits`; Indonesian counts without a plural. */
export function counted(count: number, noun: Noun): Bilingual {
  const { id, en } = number(count)
  return { id: `${id} ${noun.id}`, en: `${en} ${count === 1 ? noun.en : noun.many}` }
}

/** The first few of a list, and how many are left: `a, b, c and 4 more`. */
export function listed(items: readonly string[], most = 5): Bilingual {
  const left = items.length - most
  const shown = items.slice(0, most).join(', ')
  return left <= 0 ? { id: shown, en: shown } : { id: `${shown} dan ${left} lagi`, en: `${shown} and ${left} more` }
}

const minus = '−'

function both(form: (text: string) => string, { id, en }: Bilingual): Bilingual {
  return { id: form(id), en: form(en) }
}

function thousands(digits: string, separator: string): string {
  return digits.length < 4 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, separator)
}
