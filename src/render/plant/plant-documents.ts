import type { Network, Structure } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { geojson } from '../map/geojson.ts'
import { plantLayers } from '../map/layers.ts'
import { originOf } from '../map/origin.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { csvArtifact } from '../tables/artifacts.ts'
import { closureSvg } from './closure-svg.ts'
import { cablesMarkdown, cablesTable, coresTable } from './core-tables.ts'
import { plantIndex, type PlantIndex } from './index.ts'
import { lossMarkdown, lossTable } from './loss-report.ts'
import { sheetSources } from './sheet-sources.ts'
import { portTable, spliceSheetMarkdown, spliceTable } from './splice-sheet.ts'

/** The plant for those who splice it, measure it and look for it on a map. */
export function plantDocuments(network: Network, plan: Pick<Plan, 'plant' | 'asOf'>): Artifact[] {
  const { plant } = plan
  const index = once(() => plantIndex(network, plant))
  const sources = once(() => sourcesOf([network], network.plants.values(), network.routes.values()))
  const everything = once(() =>
    sourcesOf([network], network.plants.values(), network.routes.values(), network.sites.values()),
  )
  const sheets = [...network.structures.values()].filter(
    ({ declared: { kind } }) => kind === 'closure' || kind === 'odf',
  )
  return [
    csvArtifact('plant/cables.csv', sources, () => cablesTable(plant)),
    { path: 'plant/cables.md', sources, content: () => cablesMarkdown(network, plant) },
    csvArtifact('plant/cores.csv', sources, () => coresTable(plant)),
    ...plantLayers(network, plant).map(
      ({ id, features }): Artifact => ({
        path: `plant/layers/${id}.geojson`,
        sources: id === 'sites' ? everything : sources,
        content: () => geojson(originOf(network, plan), features()),
      }),
    ),
    csvArtifact('plant/loss.csv', sources, () => lossTable(plant)),
    { path: 'plant/loss.md', sources, content: () => lossMarkdown(network, plant) },
    ...sheets.flatMap(structure => sheetArtifacts(structure, index)),
  ]
}

function sheetArtifacts(structure: Structure, index: () => PlantIndex): Artifact[] {
  const {
    id,
    declared: { kind },
  } = structure
  const path = `plant/splices/${id}`
  const sources = once(() => sheetSources(index(), structure))
  return [
    kind === 'odf'
      ? csvArtifact(`${path}.csv`, sources, () => portTable(index(), structure))
      : csvArtifact(`${path}.csv`, sources, () => spliceTable(index(), structure)),
    { path: `${path}.md`, sources, content: () => spliceSheetMarkdown(index(), structure) },
    ...(kind === 'odf' ? [] : [{ path: `${path}.svg`, sources, content: () => closureSvg(index(), structure) }]),
  ]
}
