import type { Cable, Network, Structure } from '../../model/network.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { remembered } from '../../source/remembered.ts'
import { misreadPoints } from './misread-points.ts'
import { strays } from './strays.ts'

/** `kind:id` of things whose point has a finding of its own: what follows from it is none. */
export const offThings: (network: Network) => ReadonlySet<string> = remembered(
  network =>
    new Set([
      ...misreadPoints(network).keys(),
      ...[...strays(network).values()].map(({ structure: { id, site } }) =>
        site === undefined ? `structure:${id}` : `site:${site.id}`,
      ),
    ]),
)

/** Places, as `placeOf` names them, whose point cannot be trusted. */
const offPlaces: (network: Network) => ReadonlySet<string> = remembered(network => {
  const off = offThings(network)
  const structures = [...network.structures.values()].filter(({ id, site }) =>
    site === undefined ? off.has(`structure:${id}`) : off.has(`site:${site.id}`),
  )
  return new Set(structures.map(placeOf))
})

export function isOff(network: Network, structure: Structure): boolean {
  return offPlaces(network).has(placeOf(structure))
}

/** A cable whose drawn line runs over a point that cannot be trusted. */
export function isCableOff(network: Network, { spans }: Cable): boolean {
  const off = offPlaces(network)
  return off.size > 0 && spans.some(({ from, to }) => off.has(placeOf(from)) || off.has(placeOf(to)))
}
