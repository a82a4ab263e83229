import type { Network, Span, Structure } from '../../model/network.ts'
import type { PermitDeclaration } from '../../model/plant-file.ts'
import type { Point } from '../../model/scalars.ts'
import { endToEnd, lineOf } from '../../plan/plant/lines.ts'
import type { Hop, PlantPlan } from '../../plan/plant/plant-plan.ts'
import { spansOfHop } from '../../plan/plant/shared-risk.ts'
import { rounded } from '../text/numbers.ts'
import { circleAround } from '../topology/circle.ts'
import { siteAt } from '../topology/geography.ts'
import { lineString, pointOf, polygon, type Feature } from './feature.ts'
import { byText } from '../../text/order.ts'

export function* areaFeatures({ areas }: Network): Generator<Feature> {
  for (const {
    id,
    declared: { name, outline },
  } of areas.values()) {
    if (outline !== undefined)
      yield { kind: 'area', id, name, geometry: polygon(outline), properties: { approximate: true } }
  }
}

/** The limit of owned fibre. */
export function* radiusFeature({ hub, declared: { fibreRadiusKm } }: Network): Generator<Feature> {
  yield {
    kind: 'radius',
    id: hub.id,
    name: `${fibreRadiusKm} km`,
    geometry: polygon(circleAround(siteAt(hub), fibreRadiusKm)),
    properties: { radiusKm: fibreRadiusKm },
  }
}

/** Drawn straight, since a provider's way is not known: `geography: false` says so. */
export function* circuitFeatures({ circuits, hub }: Network): Generator<Feature> {
  for (const {
    id,
    site,
    provider,
    declared: { service, bandwidthMbps, role, status },
  } of circuits.values())
    yield {
      kind: 'circuit',
      id,
      name: id,
      geometry: lineString([siteAt(hub), siteAt(site)]),
      properties: { geography: false, provider: provider.id, service, bandwidthMbps, role, status, site: site.id },
    }
}

export function* siteFeatures({ sites }: Network): Generator<Feature> {
  for (const { id, declared, tenants } of sites.values())
    yield {
      kind: 'site',
      id,
      name: declared.name,
      geometry: pointOf([declared.location.lon, declared.location.lat]),
      properties: {
        class: declared.class,
        kecamatan: declared.kecamatan,
        coordinateQuality: declared.location.quality,
        tenants: tenants.map(tenant => tenant.id),
        status: declared.status,
      },
    }
}

export function* structureFeatures({ structures }: Network): Generator<Feature> {
  for (const { id, declared, point } of structures.values())
    yield {
      kind: 'structure',
      id,
      name: id,
      geometry: pointOf(point),
      brief: [
        declared.kind,
        ...(declared.owner === 'pemkab' ? [] : [declared.owner]),
        ...(declared.status === 'active' ? [] : [declared.status]),
      ].join(', '),
      properties: {
        type: declared.kind,
        owner: declared.owner,
        on: declared.atStructure ?? declared.site,
        ...(declared.kind === 'pole' ? poleProperties(declared) : passiveProperties(declared)),
        ...permitProperties(declared.permit),
        status: declared.status,
      },
    }
}

export function* spanFeatures({ spans }: PlantPlan): Generator<Feature> {
  for (const {
    span: { id, declared, from, to },
    line,
    drawnM,
  } of spans.values())
    yield {
      kind: 'span',
      id,
      name: id,
      geometry: lineString(line),
      brief: [
        declared.kind,
        `${from.id} - ${to.id}`,
        `${rounded(drawnM, 1)} m`,
        ...(declared.crossing === undefined ? [] : [declared.crossing]),
        ...(declared.owner === undefined ? [] : [declared.owner]),
        ...(declared.duct === undefined ? [] : [declared.duct]),
        ...(declared.status === 'active' ? [] : [declared.status]),
      ].join(', '),
      properties: {
        type: declared.kind,
        ...rentedProperties(declared.kind === 'rented'),
        owner: declared.owner,
        ...(declared.kind === 'aerial' ? {} : groundProperties(declared)),
        ...permitProperties(declared.permit),
        from: from.id,
        to: to.id,
        lengthM: rounded(drawnM, 1),
        surveyed: declared.lengthM === undefined ? undefined : true,
        crossing: declared.crossing,
        status: declared.status,
      },
    }
}

