import type { Point } from '../../model/scalars.ts'
import { rule } from '../define.ts'
import { distance } from '../../words/figures.ts'
import { structureName, thingName } from '../../words/things.ts'
import { metresBetween } from './distance.ts'
import { hubPoint } from './hub.ts'
import { misreadPoints } from './misread-points.ts'

export const pointMisread = rule({
  code: 'GEO008',
  name: 'point-misread',
  severity: 'error',
  title: { id: 'Titik yang salah salin', en: 'A point that was copied wrongly' },
  *check({ network }) {
    for (const { thing, at, point, meant, how } of misreadPoints(network).values())
      yield { at, facts: { thing, point, meant, how, metres: metresBetween(hubPoint(network), point) }, about: [thing] }
  },
  message: ({ thing, metres, how }) => {
    const name = thing.kind === 'structure' ? structureName(thing) : thingName(thing)
    const guess =
      how === 'sign'
        ? { id: 'tanda minusnya hilang?', en: 'was its minus sign lost?' }
        : { id: 'bujur dan lintangnya tertukar?', en: 'are its longitude and latitude swapped?' }
    return {
      id: `titik ${name.id} berada ${distance(metres).id} dari pusat: ${guess.id}`,
      en: `the point of ${name.en} lies ${distance(metres).en} from the hub: ${guess.en}`,
    }
  },
  hint: ({ thing, meant }) => {
    const text = written(meant, thing.kind)
    return { id: `tulis ${text}`, en: `write ${text}` }
  },
})

function written([lon, lat]: Point, kind: 'site' | 'structure'): string {
  return kind === 'site' ? `lat: ${lat}, lon: ${lon}` : `at: [${lon}, ${lat}]`
}
