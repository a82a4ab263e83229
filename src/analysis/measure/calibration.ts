import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import { indexAt } from '../otdr/reading.ts'
import type { Compared } from './compared.ts'

/**
 * What one cable is, by a trace that has seen both its ends: one of the three is to be changed, whichever nobody is
 * sure of.
 */
export interface Calibration {
  readonly cable: CablePlan
  readonly modelGlassM: number
  readonly measuredGlassM: number
  readonly differenceM: number
  /** Group index with which glass and model are of one length. */
  readonly groupIndex: number
  readonly helixPercent: number
  /** Sheath between its ends, and by which marks it would be. */
  readonly sheathM: number
  readonly isMarked: boolean
}

/** Cables of a line between joints that a trace shows, as long as it found them. */
export function calibrationsOf({ shot, events, endGlassM, scale }: Compared): Calibration[] {
  const { plan, side, trace } = shot
  if (endGlassM === undefined || scale === undefined) return []
  const hops = side === 'a' ? plan.hops : plan.hops.toReversed()
  const seen = [
    { modelM: 0, measuredM: 0 },
    ...events.flatMap(({ joint, glassM }) =>
      joint === undefined ? [] : [{ modelM: joint.glassM, measuredM: glassM }],
    ),
    { modelM: plan.glassM, measuredM: endGlassM },
  ]
  const measuredAt = (modelM: number): number | undefined =>
    seen.find(each => Math.abs(each.modelM - modelM) <= 2)?.measuredM
  return hops.flatMap((hop): Calibration[] => {
    const [from, to] =
      side === 'a' ? [hop.glassFromM, hop.glassToM] : [plan.glassM - hop.glassToM, plan.glassM - hop.glassFromM]
    const [begins, ends] = [measuredAt(from), measuredAt(to)]
    if (begins === undefined || ends === undefined || to - from < 100) return []
    const [modelGlassM, measuredGlassM] = [to - from, ends - begins]
    const ratio = measuredGlassM / modelGlassM
    const { helixPercent } = hop.cable.cable.type.declared
    return [
      {
        cable: hop.cable,
        modelGlassM,
        measuredGlassM,
        differenceM: measuredGlassM - modelGlassM,
        groupIndex: indexAt(hop, trace.declared.wavelengthNm) * ratio,
        helixPercent: ((1 + helixPercent / 100) * ratio - 1) * 100,
        sheathM: Math.abs(hop.sheathToM - hop.sheathFromM) * ratio,
        isMarked: hop.cable.basis === 'marks',
      },
    ]
  })
}

/** The index that the model gives to the glass at the instrument. */
export function modelIndexOf({ shot: { plan, side, trace } }: Compared): number {
  return indexAt(side === 'a' ? plan.hops[0] : plan.hops.at(-1), trace.declared.wavelengthNm)
}
