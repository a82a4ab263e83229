import type { Place, Step } from '../source/source.ts'
import type { ContractDeclaration, ProviderDeclaration } from './contract-file.ts'
import type { CircuitDeclaration, UplinkDeclaration } from './lease-file.ts'
import type { Declared, PortEnd, Site } from './things.ts'
import type { BudgetDeclaration, HandoffDeclaration } from './network-file.ts'
import type { Period } from './scalars.ts'
import type { SiteDeclaration } from './site-file.ts'

export interface Handoff extends Declared<HandoffDeclaration> {
  readonly kind: 'handoff'
  readonly provider: Provider
  readonly ports: readonly PortEnd[]
}

export interface Provider extends Declared<ProviderDeclaration> {
  readonly kind: 'provider'
}

export interface Budget extends Declared<BudgetDeclaration> {
  readonly kind: 'budget'
  /** By the document that is in force on the day: the DPA, or the last DPPA. */
  readonly ceilingRupiah: number
  readonly ceilingAt: Place
}

export interface Contract extends Declared<ContractDeclaration> {
  readonly kind: 'contract'
  readonly provider: Provider
  /** The first of its budget lines. */
  readonly budget: Budget
  /** In the order of the file. */
  readonly budgets: readonly Budget[]
  /** From its first day to the last one that an addendum has moved it to. */
  readonly period: Period
}

/** What holds of a circuit or uplink between two changes, with the declaration as it reads then. */
export interface Term<Declaration> {
  readonly period: Period
  readonly declared: Declaration
  readonly provider: Provider
  readonly contracts: readonly Contract[]
  readonly handoff: Handoff | undefined
  readonly end: PortEnd
  /** Where its first day stands. */
  readonly fromAt: Place
  /** Where a value of it stands: in the change that set it, else in the circuit itself. */
  readonly at: (...steps: readonly Step[]) => Place
}

/** What is bought from a provider: its own facts are those of the day that the network was loaded for. */
interface InTerms<Declaration> extends Declared<Declaration>, Omit<Term<Declaration>, 'period'> {
  /** Its whole life, in order. */
  readonly terms: readonly Term<Declaration>[]
  readonly active: boolean
}

export interface Circuit extends InTerms<CircuitDeclaration> {
  readonly kind: 'circuit'
  readonly site: Premises
}

/** What a circuit knows of the site that it leads to: what stands behind that router may change without it. */
export interface Premises extends Pick<Site, 'kind' | 'id' | 'origin' | 'router' | 'active'> {
  readonly declared: Pick<SiteDeclaration, 'location' | 'status' | 'class' | 'was'>
}

export interface Uplink extends InTerms<UplinkDeclaration> {
  readonly kind: 'uplink'
}

/** What is bought from a provider by the month. */
export type Bought = Circuit | Uplink
