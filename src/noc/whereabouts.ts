import type { Component } from '../analysis/graph/component.ts'
import type { Ground, Network, Site } from '../model/network.ts'
import type { Point } from '../model/scalars.ts'
import { lineOf } from '../plan/plant/lines.ts'
import type { Plan } from '../plan/plan.ts'

/** Where a crew would look for a fault of a component; WGS84. A line is a cable's or a span's, in order along it. */
export type Whereabouts =
  | { readonly kind: 'line'; readonly points: readonly Point[] }
  | { readonly kind: 'points'; readonly points: readonly Point[] }

/** Undefined where it lies nowhere that the inventory knows: a provider, a tunnel, a trench's own number. */
export function whereaboutsOf({ network, plant }: Plan, { kind, id }: Component): Whereabouts | undefined {
  switch (kind) {
    case 'span':
      return line(plant.spans.get(id)?.line)
    case 'cable':
      return cableLine(plant, id)
    case 'core':
      return cableLine(plant, id.slice(0, id.lastIndexOf('/')))
    case 'structure':
    case 'closure':
    case 'building':
      return points(network.structures.get(id)?.point)
    case 'route': {
      const [a, b] = [plant.routes.get(id)?.route.a, plant.routes.get(id)?.route.b].map(end =>
        siteOf(network, end?.router.id),
      )
      return points(...[a, b].map(pointOf))
    }
    case 'circuit':
      return points(pointOf(network.circuits.get(id)?.site))
    case 'router':
      return points(pointOf(siteOf(network, id)))
    case 'port':
      return points(pointOf(siteOf(network, id.slice(0, id.indexOf('/')))))
    case 'uplink':
      return points(pointOf(siteOf(network, network.uplinks.get(id)?.end.router.id)))
    case 'handoff':
      return points(...(network.handoffs.get(id)?.ports ?? []).map(({ router }) => pointOf(siteOf(network, router.id))))
    case 'feeder':
      return points(...[...network.sites.values()].filter(({ declared }) => declared.power?.feeder === id).map(pointOf))
    default:
      return undefined
  }
}

function cableLine({ cables }: Plan['plant'], id: string): Whereabouts | undefined {
  const cable = cables.get(id)
  return cable === undefined || cable.broken?.kind === 'spans-apart' ? undefined : line(lineOf(cable))
}

function line(points: readonly Point[] | undefined): Whereabouts | undefined {
  return points === undefined || points.length === 0 ? undefined : { kind: 'line', points }
}

function points(...list: readonly (Point | undefined)[]): Whereabouts | undefined {
  const found = list.filter(point => point !== undefined)
  return found.length === 0 ? undefined : { kind: 'points', points: found }
}

function siteOf({ sites }: Network, router: string | undefined): Site | undefined {
  return [...sites.values()].find(
    site => router !== undefined && (site.router.id === router || site.cores.some(({ id }) => id === router)),
  )
}

function pointOf(site: Pick<Ground, 'declared'> | undefined): Point | undefined {
  return site === undefined ? undefined : [site.declared.location.lon, site.declared.location.lat]
}

/** A map of where one of these may be, however many of them have a place; undefined where none has. */
export function mapOf(plan: Plan, components: readonly Component[]): string | undefined {
  return mapLink(components.flatMap(component => whereaboutsOf(plan, component) ?? []))
}

/**
 * A map on every telephone: a mark where all of it is one place, else the box that holds it. Undefined where nothing
 * has a place.
 */
export function mapLink(all: readonly Whereabouts[]): string | undefined {
  const list = all.flatMap(one => one.points)
  if (list.length === 0) return undefined
  const [west, east] = extremes(list.map(([lon]) => lon))
  const [south, north] = extremes(list.map(([, lat]) => lat))
  const isOnePlace = east - west < onePlaceDegrees && north - south < onePlaceDegrees
  const [lon, lat] = [(west + east) / 2, (south + north) / 2].map(degrees)
  return isOnePlace
    ? `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`
    : `https://www.openstreetmap.org/?minlon=${degrees(west)}&minlat=${degrees(south)}` +
        `&maxlon=${degrees(east)}&maxlat=${degrees(north)}&box=yes`
}

/** Some 50 m. */
const onePlaceDegrees = 0.0005

function extremes(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

function degrees(value: number): string {
  return value.toFixed(6)
}
