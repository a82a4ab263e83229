import type { Analysis } from '../analysis/analysis.ts'
import { changesWithout } from '../analysis/failures/n-minus.ts'
import { isOut, isWorse } from '../analysis/graph/state.ts'
import type { FibreRoute, Site } from '../model/network.ts'
import { itemAt } from '../text/item-at.ts'

interface Unit {
  readonly routes: readonly FibreRoute[]
}

/**
 * What a minute costs, the gravest first: agencies that serve citizens and are out, all that are out, sites on their
 * backup, then agencies that serve citizens and all whose way goes over what is not spliced yet: they stand on one way.
 */
type Cost = readonly number[]

interface Branch {
  readonly done: ReadonlySet<number>
  readonly order: readonly number[]
  readonly cost: Cost
  readonly minutes: number
}

/**
 * Up to so many units every order is weighed; of more, each next unit is the one after which least is left to suffer.
 */
const everyOrderOf = 8

/**
 * The order that costs least, by the first of the costs in which two orders differ; of equal ones that of the core
 * numbers.
 */
export function bestOrder<U extends Unit>(
  analysis: Analysis,
  units: readonly U[],
  minutesOf: (unit: U) => number,
): readonly U[] {
  const known = new Map<string, Cost>()
  const perMinute = (done: ReadonlySet<number>): Cost => {
    const key = [...done].sort((a, b) => a - b).join()
    const left = units.filter((_, i) => !done.has(i))
    const cost = known.get(key) ?? costOf(analysis, left)
    known.set(key, cost)
    return cost
  }
  const wholeMinutes = units.reduce((sum, unit) => sum + minutesOf(unit), 0)
  /** What it costs where nothing more comes back. */
  const bound = ({ done, cost, minutes }: Branch): Cost => plus(cost, perMinute(done), wholeMinutes - minutes)
  let branches: readonly Branch[] = [{ done: new Set(), order: [], cost: [0, 0, 0, 0, 0], minutes: 0 }]
  for (let step = 0; step < units.length; step++) {
    const best = new Map<string, Branch>()
    for (const branch of branches)
      for (const [i, unit] of units.entries()) {
        if (branch.done.has(i)) continue
        const lasts = minutesOf(unit)
        const next: Branch = {
          done: new Set([...branch.done, i]),
          order: [...branch.order, i],
          cost: plus(branch.cost, perMinute(branch.done), lasts),
          minutes: branch.minutes + lasts,
        }
        const key = [...next.done].sort((a, b) => a - b).join()
        const other = best.get(key)
        if (other === undefined || compare(next.cost, other.cost) < 0) best.set(key, next)
      }
    const all = [...best.values()]
    branches = units.length <= everyOrderOf ? all : all.toSorted((a, b) => compare(bound(a), bound(b))).slice(0, 1)
  }
  return (branches[0]?.order ?? []).map(i => itemAt(units, i))
}

function costOf(analysis: Analysis, left: readonly Unit[]): Cost {
  const { componentOf, elements, sitesOn } = analysis
  const down = left.flatMap(({ routes }) => routes.flatMap(({ id }) => componentOf.get(`route:${id}`) ?? []))
  let [citizens, agencies, backups] = [0, 0, 0]
  for (const { site, before, after } of changesWithout(analysis, down)) {
    if (!isWorse(after.state, before.state)) continue
    if (!isOut(after.state)) backups++
    else {
      citizens += servingCitizens(site.site)
      agencies += Math.max(1, site.site.tenants.length)
    }
  }
  const over = new Set(down.flatMap(each => [...each.elements].flatMap(element => [...(sitesOn()[element] ?? [])])))
  const sites = [...over].map(i => itemAt(elements.sites, i).site)
  return [
    citizens,
    agencies,
    backups,
    sites.reduce((sum, site) => sum + servingCitizens(site), 0),
    sites.reduce((sum, site) => sum + Math.max(1, site.tenants.length), 0),
  ]
}

function servingCitizens({ tenants }: Site): number {
  return tenants.filter(({ declared }) => declared.publicService).length
}

function plus(cost: Cost, perMinute: Cost, minutes: number): Cost {
  return cost.map((each, i) => each + itemAt(perMinute, i) * minutes)
}

/** By the first figure in which they differ. */
function compare(a: Cost, b: Cost): number {
  const i = a.findIndex((each, at) => each !== itemAt(b, at))
  return i < 0 ? 0 : itemAt(a, i) - itemAt(b, i)
}
