import { itemAt } from '../../text/item-at.ts'
import { geodesicM, pointBetween } from '../../model/geodesy.ts'
import type { Span } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import type { SpanPlan } from './cable-plan.ts'

export function planSpan(span: Span): SpanPlan {
  const line: readonly Point[] = [span.from.point, ...(span.declared.via ?? []), span.to.point]
  const legsM = line.slice(1).map((point, i) => geodesicM(itemAt(line, i), point))
  const length = legsM.reduce((sum, leg) => sum + leg, 0)
  return { span, line, legsM, geodesicM: length, drawnM: span.declared.lengthM ?? length }
}

/** The point at this share of a span's length, from its `from`. A surveyed length is spread over the drawn line. */
export function pointOnSpan({ line, legsM, geodesicM: length }: SpanPlan, share: number): Point {
  let left = share * length
  for (const [i, leg] of legsM.entries()) {
    if (left <= leg && leg > 0) return pointBetween(itemAt(line, i), itemAt(line, i + 1), left / leg)
    left -= leg
  }
  return itemAt(line, -1)
}
