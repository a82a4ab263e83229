import { kindNoun } from '../parts/links.tsx'
import { messages } from '../messages.ts'
import type { Entry, Hit } from './hit.ts'
import { filteringWords, namingWords } from './fillers.ts'
import { isListed } from './lists.ts'

/** Before the first of a kind of which many are found all of them, in their table. */
export function withLists(found: readonly Entry[], query: string): Hit[] {
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

export function listHit(kind: string, query: string): Hit {
  const { id, en, many } = kindNoun(kind)
  // The table of circuits does not say of each row that it is a circuit.
  const nouns = `${id} ${en} ${many}`.toLowerCase().split(' ')
  const filter = filteringWords(namingWords(query)).filter(word => !nouns.includes(word))
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
