import type { RolloutOrder } from './order/order.ts'
import type { Review } from './review/review.ts'
import type {
  Sides,
  Gap,
  ThingChange,
  ServiceChange,
  NumberChange,
  MoneyChange,
  FindingChanges,
  RouterChange,
} from './parts.ts'

/** Somebody's edit, or the calendar alone, which begins and ends what was declared long ago. */
export type Cause = 'edit' | 'calendar'

/**
 * What happens to a network from one state to another. Parts that could not be compared are undefined, and `gaps` says
 * why.
 */
export interface Change {
  readonly cause: Cause
  /** Errors of either side. */
  readonly errors: Sides<number>
  readonly gaps: readonly Gap[]
  readonly things: readonly ThingChange[]
  readonly service: ServiceChange | undefined
  readonly numbers: readonly NumberChange[]
  readonly money: MoneyChange | undefined
  readonly findings: FindingChanges
  readonly routers: readonly RouterChange[]
  /** Of those routers, with what each step does to service. */
  readonly order: RolloutOrder | undefined
  /** What the network's `review` refuses, and what waivers accept of it. */
  readonly review: Review
}
