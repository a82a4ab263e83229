import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { distance, listed } from '../../words/figures.ts'
import { structureName } from '../../words/things.ts'
import { misreadPoints } from './misread-points.ts'
import { strays } from './strays.ts'
import { pointPlace } from '../plant/written-at.ts'

export const structureStray = rule({
  code: 'GEO010',
  name: 'structure-stray',
  severity: 'error',
  title: { id: 'Struktur jauh dari semua tetangganya', en: 'Structure far from all its neighbours' },
  *check({ network }) {
    for (const { structure, neighbours, metres } of strays(network).values()) {
      const misread = misreadPoints(network).has(`structure:${structure.id}`)
      const { site } = structure
      if (misread || (site !== undefined && misreadPoints(network).has(`site:${site.id}`))) continue
      yield {
        at: pointPlace(network, structure),
        facts: { structure, neighbours, metres },
        about: [structure],
        related: neighbours.slice(0, 2).map(({ id, origin }) => ({
          at: inside(origin, 'id'),
          message: { id: `tetangganya ${id}`, en: `its neighbour ${id}` },
        })),
      }
    }
  },
  message: ({ structure, neighbours, metres }) => {
    const [name, beside] = [structureName(structure), listed(neighbours.map(({ id }) => id))]
    return {
      id: `${name.id} berada ${distance(metres).id} dari tetangga terdekatnya, sedangkan ${beside.id} berdekatan`,
      en: `${name.en} stands ${distance(metres).en} from its nearest neighbour, while ${beside.en} stand close together`,
    }
  },
  hint: () => ({
    id: 'periksa setiap angka pada titiknya; kalau bentangnya memang sepanjang itu, tulis longest_span_m di jenis kabel atau policy',
    en: 'look at every digit of its point; if the spans really are so long, write longest_span_m at the cable type or in the policy',
  }),
})