export function cableFeatures({ cables }: PlantPlan): Feature[] {
  return [...cables.values()]
    .filter(({ broken }) => broken?.kind !== 'spans-apart')
    .map(plan => ({
      kind: 'cable',
      id: plan.cable.id,
      name: plan.cable.id,
      geometry: lineString(lineOf(plan)),
      properties: {
        type: plan.cable.type.id,
        ...rentedProperties(plan.cable.rented !== undefined),
        owner: plan.cable.rented?.owner,
        repairs: plan.cable.repairs.length || undefined,
        repaired: plan.cable.repairs
          .flatMap(({ declared }) => declared.date ?? [])
          .sort()
          .at(-1),
        from: plan.stations[0]?.structure.id,
        to: plan.stations.at(-1)?.structure.id,
        cores: plan.cores.length,
        free: plan.freeCores,
        drawnM: rounded(plan.drawnM, 1),
        sheathM: rounded(plan.sheathM, 1),
        glassM: rounded(plan.glassM, 1),
        basis: plan.basis,
        status: plan.cable.declared.status,
      },
    }))
}

export function coilFeatures({ cables }: PlantPlan): Feature[] {
  return [...cables.values()]
    .flatMap(({ cable, coils, stations }) =>
      coils.flatMap(({ slack, lengthM, station }): Feature[] => {
        const at = stations[station]?.structure
        return at === undefined
          ? []
          : [
              {
                kind: 'slack',
                id: slack.id,
                name: slack.id,
                geometry: pointOf(at.point),
                properties: { cable: cable.id, at: at.id, lengthM: rounded(lengthM, 1) },
              },
            ]
      }),
    )
    .sort(byText(({ id }) => id))
}

export function routeFeatures({ routes }: PlantPlan): Feature[] {
  return [...routes.values()]
    .filter(({ hops, broken }) => hops.length > 0 && broken === undefined)
    .map(({ route, hops, glassM, light }) => ({
      kind: 'route',
      id: route.id,
      name: route.declared.name ?? route.id,
      geometry: lineString(endToEnd(hops.map(lineOfHop))),
      properties: {
        a: route.a.router.id,
        b: route.b.router.id,
        speedMbps: route.declared.speedMbps,
        ring: route.declared.ring,
        glassM: rounded(glassM, 1),
        marginDb: light?.marginDb === undefined ? undefined : rounded(light.marginDb, 2),
        status: route.declared.status,
      },
    }))
}

function lineOfHop(hop: Hop): Point[] {
  const first = Math.min(hop.fromStation, hop.toStation)
  const line = lineOf(hop.cable, first, first + spansOfHop(hop).length)
  return hop.forward ? line : line.toReversed()
}

function permitProperties(permit: PermitDeclaration | undefined): Feature['properties'] {
  return permit === undefined
    ? {}
    : { permit: permit.number, permitUntil: permit.until, yearlyRupiah: permit.yearlyRupiah }
}

function poleProperties({ heightM, material, mostCables }: Structure['declared']): Feature['properties'] {
  return heightM === undefined && material === undefined && mostCables === undefined
    ? {}
    : { heightM, material, mostCables }
}

function passiveProperties({ splitter, multiplexer }: Structure['declared']): Feature['properties'] {
  return splitter === undefined && multiplexer === undefined
    ? {}
    : { outputs: splitter?.outputs, channelsNm: multiplexer?.channelsNm.join(' ') }
}

function groundProperties({ duct, subduct, depthM, trench }: Span['declared']): Feature['properties'] {
  return { duct, subduct, depthM, trench }
}

/** The way of a rented fibre is not known: it is drawn straight, and says so. */
function rentedProperties(isRented: boolean): Feature['properties'] {
  return isRented ? { geography: false } : {}
}
