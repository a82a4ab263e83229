import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Network, Waiver } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import type { lineFinder } from '../money/operands.ts'
import { column, type Column, type Table } from '../tables/column.ts'

/** Findings with their places; of a line that nobody should read again the words stay out. */
export function findingTable(
  diagnostics: readonly Diagnostic[],
  lineOf: ReturnType<typeof lineFinder>,
): Table<Diagnostic> {
  const columns: readonly Column<Diagnostic>[] = [
    column('code', 'Kode', 'Code', 'code', 10, ({ code }) => code),
    column('severity', 'Tingkat', 'Severity', 'text', 12, ({ severity }) =>
      severity === 'error' ? 'galat' : 'peringatan',
    ),
    column('message', 'Temuan', 'Finding', 'text', 90, ({ message }) => message.id),
    column('message_en', 'Temuan (Inggris)', 'Finding in English', 'text', 90, ({ message }) => message.en),
    column('file', 'Berkas', 'File', 'code', 34, ({ at }) => at.source.path),
    column('line', 'Baris', 'Line', 'integer', 8, ({ at }) => lineOf(at)),
    column('about', 'Benda', 'Things', 'code', 40, ({ about = [] }) => about.join(' ')),
  ]
  return { columns, rows: diagnostics, at: ({ at }) => [at] }
}

/** What was accepted: why, by whom, until when, and how many findings it covers. */
export function waiverTable({ waivers }: Network, waived: readonly Diagnostic[]): Table<Waiver> {
  const columns: readonly Column<Waiver>[] = [
    column('waiver', 'Pengecualian', 'Waiver', 'code', 28, ({ id }) => id),
    column('code', 'Kode', 'Code', 'code', 8, ({ declared }) => declared.code),
    column('reason', 'Alasan', 'Reason', 'text', 70, ({ declared }) => declared.reason),
    column('decided_by', 'Diputuskan oleh', 'Decided by', 'text', 40, ({ declared }) => declared.decidedBy),
    column('until', 'Sampai', 'Until', 'date', 12, ({ declared }) => declared.until),
    column('things', 'Benda', 'Things', 'code', 30, ({ declared }) =>
      (declared.things ?? [declared.under ?? '']).join(' '),
    ),
    column(
      'findings',
      'Temuan dengan kode itu',
      'Findings of that code',
      'integer',
      12,
      ({ declared }) => waived.filter(({ code }) => code === declared.code).length,
    ),
  ]
  return { columns, rows: [...waivers.values()], at: ({ origin }) => [inside(origin, 'waiver')] }
}
