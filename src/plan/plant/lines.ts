import type { Point } from '../../model/scalars.ts'
import type { CablePlan } from './cable-plan.ts'

/** A cable on the map, in its direction, between two of its stations; the whole of it where none are named. */
export function lineOf({ spans }: CablePlan, from = 0, to = spans.length): Point[] {
  return endToEnd(spans.slice(from, to).map(({ plan, forward }) => (forward ? plan.line : plan.line.toReversed())))
}

/** Lines end to end, without the points at which they meet twice. */
export function endToEnd(lines: readonly (readonly Point[])[]): Point[] {
  const points: Point[] = []
  let last: Point | undefined
  for (const line of lines) {
    for (const point of line) {
      if (last !== undefined && last[0] === point[0] && last[1] === point[1]) continue
      points.push(point)
      last = point
    }
  }
  return points
}
