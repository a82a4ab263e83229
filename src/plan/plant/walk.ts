import { itemAt, entryOf } from '../../text/item-at.ts'
import type { FibreRoute, Network } from '../../model/network.ts'
import { litFrom } from '../../model/strands.ts'
import { chooseWays } from './choose-ways.ts'
import type { CablePlan } from './cable-plan.ts'
import type { PathStep, RouteFault } from './plant-plan.ts'
import { stretchesOf, type Path, type Stretch } from './steps.ts'
import { spansOf, waysOf, type Way } from './ways.ts'

/** A declared path on the ground: the one walk that lengths, losses, sheets, shared risk and rules all go by. */
export interface Walk {
  readonly route: FibreRoute
  readonly steps: readonly PathStep[]
  readonly walked: readonly Walked[]
  /** The first fault along the path. */
  readonly fault: RouteFault | undefined
}

/** A stretch, and the way that it runs. */
export interface Walked {
  readonly stretch: Stretch
  readonly way: Way
}

/** Walks all routes together, by id, since one route may say which way another can run. */
export function walkRoutes(
  network: Network,
  paths: ReadonlyMap<string, Path>,
  cables: ReadonlyMap<string, CablePlan>,
): ReadonlyMap<string, Walk> {
  const laid = [...network.routes.values()].map(route => {
    const { steps, lost } = entryOf(paths, route.id)
    return { route, steps, lost, ...stretchesOf(steps, cables) }
  })
  const claims = laid.flatMap(({ route, stretches }) =>
    stretches.map(stretch => ({
      stretch,
      cores: litFrom(route, itemAt(stretch.steps, 0).core),
      live: route.declared.status !== 'retired',
    })),
  )
  const ways = chooseWays(claims, network.splices)
  return new Map(
    laid.map(({ route, steps, lost, stretches, fault: apart }) => {
      const found = stretches.map(stretch => walkedOf(stretch, ways.get(stretch) ?? []))
      const walked = found.filter(isWalked)
      const faults = [lost ?? [], apart ?? [], found.flatMap(one => (isWalked(one) ? [] : [one]))].flat()
      return [route.id, { route, steps, walked, fault: faults.toSorted((a, b) => a.step - b.step)[0] }]
    }),
  )
}

function isWalked(found: Walked | RouteFault): found is Walked {
  return !('kind' in found)
}

function walkedOf(stretch: Stretch, ways: readonly Way[]): Walked | RouteFault {
  const { steps, plan, via } = stretch
  const step = itemAt(steps, 0).index
  const [way] = ways
  if (ways.length > 1) return { kind: 'ambiguous', step, ways: ways.map(each => spansOf(plan, each)) }
  if (way !== undefined) return { stretch, way }
  const waypoint = via[0]
  const isLost = waypoint !== undefined && waysOf({ ...stretch, via: [] }).length > 0
  if (!isLost) return { kind: 'same-place', step }
  return {
    kind: 'not-on-the-way',
    step: waypoint.index,
    waypoint: waypoint.kind === 'span' ? waypoint.span : waypoint.structure,
  }
}
