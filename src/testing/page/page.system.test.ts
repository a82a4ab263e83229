import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import { generate } from '../generate/generate.ts'
import { randomFrom } from '../generate/random.ts'
import { atLength } from '../at-length.ts'
import { describeWithPeers } from '../peers.ts'
import { launched } from '../chromium.ts'
import {
  answer,
  built,
  gone,
  klatenSites,
  lembahSites,
  opened,
  pageText,
  serat,
  type Built,
} from './browser.fixture.ts'
import { freeQuestions } from './free-questions.fixture.ts'
import { lateQuestions } from './late-questions.fixture.ts'
import { moreQuestions } from './more-questions.fixture.ts'
import { questions } from './questions.fixture.ts'
import { views } from './views.fixture.ts'

describeWithPeers('the page in a browser', ['Chromium'], () => {
  let browser: Browser
  let klaten: Built
  beforeAll(async () => {
    klaten = built('klaten', klatenSites)
    browser = await launched()
  })
  afterAll(() => browser?.close())

  test('it opens from a file, offline, and from a web server: nothing is asked for, nothing is complained about', async () => {
    const server = await serving(klaten.out)
    for (const address of [klaten.address, server.address]) {
      const { page, requests, said, close } = await opened(browser, address, { offline: address !== server.address })
      await page.waitForSelector('[data-check=good]')
      for (const view of address === klaten.address ? views : views.slice(0, 3)) await gone(page, `#/${view}`)
      expect([requests, said]).toEqual([[], []])
      await close()
    }
    server.close()
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(pageText(klaten))?.[1] ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/)
    expect(policy).not.toMatch(/unsafe|blob|http|\*/)
  })

  test('every artifact that it makes has the hash of the manifest: Klaten, lembah', async () => {
    for (const each of [klaten, built('lembah', lembahSites)]) await sameAsBuilt(browser, each)
  })

  const seeds = Array.from({ length: atLength(2, 50) }, (_, i) => i + 1)
  test.each(seeds)(
    'every artifact that it makes of a random inventory has the hash of the manifest: %i',
    async seed => {
      await sameAsBuilt(browser, built(`random-${seed}`, generate(8 + seed, seed)))
    },
  )

  test('its findings are those of check, in both languages', async () => {
    const { diagnostics } = answer(klaten, 'check') as {
      readonly diagnostics: readonly { readonly message: Record<'id' | 'en', string> }[]
    }
    for (const language of ['id', 'en'] as const) {
      const { page, close } = await opened(browser, `${klaten.address}#/findings?lang=${language}`)
      const text = await page.textContent('main')
      for (const { message } of diagnostics) expect(text).toContain(message[language])
      expect(await page.locator('main > article > ul.findings > li').count()).toBe(diagnostics.length)
      await close()
    }
  })

  test('what is typed into the editor has the findings that the compiler has for it', async () => {
    const random = randomFrom(20)
    const { page, said, close } = await opened(browser, klaten.address)
    const cargo = JSON.parse(/id="cargo">([\s\S]*?)<\/script>/.exec(pageText(klaten))?.[1] ?? '{}')
    const files: [string, string][] = cargo.files
    for (let i = 0; i < atLength(5, 100); i++) {
      const [path, text] = files[Math.floor(random() * files.length)] ?? ['', '']
      const edited = editOf(text, random)
      if (edited === text) continue
      await gone(page, `#/try/${path}`)
      await page.locator('textarea').fill(edited)
      const { diagnostics } = compile({
        ...cargo,
        sources: files.map(([each, own]) => ({ path: each, text: each === path ? edited : own })),
        documents: new Map(cargo.documents),
        today: cargo.asOf,
        entropy: new Uint8Array(16),
        traces: 'none-wanted',
      })
      await page.waitForFunction(
        count => document.querySelector('[data-findings]')?.getAttribute('data-findings') === String(count),
        diagnostics.length,
        { timeout: 20_000 },
      )
      const shown = (await page.textContent('[data-findings]')) ?? ''
      for (const { message } of diagnostics.filter(({ at }) => at.source.path === path).slice(0, 5))
        expect(shown, path).toContain(message.id)
      await page.locator('.editor-tools button').click()
    }
    expect(said).toEqual([])
    await close()
  })

  test('over a hundred questions are answered as serat answers them, each by `/`, a few words and Enter', async () => {
    const { page, said, close } = await opened(browser, klaten.address)
    const told = new Map<string, unknown>()
    const wrong: string[] = []
    const all = [...questions, ...moreQuestions, ...lateQuestions, ...freeQuestions]
    for (const { who, asks, types, answers } of all) {
      const wanted = answers((...words) => {
        const key = words.join(' ')
        if (!told.has(key)) told.set(key, answer(klaten, ...words))
        return told.get(key)
      })
      await gone(page, '#/')
      await page.keyboard.press('Escape')
      await page.keyboard.press('/')
      await page.keyboard.type(types)
      await page.waitForSelector('[role=option], .hits > .quiet')
      await page.keyboard.press('Enter')
      const hasAll = ([texts, kind]: readonly [readonly string[], string]): boolean =>
        location.hash !== kind && texts.every(text => document.querySelector('main')?.textContent?.includes(text))
      const found = await page
        .waitForFunction(hasAll, [wanted, '#/?lang=id'] as const, { timeout: 8000 })
        .catch(() => undefined)
      if (found === undefined || wanted.length === 0 || wanted.includes('undefined'))
        wrong.push(`${who}: ${asks} ${wanted.join(' | ').slice(0, 200)} at ${page.url().split('#')[1]}`)
    }
    expect(wrong).toEqual([])
    expect(said).toEqual([])
    expect(all.length).toBeGreaterThan(100)
    await close()
  })

  test('the filter and the order of a table stand in the address: who comes back finds them', async () => {
    const { page, said, close } = await opened(browser, klaten.address)
    await page.waitForSelector('main[data-compiled=true] h1')
    const firstRow = (): Promise<string | null> => page.textContent('tbody tr th')
    const all = answer(klaten, 'show', 'money', '--by', 'circuit')
    const sums = (Array.isArray(all) ? all : []).filter(({ key }) => key !== 'jumlah')
    const [most] = sums.toSorted((a, b) => b.committed_rupiah - a.committed_rupiah)
    await gone(page, '#/money/circuit')
    await gone(page, '#/money/circuit?sort=-committed_rupiah&lang=id')
    await page.waitForFunction(key => document.querySelector('tbody tr th')?.textContent === key, most.key)
    await gone(page, '#/list/site')
    await page.locator('.filter input').fill('bayat')
    await page.waitForFunction(() => location.hash.includes('filter=bayat'))
    expect(await firstRow()).toBe('kec-bayat')
    await gone(page, '#/evidence')
    await page.goBack()
    await page.waitForFunction(() => document.querySelector('.filter input') !== null)
    expect(await page.locator('.filter input').inputValue()).toBe('bayat')
    expect(await firstRow()).toBe('kec-bayat')
    expect(said).toEqual([])
    await close()
  })

  test('what is asked before anything has been compiled is answered then', async () => {
    const context = await browser.newContext({ offline: true })
    const page = await context.newPage()
    await page.goto(klaten.address)
    expect(await page.textContent('h1')).toContain('Kabupaten Klaten')
    await page.keyboard.press('/')
    await page.keyboard.type('ckt-kec-bayat')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'ckt-kec-bayat')
    await context.close()
  })

  test('what was to stay is not in the page, which says so and blames nobody', async () => {
    const of = built('without', klatenSites, '--page-without', 'payments/,./allocations.lock.yaml,secret-names')
    const text = pageText(of)
    for (const gone of ['bgp/leased', 'byr-2026-03-01', 'segment/kec-bayat/data/v4']) expect(text).not.toContain(gone)
    const { page, said, close } = await opened(browser, of.address)
    const line = await page.waitForSelector('[data-check=good], [data-check=part], [data-check=bad]')
    expect(await line.getAttribute('data-check')).toBe('part')
    await page.waitForSelector('.banner.without')
    await gone(page, '#/evidence')
    const told = await page.textContent('main')
    for (const path of ['secret-names', 'payments/ktr-2026-03.yaml', 'allocations.lock.yaml'])
      expect(told).toContain(path)
    expect(said).toEqual([])
    await close()
    const home = join(of.inventory, '..')
    expect(() => serat(home, 'build', '--page-without', 'payment/')).toThrow(/payment\//)
  })

  test('hostile texts stay texts, in the inventory and in the editor', async () => {
    const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}\${alert(3)}`
    const from = readFileSync(join(klatenSites, 'opd/kec-bayat.yaml'), 'utf8')
    const bad = built('hostile', klatenSites)
    const { page, said, close } = await opened(browser, bad.address)
    await gone(page, '#/try/opd/kec-bayat.yaml')
    await page.locator('textarea').fill(from.replace('name: Kecamatan Bayat', `name: ${JSON.stringify(hostile)}`))
    await page.waitForSelector('.verdict')
    for (const view of [
      '',
      'map',
      'network',
      'findings',
      'site/kec-bayat',
      `site/${encodeURIComponent(hostile)}`,
      'list/site',
    ])
      await gone(page, `#/${view}`)
    await gone(page, '#/site/kec-bayat')
    expect(await page.textContent('h1')).toBe(hostile)
    expect(said).toEqual([])
    await close()
  })
})

