import { refuse, type Refusal } from '../shell/refusal.ts'

/** Instruments show kilometres too, with decimals; no cable of this trade is longer. */
const mostKilometres = 200

/**
 * Metres of a length as crews type it: `700`, `700,5`, `700.5 m`, `0.7 km`, `1.234,5`. A decimal comma and a decimal
 * point are alike; what could be either a thousand or three decimals of a metre is asked about, for the one lies a
 * kilometre from the other. So is a small number with decimals and without a unit.
 */
export function typedLength(word: string, text: string): number | Refusal {
  const [, figures = '', unit = ''] =
    /^([0-9.,]+)\s*(m|km|met(?:er|re)s?|kilomet(?:er|re)s?)?$/i.exec(text.trim()) ?? []
  const isKilometres = /^k/i.test(unit)
  const value = typedNumber(figures)
  if (!isKilometres && /^[1-9]\d{0,2}[.,]\d{3}$/.test(figures)) {
    const [whole, rest] = figures.split(/[.,]/)
    return refuse(
      `--otdr: ${word}=${text}: ${whole}${rest} meter, atau ${whole},${rest} meter? tulis ${whole}${rest} atau ${whole},${rest}0`,
      `--otdr: ${word}=${text}: ${whole}${rest} metres, or ${whole}.${rest} metres? write ${whole}${rest} or ${whole}.${rest}0`,
    )
  }
  if (unit === '' && value !== undefined && value < mostKilometres && !Number.isInteger(Number(figures)))
    return refuse(
      `--otdr: ${word}=${text}: meter atau kilometer? tulis ${figures} m atau ${figures} km`,
      `--otdr: ${word}=${text}: metres or kilometres? write ${figures} m or ${figures} km`,
    )
  if (value !== undefined) return isKilometres ? value * 1000 : value
  return refuse(
    `--otdr: ${word}=${text} bukan panjang; tulis 700, 700,5, 700 m atau 0,7 km`,
    `--otdr: ${word}=${text} is no length; write 700, 700.5, 700 m or 0.7 km`,
  )
}

/**
 * A number with a decimal point or comma, and the other of the two between thousands if at all; undefined for any other
 * text.
 */
export function typedNumber(text: string): number | undefined {
  const plain = text.trim()
  if (/^\d+(?:[.,]\d+)?$/.test(plain)) return Number(plain.replace(',', '.'))
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(plain)) return Number(plain.replaceAll(',', ''))
  return undefined
}
