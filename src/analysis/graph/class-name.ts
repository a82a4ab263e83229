import { componentKinds, type Component } from './component.ts'
import { asRanges } from '../../text/ranges.ts'

/** Components by kind, numbered ones as ranges: `span:sp-a-001..sp-a-042`, not hundreds of names. */
export function componentRanges(components: readonly Component[]): string[] {
  const byKind = Map.groupBy(components, ({ kind }) => kind)
  return componentKinds.flatMap(kind =>
    asRanges((byKind.get(kind) ?? []).map(({ id }) => id)).map(range => `${kind}:${range}`),
  )
}
