import { itemAt } from '../../text/item-at.ts'
import type { Network, Span, Structure } from '../../model/network.ts'

/** Two structures at one place are one to a cable: a closure and its pole, the ODFs of a building. */
export function placeOf({ declared, id }: Structure): string {
  return declared.site === undefined ? (declared.atStructure ?? id) : `site ${declared.site}`
}

/** Spans in order, each turned so that it goes on where the one before it ended. */
interface Walk {
  /** One more than there are spans. */
  readonly structures: readonly Structure[]
  readonly forward: readonly boolean[]
  /** Index of the first span that does not begin where the one before it ends. */
  readonly brokenAt: number | undefined
}

export function walkOf({ structures: all }: Network, spans: readonly Span[], from: string | undefined): Walk {
  const start = from === undefined ? undefined : all.get(from)
  const structures: Structure[] = [start ?? firstOf(spans)]
  const forward: boolean[] = []
  let brokenAt: number | undefined
  for (const [i, span] of spans.entries()) {
    const here = placeOf(itemAt(structures, -1))
    const backwards = placeOf(span.from) !== here && placeOf(span.to) === here
    if (!backwards && placeOf(span.from) !== here) brokenAt ??= i
    forward.push(!backwards)
    structures.push(backwards ? span.from : span.to)
  }
  return { structures, forward, brokenAt }
}

/** The end of the first span that the second does not share. */
function firstOf(spans: readonly Span[]): Structure {
  const [first, second] = spans as readonly [Span, Span?]
  if (second === undefined) return first.from
  const shared = [placeOf(second.from), placeOf(second.to)]
  return shared.includes(placeOf(first.from)) && !shared.includes(placeOf(first.to)) ? first.to : first.from
}
