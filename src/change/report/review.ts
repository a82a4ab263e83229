import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Change } from '../change.ts'
import type { Section } from './section.ts'

/** What the terms of review refuse, with the way out; then what waivers accept. */
export function reviewSection({ review: { refused, accepted } }: Change, language: Language): Section {
  const id = language === 'id'
  return {
    key: 'review',
    title: id ? 'Syarat tinjauan' : 'Terms of review',
    notes: [],
    columns: [
      { title: id ? 'Apa' : 'What' },
      { title: id ? 'Kode' : 'Code' },
      { title: id ? 'Sebab' : 'Why' },
      { title: id ? 'Jalan keluar' : 'Way out' },
    ],
    rows: [
      ...refused.map(({ code, message, help }) => [
        id ? 'ditolak' : 'refused',
        code,
        message[language],
        help?.[language] ?? '',
      ]),
      ...accepted.map(({ finding: { code, message }, waiver }) => [
        id ? 'diterima' : 'accepted',
        code,
        message[language],
        id
          ? `waivers.yaml: ${waiver.id}, oleh ${waiver.declared.decidedBy}, sampai ${waiver.declared.until}`
          : `waivers.yaml: ${waiver.id}, by ${waiver.declared.decidedBy}, until ${waiver.declared.until}`,
      ]),
    ],
  }
}
