import type { Entry, Hit } from './hit.ts'
import { filteringWords } from './fillers.ts'
import { listHit } from './list-hits.ts'
import { isListed } from './lists.ts'

/** So many answers are enough to look through. */
const most = 40
/** More words than these make a sentence no clearer. */
const mostWords = 12
/** Whose id stands in a question is more likely meant than whatever mentions it. */
const nameWorth = 8
/** A view or a table that is called by a word of the question. */
const calledWorth = 4

interface Worth {
  readonly entry: Entry
  readonly own: number
}

/** Where nothing holds all words, what holds those that are rare: a question in a sentence has its name in it. */
export function nearest(entries: readonly Entry[], asked: readonly string[]): readonly Hit[] {
  const bare = [...new Set(asked)].map(word => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  const words = filteringWords(bare.filter(({ length }) => length > 2)).slice(0, mostWords)
  const worth = new Map<Entry, number>()
  for (const word of words) {
    const holding = entries.filter(({ text }) => text.includes(word))
    for (const entry of holding) {
      const bonus = entry.id.toLowerCase() === word ? nameWorth : isCalled(entry, word) ? calledWorth : 0
      worth.set(entry, (worth.get(entry) ?? 0) + Math.log(entries.length / holding.length) + bonus)
    }
  }
  const found = [...worth]
    .map(([entry, own]) => ({ entry, own }))
    .sort((a, b) => b.own - a.own || a.entry.rank - b.entry.rank)
    .slice(0, most)
  return [...together(found, words), ...found.map(({ entry }) => entry)]
}

/** Views, tables and sums stand at the front of the order. */
const frontRank = 3

function isCalled({ title, rank }: Entry, word: string): boolean {
  return (
    rank < frontRank &&
    typeof title !== 'string' &&
    [title.id, title.en].some(each => each.toLowerCase().split(' ').includes(word))
  )
}

/** Where several of a kind are the best answer alike, their table first. */
function together(found: readonly Worth[], words: readonly string[]): readonly Hit[] {
  const [best] = found
  if (best === undefined || !isListed(best.entry.view)) return []
  const alike = found.filter(({ entry, own }) => own === best.own && entry.view === best.entry.view)
  if (alike.length < 2) return []
  return [
    listHit(best.entry.view, words.filter(word => alike.every(({ entry }) => entry.text.includes(word))).join(' ')),
  ]
}
