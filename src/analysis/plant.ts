import type { Network } from '../model/network.ts'
import { planPlant } from '../plan/plant/plan-plant.ts'
import type { PlantPlan } from '../plan/plant/plant-plan.ts'

const known = new WeakMap<Network, PlantPlan>()

/** The plant of a network, planned once. */
export function plantOf(network: Network): PlantPlan {
  const found = known.get(network)
  if (found !== undefined) return found
  const made = planPlant(network)
  known.set(network, made)
  return made
}
