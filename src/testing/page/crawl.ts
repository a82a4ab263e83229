import type { Page } from 'playwright-core'
import { generate } from '../generate/generate.ts'
import { randomFrom } from '../generate/random.ts'
import { launched } from '../chromium.ts'
import { built, gone, klatenSites, opened } from './browser.fixture.ts'

/**
 * `npm run test:crawl [SITES] [MOST]`: every row of every list of the page, every finding, file and artifact is
 * opened, of a network of so many sites (the reference network without a number); every link that they hold must be one
 * of those, or is opened too. The order is seeded, and how far it came is said as it goes: at most MOST of them.
 */
const [sites, most] = [Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 1_000_000)]
const atOnce = 100
const of = sites === 0 ? built('crawl', klatenSites) : built('crawl', generate(sites))
const lists = ['site', 'tenant', 'router', 'circuit', 'uplink', 'contract', 'provider', 'budget', 'payment', 'ticket']
  .concat(['claim', 'work', 'waiver', 'area', 'route', 'cable', 'structure', 'span', 'zone', 'prefix'])
  .map(kind => `#/list/${kind}`)
const views = ['#/', '#/map', '#/network', '#/money', '#/risk', '#/what-if', '#/try', '#/print']
const random = randomFrom(19)

const browser = await launched()
try {
  const { page, said } = await opened(browser, of.address)
  await page.waitForSelector('[data-check=good]', { timeout: 3_600_000 })
  const known = new Set(views)
  for (const list of [...lists, '#/findings', '#/evidence', '#/file']) {
    known.add(list)
    await gone(page, list)
    for (const link of await page.evaluate(wholeList)) known.add(link)
  }
  const order = [...known].map(hash => ({ hash, at: random() })).sort((a, b) => a.at - b.at)
  const dead: string[] = []
  let links = 0
  let at = 0
  await gone(page, '#/nowhere')
  while (at < order.length && at < most) {
    const batch = order.slice(at, Math.min(at + atOnce, most)).map(({ hash }) => hash)
    at += batch.length
    for (const [i, held] of (await visited(page, batch)).entries()) {
      if (held === undefined) dead.push(batch[i] ?? '')
      for (const link of held ?? []) {
        links++
        if (known.has(link)) continue
        known.add(link)
        order.push({ hash: link, at: 0 })
      }
    }
    if (at % (10 * atOnce) === 0) report(at, dead)
  }
  report(at, dead)
  for (const each of [...dead, ...said].slice(0, 20)) console.log(each)
  if (dead.length + said.length > 0) process.exitCode = 1

  function report(visited: number, dead: readonly string[]): void {
    const figures = { sites, addresses: order.length, visited, links, dead: dead.length, said: said.length }
    console.log(JSON.stringify(figures))
  }
} finally {
  await browser.close()
}

/** The links of each view; undefined where it says that there is no such thing. Nothing waits for paint. */
async function visited(page: Page, all: readonly string[]): Promise<readonly (readonly string[] | undefined)[]> {
  return page.evaluate(async hashes => {
    const found: (readonly string[] | undefined)[] = []
    for (const hash of hashes) {
      const turned = new Promise<void>(done => addEventListener('hashchange', () => done(), { once: true }))
      location.hash = `${hash}?lang=id`
      await turned
      await new Promise(done => setTimeout(done))
      const main = document.querySelector('main')
      const isThere = main !== null && main.querySelector('h1')?.textContent !== '404' && main.textContent !== ''
      const links = [...(main?.querySelectorAll('a[href^="#/"]') ?? [])]
      const held = [...new Set(links.map(link => (link.getAttribute('href') ?? '').replace(/\?.*$/, '')))]
      found.push(isThere ? held : undefined)
    }
    return found
  }, all)
}

/** In the page: the links of a view whose tables are drawn out to their ends. */
async function wholeList(): Promise<readonly string[]> {
  for (let more = document.querySelector('button.more'); more !== null; more = document.querySelector('button.more')) {
    more.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await new Promise(done => setTimeout(done))
  }
  const links = [...document.querySelectorAll('main a[href^="#/"]')]
  return [...new Set(links.map(link => (link.getAttribute('href') ?? '').replace(/\?.*$/, '')))]
}
