import type { FibreRoute, Network, Site } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { isLive } from '../live.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { rule } from '../define.ts'
import { distance, kilometres, number } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import { metresBeyond } from './distance.ts'
import { hubPoint } from './hub.ts'
import { partName, radiusMetres } from './outside.ts'
import { offThings } from './off-points.ts'
import { outsideOfRoutes } from './route-parts.ts'

export const routeOutsideRadius = rule({
  code: 'GEO002',
  name: 'route-outside-radius',
  severity: 'error',
  title: { id: 'Rute serat keluar dari radius', en: 'Fibre route leaves the radius' },
  *check({ network }) {
    const limit = radiusMetres(network)
    for (const route of network.routes.values()) {
      const farthest = isLive(route) ? farthestOf(network, route) : undefined
      if (farthest === undefined) continue
      const { at, part, metres, beyond } = farthest
      yield {
        at,
        about: [route],
        facts: { route: route.id, part, metres, limit, beyond },
        related: [{ at: inside(route.origin, 'route'), message: { id: `rute ${route.id}`, en: `route ${route.id}` } }],
      }
    }
  },
  message: ({ route, part, metres, limit }) => ({
    id:
      `rute ${route} keluar dari radius ${number(limit / 1000).id} km: ${part.id} berjarak ` +
      `${kilometres(metres).id} dari pusat, ${distance(metres - limit).id} terlalu jauh`,
    en:
      `route ${route} leaves the ${number(limit / 1000).en} km radius: ${part.en} is ${kilometres(metres).en} from ` +
      `the hub, ${distance(metres - limit).en} too far`,
  }),
  hint: ({ beyond }) => ({
    id:
      beyond === undefined
        ? 'sewa sirkuit untuk situs di ujungnya, atau pindahkan bagian itu ke dalam radius'
        : `sewa sirkuit untuk ${beyond}: seratnya tidak boleh keluar dari radius`,
    en:
      beyond === undefined
        ? 'lease a circuit for the site at its end, or move that part inside the radius'
        : `lease a circuit for ${beyond}: its fibre may not leave the radius`,
  }),
})

interface Farthest {
  readonly at: Place
  readonly part: Bilingual
  readonly metres: number
  /** The site, where it is an end of the route that lies outside. */
  readonly beyond: string | undefined
}

function farthestOf(network: Network, route: FibreRoute): Farthest | undefined {
  const parts = outsideOfRoutes(network, route).map(({ thing, metres, at }) => ({
    at,
    metres,
    beyond: undefined,
    part: partName(thing),
  }))
  const ends = [route.a, route.b]
    .map(({ router }) => endOutside(network, network.sites.get(router.siteId)))
    .filter(end => end !== undefined)
  return [...ends, ...parts].toSorted((a, b) => b.metres - a.metres)[0]
}

function endOutside(network: Network, site: Site | undefined): Farthest | undefined {
  if (site === undefined || offThings(network).has(`site:${site.id}`)) return undefined
  const { lon, lat } = site.declared.location
  const metres = metresBeyond(hubPoint(network), [lon, lat], radiusMetres(network))
  return metres === undefined
    ? undefined
    : { at: inside(site.origin, 'location'), part: thingName(site), metres, beyond: site.id }
}
