import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heard, type Heard } from '../heard.fixture.ts'

/** What may stand where an Alertmanager is said to be. */

const cwd = join(import.meta.dirname, '../../..')
let server: Server
let port = 0
beforeAll(async () => {
  server = createServer(({ url }, response) => {
    // Compiling keeps this process busy: a connection that is kept would be closed meanwhile, and taken for silence.
    response.shouldKeepAlive = false
    const answer = answers[url?.split('/')[1] ?? '']
    if (answer === undefined) return response.writeHead(404).end('nothing here')
    return response.writeHead(answer.status ?? 200, answer.headers).end(answer.body())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ;({ port } = server.address() as AddressInfo)
})
afterAll(() => server.close())

interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body: () => string | Buffer
}

function beat(): string {
  const now = new Date().toISOString()
  return JSON.stringify([{ labels: { subject: 'watchdog' }, startsAt: now, updatedAt: now }])
}

const answers: Readonly<Record<string, Answer>> = {
  alerts: { body: beat },
  packed: { headers: { 'content-encoding': 'gzip' }, body: () => gzipSync(beat()) },
  page: { headers: { 'content-type': 'text/html' }, body: () => '<html>Log in</html>' },
  moved: { status: 302, headers: { location: '/login' }, body: () => '' },
  long: { headers: { 'content-encoding': 'gzip' }, body: () => gzipSync(Buffer.alloc(40_000_000, ' ')) },
  nothing: { body: () => 'null' },
}

const watch = (url: string, ...more: readonly string[]): Promise<Heard> =>
  heard({ cwd, today: '2026-11-02' }, 'noc', 'watch', '--once', '--alertmanager', url, ...more)

test.each(['alerts', 'packed'])('%s: heard', async path => {
  const { code, out } = await watch(`http://127.0.0.1:${port}/${path}`)
  expect(out).toContain('Nothing is down.')
  expect(code).toBe(0)
})

test.each([
  ['page', 'what it answers is no alerts'],
  ['nothing', 'what it answers is no alerts'],
  ['moved', 'that address sends to /login'],
  ['long', 'what it answers is too long'],
  ['elsewhere', 'that address answers HTTP 404: is it an Alertmanager (9093)'],
])('%s: blind, and why', async (path, why) => {
  const { code, out } = await watch(`http://127.0.0.1:${port}/${path}`)
  expect(out).toContain('BLIND: ')
  expect(out).toContain(why)
  expect(out).not.toContain('Nothing is down.')
  expect(code).toBe(1)
})

test('a program reads why it is blind, and none where it is not', async () => {
  const reasons = async (path: string): Promise<unknown> => {
    const { out } = await watch(`http://127.0.0.1:${port}/${path}`, '--format', 'json')
    return JSON.parse(out)
  }
  expect(await reasons('moved')).toMatchObject({
    blind: 'alertmanager',
    blind_reasons: [
      { en: expect.stringMatching(/^BLIND: Alertmanager gives no answer/) },
      { en: expect.stringContaining('that address sends to /login') },
    ],
  })
  expect(await reasons('alerts')).toMatchObject({ blind: null, blind_reasons: [] })
})

test.each(['ftp://127.0.0.1', 'http://user:secret@127.0.0.1:9093', 'http://127.0.0.1:9093/?a=b', '127.0.0.1:9093'])(
  '%s is no address of an Alertmanager',
  async url => {
    expect(await watch(url)).toMatchObject({ code: 2, err: expect.stringContaining('give --alertmanager http://') })
  },
)
