import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Point } from '../model/scalars.ts'
import type { Spot } from './spot.ts'

/** A cell that is empty is not there. Numbers are such where the format itself says so. */
export type Cell = string | number

export type Shape =
  | { readonly kind: 'point'; readonly at: Point }
  | { readonly kind: 'line'; readonly points: readonly Point[] }
  | { readonly kind: 'other'; readonly word: string }

export interface Row {
  readonly at: Spot
  readonly cells: ReadonlyMap<string, Cell>
  readonly shape?: Shape
}

/** What every format is read into: rows with named columns, some with a shape on the ground. */
export interface Table {
  readonly file: string
  readonly sheet?: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

/** What a reader has to say: something that it left out, took as something else, or that nobody should trust. */
export interface Remark {
  readonly at: Spot
  readonly certainty: 'guessed' | 'contradicted' | 'left-out'
  readonly why: Bilingual
  /** The text that was left out, for people. */
  readonly text?: string
}

/** A remark about a row as a whole, with all that stands in it. */
export function remarkOn(
  { at, cells }: Pick<Row, 'at' | 'cells'>,
  certainty: Remark['certainty'],
  why: Bilingual,
): Remark {
  return { at, certainty, why, text: [...cells.values()].join(' | ') }
}

export interface Told {
  readonly tables: readonly Table[]
  readonly remarks: readonly Remark[]
}

/** Why a file is not read at all; nothing of it is used. */
export interface Unread {
  readonly unread: Bilingual
}

export function unread(id: string, en: string): Unread {
  return { unread: { id, en } }
}

export function isUnread(told: object): told is Unread {
  return 'unread' in told
}

/** Column names that are unlike: a second `Nama` is `Nama (2)`, one without a name is its number. */
export function unlike(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name, i) => {
    const base = name === '' ? `#${i + 1}` : name
    const times = (seen.get(base) ?? 0) + 1
    seen.set(base, times)
    return times === 1 ? base : `${base} (${times})`
  })
}
