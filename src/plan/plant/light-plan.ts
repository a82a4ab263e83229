import type { Profile } from '../../model/fibre.ts'
import type { Optic } from '../../model/optics.ts'

export type Loss = { readonly nm: number } & Readonly<Record<Profile, number>>

export interface LightPlan {
  /** From `a` to `b`, and back. */
  readonly ab: DirectionPlan
  readonly ba: DirectionPlan
  /** The smaller of the two; undefined where neither has a limit. */
  readonly marginDb: number | undefined
  readonly reachKm: number
  readonly beyondReachM: number
}

export interface DirectionPlan {
  readonly transmitter: Optic
  readonly receiver: Optic
  readonly nm: number
  readonly lossDb: number
  readonly typicalLossDb: number
  /** What the loss may be: the budget less penalties and design margin, or the channel insertion loss as it stands. */
  readonly limitDb: number | undefined
  readonly marginDb: number | undefined
  /** Expected at the receiver; undefined where the optic's powers are not known. */
  readonly received: ReceivedPower | undefined
  /** Attenuation that is lacking to keep the receiver whole; 0 where there is enough. */
  readonly overloadDb: number
}

/**
 * dBm: the weakest transmitter over the worst line, the middle over the typical one, the strongest over the typical
 * one.
 */
export interface ReceivedPower {
  readonly minDbm: number
  readonly typicalDbm: number
  readonly maxDbm: number
}
