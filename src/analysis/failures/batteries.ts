import type { Analysis } from '../analysis.ts'
import type { Component } from '../graph/component.ts'
import { withDependents, type SiteElement } from '../graph/elements.ts'
import { routingWithout } from '../graph/failure.ts'
import { differs, serviceOf, type Service } from '../graph/state.ts'

/** What has gone down at a minute, with all that went before. */
interface Step {
  readonly minute: number
  readonly down: readonly Int32Array[]
}

/**
 * Minutes after which a site's service first is another than before: at once, or where power feeders fail when the
 * batteries (`ups_minutes`) of the routers that it needs are empty. Undefined where it never changes.
 */
export function outageBegins(
  analysis: Analysis,
  components: readonly Component[],
): (site: SiteElement, before: Service) => number | undefined {
  const steps = stepsOf(analysis, components).map(({ minute, down }) => ({
    minute,
    routing: routingWithout(analysis.elements, ...analysis.down, ...down),
  }))
  return (site, before) => steps.find(({ routing }) => differs(serviceOf(routing, site), before))?.minute
}

function stepsOf({ elements }: Analysis, components: readonly Component[]): Step[] {
  const minuteOf = new Map<Int32Array, number>()
  for (const { kind, id, elements: down } of components) {
    if (kind !== 'feeder') minuteOf.set(down, 0)
    else
      for (const [router, { site }] of elements.routers.entries())
        if (site?.declared.power?.feeder === id && site.declared.power.generator !== true)
          minuteOf.set(withDependents(elements, [router]), site.declared.power.upsMinutes ?? 0)
  }
  const minutes = [...new Set(minuteOf.values())].sort((a, b) => a - b)
  return minutes.map(minute => ({
    minute,
    down: [...minuteOf].filter(([, when]) => when <= minute).map(([down]) => down),
  }))
}
