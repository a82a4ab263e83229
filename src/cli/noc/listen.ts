import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { heardFrom, type Heard } from '../../noc/heard.ts'
import { dataOf, largestBody, textUpTo } from './ask.ts'

interface Desk {
  /** What a call of Alertmanager's webhook says. */
  readonly called: (heard: readonly Heard[]) => void
  /** The page of the moment. */
  readonly page: () => string
  /** What this shift leaves to the next. */
  readonly handover: () => string
}

/**
 * Alertmanager's webhook at `/alerts`, and a page for a browser, both on loopback. A name other than loopback's is
 * refused: a page of a stranger could point its own name here and read what is said.
 */
export async function listen(port: number, desk: Desk): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(request, response, desk).catch(() => response.destroy())
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { called, page, handover }: Desk,
): Promise<void> {
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) return end(response, 421)
  if (request.method === 'GET' && request.url === '/') return end(response, 200, page())
  if (request.method === 'GET' && request.url === '/handover') return end(response, 200, handover())
  if (request.method !== 'POST' || request.url !== '/alerts') return end(response, 404)
  const heard = heardFrom(dataOf(await textUpTo(request, largestBody)))
  if (heard === undefined) return end(response, 400)
  called(heard)
  return end(response, 200)
}

function end(response: ServerResponse, status: number, html = ''): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
  })
  response.end(html)
}