async function sameAsBuilt(browser: Browser, of: Built): Promise<void> {
  const { page, said, close } = await opened(browser, of.address)
  const line = await page.waitForSelector('[data-check=good], [data-check=bad]', { timeout: 300_000 })
  const { artifacts } = JSON.parse(readFileSync(join(of.out, 'manifest.json'), 'utf8'))
  expect(await line.textContent(), of.inventory).toContain(`${artifacts.length - 1} berkas dibuat ulang`)
  expect(said).toEqual([])
  await close()
}

/** A digit, a word or a line of a file changed, as fingers do. */
function editOf(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length)
  const line = text.lastIndexOf('\n', at) + 1
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
  const kinds = [
    text.slice(0, line) + text.slice(end + 1),
    `${text.slice(0, at)}9${text.slice(at + 1)}`,
    `${text.slice(0, end)}x${text.slice(end)}`,
    text.replace(/\d+/g, digits => (random() < 0.05 ? String(Number(digits) + 1) : digits)),
  ]
  return kinds[Math.floor(random() * kinds.length)] ?? text
}

async function serving(folder: string): Promise<{ readonly address: string; readonly close: () => Server }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(readFileSync(join(folder, 'index.html')))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { address: `http://127.0.0.1:${port}/index.html`, close: () => server.close() }
}
