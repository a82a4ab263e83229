import type { Splice, Structure } from '../../model/network.ts'
import { glassAt, joinedAt } from './glass.ts'
import { placeOf } from './place.ts'
import type { CableSide, Hop, PathStep, SpliceMet, StructureStep } from './plant-plan.ts'

/** Splices as a route asks for them. */
export interface SpliceTable {
  /** By closure and the two strands, in either order. */
  readonly byKey: ReadonlyMap<string, Splice>
  /** Cores that were joined to themselves where their cable was repaired, by strand. */
  readonly rejoined: ReadonlyMap<string, readonly Splice[]>
}

export function spliceTable(splices: readonly Splice[]): SpliceTable {
  return {
    byKey: new Map(splices.map(splice => [spliceKey(splice.closure.id, splice.declared.a, splice.declared.b), splice])),
    rejoined: Map.groupBy(
      splices.filter(({ declared: { a, b } }) => a === b),
      ({ declared }) => declared.a,
    ),
  }
}

export function spliceKey(closure: string, a: string, b: string): string {
  return a < b ? `${closure} ${a} ${b}` : `${closure} ${b} ${a}`
}

/**
 * What one strand of a route meets from `a` to `b`: at the steps of its path, and where its cable was repaired on the
 * way.
 */
export function splicesMet(
  steps: readonly PathStep[],
  hops: readonly Hop[],
  offset: number,
  table: SpliceTable,
): SpliceMet[] {
  const hopOfStep = new Map(hops.flatMap(hop => [[hop.step, hop] as const, [hop.lastStep, hop] as const]))
  const atSteps = steps.flatMap((step, i): SpliceMet[] => {
    if (step.kind !== 'structure') return []
    const ends = [steps[i - 1], steps[i + 1]].flatMap((side, after): StrandEnd[] =>
      side?.kind === 'strand'
        ? [strandEnd(`${side.cable.id}/${side.core + offset}`, hopOfStep.get(side.index), after === 0)]
        : [],
    )
    return splicesAt(step, ends, table.byKey)
  })
  const rejoined = hops.flatMap(hop => rejoinedOn(hop, `${hop.cable.cable.id}/${hop.core + offset}`, table))
  return rejoined.length === 0 ? atSteps : [...atSteps, ...rejoined].sort((a, b) => a.glassM - b.glassM)
}

interface StrandEnd {
  readonly strand: string
  readonly glassM: number
  readonly side: CableSide | undefined
}

function strandEnd(strand: string, hop: Hop | undefined, atItsEnd: boolean): StrandEnd {
  return {
    strand,
    glassM: (atItsEnd ? hop?.glassToM : hop?.glassFromM) ?? 0,
    side: hop && (hop.forward === atItsEnd ? 'start' : 'end'),
  }
}

/** A port has a pigtail spliced to each strand; elsewhere two strands are joined, unless it is one that passes. */
function splicesAt(
  { structure, port }: StructureStep,
  ends: readonly StrandEnd[],
  splices: ReadonlyMap<string, Splice>,
): SpliceMet[] {
  if (port !== undefined) {
    return ends.map(({ strand, glassM, side }) => ({
      at: structure,
      kind: 'pigtail',
      strands: [strand],
      sides: [side],
      splice: undefined,
      measuredDb: undefined,
      glassM,
    }))
  }
  const [a, b] = ends
  if (a === undefined || b === undefined || a.strand === b.strand) return []
  const splice = splices.get(spliceKey(structure.id, a.strand, b.strand))
  return [spliceMet(structure, [a, b], splice)]
}

function spliceMet(at: Structure, [a, b]: readonly [StrandEnd, StrandEnd], splice: Splice | undefined): SpliceMet {
  return {
    at,
    kind: 'splice',
    strands: [a.strand, b.strand],
    sides: [a.side, b.side],
    splice,
    measuredDb: splice?.declared.lossDb,
    glassM: a.glassM,
  }
}

/**
 * Closures between the ends of a hop in which its core was cut and joined again: those of repairs, and those in which
 * it is spliced to itself.
 */
function rejoinedOn(hop: Hop, strand: string, { rejoined, byKey }: SpliceTable): SpliceMet[] {
  const own = rejoined.get(strand) ?? []
  const { cable, fromStation, toStation, forward } = hop
  if (own.length === 0 && cable.cuts.size === 0) return []
  const [low, high] = forward ? [fromStation, toStation] : [toStation, fromStation]
  const closures = new Map<string, readonly [Structure, number]>()
  const add = (closure: Structure, station: number | undefined): void => {
    if (station !== undefined && station > low && station < high) closures.set(closure.id, [closure, station])
  }
  for (const [station, closure] of cable.cuts) add(closure, station)
  for (const { closure } of own)
    if (!closures.has(closure.id))
      add(
        closure,
        cable.stationsAt.get(placeOf(closure))?.find(station => station > low && station < high),
      )
  const fromM = glassAt(cable, hop.sheathFromM)
  return [...closures.values()].map(([closure, station]) => {
    const glassM = hop.glassFromM + Math.abs(glassAt(cable, joinedAt(cable, station)) - fromM)
    const sides = forward ? (['start', 'end'] as const) : (['end', 'start'] as const)
    const ends = [
      { strand, glassM, side: sides[0] },
      { strand, glassM, side: sides[1] },
    ] as const
    return spliceMet(closure, ends, byKey.get(spliceKey(closure.id, strand, strand)))
  })
}
