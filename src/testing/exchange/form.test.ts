import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { exportArtifacts } from '../../exchange/export/export.ts'
import { emptyRegency, imported, knownOf, today } from './base.ts'

const known = knownOf(emptyRegency())

/** The form as an office gives it back: rows typed below the column names of one of its sheets. */
async function filled(sheet: number, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const bytes = await exportArtifacts('xlsx', { ...known, asOf: today }, 'form')[0]?.content()
  if (!(bytes instanceof Uint8Array)) throw new Error('no form')
  const parts = unzipSync(bytes)
  const path = `xl/worksheets/sheet${sheet}.xml`
  const xml = strFromU8(parts[path] ?? new Uint8Array())
  const first = Math.max(...[...xml.matchAll(/<row r="(\d+)"/g)].map(match => Number(match[1]))) + 1
  const typed = rows.map((cells, r) => {
    const own = cells.map((text, c) => {
      const at = `${String.fromCharCode(65 + c)}${first + r}`
      return text === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
    })
    return `<row r="${first + r}">${own.join('')}</row>`
  })
  parts[path] = strToU8(xml.replace('</sheetData>', `${typed.join('')}</sheetData>`))
  return zipSync(parts)
}

test('the empty form that an office fills comes back as what it typed, and an empty one as nothing', async () => {
  const empty = await imported(new Map([['formulir.xlsx', await filled(1, [])]]), known)
  expect(empty.drafts).toEqual([])
  const sites = await filled(1, [['dinkes', 'Dinas Kesehatan', '', '-7,7061', '110,6012', 'Jl. Pemuda 12', 'dinkes']])
  const structures = await filled(2, [
    ['T-1', 'pole', '-7,7062', '110,6013', 'pln'],
    ['T-2', 'tiang', '-7,7064', '110,6015', 'pln'],
  ])
  const { drafts } = await imported(
    new Map([
      ['a.xlsx', sites],
      ['b.xlsx', structures],
    ]),
    known,
  )
  const own = drafts.filter(({ kind }) => kind === 'site' || kind === 'structure')
  expect(own.map(({ kind, id, ref }) => [kind, id, ref])).toEqual([
    ['structure', 't-1', 'T-1'],
    ['structure', 't-2', 'T-2'],
    ['site', 'dinkes', 'dinkes'],
  ])
  expect(own.flatMap(({ facts }) => facts.filter(({ key }) => key === 'at').map(({ value }) => value))).toEqual([
    [110.6013, -7.7062],
    [110.6015, -7.7064],
  ])
})
