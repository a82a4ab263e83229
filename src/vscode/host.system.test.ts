import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vsix } from '../packaging/vsix.ts'
import { codeServer } from '../testing/code-server.ts'
import { launched } from '../testing/chromium.ts'
import { missingPeers } from '../testing/peers.ts'

const missing = missingPeers(['code-server', 'Chromium'])

/** The packed extension in a real editor, looked at through a browser; where there is none the stub of `vsix.test.ts` stands in. */
describe.skipIf(missing.length > 0)('the extension in VS Code as a server', () => {
  const ground = mkdtempSync(join(tmpdir(), 'serat-host-'))
  const work = join(ground, 'work')
  const site = join(work, 'sites/opd/utara.yaml')
  const places = ['--user-data-dir', join(ground, 'data'), '--extensions-dir', join(ground, 'extensions')]
  const env = { ...process.env, HOME: ground }
  let browser: Browser
  let server: ChildProcess
  let page: Page

  beforeAll(async () => {
    cpSync(join(import.meta.dirname, '../testing/contoh'), join(work, 'sites'), { recursive: true })
    writeFileSync(site, readFileSync(site, 'utf8').replace(/class: \w+/, 'class: kantor'))
    writeFileSync(join(ground, 'serat.vsix'), await vsix())
    settle()
    const install = [codeServer, ...places, '--install-extension', join(ground, 'serat.vsix')]
    execFileSync(process.execPath, install, { env, stdio: 'ignore' })
    const address = await started()
    browser = await launched()
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    await page.goto(`${address}/?folder=${work}`)
    await page.waitForSelector('.monaco-workbench')
  })
  afterAll(async () => {
    await browser?.close()
    server?.kill()
    rmSync(ground, { recursive: true, force: true })
  })

  /** The program of this source stands where the extension looks for one that was set. */
  function settle(): void {
    const command = join(ground, 'serat')
    const main = join(import.meta.dirname, '../cli/main.ts')
    writeFileSync(command, `#!/bin/sh\nexec ${process.execPath} ${main} "$@"\n`, { mode: 0o755 })
    const settings = JSON.stringify({
      'serat.command': command,
      'serat.language': 'en',
      'security.workspace.trust.enabled': false,
      'workbench.startupEditor': 'none',
      'extensions.ignoreRecommendations': true,
    })
    for (const whose of ['User', 'Machine']) {
      mkdirSync(join(ground, 'data', whose), { recursive: true })
      writeFileSync(join(ground, 'data', whose, 'settings.json'), settings)
    }
  }

  async function started(): Promise<string> {
    const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust']
    const args = [codeServer, ...places, '--auth', 'none', '--bind-addr', '127.0.0.1:0', ...quiet, work]
    server = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
    for await (const line of createInterface(server.stdout ?? process.stdin)) {
      const address = /HTTP server listening on (http:\/\/\S+?)\/?$/.exec(line)?.[1]
      if (address !== undefined) return address
    }
    throw new Error('the editor ended before it listened')
  }

  test('it starts where the folder holds sites/, and its findings are among the problems', async () => {
    await page.keyboard.press('Control+Shift+M')
    await page.waitForSelector('.markers-panel >> text=LOD014')
    const shown = await page.locator('.markers-panel').textContent()
    expect(shown).toContain('`kantor` is not a choice here')
    expect(shown).toContain('[Ln 3, Col 8]')
  })

  test('a file of the inventory has a language of its own, and what may stand at the cursor is offered', async () => {
    await page.locator('.markers-panel >> text=LOD014').dblclick()
    await page.waitForSelector('.statusbar >> text=Serat')
    // The word that is wrong is selected.
    await page.keyboard.type('ke')
    await page.keyboard.press('Control+Space')
    await page.waitForSelector('.suggest-widget >> text=kecamatan')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.markers-panel >> text=No problems')
  })
})
