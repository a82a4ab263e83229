import { offsetsOf } from '../source/locate.ts'
import type { Place, Source } from '../source/source.ts'

/** A piece of a file's text and what takes its place. */
export interface Splice {
  readonly path: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/** In place of the scalar, or of the key, that stands at a place; with the quotes that it had. */
export function scalarSplice(place: Place, text: string): Splice {
  const [from, to] = offsetsOf(place)
  const quote = /^["']/.exec(place.source.text.slice(from))?.[0] ?? ''
  return {
    path: place.source.path,
    from,
    to,
    text: quote === '' && isOddWord(text) ? `"${text}"` : quote + text + quote,
  }
}

/** A number in place of the one that stands there. */
export function numberSplice(place: Place, value: number): Splice {
  const [from, to] = offsetsOf(place)
  return { path: place.source.path, from, to, text: String(value) }
}

/** What YAML would read as something else than a text. */
export function isOddWord(text: string): boolean {
  return /^(true|false|null|yes|no|on|off|[\d.+-][\d.e+-]*|0x[\da-f]+)$/i.test(text)
}

/** The files with every splice in its place. Splices of one file do not overlap. */
export function spliced(sources: readonly Source[], splices: readonly Splice[]): Source[] {
  const byPath = Map.groupBy(splices, ({ path }) => path)
  return sources.map(source => {
    const here = (byPath.get(source.path) ?? []).toSorted((a, b) => b.from - a.from)
    const text = here.reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), source.text)
    return here.length === 0 ? source : { path: source.path, text }
  })
}
