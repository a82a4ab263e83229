import type { Network } from '../../../model/network.ts'
import type { Point } from '../../../model/scalars.ts'
import { cablePath, spanLine, structureAt } from '../geography.ts'

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
  for (const cable of network.cables.values()) {
    if (cable.declared.status === 'retired') continue
    const { lines } = cablePath(network, cable)
    ;(used.has(cable.id) ? lit : dark).push(...lines)
  }
  return {
    named, crowded: network.sites.size > mostRoomy, lit, dark,
    spans: named ? spanLines(network) : [],
    poles: named ? pointsOf(network, 'pole') : [],
    closures: named ? pointsOf(network, 'closure') : [],
    onFibre: sitesOnFibre(network),
  }
}

function spanLines(network: Network): (readonly Point[])[] {
  return [...network.spans.values()].flatMap(span => {
    const line = spanLine(network, span)
    return line === undefined || span.declared.status === 'retired' || (network.index.cablesOfSpan.get(span.id) ?? []).length > 0 ? [] : [line]
  })
}

function usedCables({ routes }: Network): Set<string> {
  const used = new Set<string>()
  for (const { active, declared } of routes.values()) if (active) for (const step of declared.path ?? []) used.add(step.split('/')[0] ?? '')
  return used
}

function pointsOf(network: Network, kind: 'pole' | 'closure'): Point[] {
  return [...network.structures.values()].flatMap(structure => {
    const at = structure.declared.kind === kind ? structureAt(network, structure) : undefined
    return at === undefined ? [] : [at]
  })
}

/** The hub, and every site whose router an active route reaches. */
function sitesOnFibre({ routes, hub }: Network): Set<string> {
  const ids = new Set([hub.id])
  for (const { active, a, b } of routes.values()) if (active) for (const { router } of [a, b]) ids.add(router.siteId)
  return ids
}
