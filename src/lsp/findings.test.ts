import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bilingual, Severity } from '../diagnostic/diagnostic.ts'
import { casesIn, noteOf, write, type Case } from '../testing/golden/inventory-folder.ts'
import { checked, clientOf, closeAll, diskChanged, endClient, typeText, type Client } from '../testing/lsp-client.ts'
import { contoh as contohFiles } from '../testing/contoh.ts'
import { heard } from '../cli/heard.fixture.ts'

/** What the editor is told about each broken inventory is what `check` says: same places, same words. */

const contoh = join(import.meta.dirname, '../testing/contoh')
const cases = casesIn(join(import.meta.dirname, '../testing/golden/broken'))
const day = '2026-06-15'
const folder = mkdtempSync(join(tmpdir(), 'serat-lsp-'))
const clients = new Map<'id' | 'en', Client>()

beforeAll(async () => {
  layOut(undefined)
  for (const language of ['id', 'en'] as const)
    clients.set(language, await clientOf(folder, '--lang', language, '--as-of', day))
}, 60_000)
afterAll(async () => {
  for (const client of clients.values()) await endClient(client)
  rmSync(folder, { recursive: true, force: true })
})

/** Each case in one language, the next in the other; at length each in both. */
const languages = (at: number): readonly ('id' | 'en')[] =>
  process.env['SERAT_AT_LENGTH'] === '1' ? ['id', 'en'] : [at % 2 === 0 ? 'id' : 'en']

test('there are more than a hundred', () => expect(cases.length).toBeGreaterThan(100))

describe.each(cases.map((golden, i) => ({ ...golden, languages: languages(i) })))('$name', golden => {
  test.each(golden.languages)('%s', async language => {
    const client = clients.get(language)
    if (client === undefined) throw new Error('no client')
    layOut(golden)
    const wanted = await saidByCheck(language)
    const isTyped = golden.name.length % 2 === 0 && canBeTyped(golden)
    if (isTyped) layOut(undefined)
    await diskChanged(client)
    if (isTyped) for (const [path, bytes] of golden.files) await typeText(client, path, bytes.toString('utf8'))
    await checked(client)
    expect(toldTo(client)).toEqual(wanted)
    await closeAll(client)
  })
})

test('a folder that is away for a moment costs the server nothing but an answer', async () => {
  const client = clients.get('en')
  if (client === undefined) throw new Error('no client')
  rmSync(folder, { recursive: true })
  await diskChanged(client)
  await checked(client)
  layOut(undefined)
  await diskChanged(client)
  await checked(client)
  expect(toldTo(client)).toEqual([])
})

/** Twenty in CI, five hundred at length. */
const edits = process.env['SERAT_AT_LENGTH'] === '1' ? 500 : 20

test('after each of many edits at random the editor is told what check says of the same texts', async () => {
  const client = clients.get('en')
  if (client === undefined) throw new Error('no client')
  layOut(undefined)
  const texts = new Map(contohFiles().map(({ path, text }) => [path, text]))
  await diskChanged(client)
  for (const edit of fc.sample(anEdit, { numRuns: edits, seed: 18 })) {
    const path = [...texts.keys()][edit.file % texts.size] ?? ''
    const text = edited(texts.get(path) ?? '', edit)
    texts.set(path, text)
    await typeText(client, path, text)
    await checked(client)
    for (const [each, now] of texts) write(folder, each, now)
    expect(toldTo(client), `${path} ${JSON.stringify(edit)}`).toEqual(await saidByCheck('en'))
    layOut(undefined)
    // Half of what breaks is mended again, so that what lies deeper is reached too.
    if (!edit.isMended) continue
    const whole = contohFiles().find(file => file.path === path)?.text ?? ''
    texts.set(path, whole)
    await typeText(client, path, whole)
  }
  await closeAll(client)
}, 600_000)

const anEdit = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  length: fc.nat({ max: 12 }),
  text: fc.constantFrom('', ' ', '# catatan\n', 'x', '0', ': ', '- ', '\n', "'", 'status: retired\n'),
  isMended: fc.boolean(),
})

function edited(
  text: string,
  { at, length, text: typed }: Omit<typeof anEdit extends fc.Arbitrary<infer E> ? E : never, 'file'>,
): string {
  const from = at % (text.length + 1)
  return text.slice(0, from) + typed + text.slice(from + length)
}

/** Typed over the untouched example, where that shows the same inventory. */
function canBeTyped(golden: Case): boolean {
  const notes = ['removed.txt', 'links.txt', 'large.txt'].map(note => noteOf(golden, note)).join('')
  const isText = [...golden.files].every(
    ([path, bytes]) => /^([a-z]+\/)?[a-z0-9-]+\.yaml$/.test(path) && bytes.equals(Buffer.from(bytes.toString('utf8'))),
  )
  return notes === '' && isText && [...golden.files.keys()].every(path => !/^(arsip|tenant)\//.test(path))
}

function layOut(golden: Case | undefined): void {
  rmSync(folder, { recursive: true, force: true })
  cpSync(contoh, folder, { recursive: true })
  if (golden === undefined) return
  for (const path of linesOf(golden, 'removed.txt')) rmSync(join(folder, path))
  for (const [path, bytes] of golden.files) write(folder, path, bytes)
  for (const line of linesOf(golden, 'links.txt')) {
    const [path = '', target = ''] = line.split(' -> ')
    rmSync(join(folder, path), { force: true })
    symlinkSync(target, join(folder, path))
  }
  for (const line of linesOf(golden, 'large.txt')) {
    const [path = '', bytes = ''] = line.split(' ')
    write(folder, path, Buffer.alloc(Number(bytes), 'segments: { data: 40 }\n'))
  }
}

function linesOf(golden: Case, note: string): string[] {
  return noteOf(golden, note)
    .split('\n')
    .filter(line => line !== '')
}

interface Said {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly end_line: number
  readonly end_column: number
  readonly code: string
  readonly severity: Severity
  readonly message: Bilingual
  readonly help?: Bilingual
}

async function saidByCheck(language: 'id' | 'en'): Promise<string[]> {
  const caller = { cwd: folder, today: day, language }
  const { out } = await heard(caller, 'check', '--format', 'json', '--inventory', '.', '--as-of', day)
  const { diagnostics } = JSON.parse(out) as { readonly diagnostics: readonly Said[] }
  return diagnostics
    .map(({ file, line, column, end_line, end_column, code, severity, message, help }) => {
      const words = help === undefined ? message[language] : `${message[language]}\n${help[language]}`
      return `${file}:${line}:${column}-${end_line}:${end_column} ${severity} ${code} ${words}`
    })
    .sort()
}

function toldTo(client: Client): string[] {
  const base = `file://${folder}/`
  return [...client.findings]
    .flatMap(([uri, list]) =>
      list.map(({ range: { start, end }, severity, code, message }) => {
        const file = decodeURIComponent(uri.slice(base.length))
        const spot = `${file}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`
        return `${spot} ${severity === 1 ? 'error' : 'warning'} ${code} ${String(message)}`
      }),
    )
    .sort()
}
