import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atLength } from '../at-length.ts'
import { describeWithPeers } from '../peers.ts'
import { launched } from '../chromium.ts'
import { built, gone, klatenSites, opened, type Built } from './browser.fixture.ts'
import { views } from './views.fixture.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describeWithPeers('how the page looks, to eyes, to readers of screens, on paper', ['Chromium', 'poppler'], () => {
  let browser: Browser
  let klaten: Built
  beforeAll(async () => {
    klaten = built('looks', klatenSites)
    browser = await launched()
  })
  afterAll(() => browser?.close())

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
  ] as const)('axe has nothing to say: %s, %i px', async (colorScheme, width) => {
    // A script of the test's own: the page's policy would not let it in.
    const options = { colorScheme, viewport: { width, height: 900 }, bypassCSP: true, reducedMotion: 'reduce' as const }
    const { page, close } = await opened(browser, klaten.address, options)
    await page.waitForSelector('[data-check=good]', { timeout: 60_000 })
    await page.addScriptTag({ content: axe })
    // In CI each view is met in one of the three.
    const own = views.filter(
      (_, i) =>
        atLength(1, 3) === 3 || i % 3 === ['light1280', 'dark1280', 'light360'].indexOf(`${colorScheme}${width}`),
    )
    for (const view of own) {
      await gone(page, `#/${view}`)
      expect(await complaints(page), view).toEqual([])
    }
    await close()
  })

  test.each([360, 1280, 2560])(
    'at %i px no label lies over another, nothing is wider than the page, nothing under the bar',
    async width => {
      const { page, close } = await opened(browser, klaten.address, { viewport: { width, height: 900 } })
      for (const view of views) {
        await gone(page, `#/${view}`)
        expect(await page.evaluate(boxFaults), view).toEqual([])
      }
      await close()
    },
  )

  test('topology.svg: no name lies over another, and each leads to the page of its site', async () => {
    const page = await browser.newPage()
    await page.goto(klaten.address.replace(/index\.html.*$/, 'topology/topology.svg'))
    const { names, over, links } = await page.evaluate(drawnNames)
    expect(names).toBeGreaterThan(80)
    expect(over).toEqual([])
    expect(new Set(links).size).toBe(45)
    expect(links.filter(href => !/^\.\.\/index\.html#\/site\/[a-z0-9-]+$/.test(href))).toEqual([])
    await page.close()
  })

  test('on paper: A4 sheets, each with its number, the day and the hash; the register on at most 12', async () => {
    const { page, close } = await opened(browser, klaten.address)
    for (const view of [
      'print/register',
      'findings',
      'money/contract',
      'site/kec-bayat',
      '',
      'network',
      'map',
      'list/prefix',
    ]) {
      await gone(page, `#/${view}`)
      const path = join(klaten.out, '..', 'print.pdf')
      writeFileSync(path, await page.pdf({ preferCSSPageSize: true }))
      const sheets = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
      const { inventoryHash } = JSON.parse(readFileSync(join(klaten.out, 'manifest.json'), 'utf8'))
      for (const [i, sheet] of sheets.entries()) {
        expect(sheet.replace(/\s*\/\s*/g, '/'), view).toContain(`${i + 1}/${sheets.length}`)
        expect(sheet, view).toContain('2026-11-02')
        expect(sheet, view).toContain(String(inventoryHash).slice(0, 16))
        expect(sheet.trim().split('\n').length, `${view}, sheet ${i + 1}`).toBeGreaterThan(view === '' ? 8 : 4)
      }
      // A drawing is made as small as one sheet; a map stands on it whole.
      if (view === 'network') expect(sheets.length).toBe(1)
      // A long table is whole on paper: there is nothing to press for more.
      if (view === 'list/prefix')
        expect(sheets.join('\n').match(/\/(?:24|27|28|29|30|31|32|64|127|128)\b/g)?.length).toBeGreaterThan(400)
      if (view === 'map') expect(sheets[0]).toContain('kec-gantiwarno')
      if (view === 'print/register') {
        expect(sheets.length).toBeLessThanOrEqual(12)
        expect(sheets.at(-1)).toContain('Mengetahui')
      }
    }
    await close()
  })

  test('without a script the tables are there', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
    const page = await context.newPage()
    await page.goto(klaten.address)
    expect(await page.locator('table').count()).toBeGreaterThan(8)
    expect(await page.locator('main').textContent()).toContain('kec-bayat')
    await context.close()
  })

  test('every thing has its page and every link of the page leads somewhere; back and reload keep the view', async () => {
    const { page, said, close } = await opened(browser, klaten.address)
    const dead = await page.evaluate(crawl, atLength(150, 100_000))
    expect(dead).toEqual([])
    await gone(page, '#/site/kec-bayat')
    await gone(page, '#/money/timeline')
    await page.goBack()
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Kecamatan Bayat')
    await page.reload()
    await page.waitForSelector('main:not([aria-busy=true]) h1', { timeout: 120_000 })
    expect(await page.textContent('h1')).toBe('Kecamatan Bayat')
    expect(said).toEqual([])
    await close()
  })
})

