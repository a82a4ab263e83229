import type { Artifact } from '../artifact.ts'
import type { Table } from './column.ts'
import { csv } from './csv.ts'
import { sheet, xlsx, type Sheet } from './xlsx.ts'

type Sources = NonNullable<Artifact['sources']>

/** A table as CSV whose cells can be asked where they come from. */
export function csvArtifact<Row>(path: string, sources: Sources, table: () => Table<Row>): Artifact {
  return { path, sources, content: () => csv(table()), sheets: () => [sheet('', table())] }
}

/** Tables as a workbook whose cells can be asked where they come from. */
export function workbookArtifact(path: string, sources: Sources, sheets: () => readonly Sheet[]): Artifact {
  return { path, sources, content: () => xlsx(sheets()), sheets }
}
