import { componentKinds, type Component, type ComponentKind } from './component.ts'
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
  return kinds.flatMap(kind => asRanges((byKind.get(kind) ?? []).map(({ id }) => id)).map(range => `${kind}:${range}`))
}
