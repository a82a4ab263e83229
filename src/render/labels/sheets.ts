/** A sheet of labels on A4 (210 by 297 mm); lengths in millimetres, from the upper left corner. */
export interface LabelSheet {
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  /** From the left edge of a label to that of the next, and from upper edge to upper edge. */
  readonly pitchX: number
  readonly pitchY: number
}

/**
 * Sizes as the maker prints them on the packet (Avery; other makers sell the same sheets under numbers of their own).
 */
export const labelSheets = {
  L7651: { columns: 5, rows: 13, width: 38.1, height: 21.2, left: 4.75, top: 10.7, pitchX: 40.6, pitchY: 21.2 },
  L7159: { columns: 3, rows: 8, width: 63.5, height: 33.9, left: 6.45, top: 12.9, pitchX: 66.8, pitchY: 33.9 },
  L7160: { columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.2, top: 15.15, pitchX: 66.0, pitchY: 38.1 },
  L7163: { columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.65, top: 15.15, pitchX: 101.6, pitchY: 38.1 },
  L7173: { columns: 2, rows: 5, width: 99.1, height: 57, left: 4.65, top: 6, pitchX: 101.6, pitchY: 57 },
} as const satisfies Readonly<Record<string, LabelSheet>>

export type LabelSheetName = keyof typeof labelSheets

/** Where the label of this number lies on its sheet, and on which sheet; both begin at 0. */
export function placeOnSheet(
  { columns, rows, left, top, pitchX, pitchY }: LabelSheet,
  number: number,
): { readonly sheet: number; readonly x: number; readonly y: number } {
  const onSheet = number % (columns * rows)
  return {
    sheet: Math.floor(number / (columns * rows)),
    x: left + (onSheet % columns) * pitchX,
    y: top + Math.floor(onSheet / columns) * pitchY,
  }
}
