import type { Named } from '../../model/network.ts'
import type { Place } from '../../source/source.ts'

/** What happens on a day, with the figures that its sentence needs. */
export type Event =
  | { readonly kind: 'contract-begins' | 'contract-ends'; readonly contract: string; readonly successor?: string }
  /** The widest window of the policy opens, and nothing follows the contract. */
  | { readonly kind: 'procurement-begins'; readonly contract: string; readonly to: string }
  | { readonly kind: 'delivery-due'; readonly contract: string }
  | { readonly kind: 'addendum'; readonly contract: string; readonly number: string }
  | { readonly kind: 'circuit-begins' | 'circuit-ends'; readonly status: string }
  | { readonly kind: 'circuit-changes'; readonly changes: readonly FactChange[] }
  | { readonly kind: 'permit-ends'; readonly number: string }
  | { readonly kind: 'waiver-ends'; readonly code: string }
  | { readonly kind: 'payment-due'; readonly contract: string; readonly month: string; readonly rupiah: number }
  | { readonly kind: 'claim-due'; readonly contract: string; readonly month: string; readonly rupiah: number }

/** One thing's event, before those of one day are put together. */
export interface ThingEvent {
  readonly day: string
  readonly event: Event
  readonly about: Named
  readonly at: Place
}

/** One fact of a circuit that changes on a day; both sides as they are written in its file. */
export interface FactChange {
  readonly field: string
  readonly before: string
  readonly after: string
}
