import type { Report } from '../../change/report/report.ts'
import type { Section } from '../../change/report/section.ts'
import { shown } from '../../text/screen.ts'
import { tableText } from '../tables/print.ts'

const mostRows = 20

/** A report for a terminal; long tables are cut, and say so. */
export function reportText({ verdict, lead, sections, language }: Report, subject: string): string {
  const parts = sections.map(section => sectionText(section, language))
  return [`${shown(verdict)}\n${lead.map(line => `${shown(line)}\n`).join('')}${shown(subject)}\n`, ...parts].join('\n')
}

function sectionText({ title, notes, columns, rows, details = [] }: Section, language: Report['language']): string {
  const headings = columns.map((column, i) => ({
    key: String(i),
    title: { id: column.title, en: column.title },
    format: column.isNumber === true ? ('integer' as const) : ('text' as const),
    width: 100,
  }))
  const filled = rows.slice(0, mostRows).map((cells, i) => ({
    id: String(i),
    cells: new Map(cells.map((cell, j) => [String(j), cell])),
  }))
  const left = rows.length - filled.length
  return [
    `${title}\n`,
    ...notes.map(note => `  ${shown(note)}\n`),
    ...(filled.length === 0
      ? []
      : [tableText({ ids: [], columns: headings, narrow: headings, rows: filled }, filled, language)]),
    ...(left > 0
      ? [{ id: `  +${left} baris lain: --format json\n`, en: `  +${left} more rows: --format json\n` }[language]]
      : []),
    ...details.map(
      ({ title: name, lines }) =>
        `  ${shown(name)}\n${lines()
          .map(line => `    ${shown(line)}\n`)
          .join('')}`,
    ),
  ].join('')
}
