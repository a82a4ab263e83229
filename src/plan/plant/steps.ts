import type { Cable, FibreRoute, Network, Structure } from '../../model/network.ts'
import { placeOf } from './place.ts'
import type { CablePlan, RouteFault } from './plant-plan.ts'
import { partsOfStep } from '../../model/strands.ts'

export type PathStep =
  | {
      readonly kind: 'structure'
      readonly index: number
      readonly structure: Structure
      readonly port: number | undefined
    }
  | { readonly kind: 'strand'; readonly index: number; readonly cable: Cable; readonly core: number }

export interface Stretch {
  readonly step: Extract<PathStep, { kind: 'strand' }>
  readonly plan: CablePlan
  readonly from: Structure
  readonly to: Structure
  readonly fromStation: number
  readonly toStation: number
}

/** The declared path, step by step. What could not be loaded is left out; the first such step is the fault. */
export function stepsOf(
  { structures, cables }: Network,
  { declared }: FibreRoute,
): { readonly steps: readonly PathStep[]; readonly fault: RouteFault | undefined } {
  let fault: RouteFault | undefined
  const steps = (declared.path ?? []).flatMap((text, index): PathStep[] => {
    const { name, number } = partsOfStep(text)
    const cable = cables.get(name)
    if (cable !== undefined && number !== undefined) return [{ kind: 'strand', index, cable, core: number }]
    const structure = structures.get(name)
    if (structure !== undefined) return [{ kind: 'structure', index, structure, port: number }]
    fault ??= { kind: 'not-loaded', step: index }
    return []
  })
  return { steps, fault }
}

/** Where the walk fits together: the stretches of cable that stand between two structures which the cable passes, and the first fault. */
export function stretchesOf(
  steps: readonly PathStep[],
  cables: ReadonlyMap<string, CablePlan>,
): { readonly stretches: readonly Stretch[]; readonly fault: RouteFault | undefined } {
  const stretches: Stretch[] = []
  let fault: RouteFault | undefined
  for (const [i, step] of steps.entries()) {
    const found =
      step.kind === 'strand' ? stretchOf(step, steps[i - 1], steps[i + 1], cables) : jointOf(step, steps[i - 1])
    if (found === undefined) continue
    if ('kind' in found) fault ??= found
    else stretches.push(found)
  }
  return { stretches, fault }
}

function stretchOf(
  step: Stretch['step'],
  before: PathStep | undefined,
  after: PathStep | undefined,
  cables: ReadonlyMap<string, CablePlan>,
): Stretch | RouteFault {
  const plan = cables.get(step.cable.id)
  if (plan === undefined) return { kind: 'not-loaded', step: step.index }
  if (before?.kind !== 'structure' || after?.kind !== 'structure') return { kind: 'no-joint', step: step.index }
  const stations = stationsBetween(plan, before.structure, after.structure)
  if (stations === undefined) return { kind: 'not-on-cable', step: step.index }
  const [fromStation, toStation] = stations
  if (fromStation === toStation) return { kind: 'same-place', step: step.index }
  return { step, plan, from: before.structure, to: after.structure, fromStation, toStation }
}

/** A cable that comes back to the place where it began is walked whole. */
function stationsBetween(
  { stationAt, stations }: CablePlan,
  from: Structure,
  to: Structure,
): readonly [number, number] | undefined {
  const [start, end] = [stationAt.get(placeOf(from)), stationAt.get(placeOf(to))]
  if (start === undefined || end === undefined) return undefined
  const last = stations.length - 1
  const tip = stations[last]
  return start === 0 && end === 0 && tip !== undefined && placeOf(tip.structure) === placeOf(from)
    ? [0, last]
    : [start, end]
}

/** Between two structures no cable is needed where they stand at one place: a patch cord from one ODF port to the next. */
function jointOf(step: Extract<PathStep, { kind: 'structure' }>, before: PathStep | undefined): RouteFault | undefined {
  if (before?.kind !== 'structure' || placeOf(before.structure) === placeOf(step.structure)) return undefined
  return { kind: 'no-cable', step: step.index }
}
