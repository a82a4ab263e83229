import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launched } from '../chromium.ts'
import { built, gone, klatenSites, opened } from './browser.fixture.ts'

/**
 * `npm run pictures`: takes the pictures of README anew, in English, from the page of the reference network as it is
 * built today.
 */
const folder = join(import.meta.dirname, '../../../.github')
const pictures = {
  map: 'map',
  network: 'network',
  'what-if': 'what-if/structure:p-utara-012,router:core-2',
  money: 'money/timeline',
}

mkdirSync(folder, { recursive: true })
const { address } = built('pictures', klatenSites)
const browser = await launched()
try {
  const { page } = await opened(browser, address, { viewport: { width: 1280, height: 760 } })
  await page.click('text=English')
  await page.waitForSelector('[data-check=good]', { timeout: 600_000 })
  for (const [name, view] of Object.entries(pictures)) {
    await gone(page, `#/${view}`)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
  }
} finally {
  await browser.close()
}
