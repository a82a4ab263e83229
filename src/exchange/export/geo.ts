import type { Point } from '../../model/scalars.ts'
import type { Cell, Table } from '../../render/tables/column.ts'
import { cablesTable, lineAlong, sitesTable, structuresTable, type Exported } from './tables.ts'

/** A thing on the ground with the words of its table. */
export interface Feature {
  readonly name: string
  readonly cells: readonly (readonly [string, string | number])[]
  readonly points: readonly Point[]
  readonly isLine: boolean
}

export interface Layer {
  readonly name: string
  readonly features: readonly Feature[]
}

/** Columns that a shape says itself. */
export const drawnColumns = new Set(['lintang', 'bujur'])

export function layersOf({ sites, structures, cables }: Exported): Layer[] {
  return [
    {
      name: 'Situs',
      features: sites.map(site =>
        feature(sitesTable([site]), site, [[site.declared.location.lon, site.declared.location.lat]], false),
      ),
    },
    { name: 'Struktur', features: structures.map(each => feature(structuresTable([each]), each, [each.point], false)) },
    { name: 'Kabel', features: cables.map(cable => feature(cablesTable([cable]), cable, lineAlong(cable), true)) },
  ]
}

function feature<Row>({ columns }: Table<Row>, row: Row, points: readonly Point[], isLine: boolean): Feature {
  const cells = columns
    .filter(({ key }) => !drawnColumns.has(key))
    .flatMap(({ key, value }): (readonly [string, string | number])[] => {
      const cell: Cell = value(row)
      return cell === undefined || cell === '' ? [] : [[key, cell]]
    })
  return { name: String(cells[0]?.[1] ?? ''), cells: cells.slice(1), points, isLine }
}
