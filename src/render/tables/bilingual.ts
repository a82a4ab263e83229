import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { xmlText } from '../text/escape.ts'

/** Indonesian, and English beneath where it says it in other words. */
export function bilingual({ id, en }: Bilingual): string {
  if (id === en) return xmlText(id)
  return `<span lang="id">${xmlText(id)}</span> <span lang="en">${xmlText(en)}</span>`
}
