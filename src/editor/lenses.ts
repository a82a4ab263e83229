import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { locate } from '../source/locate.ts'
import type { Range, Source } from '../source/source.ts'
import { effectOf, outBy, pointsAgainst } from './effects.ts'
import { feeOf } from './fee.ts'
import { editorMessages as messages } from './messages.ts'
import { declared, type Project } from './project.ts'

/** A remark above a line: what hangs on the thing that is declared there, or what it costs. */
interface Lens {
  readonly range: Range
  readonly title: Bilingual
}

const felt = ['structure', 'cable', 'span', 'provider', 'router', 'handoff', 'route'] as const

/** Nothing where the inventory does not load: a remark that may be wrong is worse than none. */
export function lensesIn(project: Project, source: Source): Lens[] {
  const { plan, network, asOf } = project.compilation
  if (plan === undefined || network === undefined) return []
  return declared(project).flatMap(({ thing, kind, id, place }): Lens[] => {
    if (thing.source !== source) return []
    const range = locate(place)
    if (kind === 'site') {
      const points = pointsAgainst(plan, id)
      return points === undefined || points === 0 ? [] : [{ range, title: messages.lensPoints({ points }) }]
    }
    const bought =
      kind === 'circuit' ? network.circuits.get(id) : kind === 'uplink' ? network.uplinks.get(id) : undefined
    if (bought !== undefined) return [{ range, title: feeOf(bought, asOf) }]
    if (!felt.some(one => one === kind) || (kind === 'router' && thing.kind === 'site' && place.path.length <= 1))
      return []
    const row = effectOf(plan, kind, id)
    const sites = row === undefined ? 0 : outBy(row)
    return sites === 0 ? [] : [{ range, title: messages.lensFails({ sites }) }]
  })
}
