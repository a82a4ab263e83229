import { remembered } from '../../source/remembered.ts'
import { outageBegins } from '../failures/batteries.ts'
import { failuresOfOne } from '../failures/n-minus.ts'
import { exposedByOne } from '../failures/protection.ts'
import type { Plan } from '../../plan/plan.ts'
import { compareText } from '../../text/order.ts'
import { analysisGiven, analysisOf, type Analysis } from '../analysis.ts'
import { costOf, type Cost } from '../service/cost.ts'
import type { ClassOutcome } from '../failures/n-minus.ts'
import type { Component } from './component.ts'

/** What any one of these components does when it fails alone. */
export interface ClassRow {
  readonly components: readonly Component[]
  readonly cost: Cost
  /** Sites that lose the internet by IPv6. */
  readonly losesV6: number
  /** Sites that stay in service, and that another failure would take out then and does not today. */
  readonly exposed: readonly string[]
  /** Of the feeders among the components: when the first and the last of the sites notice, after their batteries. */
  readonly batteries: readonly Battery[]
  /** 0 where nobody notices; sorts by what is worse. */
  readonly harm: number
}

interface Battery {
  readonly feeder: string
  readonly fromMinute: number
  readonly toMinute: number
}

/** `KLT-14 20..30`: minutes until the first and the last of its sites notice. */
export function batteriesText(batteries: readonly Battery[]): string {
  return batteries
    .map(({ feeder, fromMinute, toMinute }) =>
      fromMinute === toMinute ? `${feeder} ${fromMinute}` : `${feeder} ${fromMinute}..${toMinute}`,
    )
    .join(', ')
}

/** Every failure of one component, the worst first; those that change nothing last. Computed once, whoever asks. */
export const classRows: (plan: Plan) => readonly ClassRow[] = remembered(plan => rowsBeside(plan, []))

/** The same beside what is down already in `given`, and fails no more. */
export function classRowsGiven(plan: Plan, given: readonly Component[]): readonly ClassRow[] {
  return given.length === 0 ? classRows(plan) : rowsBeside(plan, given)
}

function rowsBeside(plan: Plan, given: readonly Component[]): ClassRow[] {
  const analysis = analysisGiven(analysisOf(plan), given)
  const { alive } = analysis.whole.routing
  return failuresOfOne(analysis)
    .filter(({ failed: [one] }) => given.length === 0 || one?.elements.some(element => alive[element] === 1))
    .map(outcome => rowOf(analysis, outcome))
    .sort(
      (a, b) =>
        b.harm - a.harm ||
        b.exposed.length - a.exposed.length ||
        b.components.length - a.components.length ||
        compareText(nameOf(a), nameOf(b)),
    )
}

function rowOf(analysis: Analysis, { failed, changes }: ClassOutcome): ClassRow {
  const { elements, down } = analysis
  const cost = costOf(
    elements,
    changes,
    failed.map(one => one.elements),
    down,
  )
  const losesV6 = changes.filter(({ before, after }) => before.internetV6 && !after.internetV6).length
  const components = failed.flatMap(one => one.components)
  const exposed = failed.flatMap(one => [...(exposedByOne(analysis).get(one) ?? [])])
  return {
    components,
    cost,
    losesV6,
    exposed: exposed.map(site => elements.sites[site]?.site.id ?? '').sort(compareText),
    batteries: components.flatMap(component => batteryOf(analysis, component, changes)),
    harm: harmOf(cost, losesV6),
  }
}

function batteryOf(analysis: Analysis, component: Component, changes: ClassOutcome['changes']): Battery[] {
  if (component.kind !== 'feeder' || changes.length === 0) return []
  const minutes = [...outageBegins(analysis, [component], changes).values()]
  return [{ feeder: component.id, fromMinute: Math.min(...minutes), toMinute: Math.max(...minutes) }]
}

function harmOf({ sites }: Cost, losesV6: number): number {
  return (
    sites.isolated.length * 1e12 + sites['without-internet'].length * 1e8 + sites['on-backup'].length * 1e5 + losesV6
  )
}

function nameOf({ components }: ClassRow): string {
  return components[0]?.name ?? ''
}
