import { componentKinds, type Component, type ComponentKind } from './component.ts'
import { entryOf } from '../../text/item-at.ts'
import { asRanges } from '../../text/ranges.ts'

/**
 * Components by kind, in the order asked for; numbered ones as ranges: `span:sp-a-001..sp-a-042`, not hundreds of
 * names.
 */
export function componentRanges(
  components: readonly Component[],
  kinds: readonly ComponentKind[] = componentKinds,
): string[] {
  const byKind = Map.groupBy(components, ({ kind }) => kind)
  return kinds
    .filter(kind => byKind.has(kind))
    .flatMap(kind => asRanges(entryOf(byKind, kind).map(({ id }) => id)).map(range => `${kind}:${range}`))
}
