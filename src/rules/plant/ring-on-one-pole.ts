import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { FibreRoute, Network } from '../../model/network.ts'
import type { RoutePlan } from '../../plan/plant/plant-plan.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { endPlaces, spansOfHop, stationsOfHop } from '../../plan/plant/shared-risk.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { grouped } from '../grouping.ts'
import { listed } from '../../words/figures.ts'

export const ringOnOnePole = rule({
  code: 'PLT105',
  name: 'ring-on-one-pole',
  severity: 'warning',
  title: {
    id: 'Dua rute satu ring pada tiang yang sama',
    en: 'Two routes of one ring on the same pole',
  },
  *check({ network }) {
    for (const [ring, members] of ringsOf(network)) {
      for (const { route, other, structures } of sharing(members)) {
        yield {
          at: inside(route.origin, 'ring'),
          about: [route, other],
          facts: { ring, route: route.id, other: other.id, structures },
          related: [{ at: inside(other.origin, 'ring'), message: { id: `rute ${other.id}`, en: `route ${other.id}` } }],
        }
      }
    }
  },
  message: ({ ring, route, other, structures }) => ({
    id: `ring ${ring} tidak melindungi: rute ${route} dan ${other} sama-sama memakai struktur ${listed(structures).id}`,
    en: `ring ${ring} does not protect: routes ${route} and ${other} both use structure ${listed(structures).en}`,
  }),
  hint: () => ({
    id: 'pindahkan salah satunya ke tiang lain; satu kejadian memutus keduanya',
    en: 'move one of them to other poles; one event cuts both',
  }),
})

function ringsOf(network: Network): ReadonlyMap<string, readonly RoutePlan[]> {
  return grouped(
    [...planPlant(network).routes.values()].filter(({ route, hops }) => route.active && hops.length > 0),
    ({ route }) => route.declared.ring,
  )
}

interface Sharing {
  readonly route: FibreRoute
  readonly other: FibreRoute
  readonly structures: readonly string[]
}

interface Parts {
  readonly plan: RoutePlan
  /** Structures on the way, by their place; not where the route ends. */
  readonly places: ReadonlyMap<string, string>
  readonly spans: ReadonlySet<string>
}

/**
 * Each route beside the first one before it with which it shares a structure, but no span: that is a finding of its
 * own.
 */
function sharing(members: readonly RoutePlan[]): Sharing[] {
  const firstOn = new Map<string, Parts>()
  return members.map(partsOf).flatMap((parts): Sharing[] => {
    const keys = [...parts.places.keys()]
    const other = keys
      .map(key => firstOn.get(key))
      .find(found => found !== undefined && !overlaps(found.spans, parts.spans))
    for (const key of keys) if (!firstOn.has(key)) firstOn.set(key, parts)
    if (other === undefined) return []
    const structures = [...parts.places].filter(([place]) => other.places.has(place)).map(([, id]) => id)
    return [{ route: parts.plan.route, other: other.plan.route, structures }]
  })
}

function partsOf(plan: RoutePlan): Parts {
  const ends = endPlaces(plan)
  const stations = plan.hops.flatMap(stationsOfHop).map(({ structure }) => structure)
  return {
    plan,
    spans: new Set(plan.hops.flatMap(spansOfHop).map(({ plan: { span } }) => span.id)),
    places: new Map(
      stations.map(structure => [placeOf(structure), structure.id] as const).filter(([place]) => !ends.has(place)),
    ),
  }
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const id of a) if (b.has(id)) return true
  return false
}
