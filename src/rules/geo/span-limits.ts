import type { Network, Span } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'

/** The longest that a span may be: the policy's for its kind, or less where a cable on it may not hang so far. */
export function longestSpanM({ declared, index }: Network, span: Span): number {
  if (span.declared.kind === 'rented') return Infinity
  const types = (index.cablesOfSpan.get(span.id) ?? []).flatMap(({ type }) => type.declared.longestSpanM ?? [])
  return types.length > 0 ? Math.min(...types) : declared.policy.longestSpanM[span.declared.kind]
}

export function isTooLong(network: Network, span: Span): boolean {
  const plan = planPlant(network).spans.get(span.id)
  return plan !== undefined && plan.geodesicM > longestSpanM(network, span)
}
