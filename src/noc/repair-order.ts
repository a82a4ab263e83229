import { analysisOf, type Analysis } from '../analysis/analysis.ts'
import { simulate } from '../analysis/service/simulate.ts'
import { isWorse, type SiteState } from '../analysis/graph/state.ts'
import type { Cable, FibreRoute, Site, Structure } from '../model/network.ts'
import { momentAt, secondsAt } from '../money/downtime.ts'
import type { CorePlan } from '../plan/plant/cable-plan.ts'
import { placeOf } from '../plan/plant/place.ts'
import { planPlant } from '../plan/plant/plan-plant.ts'
import { strandUses, type StrandUse } from '../plan/plant/strand-uses.ts'
import type { Plan } from '../plan/plan.ts'
import { itemAt } from '../text/item-at.ts'
import { byText } from '../text/order.ts'
import { tenantsFirst } from './citizens-first.ts'
import type { NoticeLoss } from './notice.ts'
import { bestOrder } from './splice-order.ts'

/** A cut cable and how its crew works. Moments are `2026-11-02 08:00`. */
export interface RepairTask {
  readonly cable: Cable
  /** The structure at which it was cut, or the two between which; all of the cable where none is named. */
  readonly at: readonly Structure[]
  readonly since: string
  readonly begins: string
  /** Until the first splice: closures, pulling in, cleaving. */
  readonly setupMinutes: number
  readonly spliceMinutes: number
  readonly closures: 1 | 2
}

/** Cores that are spliced one after the other before anything over them works again. */
export interface SpliceStep {
  readonly cores: readonly number[]
  readonly routes: readonly FibreRoute[]
  readonly done: string
  /** Sites that are better off from then on. */
  readonly returns: readonly Site[]
  /** Sites whose way goes over it when all is well. */
  readonly carries: readonly Site[]
}

export interface RepairLoss extends NoticeLoss {
  readonly from: string
  readonly until: string
}

export interface RepairOrder {
  readonly task: RepairTask
  readonly steps: readonly SpliceStep[]
  /** In order: reserved, free, faulty. */
  readonly others: readonly CorePlan[]
  readonly done: string
  readonly losses: readonly RepairLoss[]
}

/** What is spliced together, since one without the other carries nothing. */
interface Unit {
  readonly cores: readonly number[]
  readonly routes: readonly FibreRoute[]
}

export function repairOrderOf(plan: Plan, task: RepairTask): RepairOrder {
  const units = unitsOf(plan, task)
  const analysis = analysisOf(plan)
  const minutesOf = ({ cores }: Pick<Unit, 'cores'>): number => cores.length * task.closures * task.spliceMinutes
  const order = bestOrder(analysis, units, minutesOf)
  const started = secondsAt(task.begins) + task.setupMinutes * 60
  const stages = stagesOf(plan, order)
  let seconds = started
  const steps = order.map((unit, i): SpliceStep => {
    seconds += minutesOf(unit) * 60
    const [before, after] = [itemAt(stages, i), itemAt(stages, i + 1)]
    return {
      ...unit,
      done: momentAt(seconds),
      returns: [...before].filter(([site, state]) => isWorse(state, after.get(site) ?? 'in-service')).map(([s]) => s),
      carries: carriedBy(analysis, unit),
    }
  })
  const others = othersOf(plan, task, units)
  return {
    task,
    steps,
    others,
    done: momentAt(seconds + others.length * task.closures * task.spliceMinutes * 60),
    losses: lossesOf(plan, { task, steps, stages }),
  }
}

/** Routes over the cut, those that share a core together. */
function unitsOf(plan: Plan, { cable, at }: RepairTask): Unit[] {
  const uses = strandUses(plan.network).filter(use => use.cable === cable && use.route.active && passes(use, at))
  const units: { cores: Set<number>; routes: Set<FibreRoute> }[] = []
  for (const [route, own] of Map.groupBy(uses, use => use.route)) {
    const cores = own.map(({ core }) => core)
    const shared = units.filter(unit => cores.some(core => unit.cores.has(core)))
    for (const unit of shared) units.splice(units.indexOf(unit), 1)
    units.push({
      cores: new Set([...shared.flatMap(unit => [...unit.cores]), ...cores]),
      routes: new Set([...shared.flatMap(unit => [...unit.routes]), route]),
    })
  }
  return units
    .map(({ cores, routes }) => ({ cores: [...cores].sort((a, b) => a - b), routes: [...routes] }))
    .sort((a, b) => itemAt(a.cores, 0) - itemAt(b.cores, 0))
}

