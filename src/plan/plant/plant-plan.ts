import type { Cable, FibreRoute, Span, Splice, Structure } from '../../model/network.ts'
import type { CablePlan, SpanPlan } from './cable-plan.ts'
import type { LightPlan, Loss } from './light-plan.ts'

/**
 * The plant with every length and loss decided. Total for every network that loads: where a cable or a route is broken
 * it holds what can be known and says so in `broken`. Maps are sorted by id.
 *
 * Three lengths: *drawn* metres go along the ground from structure to structure; *sheath* metres along the cable, with
 * sag, tails and coils; *glass* metres along the fibre, which lies in a helix inside the sheath. A *chainage* is a
 * distance from a start in drawn metres.
 */
export interface PlantPlan {
  readonly spans: ReadonlyMap<string, SpanPlan>
  readonly cables: ReadonlyMap<string, CablePlan>
  readonly routes: ReadonlyMap<string, RoutePlan>
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
  /**
   * The worst of its strands, by wavelength in ascending order: those of its optics, and 1310 and 1550 nm, at which it
   * is measured.
   */
  readonly losses: readonly Loss[]
  /** Undefined where an end has no optic that is known. */
  readonly light: LightPlan | undefined
  readonly broken: RouteFault | undefined
}

/** Cable from end to end, as a reflectometer looks along it: a route, or one core that no route uses. */
export type Line = Pick<RoutePlan, 'hops' | 'strands' | 'glassM' | 'drawnM'>

/** Where a path cannot be walked; `step` is an index in the declared path. */
export type RouteFault =
  | {
      /**
       * Cable to cable without a structure; structure to structure without a cable; a stretch that begins and ends at
       * one place; a step that could not be loaded.
       */
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

/** Of a cable that is cut: the part that comes from its start, or the one that goes to its end. */
export type CableSide = 'start' | 'end'

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
  /** For each of them which part of its cable is joined; undefined where the path cannot be walked there. */
  readonly sides: readonly (CableSide | undefined)[]
  /** The declared splice; undefined for a pigtail, or where none is recorded. */
  readonly splice: Splice | undefined
  readonly measuredDb: number | undefined
  /** Glass from the route's `a` end. */
  readonly glassM: number
}
