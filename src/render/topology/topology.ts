import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { geojson } from '../map/geojson.ts'
import { kml } from '../map/kml.ts'
import { mapLayers, overview } from '../map/layers.ts'
import { originOf } from '../map/origin.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { dot } from './dot.ts'
import { rfc8345 } from './rfc8345.ts'
import { svg } from './svg/svg.ts'

/** The network as programs, maps and drawings want it. */
export function topology(network: Network, plan: Plan): Artifact[] {
  const { sites, routes, circuits, areas, plants, uplinks } = network
  const logical = once(() => sourcesOf([network], sites.values(), routes.values(), circuits.values(), uplinks.values()))
  const ground = once(() =>
    sourcesOf([network], sites.values(), routes.values(), circuits.values(), areas.values(), plants.values()),
  )
  const all = once(() => [...new Set([...logical(), ...ground()])].sort())
  return [
    { path: 'topology/topology.dot', sources: logical, content: () => dot(network, plan) },
    {
      path: 'topology/topology.geojson',
      sources: ground,
      content: () => geojson(originOf(network, plan), overview(network, plan.plant)),
    },
    { path: 'topology/topology.json', sources: all, content: () => rfc8345(network, plan) },
    {
      path: 'topology/topology.kml',
      sources: ground,
      content: () => kml(originOf(network, plan), mapLayers(network, plan.plant)),
    },
    { path: 'topology/topology.svg', sources: ground, content: () => svg(network) },
  ]
}
