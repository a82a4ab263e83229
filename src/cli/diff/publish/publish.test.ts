import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../../../diagnostic/paint.ts'
import type { Shell } from '../../shell/shell.ts'
import { publish, type Environment, type HostName } from './publish.ts'

/**
 * Stand-ins for the hosts, which answer as their public API pages say: GitHub lists comments of all people in pages
 * without a total, and tells a workflow's token nothing about itself; GitLab counts pages in headers.
 */
const mark = '<!-- serat:diff sites -->'
const [bot, person] = [7, 9]

interface Stored {
  readonly id: number
  body: string
  readonly author: number
}

interface StandIn {
  readonly kind: HostName
  comments: Stored[]
  readonly calls: string[]
  /** Called before each answer: a status that the host answers instead, after it has done its work or before. */
  fail: (method: string, calls: number) => { readonly status: number; readonly isDone: boolean } | undefined
}

let folder = ''
let server: Server | undefined
let notes = ''

const shell: Shell = {
  language: 'en',
  cwd: '/',
  today: '2026-11-02',
  paint: plain,
  print: () => undefined,
  note: text => {
    notes += text
  },
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serat-publish-'))
  writeFileSync(join(folder, 'event.json'), JSON.stringify({ pull_request: { number: 12 } }))
  notes = ''
})

afterEach(async () => {
  await new Promise(done => (server === undefined ? done(undefined) : server.close(done)))
  server = undefined
  rmSync(folder, { recursive: true })
})

async function started(kind: HostName): Promise<StandIn> {
  const host: StandIn = { kind, comments: [], calls: [], fail: () => undefined }
  server = createServer((request, response) => {
    void answer(host, request).then(({ status, value, headers }) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
      response.end(status === 204 ? '' : JSON.stringify(value))
    })
  })
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done))
  return host
}

