import { setTimeout } from 'node:timers/promises'
import { isFault, type HostFault } from './fault.ts'

/** A host's API: where it is, and who asks. */
export interface Api {
  /** Without a slash at its end: `https://api.github.com`. */
  readonly base: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Answer {
  readonly value: unknown
  readonly headers: Headers
}

/** A token goes over TLS, or not further than this machine. */
export function isSafe(base: string): boolean {
  const url = URL.parse(base)
  if (url === null || url.username !== '') return false
  return (
    url.protocol === 'https:' || (url.protocol === 'http:' && /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(url.hostname))
  )
}

const mostTries = 3
const longestWaitSeconds = 30
const timeoutMs = 30_000

/** Asks again where the host is busy or silent, but never to create: it may have done so. */
export async function ask(api: Api, method: string, path: string, body?: object): Promise<Answer | HostFault> {
  for (let tried = 1; ; tried++) {
    const found = await once(api, method, path, body)
    if (!isFault(found)) return found
    const isBusy = found.status === 0 || found.status === 429 || found.status >= 500
    if (!isBusy || method === 'POST' || tried === mostTries) return found
    await setTimeout(Math.min(longestWaitSeconds, found.waitSeconds ?? tried) * 1000)
  }
}

async function once({ base, headers }: Api, method: string, path: string, body?: object): Promise<Answer | HostFault> {
  try {
    const response = await fetch(`${base}${path}`, {
      method,
      // A redirect to another host would take the token along.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'User-Agent': 'serat', 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (response.ok) return { value: text === '' ? undefined : JSON.parse(text), headers: response.headers }
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
    return {
      status: response.status,
      text: text.slice(0, 200),
      ...(Number.isFinite(wait) ? { waitSeconds: wait } : {}),
    }
  } catch (fault) {
    return { status: 0, text: fault instanceof Error ? fault.message : String(fault) }
  }
}

/** Asks for something that gives nothing back. */
export async function tell(api: Api, method: string, path: string, body?: object): Promise<HostFault | undefined> {
  const found = await ask(api, method, path, body)
  return isFault(found) ? found : undefined
}

/** What a host must not say: its pages promise another form. */
export function strange(path: string): HostFault {
  return { status: 0, text: `unexpected answer of ${path}` }
}
