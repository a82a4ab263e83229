import type { Language } from '../diagnostic/diagnostic.ts'

/** Where the reader is: `#/site/dishub?lang=en` is the kind `site` and the id `dishub`. */
export interface Route {
  /** A view, or a kind of things; empty at the beginning. */
  readonly view: string
  /** The rest of the path, its signs decoded. */
  readonly id: string
  readonly query: ReadonlyMap<string, string>
}

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const cut = path.indexOf('/')
  const [view, id] = cut < 0 ? [path, ''] : [path.slice(0, cut), path.slice(cut + 1)]
  return { view: decoded(view), id: decoded(id), query: new Map(new URLSearchParams(query)) }
}

/** A hand may have written an address that is none. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of a view or a thing, in the language that the reader has chosen. */
export function hashOf(
  view: string,
  id = '',
  query: Readonly<Record<string, string | undefined>> = {},
  language?: Language,
): string {
  const words = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== '') words.set(key, value)
  if (language !== undefined) words.set('lang', language)
  const path = id === '' ? view : `${view}/${encodeURIComponent(id).replaceAll('%2F', '/').replaceAll('%3A', ':')}`
  const tail = words.toString()
  return `#/${path}${tail === '' ? '' : `?${tail}`}`
}
