import type { Network, Structure } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { geojson } from '../map/geojson.ts'
import { plantLayers } from '../map/layers.ts'
import { originOf } from '../map/origin.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { closureSvg } from './closure-svg.ts'
import { cablesCsv, cablesMarkdown, coresCsv } from './core-tables.ts'
import { plantIndex, type PlantIndex } from './index.ts'
import { lossCsv, lossMarkdown } from './loss-report.ts'
import { sheetSources } from './sheet-sources.ts'
import { portSheetCsv, spliceSheetCsv, spliceSheetMarkdown } from './splice-sheet.ts'

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
    { path: 'plant/cables.csv', sources, content: () => cablesCsv(plant) },
    { path: 'plant/cables.md', sources, content: () => cablesMarkdown(network, plant) },
    { path: 'plant/cores.csv', sources, content: () => coresCsv(plant) },
    ...plantLayers(network, plant).map(
      ({ id, features }): Artifact => ({
        path: `plant/layers/${id}.geojson`,
        sources: id === 'sites' ? everything : sources,
        content: () => geojson(originOf(network, plan), features()),
      }),
    ),
    { path: 'plant/loss.csv', sources, content: () => lossCsv(plant) },
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
    {
      path: `${path}.csv`,
      sources,
      content: () => (kind === 'odf' ? portSheetCsv(index(), structure) : spliceSheetCsv(index(), structure)),
    },
    { path: `${path}.md`, sources, content: () => spliceSheetMarkdown(index(), structure) },
    ...(kind === 'odf' ? [] : [{ path: `${path}.svg`, sources, content: () => closureSvg(index(), structure) }]),
  ]
}
