import type { Network } from '../../../model/network.ts'
import type { Point } from '../../../model/scalars.ts'
import { partsOfStep } from '../../../model/strands.ts'
import { lineOf } from '../../../plan/plant/lines.ts'
import { planPlant } from '../../../plan/plant/plan-plant.ts'

/** Above this many sites the map is a summary: no names, no single spans. */
const mostNamed = 1000

/** Above this many, names stand only where there is room. */
const mostRoomy = 200

/** What the panels draw, gathered once. */
export interface Atlas {
  readonly named: boolean
  /** Labels stand only where they find room at once. */
  readonly crowded: boolean
  /** Spans that carry no cable yet. */
  readonly spans: readonly (readonly Point[])[]
  /** Cables that an active route uses. */
  readonly lit: readonly (readonly Point[])[]
  readonly dark: readonly (readonly Point[])[]
  readonly poles: readonly Point[]
  readonly closures: readonly Point[]
  /** Sites whose router has an active link over owned fibre. */
  readonly onFibre: ReadonlySet<string>
}

export function atlasOf(network: Network): Atlas {
  const named = network.sites.size <= mostNamed
  const used = usedCables(network)
  const lit: (readonly Point[])[] = []
  const dark: (readonly Point[])[] = []
  for (const plan of planPlant(network).cables.values()) {
    if (plan.cable.declared.status === 'retired') continue
    const shown = used.has(plan.cable.id) ? lit : dark
    shown.push(lineOf(plan))
  }
  return {
    named,
    crowded: network.sites.size > mostRoomy,
    lit,
    dark,
    spans: named ? spanLines(network) : [],
    poles: named ? pointsOf(network, 'pole') : [],
    closures: named ? pointsOf(network, 'closure') : [],
    onFibre: sitesOnFibre(network),
  }
}

function spanLines(network: Network): (readonly Point[])[] {
  const bare = [...planPlant(network).spans.values()].filter(
    ({ span }) => span.declared.status !== 'retired' && (network.index.cablesOfSpan.get(span.id) ?? []).length === 0,
  )
  return bare.map(({ line }) => line)
}

function usedCables({ routes }: Network): Set<string> {
  const used = new Set<string>()
  for (const { active, declared } of routes.values())
    if (active) for (const step of declared.path ?? []) used.add(partsOfStep(step).name)
  return used
}

function pointsOf({ structures }: Network, kind: 'pole' | 'closure'): Point[] {
  return [...structures.values()].filter(({ declared }) => declared.kind === kind).map(({ point }) => point)
}

/** The hub, and every site whose router an active route reaches. */
function sitesOnFibre({ routes, hub }: Network): Set<string> {
  const ids = new Set([hub.id])
  for (const { active, a, b } of routes.values()) if (active) for (const { router } of [a, b]) ids.add(router.siteId)
  return ids
}
