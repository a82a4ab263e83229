import type { FibreRoute, Network, Span, Structure } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { PathStep, PlantPlan, RoutePlan } from '../../plan/plant/plant-plan.ts'
import { spansOfHop, stationsOfHop } from '../../plan/plant/shared-risk.ts'
import { isLive } from '../live.ts'
import { outsideRadius, type Outside } from './outside.ts'

/** The parts of a route's path that stand outside the radius. */
export function outsideOfRoutes(network: Network, route: FibreRoute): Outside[] {
  const outside = outsideRadius(network)
  const plant = planPlant(network)
  const plan = plant.routes.get(route.id)
  if (outside.size === 0 || plan === undefined || !isLive(route)) return []
  const keys = new Set(plan.steps.flatMap(step => partsOf(plant, plan, step)).map(({ kind, id }) => `${kind}:${id}`))
  return [...keys].map(key => outside.get(key)).filter(found => found !== undefined)
}

/**
 * Spans and structures of the stretch of a cable that the route goes along; of the whole cable where that is not known.
 */
function partsOf({ cables }: PlantPlan, { hops }: RoutePlan, step: PathStep): readonly (Span | Structure)[] {
  if (step.kind === 'structure') return [step.structure]
  if (step.kind === 'span') return [step.span]
  const hop = hops.find(each => each.step <= step.index && step.index <= each.lastStep)
  const whole = cables.get(step.cable.id)
  const [spans, stations] = hop === undefined ? [whole?.spans, whole?.stations] : [spansOfHop(hop), stationsOfHop(hop)]
  return [...(spans ?? []).map(({ plan }) => plan.span), ...(stations ?? []).map(({ structure }) => structure)]
}
