import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { colourName, type FibreColour } from '../../model/colours.ts'
import type { CoreCondition } from '../../plan/plant/plant-plan.ts'

export const coreWords: Readonly<Record<CoreCondition, Bilingual>> = {
  free: { id: 'bebas', en: 'free' },
  reserved: { id: 'dicadangkan', en: 'reserved' },
  lit: { id: 'menyala', en: 'lit' },
  faulty: { id: 'rusak', en: 'faulty' },
  dead: { id: 'mati', en: 'dead' },
}

/** `biru (blue)`. */
export function both({ id, en }: Bilingual): string {
  return id === en ? id : `${id} (${en})`
}

export function colourWords(colour: FibreColour): string {
  return both(colourName(colour))
}
