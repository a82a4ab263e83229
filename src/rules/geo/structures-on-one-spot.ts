import type { Network, Structure } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { clashes, grouped } from '../grouping.ts'
import { isLive } from '../live.ts'
import { structureName } from '../../words/things.ts'

export const structuresOnOneSpot = rule({
  code: 'GEO012',
  name: 'structures-on-one-spot',
  severity: 'warning',
  title: { id: 'Dua struktur di titik yang sama', en: 'Two structures on one spot' },
  *check({ network }) {
    for (const { first, later } of clashes(grouped(placed(network), ({ point }) => spotOf(point)).values())) {
      yield {
        at: inside(later.origin, 'at'),
        facts: { first, later },
        about: [later, first],
        related: [{ at: inside(first.origin, 'at'), message: { id: 'titik yang sama', en: 'the same point' } }],
      }
    }
  },
  message: ({ first, later }) => ({
    id: `${structureName(later).id} dan ${structureName(first).id} berdiri di titik yang sama`,
    en: `${structureName(later).en} and ${structureName(first).en} stand on one spot`,
  }),
  hint: ({ first }) => ({
    id: `perbaiki salah satu titiknya; yang menempel pada yang lain tidak punya titik sendiri, melainkan at_structure: ${first.id}`,
    en: `correct the point of one of them; what hangs on the other has no point of its own but at_structure: ${first.id}`,
  }),
})

function placed({ structures }: Network): Structure[] {
  return [...structures.values()].filter(each => isLive(each) && each.declared.at !== undefined)
}

/** Within some tenths of a metre: nothing stands so close to another. */
function spotOf([lon, lat]: Structure['point']): string {
  return `${lon.toFixed(6)} ${lat.toFixed(6)}`
}
