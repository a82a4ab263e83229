import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { length, rupiah } from '../../words/figures.ts'
import { generate } from '../generate/generate.ts'
import { atLength } from '../at-length.ts'
import { describeWithPeers } from '../peers.ts'
import { launched } from '../chromium.ts'
import { answer, built, gone, klatenSites, opened, type Built } from './browser.fixture.ts'

type Row = Readonly<Record<string, unknown>>

describeWithPeers('numbers of the page', ['Chromium'], () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launched()
  })
  afterAll(() => browser?.close())

  const seeds = Array.from({ length: atLength(1, 20) }, (_, i) => i + 1)
  test.each(['klaten', ...seeds])(
    'are those of serat show and of the artifacts, to the rupiah and the decimetre: %s',
    async seed => {
      const of =
        typeof seed === 'string' ? built('numbers', klatenSites) : built(`numbers-${seed}`, generate(10 + seed, seed))
      const { page, said, close } = await opened(browser, of.address)
      for (const axis of ['contract', 'circuit', 'site', 'opd', 'kecamatan', 'provider', 'budget', 'month']) {
        const rows = csv(of, `money/by-${axis}.csv`)
        expect(await amountsOf(page, axis), axis).toEqual(amountsIn(rows))
        const sum = Number(rows.find(({ key }) => key === 'jumlah')?.['committed_rupiah'])
        expect(await page.textContent('.total'), axis).toContain(rupiah(sum).id)
      }
      expect(await amountsOf(page, 'circuit')).toEqual(amountsIn(answer(of, 'show', 'money', '--by', 'circuit')))
      for (const cable of csv(of, 'plant/cables.csv').slice(0, atLength(8, 1000))) {
        await gone(page, `#/cable/${String(cable['cable'])}`)
        const text = await page.textContent('main')
        for (const key of ['drawn_m', 'sheath_m', 'glass_m'])
          expect(text, `${String(cable['cable'])} ${key}`).toContain(length(Number(cable[key])).id)
      }
      expect(said).toEqual([])
      await close()
    },
  )
})

function csv(of: Built, path: string): Row[] {
  return parse(readFileSync(join(of.out, path), 'utf8'), { columns: true, bom: true })
}

/** The sum at the end of an artifact stands below the table of the page. */
function rowsOf(rows: unknown): readonly Row[] {
  return (Array.isArray(rows) ? rows : []).filter((row: Row) => row['key'] !== 'jumlah')
}

/** By key, every column of rupiah in its order. */
function amountsIn(rows: unknown): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    rowsOf(rows).map(row => [
      String(row['key']),
      Object.entries(row)
        .filter(([key]) => key.endsWith('_rupiah'))
        .map(([, value]) => Number(value)),
    ]),
  )
}

/** The same as the page shows it, every row of every page of the table. */
async function amountsOf(page: Page, axis: string): Promise<Readonly<Record<string, readonly number[]>>> {
  await gone(page, `#/money/${axis}`)
  while ((await page.locator('button.more').count()) > 0) await page.locator('button.more').click()
  return page.evaluate(() => {
    return Object.fromEntries(
      [...document.querySelectorAll('.table tbody tr')].map(row => {
        const link = row.querySelector('td:last-child a')?.getAttribute('href') ?? ''
        const key = new URLSearchParams(link.split('?')[1]).get('row') ?? ''
        const amounts = [...row.querySelectorAll('td.n')]
          .map(({ textContent }) => textContent ?? '')
          .filter(text => /^[−-]?Rp/.test(text))
          .map(text => Number(text.replace(/[^\d−-]/g, '').replace('−', '-')))
        // The price of a megabit, which a circuit has behind them, is no sum.
        return [key, amounts.slice(0, 7)]
      }),
    )
  })
}
