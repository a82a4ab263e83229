import { itemAt, entryOf } from '../../text/item-at.ts'
import type { Cable, Network, Slack, Structure } from '../../model/network.ts'
import { sectionsOf } from './glass.ts'
import { placeOf, walkOf } from './place.ts'
import type { CableFault, CablePlan, CorePlan, OrientedSpan, Piece, SpanPlan, Station } from './cable-plan.ts'
import type { RepairTrouble } from './repairs.ts'
import { layRepairs, type LaidRepair } from './repairs.ts'
import { layOut } from './sheath.ts'

interface CableInput {
  readonly network: Network
  readonly spans: ReadonlyMap<string, SpanPlan>
  readonly slacks: readonly Slack[]
  readonly cores: readonly CorePlan[]
}

export function planCable(cable: Cable, { network, spans, slacks, cores }: CableInput): CablePlan {
  const walk = walkOf(network, cable.spans, cable.declared.from)
  const oriented = cable.spans.map(
    (span, i): OrientedSpan => ({ plan: entryOf(spans, span.id), forward: walk.forward[i] ?? true }),
  )
  const chainagesM = runningSum(oriented.map(({ plan }) => plan.drawnM))
  const stationsAt = indexOf(walk.structures.map(placeOf))
  const { repairs, trouble } = layRepairs(cable, stationsAt, chainagesM.length - 1)
  const sheath = layOut({ cable, chainagesM, stationsAt, slacks, repairs })
  const stations = walk.structures.map(
    (structure, i): Station => ({
      structure,
      chainageM: chainagesM[i] ?? 0,
      sheathInM: sheath.positions[i]?.sheathInM ?? 0,
      sheathOutM: sheath.positions[i]?.sheathOutM ?? 0,
    }),
  )
  const pieces = piecesOf(sheath.repairs, stations, sheath.sheathM)
  const sections = sectionsOf(cable, sheath.sheathM, pieces)
  return {
    cable,
    stations,
    spans: oriented,
    stationsAt,
    tailsM: cable.declared.tailsM,
    coils: sheath.coils,
    strayCoils: sheath.stray,
    drawnM: chainagesM.at(-1) ?? 0,
    sheathM: sheath.sheathM,
    expectedSheathM: sheath.expectedM,
    marked: sheath.marked,
    basis: sheath.basis,
    sections,
    pieces,
    cuts: cutsOf(sheath.repairs, stationsAt, stations.length - 1),
    glassM: sections.at(-1)?.glassToM ?? 0,
    cores,
    freeCores: cores.filter(({ state }) => state === 'free').length,
    broken:
      walk.brokenAt === undefined
        ? (repairFault(trouble, repairs, sheath.repairs) ??
          (sheath.impossible ? { kind: 'marks-impossible' } : undefined))
        : { kind: 'spans-apart', span: walk.brokenAt },
  }
}

function repairFault(
  trouble: readonly { readonly repair: number; readonly why: RepairTrouble }[],
  wanted: readonly LaidRepair[],
  laid: readonly LaidRepair[],
): CableFault | undefined {
  const [first] = trouble
  if (first !== undefined) return { kind: 'repair-impossible', ...first }
  const short = wanted.find(each => !laid.includes(each))
  return short && { kind: 'repair-impossible', repair: short.index, why: 'too-short' }
}

function piecesOf(repairs: readonly LaidRepair[], stations: readonly Station[], sheathM: number): Piece[] {
  return repairs.flatMap(({ repair, fromStation, toStation, lengthM }): Piece[] =>
    lengthM === 0
      ? []
      : [
          {
            repair,
            fromStation,
            toStation,
            sheathFromM: fromStation === 0 ? 0 : itemAt(stations, fromStation).sheathOutM,
            sheathToM: toStation === stations.length - 1 ? sheathM : itemAt(stations, toStation).sheathInM,
          },
        ],
  )
}

/** Closures of repairs on the way; where the cable ends nothing of it is cut. */
function cutsOf(
  repairs: readonly LaidRepair[],
  stationsAt: ReadonlyMap<string, readonly number[]>,
  last: number,
): ReadonlyMap<number, Structure> {
  const cuts = new Map<number, Structure>()
  for (const { repair, fromStation, toStation } of repairs)
    for (const closure of repair.closures) {
      const station = (stationsAt.get(placeOf(closure)) ?? []).find(each => each === fromStation || each === toStation)
      if (station !== undefined && station > 0 && station < last) cuts.set(station, closure)
    }
  return cuts
}

function runningSum(lengths: readonly number[]): number[] {
  const sums = [0]
  for (const length of lengths) sums.push((sums.at(-1) ?? 0) + length)
  return sums
}

function indexOf(places: readonly string[]): Map<string, readonly number[]> {
  return Map.groupBy(places.keys(), station => itemAt(places, station))
}

/**
 * Ends of each core at a structure's place once it is cut there: one where the cable begins or ends, two where it
 * passes.
 */
export function strandEndsAt({ stations, stationsAt }: CablePlan, structure: Structure): number {
  const here = stationsAt.get(placeOf(structure)) ?? []
  return here.reduce((ends, station) => ends + (station === 0 || station === stations.length - 1 ? 1 : 2), 0)
}
