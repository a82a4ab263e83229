import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Change } from '../change.ts'
import { headings } from './headings.ts'
import { reportMessages as messages } from './messages.ts'
import type { Section } from './section.ts'

/** What the terms of review refuse, with the way out; then what waivers accept. */
export function reviewSection({ review: { refused, accepted } }: Change, language: Language): Section {
  return {
    key: 'review',
    title: headings.review[language],
    notes: [],
    columns: [headings.what, headings.code, headings.why, headings.wayOut].map(title => ({ title: title[language] })),
    rows: [
      ...refused.map(({ code, message, help }) => [
        messages.refused[language],
        code,
        message[language],
        help?.[language] ?? '',
      ]),
      ...accepted.map(({ finding: { code, message }, waiver: { id, declared } }) => [
        messages.accepted[language],
        code,
        message[language],
        messages.waiver({ id, by: declared.decidedBy, until: declared.until })[language],
      ]),
    ],
  }
}
