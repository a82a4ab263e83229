import { plantOf } from '../../analysis/plant.ts'
import type { Network } from '../../model/network.ts'
import type { LightPlan, RoutePlan } from '../../plan/plant/plant-plan.ts'

export interface LitRoute {
  readonly plan: RoutePlan
  readonly light: LightPlan
}

/** Routes with optics that are known and a path that holds together; what is retired carries no light. */
export function litRoutes(network: Network): LitRoute[] {
  return [...plantOf(network).routes.values()].flatMap((plan): LitRoute[] =>
    plan.light === undefined || plan.broken !== undefined || plan.route.declared.status === 'retired' ? [] : [{ plan, light: plan.light }])
}
