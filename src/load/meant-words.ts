import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { npwpMeant, numberMeant, percentMeant, rupiahMeant } from './amount-words.ts'
import { dateMeant, lastDayMeant, momentMeant, monthMeant } from './date-words.ts'

/** The right form of an amount, a date or a share that was typed in another one. */
export function meantAdvice(scalar: string | undefined, value: unknown): Bilingual | undefined {
  if (isRupiah(scalar) && typeof value === 'number') return amountAdvice(value)
  const text = textOf(value)
  const meant = formMeant(scalar, value)
  if (meant !== undefined) return scalar === 'npwp' || scalar === 'moment' ? quoted(meant) : write(meant)
  const last = scalar === 'date' && text !== undefined ? lastDayMeant(text) : undefined
  if (last === undefined) return undefined
  return {
    id: `hari itu tidak ada di kalender; hari terakhir bulan itu ${last}`,
    en: `there is no such day; the last day of that month is ${last}`,
  }
}

/** The right form as a file writes it; undefined where nobody can tell what was meant. */
export function meantText(scalar: string | undefined, value: unknown): string | undefined {
  const meant = formMeant(scalar, value)
  return meant !== undefined && (scalar === 'npwp' || scalar === 'moment') ? `"${meant}"` : meant
}

function formMeant(scalar: string | undefined, value: unknown): string | undefined {
  const text = textOf(value)
  const read = text === undefined ? undefined : meantBy(scalar, text)
  // What was typed is no advice against itself; a number in quotes is one without them.
  return typeof value === 'number' && read === text ? undefined : read
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function meantBy(scalar: string | undefined, text: string): string | undefined {
  switch (scalar) {
    case 'date':
      return dateMeant(text)
    case 'month':
      return monthMeant(text)
    case 'moment':
      return momentMeant(text)
    case 'rupiah':
    case 'reviewYearlyRupiah':
      return rupiahMeant(text)
    case 'percent':
      return percentMeant(text)
    case 'positive':
    case 'nonNegative':
      return numberMeant(text)
    case 'npwp':
      return npwpMeant(text)
    default:
      return undefined
  }
}

function isRupiah(scalar: string | undefined): boolean {
  return scalar === 'rupiah' || scalar === 'reviewYearlyRupiah'
}

/** A number that is no amount: one below zero, or one with a fraction, which is what YAML reads `3.900` as. */
function amountAdvice(value: number): Bilingual | undefined {
  if (!Number.isFinite(value)) return undefined
  if (value < 0)
    return {
      id: `jumlah tidak pernah negatif: tulis ${Math.round(-value)}; yang dipotong dari tagihan berdiri di deductions`,
      en: `an amount is never negative: write ${Math.round(-value)}; what is taken off an invoice stands under deductions`,
    }
  if (Number.isInteger(value)) return undefined
  const [rounded, thousands] = [Math.round(value), Math.round(value * 1000)]
  if (value >= 1000) return write(String(rounded))
  return {
    id: `rupiah selalu bulat, dan titik dibaca sebagai tanda pecahan: tulis ${thousands} bila itu ribuan`,
    en: `rupiah are whole, and a point is read as the sign of a fraction: write ${thousands} if thousands are meant`,
  }
}

function write(form: string): Bilingual {
  return { id: `tulis ${form}`, en: `write ${form}` }
}

function quoted(form: string): Bilingual {
  return { id: `tulis "${form}" dalam tanda kutip`, en: `write "${form}" in quotes` }
}
