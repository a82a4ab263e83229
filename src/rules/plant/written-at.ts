import type { Cable, Network, Structure } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'

/** Where the point of a structure is written: at itself, at what it hangs on, or at its site. */
export function pointPlace({ structures }: Network, { declared, origin, site }: Structure): Place {
  if (site !== undefined) return inside(site.origin, 'location')
  const carrier = declared.atStructure === undefined ? undefined : structures.get(declared.atStructure)
  return inside(carrier?.origin ?? origin, 'at')
}

/** Where the `i`th span of a cable is written: an item of its list, which may stand for a numbered range. */
export function spanPlace(cable: Cable, i: number): Place {
  let item = 0
  for (const span of cable.spans.slice(0, i)) {
    const [first = '', last = first] = (cable.declared.spans[item] ?? '').split('..')
    if (span.id === last) item++
  }
  return inside(cable.origin, 'spans', item)
}
