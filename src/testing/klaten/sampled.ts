import type { Random } from '../generate/random.ts'

/** So many members of a list at random, each once, in the list's order. */
export function sampled<T>(random: Random, list: readonly T[], many: number): T[] {
  return list
    .map((item, i) => ({ item, i, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, many)
    .sort((a, b) => a.i - b.i)
    .map(({ item }) => item)
}
