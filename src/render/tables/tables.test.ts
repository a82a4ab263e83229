import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { withoutFormula } from '../text/escape.ts'
import type { Place } from '../../source/source.ts'
import { column, type Column, type Table } from './column.ts'
import { columnLetters } from './column-letters.ts'
import { csv } from './csv.ts'
import { htmlTable } from './html.ts'
import { markdownTable } from './markdown.ts'
import { sheetName } from './sheet-name.ts'
import { totalled } from './totals.ts'
import { sheet, xlsx } from './xlsx.ts'

interface Row {
  readonly name: string
  readonly rupiah: number | undefined
  readonly date: string | undefined
}

const columns: readonly Column<Row>[] = [
  column('name', 'Nama', 'Name', 'text', 20, ({ name }) => name),
  column('rupiah', 'Nilai', 'Value', 'rupiah', 16, ({ rupiah }) => rupiah),
  column('date', 'Tanggal', 'Date', 'date', 12, ({ date }) => date),
]

const rows: readonly Row[] = [
  { name: '=HYPERLINK("http://x")', rupiah: 1_234_567, date: '2026-12-31' },
  { name: '  a|b <i>&\u0001 _x0041_', rupiah: undefined, date: undefined },
]

test('CSV is what the library writes', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          name: fc.string(),
          rupiah: fc.option(fc.integer(), { nil: undefined }),
          date: fc.constant(undefined),
        }),
      ),
      list => {
        const expected = stringify([
          ['name', 'rupiah', 'date'],
          ...list.map(({ name, rupiah }) => [withoutFormula(name), rupiah, undefined]),
        ])
        expect(csv({ columns, rows: list })).toBe(expected)
      },
    ),
  )
})

test('CSV has plain numbers and no formula', () => {
  expect(csv({ columns, rows })).toBe(
    `name,rupiah,date\n"'=HYPERLINK(""http://x"")",1234567,2026-12-31\n  a|b <i>&\u0001 _x0041_,,\n`,
  )
})

test('Markdown has rupiah and dates as Indonesian writes them', () => {
  expect(markdownTable({ columns, rows: rows.slice(0, 1) })).toBe(
    '| Nama | Nilai | Tanggal |\n| --- | ---: | --- |\n| =HYPERLINK("http://x") | Rp 1.234.567 | 31 Desember 2026 |\n',
  )
})

test('HTML tables have a caption and headings with a scope', () => {
  const html = htmlTable({ id: 'Daftar', en: 'List' }, { columns, rows })
  expect(html).toContain('<caption><span lang="id">Daftar</span> <span lang="en">List</span></caption>')
  expect(html.match(/<th scope="col"/g)).toHaveLength(3)
  expect(html.match(/<th scope="row"/g)).toHaveLength(2)
  expect(html).not.toContain('<i>')
})

test('a workbook is the same bytes each time, whatever the time zone', async () => {
  const zone = process.env['TZ']
  const made: string[] = []
  for (const tz of ['UTC', 'Asia/Jakarta', 'America/Los_Angeles']) {
    process.env['TZ'] = tz
    made.push(Buffer.from(await xlsx([sheet('Satu', { columns, rows })])).toString('base64'))
  }
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  expect(new Set(made).size).toBe(1)
})

test('a workbook reads back in another library: texts are texts, numbers numbers, dates dates, the heading frozen', async () => {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  await book.xlsx.load(
    Buffer.from(
      await xlsx([sheet('Satu', { columns, rows }), sheet('satu', { columns, rows: [] })]),
    ) as unknown as ArrayBuffer,
  )
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Satu', 'satu 2'])
  const [first] = book.worksheets
  expect(first?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(first?.getCell('A2').value).toBe('=HYPERLINK("http://x")')
  expect(first?.getCell('A2').type).toBe(excel.ValueType.String)
  expect(first?.getCell('B2').value).toBe(1_234_567)
  expect(first?.getCell('B2').numFmt).toBe('"Rp" #,##0')
  expect(first?.getCell('C2').value).toEqual(new Date('2026-12-31T00:00:00.000Z'))
  expect(first?.getCell('A3').value).toContain('a|b <i>&')
  expect(first?.getColumn(1).width).toBe(20)
})

test('a workbook has no formula part and guards the escapes of its own format', async () => {
  const parts = unzipSync(await xlsx([sheet('Satu', { columns, rows })]))
  const texts = Object.values(parts)
    .map(part => strFromU8(part))
    .join('')
  expect(texts).not.toMatch(/<f[ >]/)
  expect(texts).toContain('_x005F_x0041_')
  expect(Object.keys(parts).sort()).toContain('xl/worksheets/sheet1.xml')
})

test('letters of columns, names of sheets', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  expect(sheetName("'a/b:c'", [])).toBe('a b c')
  expect(sheetName('x'.repeat(40), [])).toHaveLength(31)
})

test('CSV by semicolons: decimals with a comma, long numbers and zeros in front kept as texts, no formula', () => {
  const form = csv({ columns, rows }, 'semicolon')
  expect(form.startsWith('\uFEFF')).toBe(true)
  const long: Table<string> = {
    columns: [column('npwp', 'NPWP', 'NPWP', 'code', 16, row => row)],
    rows: ['0024567810524000', '61204421', '=1+1', 'a;b', '="0012"', 'a\nb', 'a\rb', 'a,b'],
  }
  expect(csv(long, 'semicolon')).toBe(
    '\uFEFFnpwp\r\n"=""0024567810524000"""\r\n61204421\r\n\'=1+1\r\n"a;b"\r\n"\'=""0012"""\r\n"a\nb"\r\n"a\rb"\r\na,b\r\n',
  )
  const half: Table<number> = {
    columns: [column('km', 'Km', 'Km', 'decimal', 8, row => row)],
    rows: [1.5, 12_345_678_901_234],
  }
  expect(csv(half, 'semicolon')).toBe('\uFEFFkm\r\n1,5\r\n12345678901234\r\n')
})

test('a sheet of rupiah ends with its sums, whose operands are its rows; a price of a month is no part of one', () => {
  const at = (): readonly Place[] => [{ source: { path: 'a.yaml', text: '' }, path: [] }]
  const table: Table<number> = {
    columns: [
      column('name', 'Nama', 'Name', 'text', 8, row => `n${row}`),
      column('monthly_rupiah', 'Sebulan', 'Monthly', 'rupiah', 8, row => row),
      column('fees_rupiah', 'Jumlah', 'Sum', 'rupiah', 8, row => row * 2),
    ],
    rows: [1, 2, 3],
    at,
  }
  const all = totalled(table)
  const last = all.rows.at(-1) ?? 0
  expect(all.columns.map(({ value }) => value(last))).toEqual(['Jumlah (total)', undefined, 12])
  expect(all.columns[2]?.from?.(last).map(({ of, value }) => [of, value])).toEqual([
    ['n1', 2],
    ['n2', 4],
    ['n3', 6],
  ])
})

test('a stamped workbook says day, page and inventory at the foot of each sheet', async () => {
  const stamp = { asOf: '2026-11-02', filesHash: 'ab'.repeat(32) }
  const parts = unzipSync(await xlsx([sheet('Satu', { columns, rows }), sheet('Dua', { columns, rows: [] })], stamp))
  for (const number of [1, 2])
    expect(strFromU8(parts[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array())).toContain(
      '<headerFooter><oddFooter>&amp;L&amp;A · 2026-11-02&amp;C&amp;P / &amp;N&amp;RSerat · SHA-256 abababababababab</oddFooter></headerFooter></worksheet>',
    )
})
