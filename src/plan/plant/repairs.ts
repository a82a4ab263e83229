import type { Cable, Repair } from '../../model/network.ts'
import { placeOf } from './place.ts'

/**
 * A closure that the cable does not pass; one closure where the cable ends, and nothing is cut; two at one place; a
 * length without a second closure, or the reverse; another repair there; less new sheath than the way is long.
 */
export type RepairTrouble = 'not-on-cable' | 'at-the-end' | 'same-place' | 'length' | 'overlaps' | 'too-short'

/**
 * A repair on the stations of its cable: one where it has one closure, else the two between which the new piece lies.
 */
export interface LaidRepair {
  readonly repair: Repair
  /** Index in the cable's list. */
  readonly index: number
  readonly fromStation: number
  readonly toStation: number
  /** Sheath of the new piece; 0 where there is none. */
  readonly lengthM: number
}

interface Laid {
  /** In the cable's direction; none overlaps another. */
  readonly repairs: readonly LaidRepair[]
  readonly trouble: readonly { readonly repair: number; readonly why: RepairTrouble }[]
}

/** Puts the repairs of a cable where their closures hang. What cannot be laid is left out, with the reason. */
export function layRepairs(
  { repairs }: Pick<Cable, 'repairs'>,
  stationsAt: ReadonlyMap<string, readonly number[]>,
  last: number,
): Laid {
  const found = repairs.map((repair, index) => stationsOf(repair, index, stationsAt, last))
  const laid: LaidRepair[] = []
  const trouble = found.flatMap((each, repair) => (typeof each === 'string' ? [{ repair, why: each }] : []))
  for (const each of found
    .filter(one => typeof one !== 'string')
    .sort((a, b) => a.fromStation - b.fromStation || a.toStation - b.toStation)) {
    const before = laid.at(-1)
    if (before === undefined || isBehind(before, each)) laid.push(each)
    else trouble.push({ repair: each.index, why: 'overlaps' })
  }
  return { repairs: laid, trouble }
}

/** A second piece may begin in the closure in which the first one ends. */
function isBehind(before: LaidRepair, next: LaidRepair): boolean {
  if (next.fromStation > before.toStation) return true
  return (
    next.fromStation === before.toStation &&
    before.repair.closures.some(({ id }) => next.repair.closures.some(closure => closure.id === id)) &&
    before.lengthM > 0 &&
    next.lengthM > 0
  )
}

function stationsOf(
  repair: Repair,
  index: number,
  stationsAt: ReadonlyMap<string, readonly number[]>,
  last: number,
): LaidRepair | RepairTrouble {
  const { lengthM } = repair.declared
  const [first, second] = repair.closures.map(closure => stationsAt.get(placeOf(closure)) ?? [])
  if (first === undefined || first.length === 0 || second?.length === 0) return 'not-on-cable'
  if ((second === undefined) !== (lengthM === undefined)) return 'length'
  if (second === undefined) {
    const station = first.find(each => each > 0 && each < last)
    return station === undefined
      ? 'at-the-end'
      : { repair, index, fromStation: station, toStation: station, lengthM: 0 }
  }
  const [nearest] = first
    .flatMap(a => second.map(b => [Math.min(a, b), Math.max(a, b)] as const))
    .filter(([low, high]) => low < high)
    .sort(([low, high], [otherLow, otherHigh]) => high - low - (otherHigh - otherLow))
  if (nearest === undefined) return 'same-place'
  return { repair, index, fromStation: nearest[0], toStation: nearest[1], lengthM: lengthM ?? 0 }
}