interface Reply {
  readonly status: number
  readonly value?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

async function answer(host: StandIn, request: IncomingMessage): Promise<Reply> {
  let text = ''
  for await (const part of request) text += String(part)
  const [method = '', url = new URL('http://x')] = [request.method, new URL(request.url ?? '', 'http://x')]
  const token = request.headers.authorization ?? request.headers['private-token']
  if (url.pathname === '/user')
    return host.kind === 'gitlab'
      ? { status: 200, value: { id: bot } }
      : { status: 403, value: { message: 'Resource not accessible by integration' } }
  host.calls.push(method)
  const fails = host.fail(method, host.calls.length)
  if (fails?.isDone === false) return { status: fails.status, value: { message: 'x' }, headers: { 'Retry-After': '0' } }
  const done = token === undefined ? { status: 401 } : served(host, method, url, text)
  return fails === undefined ? done : { status: fails.status, value: { message: 'x' } }
}

function served(host: StandIn, method: string, url: URL, text: string): Reply {
  const { kind, comments } = host
  const id = Number(/\/(?:comments|notes)\/(\d+)$/.exec(url.pathname)?.[1])
  const found = comments.find(comment => comment.id === id)
  const shown = (stored: Stored): object =>
    kind === 'github'
      ? { id: stored.id, body: stored.body, user: { id: stored.author, type: stored.author === bot ? 'Bot' : 'User' } }
      : { id: stored.id, body: stored.body, author: { id: stored.author } }
  if (method === 'GET') {
    const [page, size] = [Number(url.searchParams.get('page')), Number(url.searchParams.get('per_page'))]
    const list = comments.slice((page - 1) * size, page * size).map(shown)
    const next = comments.length > page * size ? String(page + 1) : ''
    return { status: 200, value: list, headers: kind === 'gitlab' ? { 'X-Next-Page': next } : {} }
  }
  const { body = '' } = text === '' ? {} : (JSON.parse(text) as { body?: string })
  if (method === 'POST') {
    if (body.length > (kind === 'github' ? 65_536 : 1_000_000)) return { status: 422, value: { message: 'too long' } }
    const stored = { id: comments.length + 1000, body, author: bot }
    comments.push(stored)
    return { status: 201, value: shown(stored) }
  }
  if (found === undefined) return { status: 404, value: { message: 'Not Found' } }
  if (method === 'DELETE') {
    host.comments = comments.filter(other => other !== found)
    return { status: 204 }
  }
  if (method !== (kind === 'github' ? 'PATCH' : 'PUT')) return { status: 405 }
  found.body = body
  return { status: 200, value: shown(found) }
}

function environment(kind: HostName, more: Environment = {}): Environment {
  const address = server?.address() as AddressInfo
  const url = `http://127.0.0.1:${address.port}`
  return kind === 'github'
    ? {
        GITHUB_API_URL: url,
        GITHUB_REPOSITORY: 'kabupaten/jaringan',
        GITHUB_EVENT_PATH: join(folder, 'event.json'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
        GITHUB_TOKEN: 'rahasia',
        ...more,
      }
    : { CI_API_V4_URL: url, CI_PROJECT_ID: '3', CI_MERGE_REQUEST_IID: '12', SERAT_GITLAB_TOKEN: 'rahasia', ...more }
}

const texts = (body: string): Parameters<typeof publish>[3] => ({
  mark,
  comment: `${mark}\n${body}`,
  summary: `whole ${body}\n`,
})

const bodies = ({ comments }: StandIn): string[] => comments.map(({ body }) => body)

describe.each(['github', 'gitlab'] as const)('%s', kind => {
  test('one comment, found behind those of others on the next page, and updated', async () => {
    const host = await started(kind)
    host.comments.push(...Array.from({ length: 120 }, (_, i) => ({ id: i, body: `talk ${i}`, author: person })))
    await publish(shell, environment(kind), kind, texts('one'))
    await publish(shell, environment(kind), kind, texts('two'))
    await publish(shell, environment(kind), kind, texts('two'))
    expect(bodies(host).slice(120)).toEqual([`${mark}\ntwo`])
    expect(notes).toBe('comment: created\ncomment: updated\ncomment: unchanged\n')
  })

  test('what a person wrote with our mark is no comment of ours, nor one of another inventory', async () => {
    const host = await started(kind)
    host.comments.push({ id: 1, body: `${mark}\nfake`, author: person })
    host.comments.push({ id: 2, body: '<!-- serat:diff sites/lain -->\nother', author: bot })
    await publish(shell, environment(kind), kind, texts('one'))
    expect(bodies(host)).toEqual([`${mark}\nfake`, '<!-- serat:diff sites/lain -->\nother', `${mark}\none`])
  })

  test('two that runs at once have made become one, the older', async () => {
    const host = await started(kind)
    host.comments.push({ id: 5, body: `${mark}\nold`, author: bot }, { id: 4, body: `${mark}\nolder`, author: bot })
    await publish(shell, environment(kind), kind, texts('new'))
    expect(host.comments).toEqual([{ id: 4, body: `${mark}\nnew`, author: bot }])
  })

  test('a host that writes and then fails gets no second comment', async () => {
    const host = await started(kind)
    host.fail = method => (method === 'POST' ? { status: 502, isDone: true } : undefined)
    await publish(shell, environment(kind), kind, texts('one'))
    expect(bodies(host)).toEqual([`${mark}\none`])
  })

  test('a busy host is asked again', async () => {
    const host = await started(kind)
    host.fail = (_, calls) => (calls === 1 ? { status: 429, isDone: false } : undefined)
    await publish(shell, environment(kind), kind, texts('one'))
    expect(bodies(host)).toEqual([`${mark}\none`])
  })

  test('a token that may not write: said, and nothing is thrown; it is never shown', async () => {
    const host = await started(kind)
    host.fail = method => (method === 'GET' ? undefined : { status: 403, isDone: false })
    await publish(shell, environment(kind), kind, texts('one'))
    expect(bodies(host)).toEqual([])
    expect(notes).toMatch(/^the comment cannot be written, .*: 403 /)
    expect(notes).not.toContain('rahasia')
  })
})

test('a pull request of a fork has no token: the report is in the summary, and nobody is asked', async () => {
  const host = await started('github')
  await publish(shell, environment('github', { GITHUB_TOKEN: '' }), 'github', texts('one'))
  expect(host.calls).toEqual([])
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toBe('whole one\n')
  expect(notes).toContain('there is no token')
})

test('a token does not travel in the clear, and a push is no pull request', async () => {
  await started('github')
  await publish(shell, environment('github', { GITHUB_API_URL: 'http://api.example' }), 'github', texts('one'))
  expect(notes).toContain('not https')
  notes = ''
  await publish(shell, environment('github', { GITHUB_EVENT_PATH: '/absent' }), 'github', texts('one'))
  expect(notes).toContain('no job of a pull or merge request')
})
