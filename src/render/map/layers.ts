import type { Network } from '../../model/network.ts'
import type { PlantPlan } from '../../plan/plant/plant-plan.ts'
import type { Feature } from './feature.ts'
import {
  areaFeatures,
  cableFeatures,
  circuitFeatures,
  coilFeatures,
  radiusFeature,
  routeFeatures,
  siteFeatures,
  spanFeatures,
  structureFeatures,
} from './features.ts'

export interface Layer {
  readonly id: string
  readonly name: string
  readonly features: () => Iterable<Feature>
}

/** The plant with all that stands and hangs, for those who go there. */
export function plantLayers(network: Network, plant: PlantPlan): Layer[] {
  return [
    { id: 'sites', name: 'Situs', features: () => siteFeatures(network) },
    { id: 'structures', name: 'Struktur', features: () => structureFeatures(network) },
    { id: 'spans', name: 'Bentang', features: () => spanFeatures(plant) },
    { id: 'cables', name: 'Kabel', features: () => cableFeatures(plant) },
    { id: 'coils', name: 'Gulungan slack', features: () => coilFeatures(plant) },
    { id: 'routes', name: 'Rute cahaya', features: () => routeFeatures(plant) },
  ]
}

/** The network at a glance; its poles and spans are layers of their own. */
export function* overview(network: Network, plant: PlantPlan): Generator<Feature> {
  yield* areaFeatures(network)
  yield* radiusFeature(network)
  yield* cableFeatures(plant)
  yield* routeFeatures(plant)
  yield* circuitFeatures(network)
  yield* siteFeatures(network)
}
