import type { Cable, FibreRoute, Network, Structure } from '../../model/network.ts'
import { partsOfStep, strandCount } from '../../model/strands.ts'
import { inside, type Place } from '../../source/source.ts'
import { remembered } from '../../source/remembered.ts'
import { anchorOf, cableLines, isLive, type CableLine } from './places.ts'

export interface StructureStep {
  readonly kind: 'structure'
  readonly structure: Structure
  readonly port: number | undefined
  readonly at: Place
}

export interface StrandStep {
  readonly kind: 'strand'
  readonly cable: Cable
  readonly core: number
  readonly at: Place
  /** Spans `from` up to but without `to` of the cable's line; undefined where a neighbour in the path is not on the cable. */
  readonly stretch: { readonly from: number; readonly to: number } | undefined
}

export type Step = StructureStep | StrandStep

export interface Walk {
  readonly route: FibreRoute
  readonly steps: readonly Step[]
  /** No step was left out because what it names could not be loaded. */
  readonly isWhole: boolean
}

/** The declared path of each route that is not retired, step by step. */
export const walks: (network: Network) => readonly Walk[] = remembered(network =>
  [...network.routes.values()]
    .filter(route => isLive(route) && route.declared.path !== undefined)
    .map(route => walkOf(network, route)),
)

/** Every strand that a route goes through, with the route. */
export const strandUses: (network: Network) => readonly StrandUse[] = remembered(network =>
  walks(network).flatMap(({ route, steps }) =>
    steps
      .filter(step => step.kind === 'strand')
      .flatMap(step =>
        numbersFrom(step.core, strandCount(route)).map(core => ({ ...step, route, core, named: step.core })),
      ),
  ),
)

export function numbersFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i)
}

export interface StrandUse extends StrandStep {
  readonly route: FibreRoute
  /** The core that the path names; a two-strand optic lights the next one too. */
  readonly named: number
}

function walkOf(network: Network, route: FibreRoute): Walk {
  const steps = route.declared.path!.map((text, i) => stepOf(network, text, inside(route.origin, 'path', i)))
  const known = steps
    .map((step, i) => (step?.kind === 'strand' ? withStretch(network, step, steps[i - 1], steps[i + 1]) : step))
    .filter(step => step !== undefined)
  return { route, steps: known, isWhole: known.length === steps.length }
}

function stepOf(network: Network, text: string, at: Place): Step | undefined {
  const { name: id, number } = partsOfStep(text)
  const cable = network.cables.get(id)
  if (cable !== undefined && number !== undefined)
    return { kind: 'strand', cable, core: number, at, stretch: undefined }
  const structure = network.structures.get(id)
  return structure && { kind: 'structure', structure, port: number, at }
}

function withStretch(
  network: Network,
  step: StrandStep,
  before: Step | undefined,
  after: Step | undefined,
): StrandStep {
  const line = cableLines(network).get(step.cable.id)
  const [a, b] = [before, after].map(neighbour => positionOf(line, neighbour))
  return {
    ...step,
    stretch: a === undefined || b === undefined ? undefined : { from: Math.min(a, b), to: Math.max(a, b) },
  }
}

function positionOf(line: CableLine | undefined, neighbour: Step | undefined): number | undefined {
  return neighbour?.kind === 'structure' ? line?.position.get(anchorOf(neighbour.structure)) : undefined
}
