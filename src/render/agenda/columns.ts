import type { AgendaEntry } from '../../analysis/agenda/agenda.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import type { lineFinder } from '../money/operands.ts'
import { column, type Column } from '../tables/column.ts'
import { eventWords, sentenceOf } from './words.ts'

/** The agenda as a table, its sentences in one language. `fileOf` gives an inventory file as the reader sees it. */
export function agendaColumns(
  language: Language,
  lineOf: ReturnType<typeof lineFinder>,
  fileOf: (path: string) => string,
): Column<AgendaEntry>[] {
  return [
    column('day', 'Tanggal', 'Day', 'code', 10, ({ day }) => day),
    column('overdue', 'Lewat', 'Overdue', 'text', 7, ({ overdue }) => overdueWord(overdue, language)),
    column('event', 'Peristiwa', 'Event', 'text', 22, ({ event }) => eventWords[event.kind][language]),
    column('what', 'Apa', 'What', 'text', 120, entry => sentenceOf(entry)[language]),
    column('things', 'Benda', 'Things', 'code', 40, ({ about }) =>
      about.map(({ kind, id }) => `${kind}:${id}`).join(' '),
    ),
    column('file', 'Berkas', 'File', 'code', 40, ({ at }) => `${fileOf(at.source.path)}:${lineOf(at)}`),
  ]
}

function overdueWord(overdue: boolean, language: Language): string {
  if (!overdue) return ''
  return language === 'id' ? 'lewat' : 'overdue'
}