/** What axe calls wrong, and contrast that neither it nor a look at the element's own ground can decide. */
async function complaints(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    interface Rule {
      readonly id: string
      readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[]
    }
    const run: (where: Document) => Promise<{ violations: Rule[]; incomplete: Rule[] }> = Reflect.get(window, 'axe').run
    const brightness = (colour: string): number | undefined => {
      const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      if (a < 1 || r === undefined || g === undefined || b === undefined) return undefined
      const [x = 0, y = 0, z = 0] = [r, g, b].map(part => ((part / 255 + 0.055) / 1.055) ** 2.4)
      return 0.2126 * x + 0.7152 * y + 0.0722 * z
    }
    // A name over a drawing, or a line of code in a box that scrolls, stands on the ground of its box, which axe does
    // not trust.
    const isClear = (target: string): boolean => {
      const element = document.querySelector(target)
      const style = element === null ? undefined : getComputedStyle(element)
      const ink = brightness(style?.color ?? '')
      let ground: number | undefined
      for (let at = element; at !== null && ground === undefined; at = at.parentElement)
        ground = brightness(getComputedStyle(at).backgroundColor)
      if (ink === undefined || ground === undefined) return false
      return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05) >= 4.5
    }
    window.scrollTo(0, 0)
    const { violations, incomplete } = await run(document)
    const undecided = incomplete
      .filter(({ id }) => id === 'color-contrast')
      .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ target }) => !isClear(target.join(' '))) }))
      .filter(({ nodes }) => nodes.length > 0)
    return [...violations, ...undecided].map(
      ({ id, nodes }) =>
        `${id} ${nodes.length}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary?.slice(0, 160)}`,
    )
  })
}

/** In the page: labels that meet, a document wider than its window, a heading under the bar. */
function boxFaults(): string[] {
  const faults: string[] = []
  const labels = [...document.querySelectorAll('.map-labels a')].map(label => label.getBoundingClientRect())
  for (const [i, a] of labels.entries())
    for (const b of labels.slice(i + 1))
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) faults.push('two labels meet')
  const texts = [...document.querySelectorAll('.logical .name')].map(text => text.getBoundingClientRect())
  for (const [i, a] of texts.entries())
    for (const b of texts.slice(i + 1))
      if (a.left + 1 < b.right && b.left + 1 < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom)
        faults.push('two names meet')
  if (document.documentElement.scrollWidth > window.innerWidth + 1)
    faults.push(`wider than the window: ${document.documentElement.scrollWidth}`)
  const bar = document.querySelector('.doors')?.getBoundingClientRect()
  const head = document.querySelector('main h1')?.getBoundingClientRect()
  if (window.scrollY === 0 && bar !== undefined && head !== undefined && head.top < bar.bottom)
    faults.push('the heading lies under the bar')
  return faults
}

/** In the page: follows links from view to view, each once, and says which led nowhere. */
async function crawl(most: number): Promise<string[]> {
  const seen = new Set<string>()
  const waiting = ['#/', '#/list/site', '#/list/structure', '#/list/prefix', '#/file', '#/evidence', '#/findings']
  const dead: string[] = []
  const start = waiting.length
  for (let i = 0; i < waiting.length && i < most; i++) {
    // A sample takes from everywhere, not from the first list alone.
    const at = i < start ? i : (i * 7919) % waiting.length
    const hash = (most < 1000 ? waiting[at] : waiting[i]) ?? '#/'
    location.hash = hash
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    const main = document.querySelector('main')
    if (main?.querySelector('h1')?.textContent === '404' || main?.textContent === '') dead.push(hash)
    for (const link of main?.querySelectorAll('a[href^="#/"]') ?? []) {
      const to = (link.getAttribute('href') ?? '').replace(/\?.*$/, '')
      if (seen.has(to)) continue
      seen.add(to)
      waiting.push(to)
    }
  }
  return dead
}

/**
 * In the browser: how many names a drawing has, which of them meet by more than the rim of a letter, and where its
 * links lead.
 */
function drawnNames(): { names: number; over: string[]; links: string[] } {
  const texts = [...document.querySelectorAll('text')].map(text => ({ text, box: text.getBoundingClientRect() }))
  const common = (a: DOMRect, b: DOMRect): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2
  const over = texts.flatMap((a, i) =>
    texts.slice(i + 1).flatMap(b => (common(a.box, b.box) ? [`${a.text.textContent} / ${b.text.textContent}`] : [])),
  )
  return {
    names: texts.length,
    over,
    links: [...document.querySelectorAll('a')].map(a => a.getAttribute('href') ?? ''),
  }
}
