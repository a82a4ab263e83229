import { kindNoun } from '../parts/links.tsx'
import { messages } from '../messages.ts'
import type { World } from '../world/world.ts'
import type { Entry, Hit } from './hit.ts'
import { isListed } from './lists.ts'
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
    .map(entry => ({ entry, score: scoreOf(entry, query) * 100 + entry.rank }))
  if (special.length + scored.length === 0) return nearest(entries, words)
  const found = scored.sort((a, b) => a.score - b.score).slice(0, most)
  const exact = found.filter(({ score }) => score < 200).map(({ entry }) => entry)
  const near = found.slice(exact.length).map(({ entry }) => entry)
  return [...special, ...exact, ...withLists(near, query)]
}

/** More words than these make a sentence no clearer. */
const mostWords = 12

/** Where nothing holds all words, what holds those that are rare: a question in a sentence has its name in it. */
function nearest(entries: readonly Entry[], asked: readonly string[]): readonly Entry[] {
  const words = [...new Set(asked)].map(word => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  const worth = new Map<Entry, number>()
  for (const word of words.filter(({ length }) => length > 2).slice(0, mostWords)) {
    const holding = entries.filter(({ text }) => text.includes(word))
    for (const entry of holding) {
      const isName = entry.id.toLowerCase() === word
      worth.set(entry, (worth.get(entry) ?? 0) + Math.log(entries.length / holding.length) + (isName ? nameWorth : 0))
    }
  }
  return [...worth]
    .map(([entry, own]) => ({ entry, own }))
    .sort((a, b) => b.own - a.own || a.entry.rank - b.entry.rank)
    .slice(0, most)
    .map(({ entry }) => entry)
}

/** Whose id stands in a question is more likely meant than whatever mentions it. */
const nameWorth = 8

/** `Rp 373.515.000` is found as it is counted. */
function wordsOf(query: string): readonly string[] {
  const amount = /^rp\s*(\d{1,3}(?:[.,]\d{3})+|\d+)$/.exec(query)?.[1] ?? /^\d{1,3}(?:\.\d{3}){2,}$/.exec(query)?.[0]
  return amount === undefined ? query.split(/\s+/) : [amount.replaceAll(/[.,]/g, '')]
}

/** Before the first of a kind of which many are found all of them, in their table. */
function withLists(found: readonly Entry[], query: string): Hit[] {
  const counts = Map.groupBy(found, ({ view }) => view)
  const listed = new Set<string>()
  return found.flatMap(entry => {
    const { view } = entry
    const many = (counts.get(view)?.length ?? 0) > fewest && isListed(view) && !listed.has(view)
    if (!many) return [entry]
    listed.add(view)
    return [listHit(view, query), entry]
  })
}

function listHit(kind: string, query: string): Hit {
  const { id, en, many } = kindNoun(kind)
  // The table of circuits does not say of each row that it is a circuit.
  const nouns = `${id} ${en} ${many}`.toLowerCase().split(' ')
  const filter = query.split(/\s+/).filter(word => !nouns.includes(word))
  return {
    view: 'list',
    id: kind,
    query: { filter: filter.join(' ') },
    title: query,
    note: messages.listOf({ id, en: many }),
  }
}

/** From how many on a table says more than a row of answers. */
const fewest = 4

function scoreOf({ view, id, title, text }: Entry, query: string): number {
  if (id.toLowerCase() === query || `${view}:${id}`.toLowerCase() === query) return 0
  if (title.toLowerCase() === query) return 1
  if (id.toLowerCase().startsWith(query)) return 2
  if (title.toLowerCase().includes(query)) return 3
  return text.startsWith(query) ? 4 : 5
}
