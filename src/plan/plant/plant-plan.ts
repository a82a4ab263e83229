import type { Cable, FibreRoute, Slack, Span, Splice, Structure } from '../../model/network.ts'
import type { Optic } from '../../model/optics.ts'
import type { Point } from '../../model/scalars.ts'
import type { Profile } from '../../model/fibre.ts'

/**
 * The plant with every length and loss decided. Total for every network that loads: where a cable or a route is broken it holds what can be
 * known and says so in `broken`. Maps are sorted by id.
 *
 * Three lengths: *drawn* metres go along the ground from structure to structure; *sheath* metres along the cable, with sag, tails and coils;
 * *glass* metres along the fibre, which lies in a helix inside the sheath. A *chainage* is a distance from a start in drawn metres.
 */
export interface PlantPlan {
  readonly spans: ReadonlyMap<string, SpanPlan>
  readonly cables: ReadonlyMap<string, CablePlan>
  readonly routes: ReadonlyMap<string, RoutePlan>
}

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
  /** Stations at a place, as `placeOf` names it, in the cable's direction: two where a closed ring comes back, or a pole is passed twice. */
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
  /** Marks read on the sheath win over the drawn line, unless they cannot be. */
  readonly basis: 'marks' | 'drawn'
  readonly glassM: number
  /** Glass over sheath: `1 + helix`. */
  readonly helixFactor: number
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

/** A route of light, walked from `a` to `b`. */
export interface RoutePlan {
  readonly route: FibreRoute
  /** The declared path, but for steps that could not be loaded. */
  readonly steps: readonly PathStep[]
  readonly hops: readonly Hop[]
  /** One for each strand that its optics light. */
  readonly strands: readonly StrandPlan[]
  readonly drawnM: number
  readonly sheathM: number
  readonly glassM: number
  /** Mated pairs at ODF ports. Those at the equipment are inside the figures of the optics. */
  readonly connectors: number
  /** The worst of its strands, by wavelength in ascending order: those of its optics, and 1310 and 1550 nm, at which it is measured. */
  readonly losses: readonly Loss[]
  /** Undefined where an end has no optic that is known. */
  readonly light: LightPlan | undefined
  readonly broken: RouteFault | undefined
}

/** Where a path cannot be walked; `step` is an index in the declared path. */
export type RouteFault =
  | {
      /** Cable to cable without a structure; structure to structure without a cable; a stretch that begins and ends at one place; a step that could not be loaded. */
      readonly kind: 'no-joint' | 'no-cable' | 'same-place' | 'not-loaded'
      readonly step: number
    }
  /** The cable does not pass this structure beside it in the path. */
  | { readonly kind: 'not-on-cable'; readonly step: number; readonly structure: Structure }
  /** A waypoint does not lie on the way between the two structures of its stretch. */
  | { readonly kind: 'not-on-the-way'; readonly step: number; readonly waypoint: Structure | Span }
  /** The cable goes from the one structure to the other in several ways, and nothing says which. */
  | { readonly kind: 'ambiguous'; readonly step: number; readonly ways: readonly (readonly Span[])[] }

/** A step of a declared path that names a thing; `index` is its place there. */
export type PathStep = StructureStep | StrandStep | SpanStep

export interface StructureStep {
  readonly kind: 'structure'
  readonly index: number
  readonly structure: Structure
  /** Of an ODF. */
  readonly port: number | undefined
}

export interface StrandStep {
  readonly kind: 'strand'
  readonly index: number
  readonly cable: Cable
  readonly core: number
}

/** A span between two namings of one core says which way round a ring the light goes. */
interface SpanStep {
  readonly kind: 'span'
  readonly index: number
  readonly span: Span
}

/** What a path may name on the way along one core: a structure that the core passes uncut, or a span. */
export type Waypoint = StructureStep | SpanStep

/** A stretch of one core of one cable: where the light enters it, where it leaves it, and which way it runs. */
export interface Hop {
  readonly cable: CablePlan
  /** Index of its step in the declared path; the first where waypoints stand between. */
  readonly step: number
  readonly lastStep: number
  /** The core that the path names; a second strand lies in the next one. */
  readonly core: number
  readonly from: Structure
  readonly to: Structure
  readonly fromStation: number
  readonly toStation: number
  /** The route goes with the cable's own direction. */
  readonly forward: boolean
  /** Chainage along the route. */
  readonly fromChainageM: number
  readonly toChainageM: number
  /** Position on the cable's sheath, from its start: `from` is the larger where the route goes backwards. */
  readonly sheathFromM: number
  readonly sheathToM: number
  /** Glass from the route's `a` end. */
  readonly glassFromM: number
  readonly glassToM: number
}

export interface StrandPlan {
  /** Core of each hop, in order. */
  readonly cores: readonly number[]
  readonly splices: readonly SpliceMet[]
  readonly losses: readonly Loss[]
}

export interface SpliceMet {
  readonly at: Structure
  /** A pigtail of an ODF port, or a splice between two cores. */
  readonly kind: 'pigtail' | 'splice'
  /** `cable/core` on either side; a pigtail has one. */
  readonly strands: readonly string[]
  /** The declared splice; undefined for a pigtail, or where none is recorded. */
  readonly splice: Splice | undefined
  readonly measuredDb: number | undefined
  /** Glass from the route's `a` end. */
  readonly glassM: number
}

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

/** dBm: the weakest transmitter over the worst line, the middle over the typical one, the strongest over the typical one. */
export interface ReceivedPower {
  readonly minDbm: number
  readonly typicalDbm: number
  readonly maxDbm: number
}
