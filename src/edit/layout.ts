import { offsetsOf } from '../source/locate.ts'
import type { Place } from '../source/source.ts'

/** Whether what stands there is written in brackets. */
export function isFlow(place: Place): boolean {
  const [start] = offsetsOf(place)
  return /^[[{]/.test(place.source.text.slice(start))
}

/** Blanks before a place on its line; a dash counts as one. */
export function indentAt(place: Place): string {
  const { text } = place.source
  const [start] = offsetsOf(place)
  const line = text.lastIndexOf('\n', start - 1) + 1
  return text.slice(line, start).replace(/[^ ]/g, ' ')
}
