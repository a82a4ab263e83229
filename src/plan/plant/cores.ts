import type { Cable, Network } from '../../model/network.ts'
import type { CorePlan } from './cable-plan.ts'
import { litFrom } from '../../model/strands.ts'
import type { Path } from './steps.ts'

interface CoreUse {
  readonly route: string
  readonly active: boolean
}

type CoreUses = ReadonlyMap<string, ReadonlyMap<number, readonly CoreUse[]>>

/** Who uses which core, by cable. Routes that are retired use none. */
export function coreUsesOf({ routes }: Network, paths: ReadonlyMap<string, Path>): CoreUses {
  const uses = new Map<string, Map<number, CoreUse[]>>()
  for (const route of routes.values()) {
    if (route.declared.status === 'retired') continue
    for (const step of paths.get(route.id)?.steps ?? []) {
      if (step.kind !== 'strand') continue
      const ofCable = uses.get(step.cable.id) ?? new Map<number, CoreUse[]>()
      uses.set(step.cable.id, ofCable)
      for (const core of litFrom(route, step.core))
        ofCable.set(core, [...(ofCable.get(core) ?? []), { route: route.id, active: route.active }])
    }
  }
  return uses
}

/**
 * Cores of a cable by number: what is written down as faulty or dead stays so; what an active route uses is lit; what a
 * planned one will use is reserved.
 */
export function coresOf({ id, type, declared }: Cable, uses: CoreUses): CorePlan[] {
  const written = new Map(declared.cores.map(entry => [entry.core, entry]))
  const used = uses.get(id)
  return Array.from({ length: type.declared.cores }, (_, i): CorePlan => {
    const core = i + 1
    const here = used?.get(core) ?? []
    const marked = written.get(core)
    const bad = marked?.state === 'faulty' || marked?.state === 'dead'
    const state = bad
      ? marked.state
      : here.some(({ active }) => active)
        ? 'lit'
        : here.length > 0
          ? 'reserved'
          : (marked?.state ?? 'free')
    return { core, state, routes: [...new Set(here.map(({ route }) => route))].sort(), note: marked?.note }
  })
}
