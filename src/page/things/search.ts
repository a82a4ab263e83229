import { messages } from '../messages.ts'
import type { World } from '../world/world.ts'
import type { Entry, Hit } from './hit.ts'
import { withLists } from './list-hits.ts'
import { namingWords } from './fillers.ts'
import { nearest } from './nearest.ts'
import { entriesOf } from './search-entries.ts'
import { specialHits } from './search-special.ts'

const most = 40

/** What a query means: things by name, id, number or mark, and what is worked out for it. */
export function search(world: World, asked: string): readonly Hit[] {
  const query = asked.trim().toLowerCase()
  if (query === '') return []
  const special = specialHits(world, asked.trim())
  const words = wordsOf(query)
  const entries = entriesOf(world)
  const scored = entries
    .filter(({ text }) => words.every(word => text.includes(word)))
    .map(entry => ({ entry, score: scoreOf(entry, query, words) * 100 + entry.rank }))
  const lines: Hit = { view: 'text', id: asked.trim(), title: asked.trim(), note: messages.linesIn }
  if (special.length + scored.length === 0) return [...nearest(entries, words), lines]
  const found = scored.sort((a, b) => a.score - b.score).slice(0, most)
  const exact = found.filter(({ score }) => score < 200).map(({ entry }) => entry)
  const near = found.slice(exact.length).map(({ entry }) => entry)
  return [...special, ...exact, ...withLists(near, query), lines]
}

/** `Rp 373.515.000` is found as it is counted. */
function wordsOf(query: string): readonly string[] {
  const amount = /^rp\s*(\d{1,3}(?:[.,]\d{3})+|\d+)$/.exec(query)?.[1] ?? /^\d{1,3}(?:\.\d{3}){2,}$/.exec(query)?.[0]
  return amount === undefined ? namingWords(query) : [amount.replaceAll(/[.,]/g, '')]
}

/** The less the nearer: by name, by title, by the beginning of a word, by whatever lies within one. */
function scoreOf({ view, id, title, text }: Entry, query: string, words: readonly string[]): number {
  if (id.toLowerCase() === query || `${view}:${id}`.toLowerCase() === query) return 0
  if (view === 'field' && id.endsWith(`.${query.replaceAll(' ', '_')}`)) return 1
  const titles = (typeof title === 'string' ? [title] : [title.id, title.en]).map(each => ` ${each.toLowerCase()}`)
  if (titles.includes(` ${query}`)) return 1
  if (id.toLowerCase().startsWith(query)) return 2
  if (titles.some(each => each.includes(` ${query}`))) return 3
  // Whoever names a table means it rather than one of its columns.
  if (view === 'list') return 3
  if (text.startsWith(query)) return 4
  return words.every(word => beginsIn(text, word)) ? 5 : 6
}

function beginsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true
  return false
}
