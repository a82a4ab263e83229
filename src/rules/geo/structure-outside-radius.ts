import type { Network } from '../../model/network.ts'
import { isLive } from '../live.ts'
import { rule } from '../define.ts'
import { distance, kilometres, number } from '../../words/figures.ts'
import { outsideRadius, partName, radiusMetres } from './outside.ts'
import { outsideOfRoutes } from './route-parts.ts'

/** Plant that carries a route is left to GEO002, so that one pole is one finding. */
export const structureOutsideRadius = rule({
  code: 'GEO001',
  name: 'structure-outside-radius',
  severity: 'error',
  title: {
    id: 'Struktur atau belokan bentang di luar radius serat',
    en: 'Structure or bend of a span outside the fibre radius',
  },
  *check({ network }) {
    const carrying = carryingRoutes(network)
    for (const [key, { thing, metres, at }] of outsideRadius(network)) {
      if (!carrying.has(key)) yield { at, facts: { thing, metres, limit: radiusMetres(network) }, about: [thing] }
    }
  },
  message: ({ thing, metres, limit }) => {
    const name = partName(thing)
    return {
      id:
        `${name.id} berada ${kilometres(metres).id} dari pusat, ` +
        `${distance(metres - limit).id} di luar radius ${number(limit / 1000).id} km`,
      en:
        `${name.en} lies ${kilometres(metres).en} from the hub, ` +
        `${distance(metres - limit).en} outside the ${number(limit / 1000).en} km radius`,
    }
  },
  hint: () => ({
    id: 'pindahkan ke dalam radius, atau periksa urutan koordinatnya: bujur dahulu, lalu lintang',
    en: 'move it inside the radius, or check the order of its coordinates: longitude first, then latitude',
  }),
})

function carryingRoutes(network: Network): ReadonlySet<string> {
  if (outsideRadius(network).size === 0) return new Set()
  const routes = [...network.routes.values()].filter(isLive)
  return new Set(
    routes.flatMap(route => outsideOfRoutes(network, route).map(({ thing }) => `${thing.kind}:${thing.id}`)),
  )
}
