import type { WaiverDeclaration } from './contract-file.ts'
import type { Bought, Budget, Contract } from './leases.ts'
import type { ClaimDeclaration, PaymentDeclaration, TicketDeclaration } from './record-file.ts'
import type { Declared } from './things.ts'
import type { WorkDeclaration } from './work-file.ts'

/** What an office wrote down of what happened, what it plans, and what it accepts. */

/** An invoice that was received, and how it was paid. */
export interface Payment extends Declared<PaymentDeclaration> {
  readonly kind: 'payment'
  readonly contract: Contract
  /** Where it names another line than the contract's. */
  readonly budget: Budget | undefined
  /** What is deducted from it, in the order of the file. */
  readonly claims: readonly Claim[]
}

/** Downtime of one circuit or uplink. */
export interface Ticket extends Declared<TicketDeclaration> {
  readonly kind: 'ticket'
  readonly bought: Bought
}

/** A letter that claims restitution. */
export interface Claim extends Declared<ClaimDeclaration> {
  readonly kind: 'claim'
  readonly contract: Contract
}

/** Planned work. */
export interface Work extends Declared<WorkDeclaration> {
  readonly kind: 'work'
  /** What it takes down, as `kind:id`, in the words of `serat what-if`; ranges written out. */
  readonly takes: readonly string[]
}

export interface Waiver extends Declared<WaiverDeclaration> {
  readonly kind: 'waiver'
}
