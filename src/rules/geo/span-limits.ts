import type { Network, Span } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { remembered } from '../../source/remembered.ts'

/** The longest that a span may be: the policy's for its kind, or less where a cable on it may not hang so far. */
function longestSpanM({ declared, index }: Network, span: Span): number {
  if (span.declared.kind === 'rented') return Infinity
  const types = (index.cablesOfSpan.get(span.id) ?? []).flatMap(({ type }) => type.declared.longestSpanM ?? [])
  return types.length > 0 ? Math.min(...types) : declared.policy.longestSpanM[span.declared.kind]
}

interface TooLong {
  readonly span: Span
  readonly metres: number
  readonly longest: number
}

/** Spans that are longer than they may be, and by which limit; in the order of the plan. */
export const tooLongSpans: (network: Network) => ReadonlyMap<string, TooLong> = remembered(network => {
  const limits = [...network.cableTypes.values()].flatMap(({ declared }) => declared.longestSpanM ?? [])
  const leastM = Math.min(...limits, ...Object.values(network.declared.policy.longestSpanM))
  const found = new Map<string, TooLong>()
  for (const { span, geodesicM } of planPlant(network).spans.values()) {
    if (geodesicM <= leastM) continue
    const longest = longestSpanM(network, span)
    if (geodesicM > longest) found.set(span.id, { span, metres: geodesicM, longest })
  }
  return found
})

export function isTooLong(network: Network, { id }: Span): boolean {
  return tooLongSpans(network).has(id)
}
