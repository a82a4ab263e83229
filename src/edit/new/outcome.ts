import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import type { Source } from '../../source/source.ts'
import type { Edited, Refused } from '../edited.ts'
import type { Asked, NewWish } from './wish.ts'

/** What a new thing is written from. */
export interface Making {
  readonly sources: readonly Source[]
  readonly network: Network
  readonly wish: NewWish
}

export function refusal(id: string, en: string): Refused {
  return [{ id, en }]
}

/** The options that a kind cannot be written without, and that are not there. */
export function lacking(wish: NewWish, needed: readonly Asked[]): Refused | undefined {
  const missing = needed.filter(key => wish[key] === undefined)
  if (missing.length === 0) return undefined
  return missing.map(key => {
    const option = key === 'everyM' ? '--every-m' : `--${key}`
    return { id: `sebut ${option}`, en: `say ${option}` }
  })
}

/** The files with new ones among them; refused where one is there already. */
export function withFiles(
  sources: readonly Source[],
  files: readonly Source[],
  remarks: readonly Bilingual[],
): Edited | Refused {
  const had = new Set(sources.map(({ path }) => path))
  const taken = files.filter(({ path }) => had.has(path))
  if (taken.length > 0) return taken.map(({ path }) => ({ id: `${path} sudah ada`, en: `${path} is there already` }))
  return { sources: [...sources, ...files], removed: [], remarks }
}

/** A name for people, in quotes where YAML would read it as something else. */
export function yamlText(text: string): string {
  return /^[A-Za-z][A-Za-z0-9 .()/-]*$/.test(text) && text.trim() === text ? text : JSON.stringify(text)
}

/** `-7.7125,110.5928` */
export function pointOf(text: string | undefined): { readonly lat: number; readonly lon: number } | undefined {
  const [lat = Number.NaN, lon = Number.NaN, ...more] = (text ?? '').split(',').map(Number)
  return more.length === 0 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined
}

/** The most frequent of some words; of equals the first by name. */
export function mostUsed(words: readonly string[]): string | undefined {
  const counts = Map.groupBy(words.toSorted(), word => word)
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}
