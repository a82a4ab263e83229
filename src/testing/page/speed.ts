import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { number } from '../../words/figures.ts'
import { generate } from '../generate/generate.ts'
import { launched } from '../chromium.ts'
import { built, gone, klatenSites, opened, type Built } from './browser.fixture.ts'
import { views } from './views.fixture.ts'

/**
 * `npm run bench:page [SITES…]`: the page of the reference network and of generated ones beside an empty page of as
 * many bytes (E) and `compile` of the same inventory in a Node of its own (N), in turn, so that all rounds share what
 * else the machine does. Medians of processor milliseconds, of the page its main thread's: what a neighbour takes is no
 * delay of ours. The page is usable once its front can be read and followed, and whole once every view and search
 * answers. From 5,000 sites on it only opens: its reader says when it is to be compiled.
 */
const rounds = 5
const megabyte = 1_000_000
/** Its front can be read and followed; every view and search answers. */
const usableAt = 'main:not([aria-busy=true]) h1'
const wholeAt = 'main[data-compiled=true] h1'
const never: Reached = { spent: Number.NaN, wall: Number.NaN }
const sessions = new WeakMap<Page, CDPSession>()
const sizes = process.argv.slice(2).map(Number)

interface Row {
  readonly page: string
  readonly what: string
  readonly figure: number
  readonly under: number
}

const browser = await launched()
try {
  const klaten = built('klaten', klatenSites)
  report([
    { page: 'klaten', what: 'megabytes', figure: statSync(join(klaten.out, 'index.html')).size / megabyte, under: 2.5 },
    ...(await speedOf('klaten', klaten, 'all')),
  ])
  for (const size of sizes)
    report(await speedOf(`${size} sites`, built(`sites-${size}`, generate(size)), size < 5000 ? 'all' : 'opening'))
} finally {
  await browser.close()
}

function report(rows: readonly Row[]): void {
  for (const { page, what, figure, under } of rows) {
    const holds = figure < under
    if (!holds) process.exitCode = 1
    console.log(`${holds ? 'holds' : 'FAILS'}  ${page}  ${what}: ${rounded(figure)}, under ${rounded(under)}`)
  }
}

async function speedOf(page: string, of: Built, what: 'all' | 'opening'): Promise<Row[]> {
  const empty = emptyBeside(of)
  const rows: { readonly e: number; readonly n: number; readonly usable: Reached; readonly whole: Reached }[] = []
  for (let i = 0; i < (what === 'all' ? rounds : 1); i++) {
    const [end = never] = await reached(browser, empty, ['#end'])
    const n = compiledInNode(of)
    const awaited = what === 'all' ? [usableAt, wholeAt] : [usableAt]
    const [usable = never, whole = never] = await reached(browser, of.address, awaited)
    rows.push({ e: end.spent, n, usable, whole })
  }
  const of5 = (pick: (row: (typeof rows)[number]) => number): number => rounded(median(rows.map(pick)))
  const [e, n, usable] = [of5(row => row.e), of5(row => row.n), of5(row => row.usable.spent)]
  const wholeAfter = (of: (row: Reached) => number): string =>
    what === 'all' ? `, whole after ${of5(({ whole }) => of(whole))} ms` : ''
  console.log(`       ${page}  E ${e} ms, N ${n} ms${wholeAfter(({ spent }) => spent)}`)
  const wall = of5(row => row.usable.wall)
  console.log(`       ${page}  by the clock on the wall usable after ${wall} ms${wholeAfter(({ wall }) => wall)}`)
  return [
    { page, what: 'usable after, ms (3 E + N)', figure: usable, under: 3 * e + n },
    ...(what === 'all' ? await insideSpeed(page, of, n) : []),
  ]
}

/**
 * What a reader waits for in a page that is open: a view that nobody has opened before, a search, findings of an edit.
 */
async function insideSpeed(name: string, of: Built, n: number): Promise<Row[]> {
  const times = new Map<string, number[]>()
  const note = (what: string, figure: number): void => void times.set(what, [...(times.get(what) ?? []), figure])
  const path = files(of).find(([each, text]) => each.startsWith('opd/') && /data: \d+/.test(text))?.[0] ?? ''
  for (let i = 0; i < rounds; i++) {
    const { page, close } = await opened(browser, of.address)
    await page.waitForSelector('[data-check=good], [data-check=bad]', { timeout: 600_000 })
    for (const view of viewsOf(name)) note(`view ${view}`, await spent(page, () => page.evaluate(shown, `#/${view}`)))
    await gone(page, '#/')
    for (const query of ['kec', '10.32', 'ktr 2026', 'a', 'sit'])
      note(`search "${query}"`, await foundAfter(page, query))
    await gone(page, `#/try/${path}`)
    note('edit to finding (2 N)', await spent(page, () => edited(page, 5000 + i)))
    await close()
  }
  const limitOf = (what: string): number => (what.startsWith('view') ? 100 : what.startsWith('search') ? 50 : 2 * n)
  return [...times].map(([what, all]) => ({
    page: name,
    what: `${what}, ms`,
    figure: median(all),
    under: limitOf(what),
  }))
}

