import { remembered } from '../../source/remembered.ts'
import type { Analysis } from '../analysis.ts'
import type { Component } from '../graph/component.ts'
import { withDependents, type Elements, type SiteElement } from '../graph/elements.ts'
import { askAfter } from '../graph/failure.ts'
import { differs, serviceOf } from '../graph/state.ts'
import type { Change } from './n-minus.ts'

/** What has gone down at a minute, with all that went before. */
interface Step {
  readonly minute: number
  readonly down: readonly Int32Array[]
}

/**
 * Minutes after which the service of a site first is another than before: at once, or where power feeders fail when the
 * batteries (`ups_minutes`) of the routers that it needs are empty. Sites for which it never is are absent.
 */
export function outageBegins(
  analysis: Analysis,
  components: readonly Component[],
  asked: readonly Pick<Change, 'site' | 'before'>[],
): ReadonlyMap<SiteElement, number> {
  const begins = new Map<SiteElement, number>()
  for (const { minute, down } of stepsOf(analysis, components))
    askAfter(analysis.whole.routing, down, left => {
      for (const { site, before } of asked)
        if (!begins.has(site) && differs(serviceOf(left, site), before)) begins.set(site, minute)
    })
  return begins
}

function stepsOf({ elements }: Analysis, components: readonly Component[]): Step[] {
  const minuteOf = new Map<Int32Array, number>()
  for (const { kind, id, elements: down } of components) {
    if (kind !== 'feeder') minuteOf.set(down, 0)
    else for (const [falling, minutes] of routersOnFeeder(elements).get(id) ?? []) minuteOf.set(falling, minutes)
  }
  const minutes = [...new Set(minuteOf.values())].sort((a, b) => a - b)
  return minutes.map(minute => ({
    minute,
    down: [...minuteOf].filter(([, when]) => when <= minute).map(([down]) => down),
  }))
}

/** By feeder: routers on it without a generator, each with all that falls with it and the minutes that it lasts. */
const routersOnFeeder = remembered((elements: Elements): ReadonlyMap<string, readonly [Int32Array, number][]> => {
  const found = new Map<string, [Int32Array, number][]>()
  for (const [router, { site }] of elements.routers.entries()) {
    const power = site?.declared.power
    if (power?.feeder === undefined || power.generator === true) continue
    const others = found.get(power.feeder) ?? []
    others.push([withDependents(elements, [router]), power.upsMinutes ?? 0])
    found.set(power.feeder, others)
  }
  return found
})
