import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Waiver } from '../../model/network.ts'
import { findingIds } from '../../render/page/finding-ids.ts'
import { coveringWaivers } from '../../rules/waivers.ts'
import { remembered } from '../../source/remembered.ts'
import { isLoaded, type Unloaded, type World } from '../world/world.ts'

/** A finding with an address that stays while it says the same of the same thing. */
export interface Finding {
  readonly id: string
  readonly diagnostic: Diagnostic
  /** The waiver that accepts it. */
  readonly waiver: Waiver | undefined
}

/** Open findings as `check` sorts them, then the accepted ones. */
export const findingsOf: (world: World | Unloaded) => readonly Finding[] = remembered(world => {
  const { diagnostics, waived, asOf } = world.compilation
  const all = [...diagnostics, ...waived]
  const ids = findingIds(all)
  return all.map((diagnostic, i): Finding => {
    const accepted = i >= diagnostics.length && isLoaded(world)
    return {
      id: ids[i] ?? diagnostic.code,
      diagnostic,
      waiver: accepted ? coveringWaivers(world.network, diagnostic, asOf)[0] : undefined,
    }
  })
})

export function isOpen(world: World | Unloaded, { diagnostic }: Finding): boolean {
  return openIn(world.compilation).has(diagnostic)
}

const openIn = remembered(({ diagnostics }: World['compilation']) => new Set(diagnostics))

/** Those that are about a thing. */
export function findingsAbout(world: World, key: string): readonly Finding[] {
  return byThing(world).get(key) ?? []
}

const byThing: (world: World) => ReadonlyMap<string, readonly Finding[]> = remembered(world => {
  const map = new Map<string, Finding[]>()
  for (const finding of findingsOf(world))
    for (const name of finding.diagnostic.about ?? []) {
      const list = map.get(name)
      if (list === undefined) map.set(name, [finding])
      else list.push(finding)
    }
  return map
})
