import type { Plan } from '../../plan/plan.ts'
import type { ComponentClass } from '../graph/classes.ts'
import { nMinusOne } from './n-minus.ts'
import type { SiteState } from '../graph/state.ts'
import { byText } from '../../text/order.ts'

/** A class of components any one of which alone takes a site out of service. */
export interface SinglePoint {
  readonly failed: ComponentClass
  readonly state: Extract<SiteState, 'isolated' | 'without-internet'>
}

/**
 * Single points of failure of every site, by site id: the components whose removal cuts it off from the hub or the
 * internet. For the hub they are the dominators of the site in the component graph (`practice.md` A7), found by
 * removing each class and looking.
 */
export function singlePoints(plan: Plan): ReadonlyMap<string, readonly SinglePoint[]> {
  const points = new Map<string, SinglePoint[]>()
  for (const {
    failed: [one],
    changes,
  } of nMinusOne(plan)) {
    if (one === undefined) continue
    for (const { site, after } of changes) {
      if (after.state !== 'isolated' && after.state !== 'without-internet') continue
      const own = points.get(site.site.id) ?? []
      points.set(site.site.id, own)
      own.push({ failed: one, state: after.state })
    }
  }
  return new Map([...points].sort(byText(([key]) => key)))
}
