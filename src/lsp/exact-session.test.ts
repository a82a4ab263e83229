import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CodeAction } from 'vscode-languageserver-protocol/node'
import { expect, test } from 'vitest'
import { askAt, checked, clientOf, endClient, typeText, type Client } from '../testing/lsp-client.ts'
import { contohLedger } from '../testing/contoh.ts'

/**
 * One session with the small example network, every answer in full, in both languages: `answers.id.txt` and
 * `answers.en.txt` beside this file. After an intended difference: `npx vitest run --project fast
 * src/lsp/exact-session.test.ts -u`, and read what changed.
 */

const day = '2026-06-15'
const site = 'opd/utara.yaml'
const circuit = 'circuits/bukit.yaml'
const route = 'routes/ring.yaml'
const plant = 'plant/ring.yaml'
const network = 'network.yaml'

/** What is typed in place of a text of the file; `|` is the cursor. */
type Typed = readonly [name: string, path: string, from: string | RegExp, to: string]

const completions: readonly Typed[] = [
  ['an agency', site, /tenants: \[.*\]/, 'tenants: [|]'],
  ['a kecamatan', site, /kecamatan: .*/, 'kecamatan: |'],
  ['a class', site, /class: \w+/, 'class: |'],
  ['a platform', site, /platform: \w+/, 'platform: |'],
  ['a kind of segment', site, /guest: 60/, '|'],
  ['a key of a site, with its meaning', site, /class: \w+/, '|'],
  ['an optic', route, /optic: lr/, 'optic: |'],
  ['a port of a router', circuit, /port: ether1/, 'port: |'],
  ['an ODF port, a core, a structure', route, /odf-pusat\/1/, '|'],
  ['a provider', circuit, /provider: \S+/, 'provider: |'],
  ['a contract', circuit, /contract: \S+/, 'contract: |'],
  ['a hand-off', circuit, /handoff: [a-z-]+/, 'handoff: |'],
  ['a site', circuit, /id: bukit/, 'id: |'],
  ['a zone', network, /zone: \w+/, 'zone: |'],
]

const hovers: readonly Typed[] = [
  ['a site', circuit, 'id: bukit', 'id: b|ukit'],
  ['an agency', site, '[dishub', '[d|ishub'],
  ['a circuit', circuit, 'ckt-bukit', 'c|kt-bukit'],
  ['a pole', plant, 't-1, kind', 't|-1, kind'],
  ['a cable', route, 'c-1/1', 'c|-1/1'],
  ['a required key', circuit, 'role:', 'r|ole:'],
  ['a key with a unit', circuit, 'bandwidth_mbps:', 'b|andwidth_mbps:'],
  ['a code of a finding', 'waivers.yaml', 'RTE002', 'R|TE002'],
]

const places: readonly Typed[] = [
  ['a provider', circuit, 'penyedia-a', 'p|enyedia-a'],
  ['a site', circuit, 'id: bukit', 'id: b|ukit'],
  ['a splice that is declared here', plant, 'sp-1,', 's|p-1,'],
]

const fixes: readonly Typed[] = [
  ['a name that is nearly right', circuit, 'provider: penyedia-a', 'provider: |penyedia-b'],
  ['a key that is nearly right', circuit, 'role:', '|rol:'],
  ['a key that is missing', circuit, /^([\s\S]*)role: primary\n/, '|$1'],
  ['a word that is nearly right', site, 'class: opd', 'class: |opdd'],
  ['what ends', 'opd/bukit.yaml', 'site: bukit', 'site: |bukit'],
]

test.each(['id', 'en'] as const)(
  '%s',
  async language => {
    const folder = mkdtempSync(join(tmpdir(), 'serat-lsp-'))
    cpSync(join(import.meta.dirname, '../testing/contoh'), folder, { recursive: true })
    writeFileSync(join(folder, 'allocations.lock.yaml'), contohLedger(day))
    const client = await clientOf(folder, '--lang', language, '--as-of', day)
    const said = await everythingSaid({ client, folder })
    await endClient(client)
    rmSync(folder, { recursive: true })
    // What is retired is retired today.
    const plain = said
      .join('\n')
      .replaceAll(`file://${folder}/`, '')
      .replaceAll(/(from: )[\d-]+(, status: retired)/g, '$1TODAY$2')
      .replaceAll(/(status: retired\\nuntil: )[\d-]+/g, '$1TODAY')
    await expect(`${plain}\n`).toMatchFileSnapshot(`answers.${language}.txt`)
  },
  120_000,
)

