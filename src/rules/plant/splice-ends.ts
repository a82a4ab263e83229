import type { Cable, Network, Splice } from '../../model/network.ts'
import { partsOfStep } from '../../model/strands.ts'

interface SpliceEnd {
  readonly splice: Splice
  readonly side: 'a' | 'b'
  readonly cable: Cable
  readonly core: number
}

/** Both strand ends of every splice. */
export function spliceEnds({ splices, cables }: Network): SpliceEnd[] {
  return splices.flatMap(splice =>
    (['a', 'b'] as const).flatMap((side): SpliceEnd[] => {
      const { name, number } = partsOfStep(splice.declared[side])
      const cable = cables.get(name)
      return cable === undefined || number === undefined ? [] : [{ splice, side, cable, core: number }]
    }),
  )
}

/**
 * Of the splices that one line of a file stands for, the first only: what is wrong with a whole range is one finding.
 */
export function oncePerLine<T extends { readonly splice: Splice }>(found: readonly T[]): T[] {
  const seen = new Set<unknown>()
  return found.filter(({ splice: { origin } }) => {
    const isFirst = !seen.has(origin)
    seen.add(origin)
    return isFirst
  })
}
