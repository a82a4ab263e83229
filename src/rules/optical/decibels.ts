import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { exact } from '../../words/figures.ts'

/** `6,97 dB` and `6.97 dB`. */
export function decibels(value: number): Bilingual {
  const { id, en } = exact(value, 2)
  return { id: `${id} dB`, en: `${en} dB` }
}
