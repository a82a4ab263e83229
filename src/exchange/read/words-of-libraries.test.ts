import { CsvError, parse } from 'csv-parse/sync'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { isUnread } from '../table.ts'
import { readFile } from './read.ts'

/** What a library says of a file reaches nobody: each refusal is ours, in both languages, with what to do. */

const kml = (body: string): string =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`

const brokenXml: Readonly<Record<string, string>> = {
  'an open tag': kml('<Placemark><name>T-1'),
  'another closing tag': kml('<Placemark></Folder>'),
  'an unknown entity': kml('<name>&nbsp;</name>'),
  'a broken entity': kml('<name>&#xzz;</name>'),
  'an ampersand': kml('<name>a & b</name>'),
  'an attribute without quotes': kml('<Point id=a></Point>'),
  'an attribute without a value': kml('<Point id></Point>'),
  'an attribute twice': kml('<Point id="a" id="b"></Point>'),
  'no space between attributes': kml('<Point id="a"x="b"></Point>'),
  'a comment that is none': kml('<!-- a -- b -->'),
  'a sign that is not allowed': kml('<name>\u0001</name>'),
  'two roots': `${kml('')}<kml/>`,
  'nothing but text': 'halo <',
  'cut off': kml('<Placemark><Point><coordinates>110').slice(0, 90),
  'a late declaration': ` ${kml('')}`,
  'a broken declaration': '<?xml version="x"?><kml/>',
}

const brokenCsv: Readonly<Record<string, string>> = {
  'an open quote': 'kode,lat,lon\n"T-1,-7.7,110.6\nT-2,-7.7,110.6\n',
  'an endless row': `kode,lat,lon\n"${'x'.repeat(1_100_000)}`,
}

const archive = zipSync({ 'doc.kml': strToU8(kml('<Placemark/>'.repeat(500))) })
const brokenZip: Readonly<Record<string, Uint8Array>> = {
  'cut off': archive.slice(0, archive.length - 40),
  'its middle is gone': new Uint8Array([...archive.slice(0, 60), ...archive.slice(90)]),
  'packed in another way': changed(archive, [8, 0x63]),
  'other bytes': changed(archive, [70, 0xff], [71, 0xff], [72, 0xff], [73, 0xff]),
}

function changed(bytes: Uint8Array, ...edits: readonly (readonly [number, number])[]): Uint8Array {
  const copy = bytes.slice()
  for (const [at, value] of edits) copy[at] = value
  return copy
}

/** Both languages of a refusal; undefined where the file was taken. */
async function refusal(
  file: string,
  bytes: Uint8Array,
): Promise<{ readonly id: string; readonly en: string } | undefined> {
  const told = await readFile(file, bytes)
  return isUnread(told) ? told.unread : undefined
}

function expectOurs(said: { readonly id: string; readonly en: string }, library: readonly string[]): void {
  expect(said.id).not.toBe(said.en)
  expect(said.en).toMatch(/save it again|fetch|take it out|close it|a quote is not closed|neither|no KML|empty/)
  for (const words of library.filter(text => text.length > 8)) {
    expect(said.en.toLowerCase()).not.toContain(words.toLowerCase())
    expect(said.id.toLowerCase()).not.toContain(words.toLowerCase())
  }
  expect(said.id).not.toMatch(/\b(the|cannot|unexpected|invalid|disallowed|tag name|unclosed)\b|CSV_/i)
}

test.each(Object.entries(brokenXml))('XML with %s', async (_, text) => {
  const library: string[] = []
  const parser = new SaxesParser()
  parser.on('error', ({ message }) => library.push(message.replace(/^[\d:]+ /, '').replace(/\.$/, '')))
  parser.write(text).close()
  expect(library).not.toEqual([])
  const said = await refusal('a.kml', strToU8(text))
  expect(said, 'it was taken').toBeDefined()
  if (said !== undefined) expectOurs(said, library)
})

test.each(Object.entries(brokenCsv))('a CSV with %s', async (_, text) => {
  const library: string[] = []
  try {
    parse(text, { max_record_size: 1_000_000, relax_column_count: true })
  } catch (error) {
    if (error instanceof CsvError) library.push(error.code, error.message.slice(0, 30))
  }
  expect(library).not.toEqual([])
  const said = await refusal('a.csv', strToU8(text))
  expect(said).toBeDefined()
  if (said !== undefined) expectOurs(said, library)
})

test.each(Object.entries(brokenZip))('an archive: %s', async (_, bytes) => {
  const library: string[] = []
  try {
    unzipSync(bytes)
  } catch (error) {
    if (error instanceof Error) library.push(error.message)
  }
  const said = await refusal('a.kmz', bytes)
  expect(said ?? library.length === 0).toBeTruthy()
  if (said !== undefined) expectOurs(said, library)
})
