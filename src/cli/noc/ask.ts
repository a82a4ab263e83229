import { heardFrom, type Heard } from '../../noc/heard.ts'

const patienceMs = 10_000
/** 5,000 alerts are 5 MB; what is larger is no answer of an Alertmanager that fits this network. */
export const largestBody = 32_000_000

/**
 * All that fires: what others explain, and what is silenced, is true as well. Undefined where Alertmanager gives no
 * answer in time.
 */
export async function askAlertmanager(base: URL, end: AbortSignal): Promise<Heard[] | undefined> {
  const url = new URL('api/v2/alerts?active=true&inhibited=true&silenced=true&unprocessed=true', base)
  try {
    const signal = AbortSignal.any([end, AbortSignal.timeout(patienceMs)])
    const response = await fetch(url, { signal, redirect: 'error' })
    if (!response.ok || response.body === null) return undefined
    return heardFrom(JSON.parse(await textUpTo(response.body, largestBody)))
  } catch {
    return undefined
  }
}

/** The text of a body; throws where it is longer than so many bytes. */
export async function textUpTo(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > most) throw new RangeError(`a body of more than ${most} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** A base address of Alertmanager with its slash at the end; undefined where the text is none. */
export function alertmanagerUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text.endsWith('/') ? text : `${text}/`)
  return ['http:', 'https:'].includes(url.protocol) ? url : undefined
}
