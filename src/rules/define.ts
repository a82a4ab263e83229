import type { Bilingual, Diagnostic, Related, Severity } from '../diagnostic/diagnostic.ts'
import type { Named, Network, Site } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import { standingEach, worldOf } from '../source/recorded.ts'
import { remembered } from '../source/remembered.ts'
import type { Place } from '../source/source.ts'

/** What a rule may look at. It changes nothing, and sees no other rule. */
export interface Subject {
  readonly network: Network
  readonly plan: Plan
}

/** One finding of a rule, before it is put into words. */
interface Report<Facts> {
  readonly at: Place
  readonly facts: Facts
  /** The things that it is about; a waiver can name them. */
  readonly about: readonly Named[]
  /** The other party of a conflict. */
  readonly related?: readonly Related[]
}

export interface Rule<Facts> {
  /** Family and three digits; never reused. */
  readonly code: string
  /** Name of the bad thing, and of the rule's two files. */
  readonly name: string
  readonly severity: Severity
  readonly title: Bilingual
  readonly check: (subject: Subject) => Iterable<Report<Facts>>
  readonly message: (facts: Facts) => Bilingual
  readonly hint: (facts: Facts) => Bilingual
}

/** A rule whose facts nobody outside needs to know. */
export interface AnyRule {
  readonly code: string
  readonly name: string
  readonly severity: Severity
  readonly title: Bilingual
  readonly run: (subject: Subject) => Diagnostic[]
}

export function rule<Facts>(definition: Rule<Facts>): AnyRule {
  const { code, name, severity, title } = definition
  const said = remembered((report: Report<Facts>) => diagnosticOf(definition, report))
  return { code, name, severity, title, run: subject => [...definition.check(subject)].map(said) }
}

/**
 * A rule about one site at a time: what it finds there stands as long as the site is the same, and all else that it
 * looks at.
 */
export function siteRule<Facts>({ check, ...definition }: SiteRule<Facts>): AnyRule {
  const each = standingEach<Site, readonly Report<Facts>[]>()
  return rule({
    ...definition,
    check: subject =>
      each(worldOf(subject.network), subject.network.sites.values(), site => [...check(site, subject)]).flat(),
  })
}

interface SiteRule<Facts> extends Omit<Rule<Facts>, 'check'> {
  readonly check: (site: Site, subject: Subject) => Iterable<Report<Facts>>
}

/** A report in words. */
export function diagnosticOf<Facts>(
  { code, severity, message, hint }: Rule<Facts>,
  { at, facts, about, related }: Report<Facts>,
): Diagnostic {
  return {
    code,
    severity,
    at,
    message: message(facts),
    help: hint(facts),
    about: about.map(({ kind, id }) => `${kind}:${id}`),
    ...(related === undefined ? {} : { related }),
  }
}
