import type { Cable, CableType, Repair, Slack, Span, Structure } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import type { MarkedSheath } from './marks.ts'
import type { RepairTrouble } from './repairs.ts'

export interface SpanPlan {
  readonly span: Span
  /** Ends and bends, from `from` to `to`. */
  readonly line: readonly Point[]
  /** Geodesic length of each leg of the line. */
  readonly legsM: readonly number[]
  readonly geodesicM: number
  /** The surveyed length, else the geodesic one. */
  readonly drawnM: number
}

export interface CablePlan {
  readonly cable: Cable
  /** Places along the cable; the spans lie between them. */
  readonly stations: readonly Station[]
  readonly spans: readonly OrientedSpan[]
  /**
   * Stations at a place, as `placeOf` names it, in the cable's direction: two where a closed ring comes back, or a pole
   * is passed twice.
   */
  readonly stationsAt: ReadonlyMap<string, readonly number[]>
  readonly tailsM: { readonly start: number; readonly end: number }
  /** In the cable's direction. */
  readonly coils: readonly Coil[]
  /** Coils that are declared at a structure which the cable does not pass. */
  readonly strayCoils: readonly Slack[]
  readonly drawnM: number
  readonly sheathM: number
  /** What the sheath would measure by the drawn line, the type's installation factor, tails and coils. */
  readonly expectedSheathM: number
  /** Sheath by the marks at its ends and at its repairs, where they say; they may not be what is used. */
  readonly marked: MarkedSheath | undefined
  /** Marks read on the sheath win over the drawn line, unless they cannot be. */
  readonly basis: 'marks' | 'drawn'
  readonly glassM: number
  /** The sheath from its start to its end, by the type that it is of: one, or more where new pieces were set in. */
  readonly sections: readonly Section[]
  /** Where every core was cut and joined again, by station in between. */
  readonly cuts: ReadonlyMap<number, Structure>
  /** Pieces that were set in and lie as declared, in the cable's direction. */
  readonly pieces: readonly Piece[]
  /** By number, from 1. */
  readonly cores: readonly CorePlan[]
  readonly freeCores: number
  readonly broken: CableFault | undefined
}

export type CableFault =
  /** The span of this index does not begin where the one before it ends. */
  | { readonly kind: 'spans-apart'; readonly span: number }
  /** The marks leave no sheath for the spans. */
  | { readonly kind: 'marks-impossible' }
  /** The repair of this index cannot have been made like this; the cable is laid out without it. */
  | { readonly kind: 'repair-impossible'; readonly repair: number; readonly why: RepairTrouble }

/** Sheath and glass count from the cable's start. */
export interface Section {
  readonly type: CableType
  readonly sheathFromM: number
  readonly sheathToM: number
  readonly glassFromM: number
  readonly glassToM: number
}

/** A new piece between two closures. */
export interface Piece {
  readonly repair: Repair
  readonly fromStation: number
  readonly toStation: number
  readonly sheathFromM: number
  readonly sheathToM: number
}

export interface Station {
  readonly structure: Structure
  readonly chainageM: number
  /** Where the sheath arrives, and where it goes on behind its coils. */
  readonly sheathInM: number
  readonly sheathOutM: number
}

export interface OrientedSpan {
  readonly plan: SpanPlan
  /** The cable runs from the span's `from` to its `to`. */
  readonly forward: boolean
}

export interface Coil {
  readonly slack: Slack
  readonly station: number
  readonly lengthM: number
  readonly sheathFromM: number
  readonly sheathToM: number
}

export type CoreCondition = 'free' | 'reserved' | 'lit' | 'faulty' | 'dead'

export interface CorePlan {
  readonly core: number
  readonly state: CoreCondition
  /** Routes over it, sorted; two where it is cut between them. */
  readonly routes: readonly string[]
  readonly note: string | undefined
}
