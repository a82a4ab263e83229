import type { FibreRoute, Network, Span, Structure } from '../../model/network.ts'
import { remembered } from '../../source/remembered.ts'
import { cableLines } from '../plant/places.ts'
import { walks, type Walk } from '../plant/walks.ts'
import { outsideRadius, type Outside } from './outside.ts'

const walkByRoute: (network: Network) => ReadonlyMap<string, Walk> = remembered(
  network => new Map(walks(network).map(walk => [walk.route.id, walk])),
)

/** The parts of a route's path that stand outside the radius. */
export function outsideOfRoutes(network: Network, route: FibreRoute): Outside[] {
  const outside = outsideRadius(network)
  if (outside.size === 0) return []
  const walk = walkByRoute(network).get(route.id)
  if (walk === undefined) return []
  const keys = new Set(
    walk.steps
      .flatMap(step => (step.kind === 'structure' ? [step.structure] : partsOf(network, step)))
      .map(({ kind, id }) => `${kind}:${id}`),
  )
  return [...keys].map(key => outside.get(key)).filter(found => found !== undefined)
}

/** Spans and structures of the stretch of a cable that the route goes along; of the whole cable where that is not known. */
function partsOf(
  network: Network,
  { cable, stretch }: Extract<Walk['steps'][number], { kind: 'strand' }>,
): (Span | Structure)[] {
  const nodes = cableLines(network).get(cable.id)?.nodes ?? []
  const { from, to } = stretch ?? { from: 0, to: cable.spans.length }
  return [...cable.spans.slice(from, to), ...nodes.slice(from, to + 1)]
}
