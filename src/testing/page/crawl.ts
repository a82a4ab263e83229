import type { Page } from 'playwright-core'
import { generate } from '../generate/generate.ts'
import { randomFrom } from '../generate/random.ts'
import { launched } from '../chromium.ts'
import { built, gone, klatenSites, opened } from './browser.fixture.ts'

/**
 * `npm run test:crawl [SITES] [MOST]`: every row of every list of the page, every finding, file and artifact is opened,
 * of a network of so many sites (the reference network without a number), in a seeded order, at most MOST of them;
 * every link that they hold must be one of those, or is opened too.
 */
const [, , sites = '0', most = '1000000'] = process.argv
const of = sites === '0' ? built('crawl', klatenSites) : built('crawl', generate(Number(sites)))
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
  for (let i = 0; i < order.length && i < Number(most); i++) {
    const { hash = '#/' } = order[i] ?? {}
    const held = await visited(page, hash)
    if (held === undefined) dead.push(hash)
    for (const link of held ?? []) {
      links++
      if (known.has(link)) continue
      known.add(link)
      order.push({ hash: link, at: 0 })
    }
  }
  const visits = Math.min(order.length, Number(most))
  console.log(
    JSON.stringify({ sites, addresses: known.size, visited: visits, links, dead: dead.length, said: said.length }),
  )
  for (const each of [...dead, ...said].slice(0, 20)) console.log(each)
  if (dead.length + said.length > 0) process.exitCode = 1
} finally {
  await browser.close()
}

/** The links of a view; undefined where it says that there is no such thing. */
async function visited(page: Page, to: string): Promise<readonly string[] | undefined> {
  return page.evaluate(async hash => {
    location.hash = hash
    await new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done))))
    const main = document.querySelector('main')
    if (main?.querySelector('h1')?.textContent === '404' || main?.textContent === '') return undefined
    const links = [...(main?.querySelectorAll('a[href^="#/"]') ?? [])]
    return [...new Set(links.map(link => (link.getAttribute('href') ?? '').replace(/\?.*$/, '')))]
  }, to)
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
