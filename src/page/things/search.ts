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
  const scored: { readonly entry: Entry; readonly score: number }[] = []
  for (const entry of entriesOf(world)) {
    if (!words.every(word => entry.text.includes(word))) continue
    scored.push({ entry, score: scoreOf(entry, query) * 100 + entry.rank })
  }
  const found = scored.sort((a, b) => a.score - b.score).slice(0, most)
  const exact = found.filter(({ score }) => score < 200).map(({ entry }) => entry)
  const near = found.slice(exact.length).map(({ entry }) => entry)
  return [...special, ...exact, ...listHits(near, query), ...near]
}

/** `Rp 373.515.000` is found as it is counted. */
function wordsOf(query: string): readonly string[] {
  const amount = /^rp\s*(\d{1,3}(?:[.,]\d{3})+|\d+)$/.exec(query)?.[1] ?? /^\d{1,3}(?:\.\d{3}){2,}$/.exec(query)?.[0]
  return amount === undefined ? query.split(/\s+/) : [amount.replaceAll(/[.,]/g, '')]
}

/** Of a kind of which many are found: all of them in their table. */
function listHits(found: readonly Entry[], query: string): Hit[] {
  return [...Map.groupBy(found, ({ view }) => view)]
    .filter(([kind, { length }]) => length > fewest && isListed(kind))
    .slice(0, 2)
    .map(([kind]) => {
      const { id, many } = kindNoun(kind)
      return {
        view: 'list',
        id: kind,
        query: { filter: query },
        title: query,
        note: messages.listOf({ id, en: many }),
      }
    })
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
