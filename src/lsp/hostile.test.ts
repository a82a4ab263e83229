import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAt, checked, clientOf, endClient, typeText, type Client } from '../testing/lsp-client.ts'

/**
 * Texts that were made to hurt, typed character by character over the real protocol, with a question after each: the
 * server lives, answers all of them, and its memory stays bounded. `SERAT_AT_LENGTH=1` asks after every character, of
 * all files, and prints what the slowest answer took of the processor.
 */

const isAtLength = process.env['SERAT_AT_LENGTH'] === '1'
/** A burst as a quick typist's, or as a paste, between two questions. */
const burst = isAtLength ? 1 : 12
const mostMegabytes = 600

let folder = ''
let client: Client
let slowestMs = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serat-lsp-'))
  cpSync(join(import.meta.dirname, '../testing/contoh'), folder, { recursive: true })
  client = await clientOf(folder, '--lang', 'en', '--as-of', '2026-06-15')
}, 60_000)
afterAll(async () => {
  if (isAtLength) console.log(`slowest answer: ${slowestMs} ms of processor; peak memory: ${peakMegabytes()} MB`)
  await endClient(client)
  rmSync(folder, { recursive: true })
})

const hostile: readonly (readonly [name: string, text: string])[] = [
  ['anchors that multiply', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'],
  ['brackets', `name: ${'['.repeat(45)}`],
  ['maps in maps', 'a: {a: {a: {a: {a: {a: {'],
  ['a quote that stays open', 'site: utara\nname: "Utara\n'],
  ['tags and directives', '%YAML 9\n---\n!!js/function x: !b y\n...\n'],
  ['merge keys and prototypes', '<<: {a: 1}\n__proto__: 1\nconstructor: {toString: x}\n'],
  ['signs that nobody sees', 'site: u\u202etara\nname: \u001b[2J\0\ufeff\n'],
  ['marks of a merge', '<<<<<<< HEAD\nsite: a\n=======\nsite: b\n>>>>>>> x\n'],
  ['halves of letters', 'name: \ud800\udc00\ud800 \udfff\n'],
  ['numbers of every kind', 'hosts: [0x1f, 1e999, .inf, .nan, -0, 0o17, 1_000]\n'],
  ['ranges', 'spans: s-0001..s-9999999\nalong: [p-1..p-99999999]\n'],
  ['line ends of all ages', 'site: a\rname: b\r\nstatus: c\u2028d\u0085e\n'],
]

const files = isAtLength ? ['opd/utara.yaml', 'network.yaml', 'plant/ring.yaml', 'waivers.yaml'] : ['opd/utara.yaml']

test.each(files.flatMap(path => hostile.map(([name, text]) => ({ path, name, text }))))(
  '$name, typed into $path',
  async ({ path, text }) => {
    const whole = readFileSync(join(folder, path), 'utf8')
    for (let at = 0; at <= text.length + burst; at += burst) {
      const typed = text.slice(0, at)
      await typeText(client, path, `${typed}\n${whole}`)
      await answered(path, `${typed}|\n${whole}`)
    }
    await typeText(client, path, whole)
    await checked(client)
    expect([...client.findings.values()].flat()).toEqual([])
  },
  600_000,
)

test('two megabytes that are pasted, and typed on', async () => {
  const path = 'opd/utara.yaml'
  const whole = readFileSync(join(folder, path), 'utf8')
  for (const piece of ['- ', 'a: 1\n', '[', '- &a b\n']) {
    const pasted = piece.repeat(Math.floor(1_900_000 / piece.length))
    for (const typed of ['x', ': ', '\n']) {
      await typeText(client, path, pasted + typed)
      await answered(path, `${pasted}${typed}|`)
    }
  }
  await typeText(client, path, whole)
  await checked(client)
  expect([...client.findings.values()].flat()).toEqual([])
}, 600_000)

test('it is one server from the first key on, and its memory is bounded', () => {
  expect(client.server.exitCode).toBeNull()
  expect(peakMegabytes()).toBeLessThan(mostMegabytes)
})

async function answered(path: string, marked: string): Promise<void> {
  for (const method of ['completion', 'hover', 'codeLens', 'documentSymbol']) {
    const before = processorMs()
    await askAt(client, `textDocument/${method}`, path, marked)
    slowestMs = Math.max(slowestMs, processorMs() - before)
  }
}

/** That the server has spent so far: fields 14 and 15 of proc(5)'s stat, in ticks of a hundredth. */
function processorMs(): number {
  const fields = readFileSync(`/proc/${client.server.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function peakMegabytes(): number {
  const status = readFileSync(`/proc/${client.server.pid}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)
}
