import { classRows, type ClassRow } from '../../analysis/graph/class-rows.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { csvArtifact } from '../tables/artifacts.ts'
import { resilienceMarkdown, tooLargeMarkdown } from './markdown.ts'
import { classColumns, pointColumns, pointRows, spareColumns, spareRows } from './rows.ts'

/**
 * Above this many sites a build only says how to ask: all failures of a network of 10,000 sites take longer than all
 * else of its build.
 */
export const mostSites = 1000

/** What fails with what: every failure of one component, single points of failure, spare cores. */
export function resilienceDocuments(network: Network, plan: Plan): Artifact[] {
  const sources = once(() =>
    sourcesOf(
      [network],
      network.sites.values(),
      network.routes.values(),
      network.plants.values(),
      network.circuits.values(),
      network.uplinks.values(),
      network.providers.values(),
    ),
  )
  const spares = csvArtifact('resilience/spare-cores.csv', sources, () => ({
    columns: spareColumns,
    rows: spareRows(network),
  }))
  if (network.sites.size > mostSites)
    return [{ path: 'resilience/resilience.md', sources, content: () => tooLargeMarkdown(network, mostSites) }, spares]
  const rows = once((): readonly ClassRow[] => classRows(plan))
  const points = once(() => pointRows(plan))
  return [
    csvArtifact('resilience/n-1.csv', sources, () => ({ columns: classColumns, rows: rows() })),
    {
      path: 'resilience/resilience.md',
      sources,
      content: () => resilienceMarkdown(network, { rows: rows(), points: points(), spares: spareRows(network) }),
    },
    csvArtifact('resilience/single-points.csv', sources, () => ({ columns: pointColumns, rows: points() })),
    spares,
  ]
}