/** Whether the light of a use goes over the place of the cut. */
function passes({ hop }: StrandUse, at: readonly Structure[]): boolean {
  if (hop === undefined || at.length === 0) return true
  const stations = at.map(structure => hop.cable.stationsAt.get(placeOf(structure)) ?? [])
  const [low, high] = [Math.min(hop.fromStation, hop.toStation), Math.max(hop.fromStation, hop.toStation)]
  const [first = [], second] = stations
  if (second === undefined) return first.some(station => low <= station && station <= high)
  return first.some(a => second.some(b => low < Math.max(a, b) && Math.min(a, b) < high))
}

/** What is worse than without the cut before each step, and after the last one. */
function stagesOf(plan: Plan, order: readonly Unit[]): ReadonlyMap<Site, Exclude<SiteState, 'in-service'>>[] {
  return Array.from({ length: order.length + 1 }, (_, done) => {
    const down = order.slice(done).flatMap(({ routes }) => routes.map(({ id }) => `route:${id}`))
    const worse = new Map<Site, Exclude<SiteState, 'in-service'>>()
    for (const { element, before, after } of simulate(plan, new Set(down)).sites)
      if (after.state !== 'in-service' && isWorse(after.state, before.state)) worse.set(element.site, after.state)
    return worse
  })
}

function carriedBy({ componentOf, sitesOn, elements }: Analysis, { routes }: Unit): Site[] {
  const numbers = routes.flatMap(({ id }) => [...(componentOf.get(`route:${id}`)?.elements ?? [])])
  const sites = new Set(numbers.flatMap(element => [...(sitesOn()[element] ?? [])]))
  return [...sites].map(i => itemAt(elements.sites, i).site).sort(byText(({ id }) => id))
}

interface Course {
  readonly task: RepairTask
  readonly steps: readonly SpliceStep[]
  readonly stages: readonly ReadonlyMap<Site, Exclude<SiteState, 'in-service'>>[]
}

/** Each state of each site for as long as it lasts: what is cut off may be on its backup before it is well. */
function lossesOf(plan: Plan, { task, steps, stages }: Course): RepairLoss[] {
  const first = stages[0] ?? new Map<Site, Exclude<SiteState, 'in-service'>>()
  const ends = [...steps.map(({ done }) => done)]
  const ways = waysAt(plan, steps)
  return [...first.keys()].toSorted(byText(({ id }) => id)).flatMap(site => {
    const losses: RepairLoss[] = []
    for (const [i, until] of ends.entries()) {
      const state = stages[i]?.get(site)
      const last = losses.at(-1)
      if (state === undefined) break
      if (last?.state === state)
        losses[losses.length - 1] = { ...last, until, minutes: minutesBetween(last.from, until) }
      else {
        const from = last?.until ?? task.since
        const alternatives = state === 'on-backup' ? ways(i, site) : []
        const minutes = minutesBetween(from, until)
        losses.push({ site, tenants: tenantsFirst(site), state, from, until, minutes, alternatives })
      }
    }
    return losses
  })
}

function waysAt(plan: Plan, steps: readonly SpliceStep[]): (step: number, site: Site) => readonly string[] {
  return (step, site) => {
    const down = steps.slice(step).flatMap(({ routes }) => routes.map(({ id }) => `route:${id}`))
    const outcome = simulate(plan, new Set(down)).sites.find(({ element }) => element.site === site)
    return outcome?.ways().circuits ?? []
  }
}

function minutesBetween(from: string, until: string): number {
  return (secondsAt(until) - secondsAt(from)) / 60
}

const rank = { reserved: 0, free: 1, lit: 1, faulty: 2, dead: 3 } as const

function othersOf({ network }: Plan, { cable }: RepairTask, units: readonly Unit[]): CorePlan[] {
  const taken = new Set(units.flatMap(({ cores }) => cores))
  return (planPlant(network).cables.get(cable.id)?.cores ?? [])
    .filter(({ core, state }) => !taken.has(core) && state !== 'dead')
    .toSorted((a, b) => rank[a.state] - rank[b.state] || a.core - b.core)
}
