import { itemAt } from '../../text/item-at.ts'
import { cutAt, glassAt, glassBetween } from './glass.ts'
import { planLight } from './light.ts'
import { lossesOf, type Line } from './loss.ts'
import type { Loss } from './light-plan.ts'
import type { Hop, PathStep, RoutePlan, StrandPlan } from './plant-plan.ts'
import { splicesMet, type SpliceTable } from './splices-met.ts'
import { deviceLoss, isPassive, type DeviceLoss } from '../../model/passives.ts'
import { strandCount } from '../../model/strands.ts'
import type { Walk, Walked } from './walk.ts'

interface RouteInput {
  readonly designMarginDb: number
  readonly splices: SpliceTable
}

/** Wavelengths at which every line is measured. */
const measuredNm = [1310, 1550]

export function planRoute({ route, steps, walked, fault }: Walk, { splices, designMarginDb }: RouteInput): RoutePlan {
  const hops = hopsOf(walked)
  const connectors = steps.filter(isPort).length
  const wavelengths = [
    ...new Set([...measuredNm, ...(['a', 'b'] as const).flatMap(side => route[side].optic?.transmitNm ?? [])]),
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

/** Mated pairs: one at every ODF port. Splitters and multiplexers have pigtails. */
function isPort(step: PathStep): boolean {
  return step.kind === 'structure' && step.port !== undefined && !isPassive(step.structure.declared)
}

function devicesOf(steps: readonly PathStep[]): DeviceLoss[] {
  return steps.flatMap(step =>
    step.kind === 'structure' && step.port !== undefined ? (deviceLoss(step.structure.declared, step.port) ?? []) : [],
  )
}

function hopsOf(walked: readonly Walked[]): Hop[] {
  const hops: Hop[] = []
  for (const { stretch, way } of walked) {
    const { plan, from, to } = stretch
    const [fromStation, toStation] = [way.from, way.to]
    const [first, last] = [itemAt(stretch.steps, 0), itemAt(stretch.steps, -1)]
    const [chainageM, glassM] = [hops.at(-1)?.toChainageM ?? 0, hops.at(-1)?.glassToM ?? 0]
    const [start, end] = [itemAt(plan.stations, fromStation), itemAt(plan.stations, toStation)]
    const sheathAt = (station: number): number => cutAt(plan.stations, plan.sheathM, station)
    const [sheathFromM, sheathToM] = [sheathAt(fromStation), sheathAt(toStation)]
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
      glassToM: glassM + Math.abs(glassAt(plan, sheathToM) - glassAt(plan, sheathFromM)),
    })
  }
  return hops
}

interface StrandInput {
  readonly connectors: number
  readonly wavelengths: readonly number[]
  readonly splices: SpliceTable
}

function strandOf(
  steps: readonly PathStep[],
  hops: readonly Hop[],
  offset: number,
  { connectors, wavelengths, splices }: StrandInput,
): StrandPlan {
  const met = splicesMet(steps, hops, offset, splices)
  const line: Line = {
    connectors,
    devices: devicesOf(steps),
    pigtails: met.filter(({ kind }) => kind === 'pigtail').length,
    splicesDb: met.filter(({ kind }) => kind === 'splice').map(({ measuredDb }) => measuredDb),
    glass: hops.flatMap(hop => glassBetween(hop.cable, hop.sheathFromM, hop.sheathToM)),
  }
  return { cores: hops.map(({ core }) => core + offset), splices: met, losses: lossesOf(line, wavelengths) }
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
