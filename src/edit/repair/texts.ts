import type { Network } from '../../model/network.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { markAt } from '../../plan/plant/position.ts'
import { itemAt } from '../../text/item-at.ts'
import type { Cut } from './where.ts'
import type { RepairWish } from './wish.ts'

/** A closure in which the cable is joined. */
export interface Joint {
  readonly id: string
  readonly isNew: boolean
  readonly station: number
}

/**
 * The closure that is there already where the cable was cut before or where it ends; else a new one, under the next
 * free name.
 */
export function jointAt(
  { structures, spans, cables, splices }: Network,
  { cable, cuts, stations }: CablePlan,
  station: number,
  others: readonly Joint[],
): Joint {
  const cutHere = cuts.get(station)
  if (cutHere !== undefined) return { id: cutHere.id, isNew: false, station }
  const { structure } = itemAt(stations, station)
  if (station === 0 || station === stations.length - 1) {
    const ending = splices.find(
      ({ closure, declared: { a, b } }) =>
        placeOf(closure) === placeOf(structure) && [a, b].some(strand => strand.startsWith(`${cable.id}/`)),
    )
    return { id: ending?.closure.id ?? structure.id, isNew: false, station }
  }
  const taken = new Set([...structures.keys(), ...spans.keys(), ...cables.keys(), ...others.map(({ id }) => id)])
  const stem = `jc-${cable.id.replace(/^c-/, '')}`.slice(0, 36)
  let number = 1
  while (taken.has(`${stem}-${String(number).padStart(2, '0')}`)) number++
  return { id: `${stem}-${String(number).padStart(2, '0')}`, isNew: true, station }
}

export function structureText(
  { declared: { policy } }: Network,
  { cores, stations }: CablePlan,
  { day }: RepairWish,
  { id, station }: Joint,
): string {
  const { structure } = itemAt(stations, station)
  const { site, atStructure } = structure.declared
  const place = site === undefined ? `at_structure: ${atStructure ?? structure.id}` : `site: ${site}`
  return `{ id: ${id}, kind: closure, ${place}, trays: ${Math.ceil(cores.length / policy.splicesPerTray)}, built: ${day} }`
}

export function spliceText({ cable, cores }: CablePlan, closure: string): string {
  const range = cores.length === 1 ? '1' : `1..${cores.length}`
  return `{ closure: ${closure}, tray: 1, a: ${cable.id}/${range}, b: ${cable.id}/${range} }`
}

/** Slack that was used up, and the station of its coil. */
export interface Pulled {
  readonly station: number
  readonly lengthM: number
}

export function repairText(
  plan: CablePlan,
  wish: RepairWish,
  cut: Cut & { readonly pulled: Pulled | undefined },
  joints: readonly Joint[],
): string {
  const marks = marksAt(plan, cut, cut.pulled)
  return [
    `{ closures: [${joints.map(({ id }) => id).join(', ')}]`,
    ...(cut.from === cut.to ? [] : [`length_m: ${wish.lengthM}`]),
    ...(wish.type === undefined || wish.type === plan.cable.type.id || cut.from === cut.to
      ? []
      : [`type: ${wish.type}`]),
    ...(marks === undefined ? [] : [`marks_m: { start: ${marks[0]}, end: ${marks[1]} }`]),
    `date: ${wish.day} }`,
  ].join(', ')
}

/** Marks of the old sheath on both sides, as the model has them: a crew that reads others writes those. */
function marksAt(plan: CablePlan, cut: Cut, pulled: Pulled | undefined): readonly [number, number] | undefined {
  const { stations, sheathM } = plan
  const [low, high] = [itemAt(stations, cut.from), itemAt(stations, cut.to)]
  const isOne = cut.from === cut.to
  const middleM = (low.sheathInM + low.sheathOutM) / 2
  const before = isOne ? pulledFrom(cut.from, pulled, 'start') : 0
  const behind = isOne ? pulledFrom(cut.from, pulled, 'end') : 0
  const [a, b] = isOne
    ? [middleM - before, middleM + behind]
    : [cut.from === 0 ? 0 : low.sheathOutM, cut.to === stations.length - 1 ? sheathM : high.sheathInM]
  const [start, end] = [markAt(plan, a), markAt(plan, b)]
  return start === undefined || end === undefined ? undefined : [rounded(start), rounded(end)]
}

/**
 * What was pulled out of a coil on one side of the closure was cut off there; out of the coil in which the closure
 * lies, half on each.
 */
function pulledFrom(cut: number, pulled: Pulled | undefined, side: 'start' | 'end'): number {
  if (pulled === undefined) return 0
  if (pulled.station === cut) return pulled.lengthM / 2
  return pulled.station < cut === (side === 'start') ? pulled.lengthM : 0
}

function rounded(metres: number): number {
  return Number(metres.toFixed(2))
}
