import { classRows, type ClassRow } from '../analysis/graph/class-rows.ts'
import { isOut } from '../analysis/graph/state.ts'
import { singlePoints } from '../analysis/failures/single-points.ts'
import type { Kind } from '../model/kind.ts'
import type { Plan } from '../plan/plan.ts'
import { remembered } from '../source/remembered.ts'

/** Above so many sites the failures of every component take longer than somebody who types waits. */
const mostSites = 1000

const rowByName = remembered(
  (plan: Plan): ReadonlyMap<string, ClassRow> =>
    new Map(classRows(plan).flatMap(row => row.components.map(({ name }) => [name, row] as const))),
)

const pointsOf = remembered(singlePoints)

/** What happens when this thing fails alone; undefined for what cannot fail, or where it is not asked. */
export function effectOf(plan: Plan, kind: Kind, id: string): ClassRow | undefined {
  if (plan.network.sites.size > mostSites) return undefined
  const kinds = kind === 'site' ? ['router'] : kind === 'structure' ? ['structure', 'closure', 'building'] : [kind]
  return kinds.flatMap(one => rowByName(plan).get(`${one}:${id}`) ?? [])[0]
}

/** Sites out of service while it lasts. */
export function outBy({ cost: { sites } }: ClassRow): number {
  return Object.entries(sites).reduce(
    (sum, [state, names]) => sum + (state === 'isolated' || state === 'without-internet' ? names.length : 0),
    0,
  )
}

/** Components any one of which takes a site out of service. */
export function pointsAgainst(plan: Plan, site: string): number | undefined {
  if (plan.network.sites.size > mostSites) return undefined
  return (pointsOf(plan).get(site) ?? []).reduce(
    (sum, { failed, state }) => sum + (isOut(state) ? failed.components.length : 0),
    0,
  )
}
