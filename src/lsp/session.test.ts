import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contohLedger } from '../testing/contoh.ts'
import { askAt, checked, clientOf, endClient, typeText, uriIn, type Client } from '../testing/lsp-client.ts'

/** A session of an editor over the real protocol with the small example network. */

let folder = ''
let client: Client
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serat-lsp-'))
  cpSync(join(import.meta.dirname, '../testing/contoh'), folder, { recursive: true })
  writeFileSync(join(folder, 'allocations.lock.yaml'), contohLedger('2026-06-15'))
  client = await clientOf(folder, '--lang', 'en', '--as-of', '2026-06-15')
  for (const path of [site, circuit, route, plant]) await typeText(client, path, textOf(path))
})
afterAll(async () => {
  await endClient(client)
  rmSync(folder, { recursive: true })
})

const site = 'opd/utara.yaml'
const circuit = 'circuits/bukit.yaml'
const route = 'routes/ring.yaml'
const plant = 'plant/ring.yaml'

function textOf(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

/** The text of a file with a mark where the cursor is: before this word, or after it. */
function at(path: string, word: string): string {
  const text = textOf(path)
  expect(text).toContain(word)
  return text.replace(word, `|${word}`)
}

async function told(path: string): Promise<unknown[]> {
  await checked(client)
  return (client.findings.get(uriIn(client, path)) ?? []).map(({ code }) => code)
}

async function labels(path: string, marked: string): Promise<string[]> {
  await typeText(client, path, marked.replace('|', ''))
  const items = await askAt<CompletionItem[]>(client, 'textDocument/completion', path, marked)
  await typeText(client, path, textOf(path))
  return items.map(({ label }) => label)
}

describe('while somebody types', () => {
  test('a wrong word is told at its place, and gone when it is mended', async () => {
    await typeText(client, site, textOf(site).replace(/class: \w+/, 'class: kantor'))
    expect(await told(site)).toEqual(['LOD014'])
    await typeText(client, site, textOf(site))
    expect(await told(site)).toEqual([])
  })

  test('a fault in one file is told where it shows, in files that nobody has open too', async () => {
    await typeText(client, site, textOf(site).replace('site: utara', 'site: uttara'))
    expect((await told(route)).length).toBeGreaterThan(0)
    await typeText(client, site, textOf(site))
    expect(await told(route)).toEqual([])
  })

  test.each([
    ['an agency', site, /tenants: \[.*\]/, 'tenants: [|]', ['diskominfo', 'dishub', 'dinkes', 'kec-bukit']],
    ['one of a closed list', site, /class: \w+/, 'class: |', ['hub', 'opd', 'kecamatan', 'field']],
    ['half a word', site, /class: \w+/, 'class: ke|', ['hub', 'opd', 'kecamatan', 'field']],
    ['a provider', circuit, /provider: \S+/, 'provider: |', ['penyedia-a']],
    ['a contract', circuit, /contract: \S+/, 'contract: |', ['ktr-1']],
    ['a hand-off', circuit, /handoff: [a-z-]+/, 'handoff: |', ['nni-a']],
  ])('%s', async (_, path, from, to, wanted) => {
    expect(await labels(path, textOf(path).replace(from, to))).toEqual(wanted)
  })

  test('models of the platform, ports of the router with the free ones first, keys that are not there yet', async () => {
    expect(await labels(site, textOf(site).replace(/model: [^,]+/, 'model: |'))).toContain('CCR2004-16G-2S+PC')
    const marked = textOf(circuit).replace('port: ether1', 'port: |')
    await typeText(client, circuit, marked.replace('|', ''))
    const ports = await askAt<CompletionItem[]>(client, 'textDocument/completion', circuit, marked)
    await typeText(client, circuit, textOf(circuit))
    const rank = (label: string): string => ports.find(port => port.label === label)?.sortText?.slice(0, 1) ?? ''
    expect([rank('ether1'), rank('ether3')]).toEqual(['0', '0'])
    expect(ports.some(({ sortText }) => sortText?.startsWith('1') === true)).toBe(true)
    const keys = await labels(site, `${textOf(site)}|`)
    expect(keys).toContain('power')
    expect(keys).not.toContain('segments')
  })

  test('free ports of an ODF and free cores of a cable in a path', async () => {
    const words = await labels(route, textOf(route).replace(/path: \[/, 'path: [c-|, '))
    expect(words).toEqual(expect.arrayContaining(['odf-pusat/5', 'c-1/1', 'c-2/3']))
  })
})

describe('what stands here', () => {
  test('a hover says what it is, what it costs, what fails with it, and where it is declared', async () => {
    const said = async (path: string, word: string): Promise<string> => {
      const hover = await askAt<Hover | null>(client, 'textDocument/hover', path, at(path, word))
      return hover === null || typeof hover.contents !== 'object' || !('value' in hover.contents)
        ? ''
        : hover.contents.value
    }
    expect(await said(site, 'dishub')).toMatch(/^agency dishub Dinas Perhubungan\n.*Declared at tenants\/opd.yaml:\d+/s)
    expect(await said(circuit, 'ckt-bukit')).toContain('50 Mbit/s, Rp 5,000,000 a month until 31 December 2026, PT ')
    expect(await said(circuit, 'bukit, port')).toMatch(/^site bukit/)
    expect(await said(plant, 't-1, kind')).toMatch(/If it fails: /)
    expect(await said(circuit, 'role:')).toBe(
      "role (required)\nthe site's first way, or its backup\nExample: primary\nOne of: primary, backup",
    )
    expect(await said(circuit, 'provider:')).toBe(
      'provider (required)\nthe provider that sells it\nExample: penyedia-a\nNames: provider',
    )
  })

  test('definition and references, from a use and from the declaration', async () => {
    const definition = await askAt<Location[]>(client, 'textDocument/definition', circuit, at(circuit, 'penyedia-a'))
    expect(definition.map(({ uri }) => uri)).toEqual([uriIn(client, 'providers/penyedia-a.yaml')])
    const uses = await askAt<Location[]>(client, 'textDocument/references', circuit, at(circuit, 'penyedia-a'), {
      context: { includeDeclaration: true },
    })
    expect(new Set(uses.map(({ uri }) => uri))).toEqual(
      new Set(
        ['providers/penyedia-a.yaml', circuit, 'circuits/uplink.yaml', 'network.yaml'].map(path => uriIn(client, path)),
      ),
    )
    const same = await askAt<Location[]>(client, 'textDocument/references', 'plant/ring.yaml', at(plant, 'sp-1,'), {
      context: { includeDeclaration: true },
    })
    expect(same).toHaveLength(2)
  })

  test('symbols are what a file declares, entries inside', async () => {
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: uriIn(client, plant) },
    })
    expect(symbols.map(({ name, detail }) => [name, detail])).toEqual([['ring', 'plant area']])
    expect(symbols[0]?.range.end.line).toBe(textOf(plant).trimEnd().split('\n').length - 1)
    expect(symbols[0]?.children?.map(({ name }) => name)).toEqual(expect.arrayContaining(['t-1', 'sp-1', 'c-1']))
  })

  test('a thing is found from anywhere by letters of its id or its name', async () => {
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'perhub' })
    expect(found.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['utara', 'site'],
      ['dishub', 'agency'],
    ])
  })

  test('lenses say what a thing costs, and what hangs on it', async () => {
    const lensesOf = async (path: string): Promise<string[]> => {
      const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri: uriIn(client, path) },
      })
      return lenses.map(({ command }) => command?.title ?? '')
    }
    expect(await lensesOf(circuit)).toEqual(['Rp 5,000,000 a month until 31 December 2026'])
    expect((await lensesOf('opd/bukit.yaml')).join()).toMatch(/^\d+ single points of failure$/)
  })
})

