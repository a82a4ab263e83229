import type { Cable, FibreRoute, Network } from '../../model/network.ts'
import { channelNm, isPassive } from '../../model/passives.ts'
import { litFrom } from '../../model/strands.ts'
import { remembered } from '../../source/remembered.ts'
import { planPlant } from './plan-plant.ts'
import type { Hop, PathStep, RoutePlan, StructureStep } from './plant-plan.ts'

/** A core that a route lights, at a step of its path. */
export interface StrandUse {
  readonly route: FibreRoute
  readonly cable: Cable
  readonly core: number
  /** The core that the path names; a two-strand optic lights the next one too. */
  readonly named: number
  /** Index in the declared path. */
  readonly step: number
  /**
   * Multiplexer or splitter behind which several routes share a core, each by its own port; undefined where none is
   * passed.
   */
  readonly shared: { readonly by: string; readonly port: number } | undefined
  /** Where it runs; undefined where the path cannot be walked there. */
  readonly hop: Hop | undefined
}

/**
 * Every core under a route that is not retired, in the order of routes and of their paths; once each, however many
 * waypoints it passes.
 */
export const strandUses: (network: Network) => readonly StrandUse[] = remembered(network =>
  [...planPlant(network).routes.values()].filter(({ route }) => route.declared.status !== 'retired').flatMap(usesOf),
)

function usesOf({ route, steps, hops }: RoutePlan): StrandUse[] {
  const hopOfStep = new Map(hops.map(hop => [hop.step, hop]))
  const again = new Set(hops.flatMap(({ step, lastStep }) => stepsBehind(step, lastStep)))
  const devices = devicesOn(steps)
  return steps.flatMap(step =>
    step.kind !== 'strand' || again.has(step.index)
      ? []
      : litFrom(route, step.core).map(core => ({
          route,
          cable: step.cable,
          core,
          named: step.core,
          step: step.index,
          shared: sharedAt(devices, step.index),
          hop: hopOfStep.get(step.index),
        })),
  )
}

/** Steps at which a core is named again behind a waypoint. */
function stepsBehind(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, i) => first + 1 + i)
}

type Device = StructureStep & { readonly port: number }

function devicesOn(steps: readonly PathStep[]): Device[] {
  return steps.flatMap(step =>
    step.kind === 'structure' && step.port !== undefined && isPassive(step.structure.declared)
      ? [{ ...step, port: step.port }]
      : [],
  )
}

/**
 * Between two multiplexers light has its channel, and before or behind a splitter its branch: the wavelength, or the
 * output. A multiplexer that is passed a second time takes the channel out again.
 */
function sharedAt(devices: readonly Device[], index: number): StrandUse['shared'] {
  const before = devices.filter(({ structure, index: at }) => at < index && structure.declared.kind === 'multiplexer')
  const mux = before.at(-1)
  if (before.length % 2 === 1 && mux !== undefined)
    return { by: 'nm', port: channelNm(mux.structure.declared, mux.port) ?? mux.port }
  const splitter = devices.find(({ structure }) => structure.declared.kind === 'splitter')
  return splitter && { by: splitter.structure.id, port: splitter.port }
}
