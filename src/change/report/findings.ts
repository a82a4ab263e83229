import type { Bilingual, Diagnostic, Language } from '../../diagnostic/diagnostic.ts'
import { locate } from '../../source/locate.ts'
import type { Change } from '../change.ts'
import { headings } from './headings.ts'
import { reportMessages as messages } from './messages.ts'
import type { Section } from './section.ts'

export function findingSection({ findings }: Change, language: Language): Section {
  const { appeared, gone, acceptedNew, waived, unwaived, accepted } = findings
  const rows = (of: readonly Diagnostic[], word: Bilingual): string[][] =>
    of.map(finding => [
      finding.severity === 'error' ? messages.error({ text: word[language] })[language] : word[language],
      finding.code,
      finding.message[language],
      `${finding.at.source.path}:${locate(finding.at).line}`,
    ])
  const errorsFirst = appeared.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return {
    key: 'findings',
    title: headings.findings[language],
    notes:
      accepted === undefined || accepted.before === accepted.after
        ? []
        : [messages.acceptedWarnings(accepted)[language]],
    columns: [headings.what, headings.code, headings.finding, headings.where].map(title => ({
      title: title[language],
    })),
    rows: [
      ...rows(errorsFirst, { id: 'baru', en: 'new' }),
      ...rows(unwaived, { id: 'tidak lagi diterima', en: 'no longer accepted' }),
      ...rows(acceptedNew, { id: 'baru, diterima', en: 'new, accepted' }),
      ...rows(waived, { id: 'kini diterima', en: 'accepted now' }),
      ...rows(gone, { id: 'hilang', en: 'gone' }),
    ],
  }
}
