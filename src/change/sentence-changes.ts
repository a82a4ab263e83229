import type { Sentence } from '../platforms/reading/sentences.ts'
import type { FileChange, Sides } from './change.ts'

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

/** Above this many pairs the middle is taken as a bag: nobody reads such a change line by line. */
const mostPairs = 4_000_000

/** Numbers of the lines of a longest common subsequence, on both sides. */
function longestCommon(a: readonly string[], b: readonly string[]): Sides<ReadonlySet<number>> {
  const kept = { before: new Set<number>(), after: new Set<number>() }
  const keep = (i: number, j: number): void => {
    kept.before.add(i)
    kept.after.add(j)
  }
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) keep(start, start++)
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) keep(--endA, --endB)
  const [rows, columns] = [endA - start, endB - start]
  if (rows * columns > mostPairs || rows === 0 || columns === 0) return kept
  const width = columns + 1
  const lengths = new Int32Array((rows + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] as number
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[start + i] === b[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  for (let [i, j] = [0, 0]; i < rows && j < columns; ) {
    if (a[start + i] === b[start + j]) keep(start + i++, start + j++)
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return kept
}