describe('with one click', () => {
  async function actionsAt(path: string, text: string, word: string): Promise<CodeAction[]> {
    await typeText(client, path, text.replace('|', ''))
    const before = text.slice(0, text.indexOf(word)).split('\n')
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
    return client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: uriIn(client, path) },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    })
  }

  test('a name that is nearly right, a key that is nearly right, a key that is missing', async () => {
    const near = await actionsAt(
      circuit,
      textOf(circuit).replace('provider: penyedia-a', 'provider: penyedia-b'),
      'penyedia-b',
    )
    expect(near.map(({ title }) => title)).toContain('Replace by penyedia-a')
    const key = await actionsAt(circuit, textOf(circuit).replace('role:', 'rol:'), 'rol:')
    expect(key.map(({ title }) => title)).toContain('Replace by role')
    const missing = await actionsAt(circuit, textOf(circuit).replace('role: primary\n', ''), 'circuit')
    expect(missing.map(({ title }) => title)).toContain('Add role')
    await typeText(client, circuit, textOf(circuit))
  })

  test('a rename is made in every file that names it, and remembers the old name', async () => {
    const edit = await askAt<WorkspaceEdit>(client, 'textDocument/rename', circuit, at(circuit, 'bukit, port'), {
      newName: 'bukit-baru',
    })
    const changes = edit.documentChanges ?? []
    expect(changes.some(change => 'kind' in change && change.kind === 'rename')).toBe(true)
    const written = changes.flatMap(change => ('edits' in change ? change.edits : [])) as TextEdit[]
    expect(written.map(({ newText }) => newText).join('\n')).toContain('was: [bukit]')
    await expect(
      askAt(client, 'textDocument/rename', circuit, at(circuit, 'bukit, port'), { newName: 'Bukit Baru' }),
    ).rejects.toThrow(/lower-case letters/)
    const fresh = 'opd/baru.yaml'
    await typeText(client, fresh, textOf(site).replace('site: utara', 'site: baru'))
    const born = await askAt<WorkspaceEdit>(client, 'textDocument/rename', fresh, 'site: |baru', { newName: 'lor' })
    expect(JSON.stringify(born)).not.toContain('was:')
    const same = { newName: 'bukit' }
    const none = await askAt<WorkspaceEdit>(client, 'textDocument/rename', circuit, at(circuit, 'bukit, port'), same)
    expect(none.documentChanges).toEqual([])
    const area = at(site, '"33.99').replace('|"', '"|')
    await expect(askAt(client, 'textDocument/prepareRename', site, area)).rejects.toThrow(/name cannot change/)
  })

  test('what ends is retired, not deleted', async () => {
    await typeText(client, 'opd/bukit.yaml', textOf('opd/bukit.yaml'))
    const actions = await actionsAt('opd/bukit.yaml', textOf('opd/bukit.yaml'), 'bukit')
    expect(actions.map(({ title }) => title).join()).toContain('Retire bukit')
  })
})

test('the same session answers in Indonesian', async () => {
  const other = await clientOf(folder, '--lang', 'id', '--as-of', '2026-06-15')
  await typeText(other, circuit, textOf(circuit))
  const hover = await askAt<Hover>(other, 'textDocument/hover', circuit, at(circuit, 'role:'))
  expect(hover.contents).toEqual({
    kind: 'plaintext',
    value: 'role (wajib)\njalan utama situs, atau cadangan\nContoh: primary\nSalah satu dari: primary, backup',
  })
  await endClient(other)
})
