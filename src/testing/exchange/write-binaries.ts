import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'

/**
 * The cases whose files are not text, as they were written: `node src/testing/exchange/write-binaries.ts` writes the
 * same bytes again.
 */
const cases = join(import.meta.dirname, 'cases')
const mtime = new Date(1980, 0, 1)

function put(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(cases, path)), { recursive: true })
  writeFileSync(join(cases, path), bytes)
}

type Value = string | number | null | { readonly formula: string; readonly value: number | string }

/** A workbook as an office's program writes it: shared texts, merged cells, a hidden sheet, dates by their style. */
function workbook(
  sheets: readonly {
    readonly name: string
    readonly rows: readonly (readonly Value[])[]
    readonly merges?: readonly string[]
    readonly hidden?: boolean
  }[],
): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const shared: string[] = []
  const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const cell = (value: Value, row: number, column: number): string => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`
    if (value === null) return ''
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    if (typeof value === 'object')
      return `<c r="${at}"${typeof value.value === 'string' ? ' t="str"' : ''}><f>${xml(value.formula)}</f><v>${xml(String(value.value))}</v></c>`
    if (/^\d{4}-\d{2}-\d{2}$/.test(value))
      return `<c r="${at}" s="1"><v>${Date.parse(value) / 86_400_000 + 25_569}</v></c>`
    if (!shared.includes(value)) shared.push(value)
    return `<c r="${at}" t="s"><v>${shared.indexOf(value)}</v></c>`
  }
  const parts: Record<string, Uint8Array> = {}
  for (const [i, { rows, merges = [] }] of sheets.entries()) {
    const body = rows
      .map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join('')}</row>`)
      .join('')
    const merged =
      merges.length === 0
        ? ''
        : `<mergeCells count="${merges.length}">${merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    parts[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${body}</sheetData>${merged}</worksheet>`,
    )
  }
  parts['xl/sharedStrings.xml'] = strToU8(
    `<?xml version="1.0"?><sst xmlns="${main}">${shared.map(text => `<si><r><t xml:space="preserve">${xml(text.slice(0, 3))}</t></r><r><t xml:space="preserve">${xml(text.slice(3))}</t></r></si>`).join('')}</sst>`,
  )
  parts['xl/styles.xml'] = strToU8(
    `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="1"/></cellXfs></styleSheet>`,
  )
  parts['xl/workbook.xml'] = strToU8(
    `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${name}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  )
  parts['xl/_rels/workbook.xml.rels'] = strToU8(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
  )
  return zipSync(parts, { mtime })
}

put(
  'xlsx-office/in/data-opd.xlsx',
  workbook([
    {
      name: 'OPD',
      merges: ['A1:H1', 'D3:E3', 'A3:A4', 'B3:B4', 'C3:C4', 'C5:C6'],
      rows: [
        ['DAFTAR LOKASI PERANGKAT DAERAH (REKAAN)'],
        ['Keadaan per 2 November 2026'],
        ['No', 'Nama Instansi', 'Alamat', 'Koordinat', null, 'Jumlah PC', 'Router', 'No KIB'],
        [null, null, null, 'Lintang', 'Bujur', null, null, null],
        [1, 'Dinas Kesehatan', 'Jl. Pemuda 12', -7.7061, 110.6012, '45', 'MikroTik RB5009UG+S+IN', '1.3.2.10/0001'],
        [2, 'UPT Laboratorium Kesehatan', null, '-7,7065', '110,6019', 'sepuluh', 'tidak tahu', null],
        ['Kecamatan Utara'],
        [3, 'Kantor Kecamatan Contoh', 'Jl. Utara 1', 110.6121, -7.6911, 20, null, null],
        [
          4,
          'Badan Keuangan',
          'Jl. Merdeka 5',
          { formula: '-7-0.7101', value: -7.7101 },
          110.6077,
          { formula: 'SUM(F5:F6)', value: 30 },
          null,
          null,
        ],
        [5, 'Dinas Kesehatan', 'Jl. Lain 3', -7.7201, 110.6301, 5, null, null],
        [null, 'Jumlah', null, null, null, { formula: 'SUM(F5:F10)', value: 100 }],
      ],
    },
    {
      name: 'Tiang',
      rows: [
        ['Kode Tiang', 'Lintang', 'Bujur', 'Tgl Pasang', 'Pemilik'],
        ['TX-1', -7.70611, 110.6013, '2021-03-15', 'PLN'],
        ['TX-2', -7.70641, 110.6016, '2021-03-15', 'Pemkab'],
      ],
    },
    {
      name: 'Lama',
      hidden: true,
      rows: [
        ['Kode Tiang', 'Lintang', 'Bujur'],
        ['TL-9', -7.7099, 110.6099],
      ],
    },
    {
      name: 'Rekap',
      rows: [
        ['=HYPERLINK("http://jahat.example")', 'catatan bebas'],
        ['tanpa', 'arti'],
      ],
    },
  ]),
)

put(
  'kmz/in/jalur.kmz',
  zipSync(
    {
      'doc.kml': strToU8(
        '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Handhole</name><Placemark><name>HH-01</name><Point><coordinates>110.6031,-7.7051</coordinates></Point></Placemark><Placemark><name>HH-02</name><Point><coordinates>-7.7055,110.6036</coordinates></Point></Placemark></Folder><Folder><name>Kabel tanam</name><Placemark><name>KT-01</name><ExtendedData><SchemaData schemaUrl="#k"><SimpleData name="core">24</SimpleData><SimpleData name="pemasangan">tanam langsung</SimpleData></SchemaData></ExtendedData><MultiGeometry><LineString><coordinates>110.6031,-7.7051 110.60335,-7.7053 110.6036,-7.7055</coordinates></LineString></MultiGeometry></Placemark></Folder></Document></kml>',
      ),
      'files/foto.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
    },
    { mtime },
  ),
)

/**
 * A shapefile of points or one of lines (ESRI Shapefile Technical Description, 1998), big and little endian as it wants
 * them.
 */
function shp(type: 1 | 3, shapes: readonly (readonly (readonly [number, number])[])[]): Uint8Array {
  const contents = shapes.map(points => {
    const bytes = new DataView(new ArrayBuffer(type === 1 ? 20 : 48 + 16 * points.length))
    bytes.setInt32(0, type, true)
    if (type === 3) {
      bytes.setInt32(36, 1, true)
      bytes.setInt32(40, points.length, true)
    }
    for (const [i, [x, y]] of points.entries()) {
      bytes.setFloat64((type === 1 ? 4 : 48) + 16 * i, x, true)
      bytes.setFloat64((type === 1 ? 12 : 56) + 16 * i, y, true)
    }
    return new Uint8Array(bytes.buffer)
  })
  const size = 100 + contents.reduce((sum, { length }) => sum + 8 + length, 0)
  const file = new DataView(new ArrayBuffer(size))
  file.setInt32(0, 9994)
  file.setInt32(24, size / 2)
  file.setInt32(28, 1000, true)
  file.setInt32(32, type, true)
  let at = 100
  for (const [i, content] of contents.entries()) {
    file.setInt32(at, i + 1)
    file.setInt32(at + 4, content.length / 2)
    new Uint8Array(file.buffer).set(content, at + 8)
    at += 8 + content.length
  }
  return new Uint8Array(file.buffer)
}

/** A dBASE table of texts, padded, in Windows-1252. */
function dbf(fields: readonly (readonly [string, number])[], rows: readonly (readonly string[])[]): Uint8Array {
  const width = 1 + fields.reduce((sum, [, length]) => sum + length, 0)
  const head = 33 + 32 * fields.length
  const file = new DataView(new ArrayBuffer(head + width * rows.length + 1))
  const bytes = new Uint8Array(file.buffer)
  bytes.set([3, 126, 11, 2])
  file.setUint32(4, rows.length, true)
  file.setUint16(8, head, true)
  file.setUint16(10, width, true)
  for (const [i, [name, length]] of fields.entries()) {
    bytes.set(Buffer.from(name, 'latin1'), 32 + 32 * i)
    bytes[32 + 32 * i + 11] = 67
    bytes[32 + 32 * i + 16] = length
  }
  bytes[head - 1] = 13
  for (const [r, row] of rows.entries()) {
    const text = ` ${row.map((value, i) => value.padEnd(fields[i]?.[1] ?? 0)).join('')}`
    bytes.set(Buffer.from(text, 'latin1'), head + width * r)
  }
  bytes[bytes.length - 1] = 26
  return bytes
}

const utm49s =
  'PROJCS["WGS_1984_UTM_Zone_49S",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",10000000.0],PARAMETER["Central_Meridian",111.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
const poles = [
  [456_400, 9_148_000],
  [456_440, 9_148_000],
  [456_480, 9_148_000],
] as const

put(
  'shapefile-utm/in/tiang-utm.shp',
  shp(
    1,
    poles.map(point => [point]),
  ),
)
put(
  'shapefile-utm/in/tiang-utm.dbf',
  dbf(
    [
      ['KODE', 12],
      ['PEMILIK', 20],
    ],
    [
      ['SU-1', 'Café Désa'],
      ['SU-2', 'PLN'],
      ['SU-3', 'PLN'],
    ],
  ),
)
put('shapefile-utm/in/tiang-utm.prj', strToU8(utm49s))
put(
  'shapefile-zip/in/kabel-tanpa-prj.zip',
  zipSync(
    {
      'lapis/tiang.shp': shp(
        1,
        poles.map(([x, y]) => [[x, y + 500]]),
      ),
      'lapis/tiang.dbf': dbf([['NO_TIANG', 12]], [['SZ-1'], ['SZ-2'], ['SZ-3']]),
      'lapis/kabel_fo.shp': shp(3, [poles.map(([x, y]) => [x, y + 500] as const)]),
      'lapis/kabel_fo.dbf': dbf(
        [
          ['NAMA', 12],
          ['CORE', 4],
        ],
        [['KZ-1', '24']],
      ),
    },
    { mtime },
  ),
)

const placemark = (name: string, at: string): string =>
  `<Placemark><name>${name}</name><Point><coordinates>${at}</coordinates></Point></Placemark>`
put(
  'kmz-beberapa/in/peta.kmz',
  zipSync(
    {
      'peta/lain.kml': strToU8(`<kml><Document>${placemark('X-9', '110.6072,-7.7032')}</Document></kml>`),
      'peta/doc.kml': strToU8(
        `<kml><Document><Folder><name>Closure</name>${placemark('JC-9', '110.6071,-7.7031')}</Folder></Document></kml>`,
      ),
    },
    { mtime },
  ),
)

/**
 * A workbook of another program: dates from 1904, texts in the cells, errors, truths, numbers kept as text, a table
 * that begins in column C of row 6.
 */
const strictMain = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const strictRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
put(
  'xlsx-lain/in/aset-lain.xlsx',
  zipSync(
    {
      'xl/workbook.xml': strToU8(
        `<?xml version="1.0"?><x:workbook xmlns:x="${strictMain}" xmlns:r="${strictRelations}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Tiang &amp; ODP" sheetId="7" r:id="rId9"/></x:sheets></x:workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${strictRelations}/worksheet" Target="/xl/worksheets/lembar.xml"/></Relationships>`,
      ),
      'xl/styles.xml': strToU8(
        `<?xml version="1.0"?><styleSheet xmlns="${strictMain}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mmm\\-yy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
      ),
      'xl/worksheets/lembar.xml': strToU8(
        `<?xml version="1.0"?><worksheet xmlns="${strictMain}"><sheetData><row r="2">${inline('C2', 'ASET JARINGAN (REKAAN)')}</row>` +
          `<row r="6">${['Kode Tiang', 'Lintang', 'Bujur', 'Tgl Pasang', 'Pemilik', 'Aktif'].map((text, i) => inline(`${'CDEFGH'.charAt(i)}6`, text)).join('')}</row>` +
          `<row r="7">${inline('C7', '0071')}<c r="D7"><v>-7.7211</v></c><c r="E7"><v>110.6211</v></c><c r="F7" s="1"><v>42808</v></c>${inline('G7', 'PLN')}<c r="H7" t="b"><v>1</v></c></row>` +
          `<row r="8">${inline('C8', '0072')}<c r="D8" t="str"><v>-7,7215</v></c><c r="E8" t="str"><v>110,6215</v></c><c r="F8" t="e"><v>#REF!</v></c>${inline('G8', 'PLN')}</row>` +
          `<row r="9">${inline('C9', '0073')}<c r="D9" t="e"><v>#N/A</v></c><c r="E9"><v>110.6219</v></c></row>` +
          `<row r="10" hidden="1">${inline('C10', '0074')}<c r="D10"><v>-7.7223</v></c><c r="E10"><v>110.6223</v></c></row>` +
          `<row r="11">${inline('C11', '0075')}${inline('D11', '7°43&apos;38.1&quot; LS')}${inline('E11', '110°37&apos;21.7&quot; BT')}</row>` +
          `<row r="65000">${inline('C65000', 'catatan jauh di bawah')}</row></sheetData></worksheet>`,
      ),
    },
    { mtime },
  ),
)

