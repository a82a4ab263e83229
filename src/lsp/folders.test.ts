import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Hover, Location, WorkspaceEdit } from 'vscode-languageserver-protocol/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askAt, checked, clientOf, endClient, typeText, uriIn, type Client } from '../testing/lsp-client.ts'
import { contohLedger } from '../testing/contoh.ts'

/** Folders as people open them: several inventories, one that is begun later, a file alone, and files that change. */

let folder = ''
let client: Client | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-lsp-'))
})
afterEach(async () => {
  if (client !== undefined) await endClient(client)
  client = undefined
  rmSync(folder, { recursive: true })
})

const example = join(import.meta.dirname, '../testing/contoh')
const site = 'opd/utara.yaml'
const broken = readFileSync(join(example, site), 'utf8').replace(/class: \w+/, 'class: kantor')

function layOut(...where: readonly string[]): void {
  for (const each of where) cpSync(example, join(folder, each), { recursive: true })
}

async function opened(at = folder): Promise<Client> {
  client = await clientOf(at, '--lang', 'en', '--as-of', '2026-06-15')
  return client
}

function codesOf({ findings }: Client, path: string): unknown[] {
  return (findings.get(pathToFileURL(join(folder, path)).href) ?? []).map(({ code }) => code)
}

/** Until the server has told by itself that a file has these findings. */
async function comesToSay(told: Client, path: string, codes: readonly string[]): Promise<void> {
  while (JSON.stringify(codesOf(told, path)) !== JSON.stringify(codes))
    await new Promise<void>(resolve => {
      told.seen.woken = resolve
    })
}

test('each inventory below the folder is one by itself', async () => {
  layOut('kab-a/sites', 'kab-b')
  writeFileSync(join(folder, 'kab-a/sites', site), broken)
  const told = await opened()
  await comesToSay(told, `kab-a/sites/${site}`, ['LOD014'])
  await typeText(told, `kab-b/${site}`, broken)
  await checked(told)
  expect(codesOf(told, `kab-b/${site}`)).toEqual(['LOD014'])
  const circuit = 'circuits/bukit.yaml'
  const text = readFileSync(join(example, circuit), 'utf8').replace('penyedia-a', 'p|enyedia-a')
  const places = await askAt<Location[]>(told, 'textDocument/definition', `kab-b/${circuit}`, text)
  expect(places.map(({ uri }) => uri)).toEqual([uriIn(told, 'kab-b/providers/penyedia-a.yaml')])
})

test('an inventory that is begun after the editor was, and a folder that is added and taken away', async () => {
  mkdirSync(join(folder, 'kosong'))
  const told = await opened(join(folder, 'kosong'))
  layOut('kosong/sites')
  await typeText(told, `sites/${site}`, broken)
  await checked(told)
  expect(codesOf(told, `kosong/sites/${site}`)).toEqual(['LOD014'])
  layOut('lain/sites')
  writeFileSync(join(folder, 'lain/sites', site), broken)
  const other = { uri: pathToFileURL(join(folder, 'lain')).href, name: 'lain' }
  const change = async (event: object): Promise<void> => {
    told.seen.sent++
    await told.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
    await checked(told)
  }
  await change({ added: [other], removed: [] })
  expect(codesOf(told, `lain/sites/${site}`)).toEqual(['LOD014'])
  await change({ added: [], removed: [other] })
  expect(codesOf(told, `lain/sites/${site}`)).toEqual([])
  expect(codesOf(told, `kosong/sites/${site}`)).toEqual(['LOD014'])
})

test('a file that is opened from a folder inside the inventory', async () => {
  layOut('sites')
  const told = await opened(join(folder, 'sites/opd'))
  await typeText(told, 'utara.yaml', broken)
  await checked(told)
  expect(codesOf(told, `sites/${site}`)).toEqual(['LOD014'])
})

test('fifty files change at once on the disk, and come back, with no word from the editor', async () => {
  layOut('sites')
  const files = ['opd', 'circuits', 'routes', 'plant', 'providers', 'tenants'].flatMap(place =>
    readdirSync(join(example, place)).map(name => `${place}/${name}`),
  )
  const told = await opened()
  await typeText(told, `sites/${site}`, readFileSync(join(example, site), 'utf8'))
  await checked(told)
  for (const path of files) writeFileSync(join(folder, 'sites', path), '')
  await comesToSay(told, 'sites/circuits/bukit.yaml', ['LOD009'])
  // What somebody has open is what the editor says, not what lies on the disk.
  expect(codesOf(told, `sites/${site}`)).not.toContain('LOD009')
  layOut('sites')
  await comesToSay(told, 'sites/circuits/bukit.yaml', [])
  for (let i = 0; i < 50; i++) writeFileSync(join(folder, `sites/opd/kantor-${i}.yaml`), `site: kantor-${i}\n`)
  await comesToSay(told, 'sites/opd/kantor-49.yaml', Array(7).fill('LOD011'))
  for (let i = 0; i < 50; i++) rmSync(join(folder, `sites/opd/kantor-${i}.yaml`))
  await comesToSay(told, 'sites/opd/kantor-49.yaml', [])
})

test('a file of another folder is nobody’s, and asks for nothing', async () => {
  layOut('sites')
  const told = await opened()
  await typeText(told, `sites/${site}`, broken)
  for (const path of ['README.md', 'x.yaml', 'sites/arsip/x.yaml', 'sites/opd/x.yml']) {
    const textDocument = { uri: uriIn(told, path), languageId: 'serat-yaml', version: 1, text: 'site: a\n' }
    await told.connection.sendNotification('textDocument/didOpen', { textDocument })
    expect(await askAt(told, 'textDocument/completion', path, '|')).toBeNull()
    expect(await askAt(told, 'textDocument/hover', path, '|')).toBeNull()
  }
  await checked(told)
  expect(told.server.exitCode).toBeNull()
})

test('a line of the ledger says what it is allocated to, leads there, and renames it', async () => {
  layOut('.')
  const ledger = contohLedger('2026-06-15')
  const path = 'allocations.lock.yaml'
  writeFileSync(join(folder, path), ledger)
  const told = await opened()
  await typeText(told, path, ledger)
  const marked = ledger.replace('segment/utara/guest/v4', 'segment/utara/guest/v|4')
  const hover = await askAt<Hover>(told, 'textDocument/hover', path, marked)
  expect(JSON.stringify(hover.contents)).toContain('site utara')
  const [place] = await askAt<Location[]>(told, 'textDocument/definition', path, marked)
  expect(place?.uri).toBe(uriIn(told, site))
  const edit = await askAt<WorkspaceEdit>(told, 'textDocument/rename', path, marked, { newName: 'lor' })
  expect(JSON.stringify(edit)).toContain('was: [utara]')
  expect(await askAt(told, 'textDocument/hover', path, `|${ledger}`)).toBeNull()
  expect(await askAt(told, 'textDocument/completion', path, `|${ledger}`)).toEqual([])
  await typeText(told, path, ledger.replace('segment/utara', '<<<<<<< ours\nsegment/utara'))
  await checked(told)
  expect(codesOf(told, path)).toEqual(['LOD031'])
})
