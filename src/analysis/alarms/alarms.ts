import type { Plan } from '../../plan/plan.ts'
import { remembered } from '../../source/remembered.ts'
import { compareText } from '../../text/order.ts'
import { analysisOf, type Analysis } from '../analysis.ts'
import { componentRanges } from '../graph/class-name.ts'
import { classRows, type ClassRow } from '../graph/class-rows.ts'
import type { Component } from '../graph/component.ts'
import { elementName, endsOf } from '../graph/elements.ts'
import { askAfter } from '../graph/failure.ts'
import { answers } from '../locate/observation.ts'

/**
 * What a fault looks like to the monitoring: any one of these components takes down exactly these routers and routes.
 */
export interface Alarm {
  /** The name of its first component, ports last, which no other alarm has: `span:sp-utara-001`. */
  readonly id: string
  readonly components: readonly Component[]
  /**
   * `router:…` that no longer answer; `route:…`, `tunnel:…` and `uplink:…` that a router which still answers sees down;
   * sorted.
   */
  readonly takes: readonly string[]
  /** Sites out of service, and sites that stay in service with one failure less to spare. */
  readonly out: readonly string[]
  readonly exposed: readonly string[]
}

/** One alarm for all that looks the same, for every failure of one component that the monitoring can see. */
export const alarmsOf = remembered((plan: Plan): readonly Alarm[] => {
  const analysis = analysisOf(plan)
  const alike = Map.groupBy(classRows(plan), row => takenBy(analysis, row).join(' '))
  return [...alike]
    .filter(([takes]) => takes !== '')
    .map(([takes, rows]): Alarm => {
      const components = rows.flatMap(row => row.components)
      return {
        id: nameOf(components) ?? takes,
        components,
        takes: takes.split(' '),
        out: sitesOf(rows, ({ cost: { sites } }) => [...sites.isolated, ...sites['without-internet']]),
        exposed: sitesOf(rows, ({ exposed }) => exposed),
      }
    })
    .sort((a, b) => b.takes.length - a.takes.length || compareText(a.id, b.id))
})

/** What may have failed, numbered things as ranges: `span:sp-utara-001..sp-utara-042`. */
export const causesOf: (alarm: Alarm) => readonly string[] = remembered(({ components }: Alarm) =>
  componentRanges(components),
)

/** A port is nobody's word for what it carries: the others first. */
function nameOf(components: readonly Component[]): string | undefined {
  const others = components.filter(({ kind }) => kind !== 'port')
  return (others.length > 0 ? others : components).map(({ name }) => name).sort(compareText)[0]
}

/**
 * Above this many sites every failure of one component is not computed in a build; alarms are then of routers and
 * routes alone.
 */
const mostSites = 1000

/** The alarms that the generated rules have. */
export function alarmsWatched(plan: Plan): readonly Alarm[] {
  return plan.network.sites.size > mostSites ? [] : alarmsOf(plan)
}

function takenBy(analysis: Analysis, { components: [first] }: ClassRow): string[] {
  return first === undefined ? [] : signsOf(analysis, [first.elements])
}

/** What the monitoring sees when these elements are down, by the signs of an alarm. */
export function signsOf(analysis: Analysis, down: readonly Int32Array[]): string[] {
  const { elements, whole } = analysis
  const asked = routersTouched(analysis, down)
  const fallen = new Set(down.flatMap(list => [...list]))
  return askAfter(whole.routing, down, routing => {
    const silent = new Set(asked.filter(router => !answers(routing, router)))
    const answering = new Map<number, boolean>()
    const doesAnswer = (router: number): boolean => {
      const known = answering.get(router) ?? (!silent.has(router) && answers(routing, router))
      answering.set(router, known)
      return known
    }
    const seen = [...fallen].filter(element => endsOf(elements, element).some(doesAnswer))
    return [...silent, ...seen].map(element => elementName(elements, element)).sort(compareText)
  })
}

/**
 * Routers that answer today, of sites whose service hangs on something that falls, or of no site: all others answer, or
 * are silent, as before.
 */
function routersTouched(analysis: Analysis, down: readonly Int32Array[]): number[] {
  const { ofSite, ofNone } = answeringToday(analysis)
  const hanging = analysis.sitesOn()
  const sites = new Set(down.flatMap(list => [...list].flatMap(element => hanging[element] ?? [])))
  return [...ofNone, ...[...sites].flatMap(site => ofSite[site] ?? [])]
}

interface Answering {
  /** By the place of a site in `elements.sites`: its own router, where that answers. */
  readonly ofSite: readonly (readonly number[])[]
  readonly ofNone: readonly number[]
}

const answeringToday = remembered(({ elements: { sites, routers }, whole: { routing } }: Analysis): Answering => {
  const own = new Set(sites.map(({ router }) => router))
  return {
    ofSite: sites.map(({ router }) => (answers(routing, router) ? [router] : [])),
    ofNone: [...routers.keys()].filter(router => !own.has(router) && answers(routing, router)),
  }
})

function sitesOf(rows: readonly ClassRow[], of: (row: ClassRow) => readonly string[]): string[] {
  return [...new Set(rows.flatMap(of))].sort(compareText)
}

/** By alarm those whose every sign it shows too: while it stands they explain nothing more. */
export const explainedBy: (alarms: readonly Alarm[]) => ReadonlyMap<Alarm, readonly Alarm[]> = remembered(alarms => {
  const holding = new Map<string, Alarm[]>()
  for (const alarm of alarms)
    for (const sign of alarm.takes) {
      const others = holding.get(sign)
      if (others === undefined) holding.set(sign, [alarm])
      else others.push(alarm)
    }
  return new Map(
    alarms.map(alarm => {
      const signs = new Set(alarm.takes)
      // Who shows all of its signs here shows its first one: each is met once.
      const near = alarm.takes.flatMap(sign => (holding.get(sign) ?? []).filter(({ takes: [first] }) => first === sign))
      return [alarm, near.filter(one => one.takes.length < signs.size && one.takes.every(sign => signs.has(sign)))]
    }),
  )
})
