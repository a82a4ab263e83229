import { isMap, isScalar, isSeq, parseDocument, visit, type YAMLSeq } from 'yaml'
import type { Random } from '../generate/random.ts'
import type { Files } from './inventory.ts'

/** Lists that are a way through the network, a text, or papers as they were filed: there the order is what they say. */
const ordered = /^(path|along|via|banner|notes|outline|centroid|spans|escalation|contract)$/

/**
 * The same inventory as another editor might have left it: files in another order, and lists whose order means nothing.
 */
export function shuffled({ sources, ledger }: Files, random: Random): Files {
  return {
    ledger,
    sources: shuffle(
      sources.map(({ path, text }) => ({ path, text: shuffledText(text, random) })),
      random,
    ),
  }
}

function shuffledText(text: string, random: Random): string {
  const document = parseDocument(text)
  visit(document, {
    Seq(_, list, ancestors) {
      const pair = ancestors.at(-1) as { readonly key?: unknown } | undefined
      const name = isScalar(pair?.key) ? String(pair.key.value) : ''
      if (!ordered.test(name) && meansNothing(list, name)) list.items = shuffle(list.items, random)
    },
  })
  return String(document)
}

/** Things that have a name of their own, at the top of a file or in a list of one kind; and names of tenants. */
function meansNothing(list: YAMLSeq, name: string): boolean {
  return (
    name === 'tenants' ||
    (list.items.length > 1 &&
      list.items.every(item => isMap(item) && isScalar(item.items[0]?.value)) &&
      !isSeq(list.items[0]))
  )
}

function shuffle<T>(list: readonly T[], random: Random): T[] {
  return list
    .map(item => ({ item, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item)
}
