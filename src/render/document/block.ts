import { cellText, isNumeric } from '../tables/cell-text.ts'
import type { Table } from '../tables/column.ts'

/**
 * A document of an office in the order in which it is read; its texts are plain, and each writer escapes them for its
 * form.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** An address of the web, whole, for whoever reads on a screen and whoever copies it from paper. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Label and value, a line each: number, date, subject. */
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly caption: string; readonly table: TextTable }
  /** Who signs, by role, with room for a hand. */
  | { readonly kind: 'signature'; readonly role: string }

/** A table whose cells are texts for readers. */
export interface TextTable {
  readonly headings: readonly { readonly text: string; readonly isNumber: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** Any table in Indonesian. */
export function textTable<Row>({ columns, rows }: Table<Row>): TextTable {
  return {
    headings: columns.map(({ title, format }) => ({ text: title.id, isNumber: isNumeric(format) })),
    rows: rows.map(row => columns.map(({ value, format }) => cellText(value(row), format))),
  }
}