/** Points with heights, one of them empty, one row deleted, in the land office's zone of three degrees. */
function shpZ(points: readonly (readonly [number, number] | undefined)[]): Uint8Array {
  const contents = points.map(point => {
    const bytes = new DataView(new ArrayBuffer(point === undefined ? 4 : 36))
    bytes.setInt32(0, point === undefined ? 0 : 11, true)
    for (const [i, value] of [...(point ?? []), ...(point === undefined ? [] : [12.5, 0])].entries())
      bytes.setFloat64(4 + 8 * i, value, true)
    return new Uint8Array(bytes.buffer)
  })
  const size = 100 + contents.reduce((sum, { length }) => sum + 8 + length, 0)
  const file = new DataView(new ArrayBuffer(size))
  file.setInt32(0, 9994)
  file.setInt32(24, size / 2)
  file.setInt32(28, 1000, true)
  file.setInt32(32, 11, true)
  let at = 100
  for (const [i, content] of contents.entries()) {
    file.setInt32(at, i + 1)
    file.setInt32(at + 4, content.length / 2)
    new Uint8Array(file.buffer).set(content, at + 8)
    at += 8 + content.length
  }
  return new Uint8Array(file.buffer)
}

const tm3 =
  'PROJCS["DGN95 / Indonesia TM-3 zone 49.1",GEOGCS["DGN95",DATUM["Datum_Geodesi_Nasional_1995",SPHEROID["WGS 84",6378137,298.257223563],TOWGS84[0,0,0,0,0,0,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",109.5],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",200000],PARAMETER["false_northing",1500000],UNIT["metre",1]]'
put(
  'shapefile-tinggi/in/tiang-tm3.shp',
  shpZ([[322_000, 648_000], [322_040, 648_000], undefined, [322_080, 648_000], [322_120, 648_000]]),
)
const deleted = dbf(
  [
    ['KODE', 12],
    ['PEMILIK', 20],
    ['THN_PASANG', 10],
  ],
  [
    ['TM-1', Buffer.from('Désa', 'utf8').toString('latin1'), '2019'],
    ['TM-2', 'PLN', '20210315'],
    ['TM-3', 'PLN', ''],
    ['TM-4', '********************', ''],
    ['TM-1', 'PLN', ''],
  ],
)
put('shapefile-tinggi/in/tiang-tm3.dbf', deleted)
put('shapefile-tinggi/in/tiang-tm3.prj', strToU8(tm3))
put('shapefile-tinggi/in/tiang-tm3.cpg', strToU8('UTF-8'))
