import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import type { MoneyChange, NumberChange, ServiceChange, Sides } from '../parts.ts'
import type { ReviewCode } from './codes.ts'

/** One thing that a reviewer may have to accept. */
export interface Raised {
  readonly code: ReviewCode
  /** Things as `kind:id`; the first is the one that a waiver best names. */
  readonly about: readonly [string, ...string[]]
  readonly message: Bilingual
  /** What to do about it, other than to accept it. */
  readonly mend: Bilingual
}

/** `review` of `network.yaml`. */
export type Terms = Network['declared']['review']

/** What the ratchets look at. */
export interface Reviewed {
  /** What is asked of this change. */
  readonly terms: Terms
  readonly networks: Sides<Network>
  readonly service: ServiceChange | undefined
  readonly numbers: readonly NumberChange[]
  readonly money: MoneyChange
}
