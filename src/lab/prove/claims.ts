import type { Component } from '../../analysis/graph/component.ts'
import type { ServiceChange, Sides } from '../../change/parts.ts'
import type { Mark } from '../../change/marks.ts'
import { compareText } from '../../text/order.ts'

/** A sentence of the report: what this component isolates by failing alone, before and after. */
export interface Claim {
  readonly component: Component
  readonly isolated: Sides<readonly string[]>
}

/**
 * At most so many, in the report's order: first one component of every row, the worst row first, then a second of each.
 */
export function claimsOf({ failures }: ServiceChange, most: number): Claim[] {
  const longest = Math.max(0, ...failures.map(({ components }) => components.length))
  return Array.from({ length: longest }, (_, i) =>
    failures.flatMap(({ components, before, after }): Claim[] => {
      const component = components[i]
      return component === undefined ? [] : [{ component, isolated: { before, after } }]
    }),
  )
    .flat()
    .slice(0, most)
}

/**
 * What both sides showed of something that the report says nothing about: they are alike, or the report left something
 * out.
 */
export function steadyMark(seen: Sides<readonly string[]>): Mark {
  return { isConfirmed: alike(seen.before, seen.after), seen }
}

/** What was claimed beside what was seen, in whatever order. */
export function markOf(claimed: Sides<readonly string[]>, seen: Sides<readonly string[]>): Mark {
  return { isConfirmed: alike(claimed.before, seen.before) && alike(claimed.after, seen.after), seen }
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted(compareText).join(' ') === b.toSorted(compareText).join(' ')
}
