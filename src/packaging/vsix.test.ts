import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { vsix } from './vsix.ts'

/** The extension as it is packed, driven by a stub of the `vscode` module: no real editor is started. */

const ground = mkdtempSync(join(tmpdir(), 'serat-vsix-'))
const installed = join(ground, 'extension')
const workspace = join(ground, 'work')
let files: Readonly<Record<string, Uint8Array>> = {}

beforeAll(async () => {
  files = unzipSync(await vsix())
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(ground, path)), { recursive: true })
    writeFileSync(join(ground, path), bytes)
  }
  cpSync(join(import.meta.dirname, '../testing/contoh'), join(workspace, 'sites'), { recursive: true })
  const site = join(workspace, 'sites/opd/utara.yaml')
  writeFileSync(site, readFileSync(site, 'utf8').replace(/class: \w+/, 'class: kantor'))
}, 60_000)
afterAll(() => rmSync(ground, { recursive: true }))

/** The first thing of this kind that the editor shows: findings, or a message that something is wrong. */
async function shownFirst(kind: 'shown' | 'serat', settings: object): Promise<unknown> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../testing/vscode-stub/drive.mjs'), installed], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, SERAT_STUB_FOLDER: workspace, SERAT_STUB_SETTINGS: JSON.stringify(settings) },
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  for await (const line of createInterface(child.stdout)) {
    if (!line.includes(kind === 'shown' ? '"shown"' : 'Serat: `')) continue
    const said: unknown = JSON.parse(line)
    child.stdin.end('end\n')
    await ended
    return said
  }
  throw new Error('the extension ended without a word')
}

test('it starts the server in a folder with sites/, and a planted fault is shown', async () => {
  const program = join(ground, 'serat')
  writeFileSync(program, `#!/bin/sh\nexec ${process.execPath} ${join(import.meta.dirname, '../cli/main.ts')} "$@"\n`, {
    mode: 0o755,
  })
  expect(await shownFirst('shown', { command: program, language: 'en' })).toMatchObject({
    shown: pathToFileURL(join(workspace, 'sites/opd/utara.yaml')).href,
    findings: [{ line: 3, code: 'LOD014' }],
  })
}, 60_000)

test('where there is no server it says what to do', async () => {
  expect(await shownFirst('serat', { command: join(ground, 'absent') })).toEqual({
    error: expect.stringContaining('npm install serat'),
  })
}, 60_000)

test('the package is whole: every file that its manifest names is in it, and folders of sites activate it', () => {
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
  const manifest = JSON.parse(text('extension/package.json')) as {
    readonly main: string
    readonly activationEvents: readonly string[]
    readonly contributes: {
      readonly languages: readonly { readonly id: string; readonly configuration: string }[]
      readonly grammars: readonly { readonly language: string; readonly path: string }[]
    }
  }
  const { languages, grammars } = manifest.contributes
  const named = [manifest.main, ...languages.map(each => each.configuration), ...grammars.map(each => each.path)]
  for (const path of named) expect(text(join('extension', path))).not.toBe('')
  expect(languages.map(({ id }) => id)).toEqual(grammars.map(({ language }) => language))
  expect(manifest.activationEvents).toContain('workspaceContains:sites/network.yaml')
  expect(text('extension.vsixmanifest')).toContain('Path="extension/package.json"')
  expect(text('[Content_Types].xml')).toContain('Extension="vsixmanifest"')
})