interface Session {
  readonly client: Client
  readonly folder: string
}

async function everythingSaid(session: Session): Promise<string[]> {
  const said: string[] = []
  const answers = async (method: string, all: readonly Typed[], more: object = {}): Promise<void> => {
    for (const typed of all) said.push(...(await answerTo(session, method, typed, more)))
  }
  await answers('completion', completions)
  await answers('hover', hovers)
  await answers('hover', [['an address', site, 'guest: 60', `guest: { hosts: 60, v4: ${addressOf(session)} }`]])
  await answers('definition', places)
  await answers('references', places, { context: { includeDeclaration: true } })
  await answers('prepareRename', places)
  await answers('rename', places.slice(1, 2), { newName: 'bukit-baru' })
  for (const typed of fixes) said.push(...(await actionsAt(session, typed)))
  said.push(...(await waiverOffered(session)))
  for (const path of [circuit, 'opd/bukit.yaml', plant, route]) {
    const whole: Typed = [path, path, /^/, '|']
    await answers('codeLens', [whole])
    if (path === route) await answers('documentSymbol', [whole])
  }
  return said
}

/** Ends before the line's end, so that the cursor stands in the address. */
function addressOf({ folder }: Session): string {
  const ledger = readFileSync(join(folder, 'allocations.lock.yaml'), 'utf8')
  const address = /^segment\/utara\/guest\/v4: (\S+)$/m.exec(ledger)?.[1] ?? ''
  return `1|${address.slice(1)}`
}

async function answerTo({ client, folder }: Session, method: string, typed: Typed, more: object): Promise<string[]> {
  const [name, path, from, to] = typed
  const text = readFileSync(join(folder, path), 'utf8')
  const marked = text.replace(from, to)
  await typeText(client, path, marked.replace('|', ''))
  const answer = await askAt<unknown>(client, `textDocument/${method}`, path, marked, more)
  await typeText(client, path, text)
  return [`\n== ${method}: ${name}`, ...linesOf(answer)]
}

/** A list an item a line. */
function linesOf(answer: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return items.length === 0 ? ['nothing'] : items.map(item => JSON.stringify(item))
}

async function actionsAt({ client, folder }: Session, [name, path, from, to]: Typed): Promise<string[]> {
  const text = readFileSync(join(folder, path), 'utf8')
  const marked = text.replace(from, to)
  await typeText(client, path, marked.replace('|', ''))
  const before = marked.slice(0, marked.indexOf('|')).split('\n')
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
  const found = await askAt<CodeAction[]>(client, 'textDocument/codeAction', path, marked, {
    range: { start: position, end: position },
    context: { diagnostics: [] },
  })
  await typeText(client, path, text)
  return [`\n== codeAction: ${name}`, ...linesOf(found)]
}

/** Where its waiver has ended the example has a warning, which may be accepted again. */
async function waiverOffered(session: Session): Promise<string[]> {
  const { client, folder } = session
  const whole = readFileSync(join(folder, 'waivers.yaml'), 'utf8')
  await typeText(client, 'waivers.yaml', whole.replace('until: 2026-12-31', 'until: 2026-01-31'))
  await checked(client)
  // Files come in whatever order the server has told them.
  const byFile = [...client.findings].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const [uri, list] = byFile.find(([, findings]) => findings.some(({ code }) => code === 'RTE002')) ?? []
  const warning = list?.find(({ code }) => code === 'RTE002')
  if (uri === undefined || warning === undefined) return ['no warning']
  const found = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: warning.range,
    context: { diagnostics: [] },
  })
  await typeText(client, 'waivers.yaml', whole)
  return ['\n== codeAction: a warning that is accepted', ...linesOf(found)]
}
