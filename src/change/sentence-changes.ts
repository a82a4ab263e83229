import type { Sentence } from '../platforms/reading/sentence.ts'
import { longestCommon } from '../text/longest-common.ts'
import type { FileChange, Sides } from './parts.ts'

type SentenceChanges = Omit<FileChange, 'name'>

/** Sentences that only one side says; where order counts also those that stand elsewhere among the others. */
export function sentenceChanges({ before, after }: Sides<readonly Sentence[]>): SentenceChanges {
  const [old, now] = [byBlock(before), byBlock(after)]
  const parts = [...new Set([...old.keys(), ...now.keys()])].map(key => {
    const sides = { before: old.get(key) ?? [], after: now.get(key) ?? [] }
    return (sides.after[0] ?? sides.before[0])?.isOrdered === true ? inOrder(sides) : asBag(sides)
  })
  return {
    removed: parts.flatMap(({ removed }) => removed),
    added: parts.flatMap(({ added }) => added),
    moved: parts.flatMap(({ moved }) => moved),
  }
}

function byBlock(sentences: readonly Sentence[]): ReadonlyMap<string, readonly Sentence[]> {
  return Map.groupBy(sentences, ({ block, isOrdered }) => `${isOrdered ? 'ordered' : 'any'} ${block}`)
}

function asBag({ before, after }: Sides<readonly Sentence[]>): SentenceChanges {
  return { removed: without(before, after), added: without(after, before), moved: [] }
}

/** Sentences of one list beyond those of another. */
function without(list: readonly Sentence[], other: readonly Sentence[]): Sentence[] {
  const left = new Map<string, number>()
  for (const { text } of other) left.set(text, (left.get(text) ?? 0) + 1)
  return list.filter(({ text }) => {
    const count = left.get(text) ?? 0
    if (count > 0) left.set(text, count - 1)
    return count === 0
  })
}

function inOrder({ before, after }: Sides<readonly Sentence[]>): SentenceChanges {
  const kept = longestCommon(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )
  const [gone, come] = [before.filter((_, i) => !kept.before.has(i)), after.filter((_, i) => !kept.after.has(i))]
  const added = without(come, gone)
  return { removed: without(gone, come), added, moved: come.filter(sentence => !added.includes(sentence)) }
}
