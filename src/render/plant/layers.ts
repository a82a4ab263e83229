import type { Network } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import type { CablePlan, Hop, PlantPlan } from '../../plan/plant/plant-plan.ts'
import { spansOfHop } from '../../plan/plant/shared-risk.ts'
import { rounded } from '../text/numbers.ts'

/** What maps show, told once for KML and GeoJSON. */
export interface Feature {
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly geometry: { readonly type: 'Point'; readonly coordinates: Point } | { readonly type: 'LineString'; readonly coordinates: readonly Point[] }
  /** The same in a few words, where there are so many of a kind that a table for each would be too much. */
  readonly brief?: string
  /** What is undefined is not said. */
  readonly properties: Readonly<Record<string, string | number | boolean | undefined>>
}

export interface Layer {
  readonly id: string
  readonly name: string
  readonly features: () => Iterable<Feature>
}

export function layersOf(network: Network, plant: PlantPlan): Layer[] {
  return [
    { id: 'sites', name: 'Situs', features: () => siteFeatures(network) },
    { id: 'structures', name: 'Struktur', features: () => structureFeatures(network) },
    { id: 'spans', name: 'Bentang', features: () => spanFeatures(plant) },
    { id: 'cables', name: 'Kabel', features: () => cableFeatures(plant) },
    { id: 'coils', name: 'Gulungan slack', features: () => coilFeatures(plant) },
    { id: 'routes', name: 'Rute cahaya', features: () => routeFeatures(plant) },
  ]
}

function* siteFeatures({ sites }: Network): Generator<Feature> {
  for (const { id, declared } of sites.values()) yield {
    kind: 'site', id, name: declared.name, geometry: pointOf([declared.location.lon, declared.location.lat]),
    properties: { class: declared.class, kecamatan: declared.kecamatan, quality: declared.location.quality, status: declared.status },
  }
}

function* structureFeatures({ structures }: Network): Generator<Feature> {
  for (const { id, declared, point } of structures.values()) yield {
    kind: 'structure', id, name: id, geometry: pointOf(point), brief: [declared.kind, ...(declared.owner === 'pemkab' ? [] : [declared.owner]), ...(declared.status === 'active' ? [] : [declared.status])].join(', '),
    properties: { type: declared.kind, owner: declared.owner, on: declared.on ?? declared.site, permit: declared.permit?.number, permitUntil: declared.permit?.until, status: declared.status },
  }
}

function* spanFeatures({ spans }: PlantPlan): Generator<Feature> {
  for (const { span: { id, declared, from, to }, line, drawnM } of spans.values()) yield {
    kind: 'span', id, name: id, geometry: lineOf(line), brief: [declared.kind, `${from.id} - ${to.id}`, `${rounded(drawnM, 1)} m`, ...(declared.crossing === undefined ? [] : [declared.crossing]), ...(declared.status === 'active' ? [] : [declared.status])].join(', '),
    properties: { type: declared.kind, from: from.id, to: to.id, lengthM: rounded(drawnM, 1), surveyed: declared.lengthM === undefined ? undefined : true, crossing: declared.crossing, status: declared.status },
  }
}

function cableFeatures({ cables }: PlantPlan): Feature[] {
  return [...cables.values()].filter(({ broken }) => broken?.kind !== 'spans-apart').map(plan => ({
    kind: 'cable', id: plan.cable.id, name: plan.cable.id, geometry: lineOf(lineBetween(plan, 0, plan.spans.length)),
    properties: { type: plan.cable.type.id, cores: plan.cores.length, free: plan.freeCores, drawnM: rounded(plan.drawnM, 1), sheathM: rounded(plan.sheathM, 1), glassM: rounded(plan.glassM, 1), basis: plan.basis, status: plan.cable.declared.status },
  }))
}

function coilFeatures({ cables }: PlantPlan): Feature[] {
  return [...cables.values()].flatMap(({ cable, coils, stations }) => coils.flatMap(({ slack, lengthM, station }): Feature[] => {
    const at = stations[station]?.structure
    return at === undefined ? [] : [{ kind: 'slack', id: slack.id, name: slack.id, geometry: pointOf(at.point), properties: { cable: cable.id, at: at.id, lengthM: rounded(lengthM, 1) } }]
  })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function routeFeatures({ routes }: PlantPlan): Feature[] {
  return [...routes.values()].filter(({ hops, broken }) => hops.length > 0 && broken === undefined).map(({ route, hops, glassM, light }) => ({
    kind: 'route', id: route.id, name: route.declared.name ?? route.id, geometry: lineOf(joined(hops.map(lineOfHop))),
    properties: {
      a: route.a.router.id, b: route.b.router.id, speedMbps: route.declared.speedMbps, ring: route.declared.ring, glassM: rounded(glassM, 1),
      marginDb: light?.marginDb === undefined ? undefined : rounded(light.marginDb, 2), status: route.declared.status,
    },
  }))
}

function lineOfHop(hop: Hop): Point[] {
  const line = lineBetween(hop.cable, Math.min(hop.fromStation, hop.toStation), Math.min(hop.fromStation, hop.toStation) + spansOfHop(hop).length)
  return hop.forward ? line : line.toReversed()
}

function lineBetween({ spans }: CablePlan, from: number, to: number): Point[] {
  return joined(spans.slice(from, to).map(({ plan, forward }) => (forward ? plan.line : plan.line.toReversed())))
}

/** Lines end to end, without the points at which they meet twice. */
function joined(lines: readonly (readonly Point[])[]): Point[] {
  const points: Point[] = []
  for (const point of lines.flat()) {
    const last = points.at(-1)
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) points.push(point)
  }
  // A line of GeoJSON and KML has two points, though both ends may stand in one place.
  return points.length === 1 ? [points[0] as Point, points[0] as Point] : points
}

function pointOf(point: Point): Feature['geometry'] {
  return { type: 'Point', coordinates: roundedPoint(point) }
}

function lineOf(line: readonly Point[]): Feature['geometry'] {
  return { type: 'LineString', coordinates: line.map(roundedPoint) }
}

/** Seven decimals are a centimetre. */
function roundedPoint([lon, lat]: Point): Point {
  return [rounded(lon, 7), rounded(lat, 7)]
}
