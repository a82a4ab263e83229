import type { Network } from '../../model/network.ts'
import { remembered } from '../../source/remembered.ts'
import { planCable } from './cables.ts'
import { coresOf, coreUsesOf } from './cores.ts'
import type { PlantPlan } from './plant-plan.ts'
import { planRoute, spliceKey } from './routes.ts'
import { planSpan } from './spans.ts'

/** Lengths, losses and cores of the whole plant. Linear in what is declared, and done once for a network. */
export const planPlant = remembered(makePlant)

function makePlant(network: Network): PlantPlan {
  const spans = new Map([...network.spans.values()].map(span => [span.id, planSpan(span)]))
  const slacksOfCable = Map.groupBy(network.slacks.values(), ({ cable }) => cable.id)
  const uses = coreUsesOf(network)
  const cables = new Map(
    [...network.cables.values()].map(cable => [
      cable.id,
      planCable(cable, { network, spans, slacks: slacksOfCable.get(cable.id) ?? [], cores: coresOf(cable, uses) }),
    ]),
  )
  const splices = new Map(
    network.splices.map(splice => [spliceKey(splice.closure.id, splice.declared.a, splice.declared.b), splice]),
  )
  const routes = new Map(
    [...network.routes.values()].map(route => [route.id, planRoute(route, { network, cables, splices })]),
  )
  return { spans, cables, routes }
}
