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
