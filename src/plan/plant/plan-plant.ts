import type { Network } from '../../model/network.ts'
import { remembered } from '../../source/remembered.ts'
import { planCable } from './cables.ts'
import { coresOf, coreUsesOf } from './cores.ts'
import type { PlantPlan } from './plant-plan.ts'
import { planRoute } from './routes.ts'
import { planSpan } from './spans.ts'
import { spliceTable } from './splices-met.ts'
import { pathOf } from './steps.ts'
import { walkRoutes } from './walk.ts'

/** Lengths, losses and cores of the whole plant. Linear in what is declared, and done once for a network. */
export const planPlant = remembered(makePlant)

function makePlant(network: Network): PlantPlan {
  const spans = new Map([...network.spans.values()].map(span => [span.id, planSpan(span)]))
  const slacksOfCable = Map.groupBy(network.slacks.values(), ({ cable }) => cable.id)
  const paths = new Map([...network.routes.values()].map(route => [route.id, pathOf(network, route)]))
  const uses = coreUsesOf(network, paths)
  const cables = new Map(
    [...network.cables.values()].map(cable => [
      cable.id,
      planCable(cable, { network, spans, slacks: slacksOfCable.get(cable.id) ?? [], cores: coresOf(cable, uses) }),
    ]),
  )
  const splices = spliceTable(network.splices)
  const walks = walkRoutes(network, paths, cables)
  const routes = new Map(
    [...walks.values()].map(walk => [
      walk.route.id,
      planRoute(walk, { splices, designMarginDb: network.declared.policy.designMarginDb }),
    ]),
  )
  return { spans, cables, routes }
}
