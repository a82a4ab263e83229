import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Source } from '../../source/source.ts'
import { writeSources } from '../generate/generate.ts'

const root = join(import.meta.dirname, '../../..')

/** A page as it was opened, with all that it asked for and said. */
export interface Opened {
  readonly page: Page
  /** Addresses that it asked for, but its own and those that hold their content. */
  readonly requests: readonly string[]
  readonly said: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens an address offline unless said otherwise, and waits for the first view. */
export async function opened(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const [requests, said]: [string[], string[]] = [[], []]
  page.on('request', request => {
    if (!/^data:/.test(request.url()) && request.url().split('#')[0] !== address.split('#')[0])
      requests.push(request.url())
  })
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(String(error.stack)))
  page.on('dialog', dialog => {
    said.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(address)
  await page.waitForSelector('main:not([aria-busy=true]) h1', { timeout: 120_000 })
  return { page, requests, said, close: () => context.close() }
}

/** The hash of another view, and its first heading. */
export async function gone(page: Page, hash: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = to
  }, hash)
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))
  await page.waitForSelector('main:not([aria-busy=true]) h1', { timeout: 120_000 })
}

/** Folders of built inventories, gone with the process that made them. */
const ground = mkdtempSync(join(tmpdir(), 'serat-page-'))
process.on('exit', () => rmSync(ground, { recursive: true, force: true }))

export interface Built {
  readonly inventory: string
  readonly out: string
  /** `file:` address of its page. */
  readonly address: string
}

/** An inventory in a folder of its own, built by the command line. */
export function built(name: string, from: string | readonly Source[], ...more: readonly string[]): Built {
  const home = join(ground, name)
  mkdirSync(home, { recursive: true })
  const inventory = join(home, 'sites')
  if (typeof from === 'string') execFileSync('cp', ['-r', from, inventory])
  else writeSources(inventory, from)
  const out = join(home, 'out')
  serat(home, 'build', '--new-ledger', '--out', 'out', ...more)
  return { inventory, out, address: pathToFileURL(join(out, 'index.html')).href }
}

/** What the command line prints; findings are no failure here. */
export function serat(home: string, ...args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [join(root, 'src/cli/main.ts'), ...args], {
      cwd: home,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, SERAT_LANG: 'id' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 1 && 'stdout' in error)
      return String(error.stdout)
    throw error
  }
}

/** The JSON that the command line prints about a built inventory. */
export function answer(of: Built, ...args: readonly string[]): unknown {
  return JSON.parse(serat(join(of.inventory, '..'), ...args, '--format', 'json'))
}

export function pageText(of: Built): string {
  return readFileSync(join(of.out, 'index.html'), 'utf8')
}

export const klatenSites = join(root, 'sites')
export const lembahSites = join(root, 'stacks/lembah')
