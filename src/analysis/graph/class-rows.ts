import type { Plan } from '../../plan/plan.ts'
import { analysisOf } from '../analysis.ts'
import type { Component } from './component.ts'
import { costOf, type Cost } from '../service/cost.ts'
import { nMinusOne } from '../failures/n-minus.ts'
import { compareText } from '../../text/order.ts'

/** What any one of these components does when it fails alone. */
export interface ClassRow {
  readonly components: readonly Component[]
  readonly cost: Cost
  /** Sites that lose the internet by IPv6. */
  readonly losesV6: number
  /** 0 where nobody notices; sorts by what is worse. */
  readonly harm: number
}

/** Every failure of one component, the worst first; those that change nothing last. */
export function classRows(plan: Plan): ClassRow[] {
  const { elements } = analysisOf(plan)
  const rows = nMinusOne(plan).map(({ failed, changes }): ClassRow => {
    const cost = costOf(
      elements,
      changes,
      failed.map(one => one.elements),
    )
    const losesV6 = changes.filter(({ before, after }) => before.internetV6 && !after.internetV6).length
    return { components: failed.flatMap(({ components }) => components), cost, losesV6, harm: harmOf(cost, losesV6) }
  })
  return rows.sort(
    (a, b) => b.harm - a.harm || b.components.length - a.components.length || compareText(nameOf(a), nameOf(b)),
  )
}

function harmOf({ sites }: Cost, losesV6: number): number {
  return (
    sites.isolated.length * 1e12 + sites['without-internet'].length * 1e8 + sites['on-backup'].length * 1e5 + losesV6
  )
}

function nameOf({ components }: ClassRow): string {
  return components[0]?.name ?? ''
}
