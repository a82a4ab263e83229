import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { heardFrom, type Heard } from '../../noc/heard.ts'
import { printable } from '../../text/screen.ts'
import { unheardMessages as messages } from './messages.ts'

const patienceMs = 10_000
/** 5,000 alerts are 5 MB; what is larger is no answer of an Alertmanager that fits this network. */
export const largestBody = 32_000_000

/** Why an answer is none. */
interface Unheard {
  readonly why: Bilingual
}

/** All that fires: what others explain, and what is silenced, is true as well. */
export async function askAlertmanager(base: URL, end: AbortSignal): Promise<readonly Heard[] | Unheard> {
  const url = new URL('api/v2/alerts?active=true&inhibited=true&silenced=true&unprocessed=true', base)
  try {
    const signal = AbortSignal.any([end, AbortSignal.timeout(patienceMs)])
    // An answer of somewhere else, as of a page to log in at, is not taken for this one's.
    const response = await fetch(url, { signal, redirect: 'manual' })
    const moved = response.headers.get('location')
    if (moved !== null) return { why: messages.moved({ to: printable(moved) }) }
    if (!response.ok || response.body === null) return { why: messages.refused({ status: String(response.status) }) }
    return heardFrom(dataOf(await textUpTo(response.body, largestBody))) ?? { why: messages.noAlerts }
  } catch (error) {
    return { why: error instanceof RangeError ? messages.tooLong : messages.silent }
  }
}

export function isUnheard(answer: readonly Heard[] | Unheard): answer is Unheard {
  return 'why' in answer
}

/** Undefined where a text is no JSON. */
export function dataOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The text of a body; throws where it is longer than so many bytes. */
export async function textUpTo(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const decoder = new TextDecoder()
  const parts: string[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > most) throw new RangeError(`a body of more than ${most} bytes`)
    parts.push(decoder.decode(part, { stream: true }))
  }
  return parts.join('') + decoder.decode()
}

/**
 * A base address of Alertmanager with its slash at the end; undefined where the text is none, or holds more than that.
 */
export function alertmanagerUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return undefined
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return ['http:', 'https:'].includes(url.protocol) ? url : undefined
}
