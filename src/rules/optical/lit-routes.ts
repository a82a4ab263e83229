import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { FibreRoute, Network } from '../../model/network.ts'
import type { LightPlan } from '../../plan/plant/light-plan.ts'
import type { RoutePlan } from '../../plan/plant/plant-plan.ts'
import { isCableOff } from '../geo/off-points.ts'
import { outsideOfRoutes } from '../geo/route-parts.ts'

interface LitRoute {
  readonly plan: RoutePlan
  readonly light: LightPlan
}

/**
 * Routes with optics that are known and mate, and a path that holds together inside the radius: what else would be said
 * of their light follows from the finding that they have. What is retired carries no light.
 */
export function litRoutes(network: Network): LitRoute[] {
  return [...planPlant(network).routes.values()].flatMap((plan): LitRoute[] =>
    plan.light === undefined ||
    plan.broken !== undefined ||
    plan.route.declared.status === 'retired' ||
    !areMates(plan.route) ||
    outsideOfRoutes(network, plan.route).length > 0 ||
    plan.hops.some(({ cable }) => isCableOff(network, cable.cable))
      ? []
      : [{ plan, light: plan.light }],
  )
}

function areMates({ a, declared: { b } }: FibreRoute): boolean {
  return a.optic?.mate === b.optic
}
