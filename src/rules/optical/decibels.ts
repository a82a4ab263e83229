import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { number } from '../words.ts'

/** `6,97 dB` and `6.97 dB`. */
export function decibels(value: number): Bilingual {
  const { id, en } = number(value, 2)
  return { id: `${id} dB`, en: `${en} dB` }
}
