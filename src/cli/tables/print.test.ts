import { expect, test } from 'vitest'
import { rowsText, tableJson, tableText } from './print.ts'
import { list, table } from '../../show/table.ts'
import { column } from '../../render/tables/column.ts'

interface Row {
  readonly id: string
  readonly name?: string
  readonly rupiah?: number
  readonly sites: readonly string[]
}

const rows: readonly Row[] = [
  { id: 'a', name: 'Dinas \u7db2\u7d61', rupiah: 1_234_567, sites: ['x', 'y'] },
  { id: 'long-id', name: `control \u001b[2J ${'and long '.repeat(9)}`, sites: [] },
]
const filled = table<Row>({
  rows: () => rows,
  idOf: ({ id }) => id,
  columns: [
    column('id', 'Kode', 'Id', 'code', 3, ({ id }) => id),
    column('name', 'Nama', 'Name', 'text', 20, ({ name }) => name),
    column('empty', 'Kosong', 'Empty', 'text', 20, () => undefined),
    column('fee', 'Biaya', 'Fee', 'rupiah', 12, ({ rupiah }) => rupiah),
    list('sites', 'Situs', 'Sites', 20, ({ sites }) => sites),
  ],
})({ network: undefined as never, plan: undefined })

test('columns are aligned by cells, names are whole, free text is cut, columns without words are left out', () => {
  expect(tableText(filled, filled.rows, 'en')).toBe(
    'Id       Name                        Fee  Sites\n' +
      'a        Dinas \u7db2\u7d61            1,234,567  x y\n' +
      'long-id  control \u241b[2J and lo\u2026\n',
  )
  expect(tableText(filled, filled.rows, 'id')).toContain('1.234.567')
})

test('one thing is shown whole', () => {
  expect(rowsText(filled, filled.rows.slice(0, 1), 'en')).toBe(
    'Id     a\nName   Dinas \u7db2\u7d61\nFee    1,234,567\nSites  x y\n',
  )
})

test('JSON is one array of objects with all keys', () => {
  const data = JSON.parse(tableJson(filled, filled.rows))
  expect(data[0]).toEqual({ id: 'a', name: 'Dinas \u7db2\u7d61', empty: null, fee: 1_234_567, sites: ['x', 'y'] })
  expect(Object.keys(data[1])).toEqual(['id', 'name', 'empty', 'fee', 'sites'])
})
