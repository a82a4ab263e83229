import type { Artifact } from '../artifact.ts'
import type { Table } from './column.ts'
import { csv, type CsvForm } from './csv.ts'
import { sheet, xlsx, type Sheet, type Stamp } from './xlsx.ts'

type Sources = NonNullable<Artifact['sources']>

/** A table as CSV whose cells can be asked where they come from. */
export function csvArtifact<Row>(path: string, sources: Sources, table: () => Table<Row>): Artifact {
  return { path, sources, content: () => csv(table()), sheets: () => [sheet('', table())] }
}

/** How tables are written in this network: the form of CSV, and what stands at the foot of a workbook. */
interface TableForm {
  readonly csv: CsvForm
  readonly stamp: (artifact: Artifact) => Stamp
}

/** An artifact that is one table, or a workbook, in the network's own form; any other as it is. */
export function inForm(artifact: Artifact, { csv: form, stamp }: TableForm): Artifact {
  const { path, sheets } = artifact
  if (sheets === undefined) return artifact
  if (path.endsWith('.xlsx')) return { ...artifact, content: () => xlsx(sheets(), stamp(artifact)) }
  if (!path.endsWith('.csv') || form === 'comma') return artifact
  return {
    ...artifact,
    content: () => {
      const [table] = sheets()
      return table === undefined ? '' : csv(table, form)
    },
  }
}

/** Tables as a workbook whose cells can be asked where they come from. */
export function workbookArtifact(path: string, sources: Sources, sheets: () => readonly Sheet[]): Artifact {
  return { path, sources, content: () => xlsx(sheets()), sheets }
}
