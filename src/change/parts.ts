import type { SiteState } from '../analysis/graph/state.ts'
import type { Component } from '../analysis/graph/component.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Network } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import type { Sentence } from '../platforms/reading/sentence.ts'
import type { Artifact } from '../render/artifact.ts'
import type { Place } from '../source/source.ts'

/** One of the two sides that are compared: what a compilation gives. */
export interface State {
  readonly diagnostics: readonly Diagnostic[]
  readonly waived: readonly Diagnostic[]
  readonly network: Network | undefined
  readonly plan: Plan | undefined
  /** Text of the ledger; as it was recorded where there are errors. */
  readonly ledger: string
  readonly asOf: string
}

export interface Sides<T> {
  readonly before: T
  readonly after: T
}

/** Why something was not compared. */
export type Gap =
  | ({ readonly what: 'not-loaded' } & Unloaded)
  /** Some things could not be loaded, so that what hangs on them would seem to be gone. */
  | ({ readonly what: 'not-whole'; readonly missing: readonly string[] } & Unloaded)
  | { readonly what: 'not-rendered' }
  | { readonly what: 'failures'; readonly mostSites: number }

/** The side that is not whole, with its errors, the first in full. */
interface Unloaded {
  readonly side: keyof Sides<unknown>
  readonly first: Diagnostic | undefined
  readonly errors: number
}

/** A declared thing that is there on one side only, has another name, or says something else. */
export interface ThingChange {
  readonly kind: string
  readonly id: string
  readonly what: 'added' | 'removed' | 'renamed' | 'edited'
  /** Of a renamed thing: its name before. */
  readonly formerId?: string
  /** Of the new state; of a removed thing, of the old one. */
  readonly at: Place
  readonly edits: readonly Edit[]
}

/** A field as files spell it, `site.port`; undefined on the side that does not have it. */
export interface Edit extends Sides<unknown> {
  readonly field: string
  readonly at: Place
}

export interface ServiceChange {
  readonly sites: Sides<number>
  readonly components: Sides<number>
  /** Components that isolate a site by failing alone. */
  readonly isolating: Sides<number>
  /** Those of them that isolate a site which both states have. */
  readonly isolatingKept: Sides<number>
  /** Components that isolate other sites than before by failing alone, the worst first; one row for those alike. */
  readonly failures: readonly FailureChange[]
  /** Sites of both states that gain or lose a second way: no link, leased or owned, then isolates them alone. */
  readonly gainSecondWay: readonly string[]
  readonly loseSecondWay: readonly string[]
  /** Sites of both states that fare otherwise with everything up. */
  readonly states: readonly (Sides<SiteState> & { readonly site: string })[]
  readonly ringsOpened: readonly RingOpened[]
  readonly ringsClosed: readonly string[]
}

export interface FailureChange extends Sides<readonly string[]> {
  readonly components: readonly Component[]
}

interface RingOpened {
  readonly ring: string
  readonly ends: readonly string[]
  readonly sites: readonly string[]
}

/**
 * What the ledger holds under a key: `carried` from another key by a rename; `moved` is what must never happen by
 * itself.
 */
export interface NumberChange extends Partial<Sides<string>> {
  readonly key: string
  readonly what: 'taken' | 'retired' | 'revived' | 'given-back' | 'moved' | 'carried'
  readonly formerKey?: string
}

/** Rupiah, without PPN unless said; what is bought counts on the date of the comparison. */
export interface MoneyChange {
  readonly monthlyRupiah: Sides<number>
  readonly yearlyRupiah: Sides<number>
  /** Of permits for poles, crossings and dark fibre that run on the date, in rupiah a year: no month is invoiced. */
  readonly yearlyRents: Sides<number>
  readonly bought: readonly AmountChange[]
  /** Prices of contracts, with PPN. */
  readonly contracts: readonly AmountChange[]
  /** Contracts of each line, with PPN, beside its ceiling. */
  readonly budgets: readonly (AmountChange & { readonly ceilingRupiah: Partial<Sides<number>> })[]
}

export interface AmountChange extends Partial<Sides<number>> {
  readonly kind: string
  readonly id: string
}

export interface FindingChanges {
  readonly appeared: readonly Diagnostic[]
  readonly gone: readonly Diagnostic[]
  /** New, and accepted by a waiver that fits it. */
  readonly acceptedNew: readonly Diagnostic[]
  /** Reported before, accepted by a waiver now; and the other way round. */
  readonly waived: readonly Diagnostic[]
  readonly unwaived: readonly Diagnostic[]
  /** Accepted on either side; undefined where one of them is not whole. */
  readonly accepted: Sides<number> | undefined
}

/** A router whose configuration says something else, with its files on both sides. */
export interface RouterChange extends Sides<RouterFiles> {
  readonly router: string
  readonly formerId?: string
  readonly what: 'added' | 'removed' | 'changed'
  /** It goes on as another device, onto which all is loaded. */
  readonly isOtherDevice?: true
  readonly files: readonly FileChange[]
}

export type RouterFiles = ReadonlyMap<string, Artifact>

export interface FileChange {
  readonly name: string
  readonly removed: readonly Sentence[]
  readonly added: readonly Sentence[]
  /** Sentences that stand elsewhere among others whose order counts. */
  readonly moved: readonly Sentence[]
}
