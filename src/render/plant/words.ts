import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { colourName, type FibreColour } from '../../model/colours.ts'
import type { StructureDeclaration } from '../../model/plant-file.ts'
import type { CoreCondition } from '../../plan/plant/plant-plan.ts'

export const structureWords: Readonly<Record<StructureDeclaration['kind'], Bilingual>> = {
  pole: { id: 'tiang', en: 'pole' },
  handhole: { id: 'handhole', en: 'handhole' },
  manhole: { id: 'manhole', en: 'manhole' },
  closure: { id: 'closure', en: 'closure' },
  odf: { id: 'ODF', en: 'ODF' },
  cabinet: { id: 'kabinet', en: 'cabinet' },
  building: { id: 'gedung', en: 'building' },
}

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
