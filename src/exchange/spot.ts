import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { printable } from '../text/screen.ts'

/** Where something stands in what an office gave: as exactly as its format can say. */
export interface Spot {
  readonly file: string
  readonly sheet?: string
  /** Of a KML: its folders from the outermost, with ` / ` between them. */
  readonly folder?: string
  /** Line of a text file or row of a sheet, from 1; a feature of GeoJSON or an entry of JSON by its number. */
  readonly row?: number
  /** What the row is: read by people, and never by the program. */
  readonly unit?: 'row' | 'line' | 'placemark' | 'feature' | 'record' | 'entry'
  /** Name of a placemark. */
  readonly name?: string
  readonly column?: string
}

const units = {
  row: { id: 'baris', en: 'row' },
  line: { id: 'baris', en: 'line' },
  placemark: { id: 'placemark di baris', en: 'placemark at line' },
  feature: { id: 'fitur', en: 'feature' },
  record: { id: 'rekaman', en: 'record' },
  entry: { id: 'entri', en: 'entry' },
} as const satisfies Record<NonNullable<Spot['unit']>, Bilingual>

/** `poles.xlsx, sheet Tiang, row 7, column Lintang`. */
export function spotText({ file, sheet, folder, row, unit = 'row', name, column }: Spot): Bilingual {
  const parts = (language: keyof Bilingual): string =>
    [
      printable(file),
      sheet === undefined ? undefined : `${language === 'id' ? 'lembar' : 'sheet'} ${printable(sheet)}`,
      folder === undefined ? undefined : `folder ${printable(folder)}`,
      row === undefined ? undefined : `${units[unit][language]} ${row}`,
      name === undefined ? undefined : `"${printable(name)}"`,
      column === undefined ? undefined : `${language === 'id' ? 'kolom' : 'column'} ${printable(column)}`,
    ]
      .filter(part => part !== undefined)
      .join(', ')
  return { id: parts('id'), en: parts('en') }
}

/** Equal for equal cells of one import. */
export function cellKey({ file, sheet, row, column }: Spot): string {
  return JSON.stringify([file, sheet ?? '', row ?? 0, column ?? ''])
}

export function inColumn(spot: Spot, column: string): Spot {
  return { ...spot, column }
}
