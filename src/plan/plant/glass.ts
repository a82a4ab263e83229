import type { Cable, CableType } from '../../model/network.ts'
import type { CablePlan, Piece, Section } from './cable-plan.ts'

/**
 * The sheath by types: the cable's own, but where new pieces were set in. Glass = sheath x (1 + helix): practice F6.
 */
export function sectionsOf({ type }: Cable, sheathM: number, pieces: readonly Piece[]): Section[] {
  const sections: Section[] = []
  const add = (of: CableType, sheathFromM: number, sheathToM: number): void => {
    const glassFromM = sections.at(-1)?.glassToM ?? 0
    sections.push({
      type: of,
      sheathFromM,
      sheathToM,
      glassFromM,
      glassToM: glassFromM + (sheathToM - sheathFromM) * helixFactor(of),
    })
  }
  let doneM = 0
  for (const piece of pieces) {
    if (piece.sheathFromM > doneM) add(type, doneM, piece.sheathFromM)
    add(piece.repair.type, piece.sheathFromM, piece.sheathToM)
    doneM = piece.sheathToM
  }
  if (doneM < sheathM || sections.length === 0) add(type, doneM, sheathM)
  return sections
}

function helixFactor({ declared }: CableType): number {
  return 1 + declared.helixPercent / 100
}

/** Glass from the cable's start to this place on its sheath. */
export function glassAt({ sections }: CablePlan, sheathM: number): number {
  const section = sections.find(({ sheathToM }) => sheathM <= sheathToM) ?? (sections.at(-1) as Section)
  return section.glassFromM + (sheathM - section.sheathFromM) * helixFactor(section.type)
}

/** The place on the sheath under so much glass from the cable's start. */
export function sheathUnder({ sections }: CablePlan, glassM: number): number {
  const section = sections.find(({ glassToM }) => glassM <= glassToM) ?? (sections.at(-1) as Section)
  return section.sheathFromM + (glassM - section.glassFromM) / helixFactor(section.type)
}

/** Glass between two places on the sheath, by the type that it is of. */
export function glassBetween(
  { sections }: CablePlan,
  fromM: number,
  toM: number,
): { readonly lengthM: number; readonly type: CableType['declared'] }[] {
  const [low, high] = fromM < toM ? [fromM, toM] : [toM, fromM]
  return sections.flatMap(({ type, sheathFromM, sheathToM }) => {
    const sheathM = Math.min(high, sheathToM) - Math.max(low, sheathFromM)
    return sheathM > 0 ? [{ lengthM: sheathM * helixFactor(type), type: type.declared }] : []
  })
}

/** The type of the sheath beside a station, on the side of the cable's start or of its end. */
export function typeBeside({ cable, pieces }: CablePlan, station: number, side: 'start' | 'end'): CableType {
  const span = side === 'start' ? station - 1 : station
  return pieces.find(({ fromStation, toStation }) => span >= fromStation && span < toStation)?.repair.type ?? cable.type
}

/** Where a closure of a repair lies on the sheath: at an end of its piece, else where the cable was cut. */
export function joinedAt({ pieces, stations, sheathM }: CablePlan, station: number): number {
  return (
    pieces.find(({ fromStation }) => fromStation === station)?.sheathFromM ??
    pieces.find(({ toStation }) => toStation === station)?.sheathToM ??
    cutAt(stations, sheathM, station)
  )
}

/**
 * Where a strand begins or ends on the sheath: behind the tail at an end; where it is cut on the way in the middle of
 * the coil that hangs there.
 */
export function cutAt(stations: CablePlan['stations'], sheathM: number, station: number): number {
  if (station === 0) return 0
  const here = stations[station]
  if (station === stations.length - 1 || here === undefined) return sheathM
  return (here.sheathInM + here.sheathOutM) / 2
}
