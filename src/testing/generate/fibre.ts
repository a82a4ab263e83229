import type { RouteValue, SiteValue, TenantValue } from '../inventory/value.ts'
import { polygonBeside, type Spot } from './geometry.ts'
import { junctionOf, plugInto, type Junction } from './junction.ts'
import { coreModel, fibrePorts, linuxModel } from './models.ts'
import { officeId, officeOf, type Reach } from './office.ts'
import type { Mix } from './plan-of-sites.ts'
import { hangCable, plantDraft, routeValue, type PlantDraft, type Strung } from './plant-draft.ts'
import { between, pick, type Random } from './random.ts'

export interface Fibre {
  readonly sites: SiteValue[]
  readonly tenants: TenantValue[]
  readonly plants: PlantDraft[]
  readonly routes: RouteValue[]
}

/** Two neighbours that a ring can begin and end at: the cores, or two offices of a ring with large routers. */
type Pair = readonly [Junction, Junction]

interface Building extends Fibre {
  readonly random: Random
  /** Next numbers of an office and of a spur. */
  readonly next: { number: number; spur: number }
}

/** Rings of five off the cores, further rings off two offices of earlier ones, spurs beside each. */
export function fibreOf(random: Random, mix: Mix, cores: Pair): Fibre {
  const building: Building = { random, next: { number: 1, spur: 1 }, sites: [], tenants: [], plants: [], routes: [] }
  const pairs: Pair[] = [cores]
  let spurs = 0
  for (const [i, size] of mix.rings.entries()) {
    const pair = pairs.find(([a, b]) => a.freePorts.length >= 2 && b.freePorts.length >= 2)
    if (pair === undefined) throw new Error('no ports left for a ring')
    const upTo = Math.floor(((i + 1) * mix.spurs) / mix.rings.length)
    // Nothing but what is still to come needs offices with many ports.
    const carries = mix.rings.length - i - 1 > freeSlots(pairs) - 1
    const next = ringOf(building, `ring-${String(i + 1).padStart(4, '0')}`, pair, size, upTo - spurs, carries)
    if (next !== undefined) pairs.push(next)
    spurs = upTo
  }
  return building
}

function freeSlots(pairs: readonly Pair[]): number {
  return pairs.reduce((sum, [a, b]) => sum + Math.floor(Math.min(a.freePorts.length, b.freePorts.length) / 2), 0)
}

/** One ring with its spurs. Answers the two offices in its middle where they can carry further rings. */
function ringOf(
  building: Building,
  id: string,
  [start, end]: Pair,
  size: number,
  spurs: number,
  carries: boolean,
): Pair | undefined {
  const { random, routes, plants } = building
  const plant = plantDraft(id)
  plants.push(plant)
  const middle = Math.floor((size - 1) / 2)
  const offices = cornersOf(random, start.spot, end.spot, size).map((spot, i) => {
    const carrier = carries && (i === middle || i === middle + 1)
    return openOffice(
      building,
      plant,
      'ring',
      carrier ? coreModel : pick(random, ['CCR2004-16G-2S+PC', 'CCR2004-16G-2S+PC', 'CCR2116-12G-4S+']),
      spot,
    )
  })
  const stations = [start, ...offices, end]
  const strung = stations.slice(1).map((to, i) => {
    const from = stations[i] as Junction
    const [a, b] = [plugInto(from), plugInto(to)]
    const cable = hangCable(plant, random, `c-${id}-${i + 1}`, 'adss-24', endOf(from), endOf(to))
    routes.push(routeValue({ id: `${id}-${i + 1}`, a, b, path: [a.odfPort, `${cable.cable}/1`, b.odfPort], ring: id }))
    return cable
  })
  for (let i = 0; i < spurs; i++)
    spurOf(
      building,
      plant,
      `${id}-s${i + 1}`,
      i % 2 === 0 ? start : end,
      i % 2 === 0 ? (strung[0] as Strung) : (strung.at(-1) as Strung),
      i % 2 === 0,
    )
  const [a, b] = [offices[middle], offices[middle + 1]]
  return carries && a !== undefined && b !== undefined ? [a, b] : undefined
}

/** Offices about 1.3 km apart, on an arc from one end of the ring to the other. */
function cornersOf(random: Random, start: Spot, end: Spot, size: number): Spot[] {
  const metres = Math.hypot(start.east - end.east, start.north - end.north)
  const angle = random() * 2 * Math.PI
  const wide: Spot =
    metres > 800 ? end : { east: start.east + 1350 * Math.cos(angle), north: start.north + 1350 * Math.sin(angle) }
  return polygonBeside(start, wide, size).map(({ east, north }) => ({
    east: east + between(random, -150, 150),
    north: north + between(random, -150, 150),
  }))
}

/** A spur: by a cable of its own, or over a spare core of the ring's cable to a closure half way and on from there. */
function spurOf(
  building: Building,
  plant: PlantDraft,
  id: string,
  from: Junction,
  ring: Strung,
  overClosure: boolean,
): void {
  const { random, routes } = building
  const office = openOffice(
    building,
    plant,
    'spur',
    building.next.spur++ % 5 === 1 ? linuxModel : 'RB5009UG+S+IN',
    besides(random, from.spot),
  )
  const [a, b] = [plugInto(from), plugInto(office)]
  const pole = ring.poles[Math.floor(ring.poles.length / 2)]
  if (!overClosure || pole === undefined) {
    const { cable } = hangCable(plant, random, `c-${id}`, 'adss-12', endOf(from), endOf(office))
    routes.push(routeValue({ id, a, b, path: [a.odfPort, `${cable}/1`, b.odfPort] }))
    return
  }
  const closure = `jc-${id}`
  plant.structures.push({ id: closure, kind: 'closure', atStructure: pole.structure, trays: 4 })
  const { cable } = hangCable(
    plant,
    random,
    `c-${id}`,
    'adss-12',
    { structure: closure, spot: pole.spot },
    endOf(office),
  )
  plant.splices.push({ closure, tray: 1, a: `${ring.cable}/13`, b: `${cable}/1`, lossDb: 0.05, measured: '2021-03-11' })
  routes.push(routeValue({ id, a, b, path: [a.odfPort, `${ring.cable}/13`, closure, `${cable}/1`, b.odfPort] }))
}

function besides(random: Random, { east, north }: Spot): Spot {
  const angle = random() * 2 * Math.PI
  const metres = between(random, 500, 1300)
  return { east: east + metres * Math.cos(angle), north: north + metres * Math.sin(angle) }
}

function endOf({ odf, spot }: Junction): { readonly structure: string; readonly spot: Spot } {
  return { structure: odf, spot }
}

function openOffice(
  { random, next, sites, tenants }: Building,
  plant: PlantDraft,
  reach: Reach,
  model: string,
  spot: Spot,
): Junction {
  const shape = { number: next.number++, reach, model, spot }
  const office = officeOf(random, shape)
  sites.push(office.site)
  tenants.push(...office.tenants)
  const id = officeId(shape)
  plant.structures.push({ id: `odf-${id}`, kind: 'odf', site: id, ports: 48 })
  return junctionOf(id, `odf-${id}`, spot, fibrePorts(model))
}
