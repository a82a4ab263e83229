import type { Bilingual, Diagnostic, Language } from '../../diagnostic/diagnostic.ts'
import { locate } from '../../source/locate.ts'
import type { Change } from '../change.ts'
import type { Section } from './section.ts'

export function findingSection({ findings }: Change, language: Language): Section {
  const id = language === 'id'
  const { appeared, gone, acceptedNew, waived, unwaived, accepted } = findings
  const rows = (of: readonly Diagnostic[], word: Bilingual): string[][] =>
    of.map(finding => [
      finding.severity === 'error' ? (id ? `${word.id} galat` : `${word.en} error`) : word[language],
      finding.code,
      finding.message[language],
      `${finding.at.source.path}:${locate(finding.at).line}`,
    ])
  const errorsFirst = appeared.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return {
    key: 'findings',
    title: id ? 'Temuan' : 'Findings',
    notes:
      accepted === undefined || accepted.before === accepted.after
        ? []
        : [
            id
              ? `Peringatan yang diterima waivers.yaml: ${accepted.before} → ${accepted.after}.`
              : `Warnings accepted in waivers.yaml: ${accepted.before} → ${accepted.after}.`,
          ],
    columns: [
      { title: id ? 'Apa' : 'What' },
      { title: id ? 'Kode' : 'Code' },
      { title: id ? 'Temuan' : 'Finding' },
      { title: id ? 'Di mana' : 'Where' },
    ],
    rows: [
      ...rows(errorsFirst, { id: 'baru', en: 'new' }),
      ...rows(unwaived, { id: 'tidak lagi diterima', en: 'no longer accepted' }),
      ...rows(acceptedNew, { id: 'baru, diterima', en: 'new, accepted' }),
      ...rows(waived, { id: 'kini diterima', en: 'accepted now' }),
      ...rows(gone, { id: 'hilang', en: 'gone' }),
    ],
  }
}
