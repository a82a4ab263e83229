import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Artifact } from '../../render/artifact.ts'
import { compiled, readKlaten } from '../klaten/inventory.ts'
import { launched } from '../chromium.ts'
import { describeWithPeers, missingPeers } from '../peers.ts'
import { flatTables } from './flat-ods.ts'

/** What an office opens and prints: workbooks in LibreOffice, letters and registers on paper. `npm run test:paper` */
const folder = mkdtempSync(join(tmpdir(), 'serat-paper-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const artifacts = [...compiled(readKlaten()).artifacts]

function named(path: RegExp): Artifact[] {
  return artifacts.filter(artifact => path.test(artifact.path))
}

// Two hundred megabytes that CI does not install: there its name stands among what was skipped.
const missing = missingPeers(['LibreOffice'])
const office = missing.length > 0 ? describe.skip : describe

office(
  `workbooks in LibreOffice${missing.length > 0 ? ' (missing: LibreOffice; apt-get install libreoffice-calc)' : ''}`,
  () => {
    test.each(named(/^(money|registers|contracts)\/.*\.xlsx$/))(
      '$path: types, totals, print titles',
      async artifact => {
        const name = artifact.path.replaceAll('/', '-')
        writeFileSync(join(folder, name), await artifact.content())
        execFileSync(
          'soffice',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'fods',
            '--outdir',
            folder,
            name,
          ],
          { cwd: folder, stdio: 'ignore' },
        )
        const tables = flatTables(readFileSync(join(folder, name.replace(/xlsx$/, 'fods')), 'utf8'))
        const sheets = artifact.sheets?.() ?? []
        expect(tables.map(table => table.name)).toEqual(sheets.map(sheet => sheet.name))
        for (const [i, { columns, rows, name: title }] of sheets.entries()) {
          const table = tables[i]
          expect(table?.printTitles, title).toBe(1)
          const read = table?.rows.slice(1, rows.length + 1) ?? []
          expect(read.length, title).toBe(rows.length)
          for (const [r, row] of rows.entries())
            for (const [c, { key, format, value }] of columns.entries()) {
              const expected = value(row)
              const cell = read[r]?.[c]
              const type = typeof expected === 'number' ? 'number' : format === 'date' ? 'date' : 'string'
              if (expected === undefined || expected === '')
                expect(cell?.value ?? '', `${title} ${key} ${r + 2}`).toBe('')
              else expect(cell, `${title} ${key} ${r + 2}`).toEqual({ type, value: expected })
            }
          const total = read.findIndex(([first]) => first?.value === 'jumlah')
          if (total < 0) continue
          for (const [c, { key, format }] of columns.entries())
            if (format === 'rupiah')
              expect(read[total]?.[c]?.value, `${title} ${key}`).toBe(
                read.slice(0, total).reduce((sum, row) => sum + Number(row[c]?.value ?? 0), 0),
              )
        }
      },
    )
  },
)

describeWithPeers('letters and registers on paper', ['Chromium', 'poppler'], () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launched()
  })
  afterAll(() => browser?.close())

  test.each(named(/^(claims|registers)\/.*\.html$/))(
    '$path: all of its text, nothing beyond an edge',
    async artifact => {
      const page = await browser.newPage()
      await page.setContent(String(await artifact.content()))
      const text = (await page.locator('body').textContent()) ?? ''
      const pdf = join(folder, 'printed.pdf')
      await page.pdf({ path: pdf, preferCSSPageSize: true })
      await page.close()
      expect(
        lost(text, execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })),
      ).toEqual([])
      const boxes = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
      expect(beyond(boxes)).toEqual([])
    },
  )
})

/** Signs that are on the screen oftener than on paper; headings come again on every page, so paper may have more. */
function lost(screen: string, paper: string): string[] {
  const counts = (text: string): Map<string, number> => {
    const found = new Map<string, number>()
    for (const sign of text.normalize('NFKC').replace(/[\s\u00ad]/g, '')) found.set(sign, (found.get(sign) ?? 0) + 1)
    return found
  }
  const printed = counts(paper)
  return [...counts(screen)].filter(([sign, count]) => (printed.get(sign) ?? 0) < count).map(([sign]) => sign)
}

/** Words of a `pdftotext -bbox` that reach over an edge of their page. */
function beyond(boxes: string): string[] {
  return boxes
    .split('<page ')
    .slice(1)
    .flatMap(page => {
      const [, width = '0', height = '0'] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []
      return [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)/g)]
        .filter(
          ([, left, top, right, bottom]) =>
            Number(left) < 0 || Number(top) < 0 || Number(right) > Number(width) || Number(bottom) > Number(height),
        )
        .map(([, , , , , word = '']) => word)
    })
}
