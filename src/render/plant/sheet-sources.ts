import type { Structure } from '../../model/network.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { sourcesOf } from '../sources-of.ts'
import type { PlantIndex } from './index.ts'

/**
 * Files that the sheet of one closure or ODF was made from: its own, and those of the cables, splices and routes that
 * meet there.
 */
export function sheetSources({ network, cablesAt, splicesOf, portsOf }: PlantIndex, structure: Structure): string[] {
  const cables = (cablesAt.get(placeOf(structure)) ?? []).map(({ plan }) => plan)
  const ports = (portsOf.get(structure.id) ?? []).map(({ route }) => route.route)
  const lit = new Set(cables.flatMap(({ cores }) => cores.flatMap(({ routes }) => routes)))
  return sourcesOf(
    [network, structure],
    splicesOf.get(structure.id) ?? [],
    ports,
    [...lit].flatMap(id => network.routes.get(id) ?? []),
    cables.flatMap(({ cable, spans }) => [cable, ...spans.map(({ plan }) => plan.span)]),
  )
}
