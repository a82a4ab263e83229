import { isUnread, unread, type Remark, type Table, type Told, type Unread } from '../table.ts'
import { gridTable, type GridRow } from './grid.ts'
import { limits } from './limits.ts'
import { decoded } from './encoding.ts'
import { isTrue, sheetOf } from './xlsx-sheet.ts'
import { walkXml } from './xml.ts'
import { unzipped } from './zip.ts'

/**
 * Sheets of a workbook (ECMA-376, SpreadsheetML): values as they were saved. Formulas are never run; what they came to
 * is taken, and said.
 */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Told | Unread> {
  const parts = await unzipped(bytes, name =>
    /^xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml|_rels\/workbook\.xml\.rels)$/.test(name),
  )
  if (isUnread(parts)) return parts
  const text = (name: string): string | undefined => {
    const part = parts.get(name)
    if (part === undefined) return undefined
    const known = decoded(part)
    return isUnread(known) ? undefined : known.text.replace(/^\ufeff/, '')
  }
  const workbook = text('xl/workbook.xml')
  if (workbook === undefined) return unread('ini bukan buku kerja XLSX', 'this is no XLSX workbook')
  const book = await bookOf(workbook, text('xl/_rels/workbook.xml.rels') ?? '')
  if (isUnread(book)) return book
  const { sheets, from1904 } = book
  const shared = await sharedTexts(text('xl/sharedStrings.xml'))
  if (isUnread(shared)) return shared
  const dates = await dateStyles(text('xl/styles.xml'))
  if (isUnread(dates)) return dates
  const tables: Table[] = []
  const remarks: Remark[] = []
  let cells = 0
  for (const { name, path, isHidden } of sheets) {
    const xml = text(path)
    if (xml === undefined) continue
    if (isHidden)
      remarks.push({
        at: { file, sheet: name },
        certainty: 'guessed',
        why: { id: 'lembar tersembunyi; ikut dibaca', en: 'a hidden sheet; read all the same' },
      })
    const sheet = await sheetOf(xml, { shared, dates, from1904, file, sheet: name })
    if (isUnread(sheet)) return sheet
    cells += sheet.rows.reduce((sum, row) => sum + row.cells.length, 0)
    if (cells > limits.cells) return unread(`lebih dari ${limits.cells} sel`, `more than ${limits.cells} cells`)
    const told = gridTable({ file, sheet: name, unit: 'row' }, sheet.rows satisfies readonly GridRow[])
    tables.push(...told.tables)
    remarks.push(...sheet.remarks, ...told.remarks)
  }
  return { tables, remarks }
}

interface SheetPart {
  readonly name: string
  readonly path: string
  readonly isHidden: boolean
}

interface Book {
  readonly sheets: readonly SheetPart[]
  readonly from1904: boolean
}

async function bookOf(workbook: string, relations: string): Promise<Book | Unread> {
  let from1904 = false
  const targets = new Map<string, string>()
  const sheets: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = []
  const nothing = (): void => undefined
  const fault =
    (await walkXml(relations || '<x/>', {
      open: (name, each) => void (name === 'Relationship' && targets.set(each['Id'] ?? '', each['Target'] ?? '')),
      text: nothing,
      close: nothing,
    })) ??
    (await walkXml(workbook, {
      open(name, each) {
        if (name === 'workbookPr') from1904 = isTrue(each['date1904'])
        if (name !== 'sheet') return
        // Its prefix is whatever the program calls the namespace of relations.
        const [, id = ''] = Object.entries(each).find(([key]) => key.endsWith(':id')) ?? []
        const isHidden = each['state'] !== undefined && each['state'] !== 'visible'
        sheets.push({ name: each['name'] ?? '', id, isHidden })
      },
      text: nothing,
      close: nothing,
    }))
  if (fault !== undefined) return fault
  const parts = sheets.map(({ name, id, isHidden }, i): SheetPart => {
    const target = targets.get(id) ?? `worksheets/sheet${i + 1}.xml`
    return { name, path: target.startsWith('/') ? target.slice(1) : `xl/${target}`, isHidden }
  })
  return { sheets: parts, from1904 }
}

async function sharedTexts(xml: string | undefined): Promise<readonly string[] | Unread> {
  const texts: string[] = []
  let text = ''
  let isPhonetic = false
  let isText = false
  const fault = await walkXml(xml ?? '<sst/>', {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't'
    },
    text(found) {
      if (isText && !isPhonetic && text.length < limits.cell) text += found
    },
    close(name) {
      if (name === 'si') texts.push(text)
      if (name === 'rPh') isPhonetic = false
      isText = false
    },
  })
  return fault ?? texts
}

/** Styles, by their number, that show a number as a day. */
async function dateStyles(xml: string | undefined): Promise<ReadonlySet<number> | Unread> {
  const formats = new Map<string, string>()
  const dates = new Set<number>()
  let styles = 0
  let isCells = false
  const fault = await walkXml(xml ?? '<x/>', {
    open(name, each) {
      if (name === 'numFmt') formats.set(each['numFmtId'] ?? '', each['formatCode'] ?? '')
      if (name === 'cellXfs') isCells = true
      if (name !== 'xf' || !isCells) return
      const id = Number(each['numFmtId'] ?? 0)
      const code = (formats.get(String(id)) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      if ((id >= 14 && id <= 17) || id === 22 || /[dy]/i.test(code)) dates.add(styles)
      styles++
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') isCells = false
    },
  })
  return fault ?? dates
}
