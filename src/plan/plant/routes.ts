import { itemAt } from '../../text/item-at.ts'
import type { Splice } from '../../model/network.ts'
import { planLight } from './light.ts'
import { lossesOf, type Line } from './loss.ts'
import type { CablePlan, Hop, Loss, PathStep, RoutePlan, SpliceMet, StrandPlan, StructureStep } from './plant-plan.ts'
import { opticOf, strandCount } from '../../model/strands.ts'
import type { Walk, Walked } from './walk.ts'

interface RouteInput {
  readonly designMarginDb: number
  /** By closure and the two strands, in either order. */
  readonly splices: ReadonlyMap<string, Splice>
}

/** Wavelengths at which every line is measured. */
const measuredNm = [1310, 1550]

export function planRoute({ route, steps, walked, fault }: Walk, { splices, designMarginDb }: RouteInput): RoutePlan {
  const hops = hopsOf(walked)
  const connectors = steps.filter(isPort).length
  const wavelengths = [
    ...new Set([...measuredNm, ...(['a', 'b'] as const).flatMap(side => opticOf(route, side)?.transmitNm ?? [])]),
  ].sort((a, b) => a - b)
  const strands = Array.from({ length: strandCount(route) }, (_, offset) =>
    strandOf(steps, hops, offset, { connectors, wavelengths, splices }),
  )
  const patchM = route.declared.patchM ?? 0
  const glassM = sum(hops, hop => hop.glassToM - hop.glassFromM) + patchM
  const losses = worstOf(strands.map(strand => strand.losses))
  return {
    route,
    steps,
    hops,
    strands,
    connectors,
    losses,
    glassM,
    drawnM: sum(hops, hop => hop.toChainageM - hop.fromChainageM) + patchM,
    sheathM: sum(hops, hop => Math.abs(hop.sheathToM - hop.sheathFromM)) + patchM,
    light: planLight(route, losses, glassM, designMarginDb),
    broken: fault,
  }
}

/** Mated pairs: one at every ODF port. */
function isPort(step: PathStep): boolean {
  return step.kind === 'structure' && step.port !== undefined
}

function hopsOf(walked: readonly Walked[]): Hop[] {
  const hops: Hop[] = []
  for (const { stretch, way } of walked) {
    const { plan, from, to } = stretch
    const [fromStation, toStation] = [way.from, way.to]
    const [first, last] = [itemAt(stretch.steps, 0), itemAt(stretch.steps, -1)]
    const [chainageM, glassM] = [hops.at(-1)?.toChainageM ?? 0, hops.at(-1)?.glassToM ?? 0]
    const [start, end] = [itemAt(plan.stations, fromStation), itemAt(plan.stations, toStation)]
    const [sheathFromM, sheathToM] = [sheathAt(plan, fromStation), sheathAt(plan, toStation)]
    hops.push({
      cable: plan,
      step: first.index,
      lastStep: last.index,
      core: first.core,
      from: from.structure,
      to: to.structure,
      fromStation,
      toStation,
      forward: fromStation < toStation,
      sheathFromM,
      sheathToM,
      fromChainageM: chainageM,
      toChainageM: chainageM + Math.abs(end.chainageM - start.chainageM),
      glassFromM: glassM,
      glassToM: glassM + Math.abs(sheathToM - sheathFromM) * plan.helixFactor,
    })
  }
  return hops
}

/** Where a strand begins or ends on the sheath: behind the tail at an end; where it is cut on the way in the middle of the coil that hangs there. */
function sheathAt({ stations, sheathM }: CablePlan, station: number): number {
  if (station === 0) return 0
  if (station === stations.length - 1) return sheathM
  const { sheathInM, sheathOutM } = itemAt(stations, station)
  return (sheathInM + sheathOutM) / 2
}

interface StrandInput {
  readonly connectors: number
  readonly wavelengths: readonly number[]
  readonly splices: ReadonlyMap<string, Splice>
}

function strandOf(
  steps: readonly PathStep[],
  hops: readonly Hop[],
  offset: number,
  { connectors, wavelengths, splices }: StrandInput,
): StrandPlan {
  const hopOfStep = new Map(hops.flatMap(hop => [[hop.step, hop] as const, [hop.lastStep, hop] as const]))
  const met = steps.flatMap((step, i): SpliceMet[] => {
    if (step.kind !== 'structure') return []
    const ends = [steps[i - 1], steps[i + 1]].flatMap((side, after): StrandEnd[] =>
      side?.kind === 'strand'
        ? [
            {
              strand: `${side.cable.id}/${side.core + offset}`,
              glassM: glassAt(hopOfStep.get(side.index), after === 0),
            },
          ]
        : [],
    )
    return splicesAt(step, ends, splices)
  })
  const line: Line = {
    connectors,
    pigtails: met.filter(({ kind }) => kind === 'pigtail').length,
    splicesDb: met.filter(({ kind }) => kind === 'splice').map(({ measuredDb }) => measuredDb),
    glass: hops.map(hop => ({ lengthM: hop.glassToM - hop.glassFromM, type: hop.cable.cable.type.declared })),
  }
  return { cores: hops.map(({ core }) => core + offset), splices: met, losses: lossesOf(line, wavelengths) }
}

interface StrandEnd {
  readonly strand: string
  readonly glassM: number
}

function glassAt(hop: Hop | undefined, atItsEnd: boolean): number {
  return (atItsEnd ? hop?.glassToM : hop?.glassFromM) ?? 0
}

/** A port has a pigtail spliced to each strand; elsewhere two strands are joined, unless it is one that passes uncut. */
function splicesAt(step: StructureStep, ends: readonly StrandEnd[], splices: ReadonlyMap<string, Splice>): SpliceMet[] {
  if (step.port !== undefined) {
    return ends.map(({ strand, glassM }) => ({
      at: step.structure,
      kind: 'pigtail',
      strands: [strand],
      splice: undefined,
      measuredDb: undefined,
      glassM,
    }))
  }
  const [a, b] = ends
  if (a === undefined || b === undefined || a.strand === b.strand) return []
  const splice = splices.get(spliceKey(step.structure.id, a.strand, b.strand))
  return [
    {
      at: step.structure,
      kind: 'splice',
      strands: [a.strand, b.strand],
      splice,
      measuredDb: splice?.declared.lossDb,
      glassM: a.glassM,
    },
  ]
}

export function spliceKey(closure: string, a: string, b: string): string {
  return a < b ? `${closure} ${a} ${b}` : `${closure} ${b} ${a}`
}

/** Of two strands the worse counts, at each wavelength. */
function worstOf(strands: readonly (readonly Loss[])[]): Loss[] {
  const [first = [], ...others] = strands
  return first.map((loss, i) =>
    others.reduce((worst, other) => {
      const there = other[i] ?? worst
      return {
        nm: loss.nm,
        design: Math.max(worst.design, there.design),
        typical: Math.max(worst.typical, there.typical),
      }
    }, loss),
  )
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