/** The views of the reference network; of a generated one those that name no thing of it. */
function viewsOf(name: string): readonly string[] {
  return name === 'klaten'
    ? views.slice(1)
    : [...views.filter(view => view !== '' && !/[-.]/.test(view)), 'list/site', 'list/circuit']
}

/** Processor milliseconds of the page's main thread while something is done to it. */
async function spent(page: Page, work: () => Promise<unknown>): Promise<number> {
  const before = await taskTime(page)
  await work()
  return (await taskTime(page)) - before
}

async function taskTime(page: Page): Promise<number> {
  let session = sessions.get(page)
  if (session === undefined) {
    session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    sessions.set(page, session)
  }
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

/** In the page: until another view is painted. */
async function shown(hash: string): Promise<void> {
  const changed = new Promise<void>(done => addEventListener('hashchange', () => done(), { once: true }))
  location.hash = hash
  await changed
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
}

/** From a query typed to its answers painted. */
async function foundAfter(page: Page, query: string): Promise<number> {
  const typed = (text: string): Promise<number> =>
    page.evaluate(async value => {
      const field = document.querySelector('#search')
      if (!(field instanceof HTMLInputElement)) throw new Error('no field to search in')
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
      return document.querySelectorAll('[role=option]').length
    }, text)
  await typed('')
  let found = 0
  const after = await spent(page, async () => {
    found = await typed(query)
  })
  if (found === 0) throw new Error(`${query} finds nothing`)
  return after
}

/** From more hosts than a segment holds, typed into a file, to the finding of it. */
function edited(page: Page, hosts: number): Promise<void> {
  return page.evaluate(
    async ([typed, told]) => {
      const area = document.querySelector('textarea')
      if (area === null) throw new Error('no editor')
      area.value = area.value.replace(/data: \d+/, `data: ${typed}`)
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
      while (document.querySelector('[data-findings]')?.textContent?.includes(told) !== true)
        await new Promise(done => setTimeout(done, 20))
    },
    [String(hosts), number(hosts).id] as const,
  )
}

/** Milliseconds until something stood painted on the screen: of the page's main thread, and from the navigation on. */
interface Reached {
  readonly spent: number
  readonly wall: number
}

async function reached(on: Browser, address: string, selectors: readonly string[]): Promise<readonly Reached[]> {
  const context = await on.newContext({ offline: true, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(marked, selectors)
  await on.startTracing(page, { categories: ['blink.user_timing'] })
  await page.goto(address, { timeout: 600_000 })
  await page.waitForFunction(
    all => all.every(name => performance.getEntriesByName(name, 'mark').length > 0),
    selectors,
    { timeout: 600_000, polling: 100 },
  )
  const walls = await page.evaluate(all => all.map(name => performance.getEntriesByName(name)[0]?.startTime), selectors)
  const { traceEvents }: Trace = JSON.parse(String(await on.stopTracing()))
  await context.close()
  return selectors.map((name, i) => ({
    spent: (traceEvents.find(event => event.name === name)?.tts ?? Number.NaN) / 1000,
    wall: walls[i] ?? Number.NaN,
  }))
}

/** As Chromium writes it: `tts` is microseconds of the thread's own. */
interface Trace {
  readonly traceEvents: readonly { readonly name: string; readonly tts?: number }[]
}

/** In the page: marks the moment after each selector was first painted. */
function marked(selectors: readonly string[]): void {
  const open = new Set(selectors)
  const watch = new MutationObserver(() => {
    for (const selector of open) {
      if (document.querySelector(selector) === null) continue
      open.delete(selector)
      requestAnimationFrame(() => setTimeout(() => performance.mark(selector)))
    }
    if (open.size === 0) watch.disconnect()
  })
  watch.observe(document, { subtree: true, childList: true, attributes: true })
}

/** A page of as many bytes that does nothing: its data are those of the page, of a type that nobody reads. */
function emptyBeside(of: Built): string {
  const text = readFileSync(join(of.out, 'index.html'), 'utf8').replaceAll('</script', '<-script')
  const path = join(of.out, '../empty.html')
  writeFileSync(
    path,
    `<!doctype html><meta charset="utf-8"><body><script type="application/json">${text}</script><p id="end">.</p></body>`,
  )
  return pathToFileURL(path).href
}

function files(of: Built): [string, string][] {
  return JSON.parse(/id="cargo">([\s\S]*?)<\/script>/.exec(readFileSync(join(of.out, 'index.html'), 'utf8'))?.[1] ?? '')
    .files
}

/** Milliseconds of the first `compile` in a process of its own; its modules are loaded before. */
function compiledInNode({ inventory }: Built): number {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../bench/compile-once.ts'), inventory],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return Number(stdout)
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}

function rounded(figure: number): number {
  return Math.round(figure * 10) / 10
}
