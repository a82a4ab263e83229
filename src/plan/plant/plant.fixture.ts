import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { load } from '../../load/load.ts'
import type { Network } from '../../model/network.ts'
import type { Source } from '../../source/source.ts'
import { contoh, testPlatforms } from '../../testing/contoh.ts'
import { planPlant } from './plan-plant.ts'
import type { PlantPlan } from './plant-plan.ts'

export interface Planned {
  readonly network: Network
  readonly plant: PlantPlan
}

/** The smallest inventory with this plant and these routes in place of its own fibre. */
export function plannedWith(plant: string, routes: string): Planned {
  return plannedOf(sourcesWith(plant, routes))
}

/** What loading has to say of it. */
export function diagnosedWith(plant: string, routes: string): readonly Diagnostic[] {
  return load(sourcesWith(plant, routes), testPlatforms).diagnostics
}

export function sourcesWith(plant: string, routes: string): Source[] {
  const kept = contoh().filter(({ path }) => !path.startsWith('plant/') && path !== 'routes/ring.yaml')
  return [...kept, { path: 'plant/uji.yaml', text: plant }, { path: 'routes/uji.yaml', text: routes }]
}

export function plannedOf(sources: readonly Source[]): Planned {
  const { value: network, diagnostics } = load(sources, testPlatforms)
  if (network === undefined || diagnostics.length > 0)
    throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return { network, plant: planPlant(network) }
}
