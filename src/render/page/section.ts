import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { bilingual } from '../tables/bilingual.ts'
import type { Table } from '../tables/column.ts'
import { htmlTable } from '../tables/html.ts'
import { messages } from './messages.ts'

/** A page stays one that a browser opens: longer tables are shortened, and say where the whole is. */
export const mostRows = 1000

export interface Section {
  readonly id: string
  readonly title: Bilingual
  readonly body: string
}

export function sectionHtml({ id, title, body }: Section): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${bilingual(title)}</h2>\n${body}</section>\n`
}

/** The table, or its first thousand rows and the file that holds all. */
export function shortened<Row>(caption: Bilingual, table: Table<Row>, file: string): string {
  const { columns, rows } = table
  if (rows.length <= mostRows) return htmlTable(caption, table)
  const note = messages.shortened({ shown: mostRows, all: rows.length, file })
  return `<p>${bilingual(note)}</p>\n${htmlTable(caption, { columns, rows: rows.slice(0, mostRows) })}`
}
