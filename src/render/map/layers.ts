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
  /** There are so many that a map shows them only from near. */
  readonly near?: boolean
  /** Drawn once somebody asks for it: it lies over what is looked at first. */
  readonly hidden?: boolean
  readonly features: () => Iterable<Feature>
}

/** The plant with all that stands and hangs, for those who go there. */
export function plantLayers(network: Network, plant: PlantPlan): Layer[] {
  return [
    { id: 'sites', name: 'Situs', features: () => siteFeatures(network) },
    { id: 'structures', name: 'Struktur', near: true, features: () => structureFeatures(network) },
    { id: 'spans', name: 'Bentang', near: true, features: () => spanFeatures(plant) },
    { id: 'cables', name: 'Kabel', features: () => cableFeatures(plant) },
    { id: 'coils', name: 'Gulungan slack', near: true, features: () => coilFeatures(plant) },
    { id: 'routes', name: 'Rute cahaya', features: () => routeFeatures(plant) },
  ]
}

/** All that is known of where things are: kecamatan, what is leased, and the plant. */
export function mapLayers(network: Network, plant: PlantPlan): Layer[] {
  return [
    { id: 'areas', name: 'Kecamatan', features: () => areaFeatures(network) },
    { id: 'radius', name: 'Batas serat milik', features: () => radiusFeature(network) },
    ...plantLayers(network, plant),
    { id: 'circuits', name: 'Sirkuit sewa (garis lurus)', features: () => circuitFeatures(network) },
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
