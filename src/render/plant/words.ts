import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { colourName, type FibreColour } from '../../model/colours.ts'

/** `biru (blue)`. */
function both({ id, en }: Bilingual): string {
  return id === en ? id : `${id} (${en})`
}

export function colourWords(colour: FibreColour): string {
  return both(colourName(colour))
}
