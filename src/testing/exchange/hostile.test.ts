import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../exchange/read/read.ts'
import { isUnread, type Told, type Unread } from '../../exchange/table.ts'
import { emptyRegency, imported, knownOf } from './base.ts'

const mtime = new Date(1980, 0, 1)
const known = knownOf(emptyRegency())

function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { mtime, level: 6 },
  )
}

async function refusalOf(file: string, bytes: Uint8Array): Promise<string> {
  const told: Told | Unread = await readFile(file, bytes)
  return isUnread(told) ? told.unread.en : `taken: ${told.tables.length} tables`
}

const kml = (body: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`
const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i === 0 ? '' : i};`.repeat(10)}">`).join('')}]>`
const book = (sheet: string): Uint8Array =>
  zip({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': sheet,
  })

describe('what is refused whole, before a library opens it', () => {
  const zeros = new Uint8Array(200_000_000)
  test.each<[string, string, () => Uint8Array, RegExp]>([
    ['a zip bomb as XLSX', 'a.xlsx', () => zip({ 'xl/workbook.xml': zeros.subarray(0, 40_000_000) }), /zip bomb/],
    ['a zip bomb as KMZ', 'a.kmz', () => zip({ 'doc.kml': zeros.subarray(0, 40_000_000) }), /zip bomb/],
    [
      'thousands of parts',
      'a.kmz',
      () => zip(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.kml`, '']))),
      /more than 2000 files/,
    ],
    ['a path that leads out', 'a.kmz', () => zip({ '../../etc/passwd.kml': 'x' }), /leads out/],
    ['an absolute path', 'a.zip', () => zip({ '/etc/x.shp': 'x' }), /leads out/],
    ['a path of another system', 'a.zip', () => zip({ 'C:\\x.shp': 'x' }), /leads out/],
    ['an archive that is none', 'a.xlsx', () => strToU8('PK\u0003\u0004 broken'), /damaged|no XLSX/],
    [
      'billion laughs in KML',
      'a.kml',
      () => strToU8(kml('<Placemark><name>&lol9;</name></Placemark>', laughs)),
      /DOCTYPE/,
    ],
    [
      'billion laughs in a sheet',
      'a.xlsx',
      () =>
        book(
          `${laughs}<worksheet><sheetData><row><c t="inlineStr"><is><t>&lol9;</t></is></c></row></sheetData></worksheet>`,
        ),
      /DOCTYPE/,
    ],
    [
      'a file fetched by an entity',
      'a.kml',
      () => strToU8(kml('<name>&x;</name>', '<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
      /DOCTYPE/,
    ],
    ['an entity that nobody declared', 'a.kml', () => strToU8(kml('<name>&nbsp;</name>')), /damaged at line 1/],
    ['folders without end', 'a.kml', () => strToU8(kml('<Folder>'.repeat(100_000))), /too deep|damaged at line/],
    [
      'rows without end',
      'a.xlsx',
      () => book(`<worksheet><sheetData>${'<row/>'.repeat(200_001)}</sheetData></worksheet>`),
      /more than 200000 rows/,
    ],
    [
      'lines without end',
      'a.csv',
      () => strToU8('kode,lat,lon\n' + 'a,1,2\n'.repeat(200_001)),
      /more than 200000 rows/,
    ],
    [
      'one quote that is never closed',
      'a.csv',
      () => strToU8(`kode,lat,lon\n"${'x'.repeat(2_000_000)}`),
      /cannot be read/,
    ],
    ['more bytes than anybody has', 'a.csv', () => zeros, /more than 64 MB/],
    ['bytes that are no text', 'a.csv', () => new Uint8Array([0, 1, 2, 0, 0, 3]), /zero bytes/],
    ['JSON too deep to parse', 'a.json', () => strToU8('['.repeat(5_000_000)), /cannot be read|neither/],
    ['a shapefile of zeros', 'a.shp', () => new Uint8Array(500), /damaged|cannot be read|taken: 1/],
    ['a GeoPackage of zeros', 'a.gpkg', () => new Uint8Array(5000), /no GeoPackage/],
    ['a GeoPackage that is damaged', 'a.gpkg', () => strToU8(`SQLite format 3\0${'x'.repeat(5000)}`), /damaged/],
    ['an ending that nobody knows', 'a.exe', () => strToU8('MZ'), /not known/],
    ['nothing', 'a.csv', () => new Uint8Array(0), /empty/],
  ])('%s', async (_, file, bytes, why) => {
    const made = bytes()
    const before = process.memoryUsage().rss
    expect(await refusalOf(file, made)).toMatch(why)
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(600)
  })
})

test('styles that go round are not followed, formulas are never run, and NaN, infinity and 1e999 are no places', async () => {
  const files = new Map([
    [
      'gaya.kml',
      strToU8(
        kml(
          '<StyleMap id="a"><Pair><styleUrl>#b</styleUrl></Pair></StyleMap><StyleMap id="b"><Pair><styleUrl>#a</styleUrl></Pair></StyleMap><Placemark><name>T-1</name><styleUrl>#a</styleUrl><Point><coordinates>NaN,Infinity</coordinates></Point></Placemark><Placemark><name>T-2</name><Point><coordinates>1e999,-7.7</coordinates></Point></Placemark>',
        ),
      ),
    ],
    [
      'rumus.csv',
      strToU8(
        'Kode Tiang,Lat,Lon,Pemilik\n=cmd|\' /C calc\'!A0,-7.7031,110.6069,@SUM(1)\n"=HYPERLINK(""http://x.example"")",-7.7035,110.6071,+1\n',
      ),
    ],
  ])
  const proposal = await imported(files, known)
  expect(proposal.drafts.map(({ id, facts }) => [id, facts.find(({ key }) => key === 'owner')?.value])).toEqual([
    ['cmd-c-calc-a0', 'sum-1'],
    ['hyperlink-http-x-example', '1'],
  ])
  expect(proposal.remarks.map(({ why }) => why.en)).toContain('coordinates that are not on earth, or zero')
})

test('names that are no names, and texts that would be markup, end as ids and quoted text', async () => {
  const odd = [
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'con',
    '\u202eabc',
    '<script>alert(1)</script>',
    ['$', '{jndi:ldap://x}'].join(''),
    '"; rm -rf /',
    '\u{1f4a9}',
    'a'.repeat(5000),
  ]
  const rows = odd.map((name, i) => `"${name.replaceAll('"', '""')}",-7.70${i}1,110.61${i}1`)
  const proposal = await imported(new Map([['aneh.csv', strToU8(`Kode Tiang,Lat,Lon\n${rows.join('\n')}\n`)]]), known)
  const ids = proposal.drafts.map(({ id }) => id)
  expect(ids).toHaveLength(odd.length)
  expect(ids.filter(id => !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id))).toEqual([])
})
