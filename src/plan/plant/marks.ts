import type { Cable } from '../../model/network.ts'
import type { LaidRepair } from './repairs.ts'

type Marks = NonNullable<Cable['declared']['marksM']>

/** Old sheath with its marks, between the cable's ends and what was repaired. Stations as of its closures. */
interface MarkedStretch {
  readonly sheathFromM: number
  readonly sheathToM: number
  /** At its start. */
  readonly mark: number
  readonly fromStation: number
  readonly toStation: number
}

/** The old sheath of a cable by its marks: what new pieces and what was cut out left of it. */
export interface MarkedSheath {
  /** In the cable's direction; a piece between two of them has marks of its own, which nobody wrote down. */
  readonly stretches: readonly MarkedStretch[]
  readonly sheathM: number
}

/**
 * Undefined where a repair does not say at which marks the sheath was cut: what lies behind it cannot be known then.
 */
export function markedSheath(marks: Marks, repairs: readonly LaidRepair[]): MarkedSheath | undefined {
  const stretches: MarkedStretch[] = []
  let [sheathFromM, mark, fromStation] = [0, marks.start, 0]
  for (const { repair, lengthM, fromStation: cutAt, toStation } of repairs) {
    const cut = repair.declared.marksM
    if (cut === undefined) return undefined
    const sheathToM = sheathFromM + Math.abs(cut.start - mark)
    stretches.push({ sheathFromM, sheathToM, mark, fromStation, toStation: cutAt })
    sheathFromM = sheathToM + lengthM
    mark = cut.end
    fromStation = toStation
  }
  const sheathM = sheathFromM + Math.abs(marks.end - mark)
  return {
    stretches: [...stretches, { sheathFromM, sheathToM: sheathM, mark, fromStation, toStation: Infinity }],
    sheathM,
  }
}

/** Where a mark that was read at this station lies on the sheath. */
export function sheathAtMark({ stretches }: MarkedSheath, station: number, read: number, rising: boolean): number {
  const stretch = stretches.findLast(({ fromStation }) => fromStation <= station) ?? stretches[0]
  return (stretch?.sheathFromM ?? 0) + (read - (stretch?.mark ?? 0)) * (rising ? 1 : -1)
}
