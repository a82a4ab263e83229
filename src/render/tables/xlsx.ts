import { xmlText } from '../text/escape.ts'
import { columnLetters } from './column-letters.ts'
import { sheetName } from './sheet-name.ts'
import { sharedTextsXml } from './shared-texts.ts'
import { sheetXml, type SharedTexts } from './sheet-xml.ts'
import type { Table } from './column.ts'
import { stylesXml } from './xlsx-styles.ts'

export interface Sheet extends Table<never> {
  readonly name: string
}

/** A sheet of any kind of rows, so that one workbook can hold several. */
export function sheet<Row>(name: string, table: Table<Row>): Sheet {
  return { name, ...table } as unknown as Sheet
}

/** What a workbook says of its making, at the foot of each printed page. */
export interface Stamp {
  readonly asOf: string
  /** SHA-256 of the inventory files that it was made of, hex: an edit elsewhere leaves a workbook as it is. */
  readonly filesHash: string
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
/**
 * Up to this many bytes a workbook is stored as it is: packing it would be a twentieth of a small build. Above, level 1
 * packs sevenfold.
 */
const mostStored = 1_000_000
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook (ECMA-376, SpreadsheetML) whose bytes follow from its sheets alone. The heading of each sheet stays in
 * sight, filters, and is printed on every page; a stamp stands at the foot. Written here, because the libraries take 7
 * to 10 times as long, and their zips say when they were made.
 */
export async function xlsx(sheets: readonly Sheet[], stamp?: Stamp): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate')
  const names = sheets.map(({ name }, i) =>
    sheetName(
      name,
      sheets.slice(0, i).map(other => other.name),
    ),
  )
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(sheets.length)),
    '_rels/.rels': strToU8(relationships([['officeDocument', 'xl/workbook.xml']])),
    'xl/_rels/workbook.xml.rels': strToU8(
      relationships([
        ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ),
    'xl/styles.xml': strToU8(declaration + stylesXml),
    'xl/workbook.xml': strToU8(workbook(names, sheets)),
  }
  const texts: SharedTexts = { numbers: new Map(), uses: 0 }
  for (const [i, { columns, rows }] of sheets.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(
      { columns, rows },
      { isSelected: i === 0, footer: stamp === undefined ? '' : footerOf(stamp) },
      texts,
    )
  parts['xl/sharedStrings.xml'] = sharedTextsXml(texts)
  const size = Object.values(parts).reduce((sum, { length }) => sum + length, 0)
  // The first moment that a zip can say; local time, as zips have it, so the same in every time zone.
  return zipSync(parts, { mtime: new Date(1980, 0, 1), level: size < mostStored ? 0 : 1 })
}

/** The sheet and the day, the page of how many, the inventory: codes of ECMA-376 18.3.1.46. */
function footerOf({ asOf, filesHash }: Stamp): string {
  return `&L&A · ${asOf}&C&P / &N&RSerat · SHA-256 ${filesHash.slice(0, 16)}`
}

function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  )
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/>${overrides.join('')}</Types>`
  )
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${items.join('')}</Relationships>`
}

function workbook(names: readonly string[], sheets: readonly Sheet[]): string {
  const list = names.map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const filters = names.map((name, i) => {
    const { columns, rows } = sheets[i] ?? { columns: [], rows: [] }
    const quoted = xmlText(`'${name.replaceAll("'", "''")}'`)
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${quoted}!$A$1:$${columnLetters(columns.length - 1)}$${rows.length + 1}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${quoted}!$1:$1</definedName>`
    )
  })
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`
}
