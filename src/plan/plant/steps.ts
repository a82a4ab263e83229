import { itemAt } from '../../text/item-at.ts'
import type { FibreRoute, Network } from '../../model/network.ts'
import { partsOfStep } from '../../model/strands.ts'
import { placeOf } from './place.ts'
import type { CablePlan } from './cable-plan.ts'
import type { PathStep, RouteFault, StrandStep, StructureStep, Waypoint } from './plant-plan.ts'

/**
 * One core of one cable, uncut from the structure at which the light enters it to the one at which the light leaves it.
 */
export interface Stretch {
  /** Its steps of the path: the core is named again behind each waypoint. */
  readonly steps: readonly StrandStep[]
  readonly via: readonly Waypoint[]
  readonly plan: CablePlan
  readonly from: StructureStep
  readonly to: StructureStep
}

/** A declared path as it is written, before anybody asks whether it can be walked. */
export interface Path {
  readonly steps: readonly PathStep[]
  /** The first step that names nothing which could be loaded; such steps are left out. */
  readonly lost: RouteFault | undefined
}

export function pathOf({ structures, cables, spans }: Network, { declared }: FibreRoute): Path {
  let lost: RouteFault | undefined
  const steps = (declared.path ?? []).flatMap((text, index): PathStep[] => {
    const { name, number } = partsOfStep(text)
    const cable = cables.get(name)
    if (cable !== undefined && number !== undefined) return [{ kind: 'strand', index, cable, core: number }]
    const structure = structures.get(name)
    if (structure !== undefined) return [{ kind: 'structure', index, structure, port: number }]
    const span = number === undefined ? spans.get(name) : undefined
    if (span !== undefined) return [{ kind: 'span', index, span }]
    lost ??= { kind: 'not-loaded', step: index }
    return []
  })
  return { steps, lost }
}

/** The stretches of cable that a path goes over, in order, as far as it fits together, and where it first does not. */
export function stretchesOf(
  steps: readonly PathStep[],
  cables: ReadonlyMap<string, CablePlan>,
): { readonly stretches: readonly Stretch[]; readonly fault: RouteFault | undefined } {
  const stretches: Stretch[] = []
  let fault: RouteFault | undefined
  for (let i = 0; i < steps.length; i++) {
    const step = itemAt(steps, i)
    if (step.kind !== 'strand') {
      fault ??= jointFault(step, steps[i - 1])
      continue
    }
    const last = lastOfCore(step, steps, i)
    const found = stretchOf(step, steps.slice(i, last + 1), [steps[i - 1], steps[last + 1]], cables)
    if ('kind' in found) fault ??= found
    else stretches.push(found)
    i = last
  }
  return { stretches, fault }
}

/** Index of the step at which this core is left: where it is named again behind a waypoint, light goes on in it. */
function lastOfCore(strand: StrandStep, steps: readonly PathStep[], first: number): number {
  let last = first
  for (;;) {
    const [between, next] = [steps[last + 1], steps[last + 2]]
    const goesOn = next?.kind === 'strand' && next.cable.id === strand.cable.id && next.core === strand.core
    if (!goesOn || !isWaypoint(between)) return last
    last += 2
  }
}

function isWaypoint(step: PathStep | undefined): step is Waypoint {
  return step?.kind === 'span' || (step?.kind === 'structure' && step.port === undefined)
}

function stretchOf(
  first: StrandStep,
  core: readonly PathStep[],
  [from, to]: readonly [PathStep | undefined, PathStep | undefined],
  cables: ReadonlyMap<string, CablePlan>,
): Stretch | RouteFault {
  const plan = cables.get(first.cable.id)
  if (plan === undefined) return { kind: 'not-loaded', step: first.index }
  if (from?.kind !== 'structure' || to?.kind !== 'structure') return { kind: 'no-joint', step: first.index }
  const absent = [from, to].find(({ structure }) => !plan.stationsAt.has(placeOf(structure)))
  if (absent !== undefined) return { kind: 'not-on-cable', step: first.index, structure: absent.structure }
  return { steps: core.filter(step => step.kind === 'strand'), via: core.filter(isWaypoint), plan, from, to }
}

/**
 * Between two structures no cable is needed where they stand at one place: a patch cord from one ODF port to the next.
 */
function jointFault(step: Waypoint, before: PathStep | undefined): RouteFault | undefined {
  if (before === undefined || before.kind === 'strand')
    return step.kind === 'span' ? { kind: 'no-joint', step: step.index } : undefined
  if (step.kind === 'structure' && before.kind === 'structure' && placeOf(before.structure) === placeOf(step.structure))
    return undefined
  return { kind: 'no-cable', step: step.index }
}
