import { sentenceChanges } from '../../change/sentence-changes.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Sentence } from '../../platforms/reading/sentence.ts'
import { explanationOf } from './explained.ts'
import { anything, fits } from './secrets.ts'

/** Two sentences of one thing that say different things of it. */
interface Contradiction {
  readonly block: string
  readonly running: string
  readonly ours: string
}

/** What became of every sentence of a running configuration, and of ours. */
export interface Comparison {
  /** Sentences of the running router that what we would write says as well. */
  readonly reproduced: number
  readonly contradicted: readonly Contradiction[]
  /** Of the running router alone, for a reason that is known. */
  readonly explained: readonly { readonly sentence: Sentence; readonly why: Bilingual }[]
  /** Of the running router alone. */
  readonly unknown: readonly Sentence[]
  /** Of ours alone. */
  readonly missing: readonly Sentence[]
  /** In both, at another place in its order. */
  readonly moved: readonly Sentence[]
}

export function compareRunning(running: readonly Sentence[], ours: readonly Sentence[]): Comparison {
  const { removed, added, moved } = sentenceChanges({ before: running, after: ours })
  const left = new Set(added)
  const found: { running: Sentence; ours: Sentence }[] = []
  const alone: Sentence[] = []
  const byBlock = Map.groupBy(added, ({ block }) => block)
  let wildcards = 0
  const rest = removed.filter(sentence => {
    const same = (byBlock.get(sentence.block) ?? []).find(
      each => left.has(each) && each.text.includes(anything) && fits(each.text, sentence.text),
    )
    if (same === undefined) return true
    left.delete(same)
    wildcards++
    return false
  })
  for (const sentence of rest) {
    const other = partnerOf(
      sentence,
      (byBlock.get(sentence.block) ?? []).filter(each => left.has(each)),
    )
    if (other === undefined) alone.push(sentence)
    else {
      left.delete(other)
      found.push({ running: sentence, ours: other })
    }
  }
  const explained = alone.flatMap(sentence => {
    const why = explanationOf(sentence)
    return why === undefined ? [] : [{ sentence, why }]
  })
  const known = new Set(explained.map(({ sentence }) => sentence))
  return {
    reproduced: running.length - removed.length + wildcards,
    contradicted: found.map(({ running, ours }) => ({ block: running.block, running: running.text, ours: ours.text })),
    explained,
    unknown: alone.filter(sentence => !known.has(sentence)),
    missing: [...left],
    moved,
  }
}

/** Arguments by which RouterOS tells items of a menu apart. */
const naming = ['default-name', 'name'] as const
/** The sentence of ours that is about the same thing: with the same name, or with all words but one. */
function partnerOf(sentence: Sentence, candidates: readonly Sentence[]): Sentence | undefined {
  if (sentence.block.startsWith('/')) return partnerItem(sentence, candidates)
  const words = sentence.text.split(/[\s=]+/)
  const scored = candidates
    .map(each => ({ each, score: shared(words, each.text.split(/[\s=]+/)) }))
    .filter(({ each, score }) => score >= Math.max(1, Math.min(words.length, each.text.split(/[\s=]+/).length) - 1))
  return scored.toSorted((a, b) => b.score - a.score)[0]?.each
}

/**
 * Words that are the same from the front on, and from the back on: of two that differ by a word in the middle all
 * others.
 */
function shared(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length)
  const differs = a.findIndex((word, i) => word !== b[i])
  const front = differs < 0 ? most : Math.min(differs, most)
  let back = 0
  while (back < most - front && a.at(-1 - back) === b.at(-1 - back)) back++
  return front + back
}

function partnerItem(sentence: Sentence, candidates: readonly Sentence[]): Sentence | undefined {
  const own = argumentsOf(sentence.text)
  const scored = candidates.map(each => {
    const other = argumentsOf(each.text)
    const isNamed = naming.some(key => own.has(key) && own.get(key) === other.get(key))
    const same = [...own].filter(([key, value]) => other.get(key) === value).length
    return { each, score: (isNamed ? 100 : 0) + same, size: Math.max(own.size, other.size) }
  })
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  if (best === undefined) return undefined
  // Without a name two are one where half of their arguments agree.
  return best.score >= 100 || best.score * 2 >= best.size ? best.each : undefined
}

function argumentsOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(/([A-Za-z0-9.-]+)=("[^"]*"|\S+)/g)].map(match => [match[1] ?? '', match[2] ?? '']))
}
