import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Declaration } from '../edit/things.ts'
import type { Plan } from '../plan/plan.ts'
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
  const here = declared(project).filter(({ thing }) => thing.source === source)
  // A range of poles or spans is many things at one place.
  const byPlace = Map.groupBy(here, ({ place }) => place.path.join('\n'))
  return [...byPlace.values()].flatMap((things): Lens[] => {
    const [first] = things
    if (first === undefined) return []
    const { kind, id, place } = first
    const range = locate(place)
    if (kind === 'site') {
      const points = pointsAgainst(plan, id)
      return points === undefined || points === 0 ? [] : [{ range, title: messages.lensPoints({ points }) }]
    }
    const bought =
      kind === 'circuit' ? network.circuits.get(id) : kind === 'uplink' ? network.uplinks.get(id) : undefined
    if (bought !== undefined) return [{ range, title: feeOf(bought, asOf) }]
    const outs = things.flatMap(thing => sitesOut(plan, thing))
    const sites = Math.max(0, ...outs)
    if (sites === 0) return []
    return [{ range, title: outs.length === 1 ? messages.lensFails({ sites }) : messages.lensFailsOne({ sites }) }]
  })
}

/** How many sites are out of service while this thing fails; nothing of what cannot fail. */
function sitesOut(plan: Plan, { kind, id }: Declaration): number[] {
  const row = felt.some(one => one === kind) ? effectOf(plan, kind, id) : undefined
  return row === undefined ? [] : [outBy(row)]
}
