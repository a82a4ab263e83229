import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plannedOf } from '../../plan/plant/plant.fixture.ts'
import { atLength } from '../../testing/at-length.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { labelKinds, labelsOf, type Label } from './labels.ts'
import { labelsPdf } from './pdf.ts'
import { labelSheets } from './sheets.ts'

const { network } = plannedOf(readSites().sources)
const labels = { link: 'https://serat.contoh.example/jaringan/index.html', say: 'Rusak? Telepon NOC 24 jam.' }
const all = labelsOf({ ...network, declared: { ...network.declared, labels } }, labelKinds)
const folder = mkdtempSync(join(tmpdir(), 'serat-labels-'))
const dotsPerInch = 200

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
    fireImmediately: true,
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Read {
  readonly text: string
  /** Millimetres from the upper left corner of its sheet. */
  readonly x: number
  readonly y: number
  readonly page: number
}

/** What a reader of codes finds on every page of a PDF, drawn by another program. */
async function readPages(pdf: string): Promise<Read[]> {
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-png', pdf, join(folder, 'page')])
  const pages = readdirSync(folder)
    .filter(name => name.endsWith('.png'))
    .sort()
  const found: Read[] = []
  for (const [page, name] of pages.entries()) {
    const codes = await readBarcodes(readFileSync(join(folder, name)), { formats: ['QRCode'], maxNumberOfSymbols: 255 })
    for (const { text, position } of codes) {
      const millimetres = (dots: number): number => (dots / dotsPerInch) * 25.4
      found.push({ text, x: millimetres(position.topLeft.x), y: millimetres(position.topLeft.y), page })
    }
    rmSync(join(folder, name))
  }
  return found
}

describeWithPeers('labels as a printer and a telephone meet them', ['poppler'], () => {
  test.each(Object.entries(labelSheets).slice(0, atLength(2, 5)))(
    'every code on %s is read, inside its own label; texts stand beside it',
    async (name, sheet) => {
      const some = sampleOf(all, atLength(25, all.length))
      const file = join(folder, `${name}.pdf`)
      writeFileSync(file, await labelsPdf(some, { title: 'Label', asOf: '2026-11-02', sheet, skip: 1 }))
      const read = await readPages(file)
      expect(read.map(({ text }) => text).sort()).toEqual(some.map(({ code }) => code).sort())
      const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
      for (const { id } of some) expect(words.replaceAll(/\s/g, ''), id).toContain(id)
      expect(words).toContain('Rusak?')
      const perSheet = sheet.columns * sheet.rows
      for (const { x, y, page } of read) {
        const column = Math.floor((x - sheet.left) / sheet.pitchX)
        const row = Math.floor((y - sheet.top) / sheet.pitchY)
        expect(page * perSheet + row * sheet.columns + column).toBeLessThanOrEqual(some.length)
        expect(x).toBeGreaterThan(sheet.left + column * sheet.pitchX)
        expect(x).toBeLessThan(sheet.left + column * sheet.pitchX + sheet.width / 2)
      }
    },
  )
})

/** Evenly over all kinds. */
function sampleOf(list: readonly Label[], most: number): Label[] {
  const every = Math.max(1, Math.ceil(list.length / most))
  return list.filter((_, i) => i % every === 0)
}
