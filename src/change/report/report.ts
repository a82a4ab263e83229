import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Change } from '../change.ts'
import type { Marks } from '../marks.ts'
import type { Section, Weight } from './section.ts'
import { isNothing } from '../compare.ts'
import { addressSection } from './addresses.ts'
import { configurationSection } from './configurations.ts'
import { findingSection } from './findings.ts'
import { gapSection } from './gaps.ts'
import { leadOf } from './lead.ts'
import { moneySection } from './money.ts'
import { orderSection } from './order.ts'
import { reviewSection } from './review.ts'
import { serviceSection } from './service.ts'
import { thingSection } from './things.ts'
import { verdictOf } from './verdict.ts'

/**
 * A change in words of one language: the verdict, and sections in the order in which a reviewer needs them. Text is not
 * yet escaped.
 */
export interface Report {
  readonly language: Language
  readonly weight: Weight
  /** One line. */
  readonly verdict: string
  /** The main effect, in a sentence or two. */
  readonly lead: readonly string[]
  readonly sections: readonly Section[]
}

/** Sections that say nothing are left out. `marks`: what packets said of the sentences about service. */
export function reportOf(change: Change, language: Language, marks?: Marks): Report {
  const sections = [
    reviewSection,
    serviceSection,
    moneySection,
    thingSection,
    addressSection,
    findingSection,
    orderSection,
    configurationSection,
    gapSection,
  ].map(section => section(change, language, marks))
  return {
    language,
    ...verdictOf(change, language),
    lead: isNothing(change) ? [] : leadOf(change, language),
    sections: sections.filter(({ notes, rows, details = [] }) => notes.length + rows.length + details.length > 0),
  }
}
