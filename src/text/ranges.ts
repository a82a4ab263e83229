import { itemAt } from './item-at.ts'
import { compareText } from './order.ts'

/**
 * Numbered names that follow each other as one range, `sp-a-001..sp-a-042`, in the notation of the inventory; others
 * stay as they are.
 */
export function asRanges(names: readonly string[]): string[] {
  const sorted = [...new Set(names)].sort(natural)
  const ranges: string[] = []
  let start: string | undefined
  let last: string | undefined
  const close = (): void => {
    if (start === undefined || last === undefined) return
    if (start === last) ranges.push(start)
    else if (follows(start, last)) ranges.push(start, last)
    else ranges.push(`${start}..${last}`)
  }
  for (const name of sorted) {
    if (last === undefined || !follows(last, name)) {
      close()
      start = name
    }
    last = name
  }
  close()
  return ranges
}

/** Numbers in their order, each rise by one as a range: `47..48, 3..24`. */
export function numberRanges(numbers: readonly number[]): string[] {
  const runs: { readonly first: number; last: number }[] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run !== undefined && number === run.last + 1) run.last = number
    else runs.push({ first: number, last: number })
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}..${last}`))
}

const numbered = /^(.*?)(\d+)$/

function follows(before: string, after: string): boolean {
  const [a, b] = [numbered.exec(before), numbered.exec(after)]
  return (
    a !== null &&
    b !== null &&
    a[1] === b[1] &&
    itemAt(a, 2).length === itemAt(b, 2).length &&
    Number(b[2]) === Number(a[2]) + 1
  )
}

function natural(a: string, b: string): number {
  const [x, y] = [numbered.exec(a), numbered.exec(b)]
  if (x !== null && y !== null && x[1] === y[1]) return Number(x[2]) - Number(y[2]) || compareText(a, b)
  return compareText(a, b)
}

const longestRange = 10_000

/**
 * `sp-a-001..sp-a-003` to its three names; a falling range runs backwards. What is no range of one prefix stays one
 * name, and is unknown.
 */
export function namesOfRange(entry: string): string[] {
  const [first = '', last, ...more] = entry.split('..')
  const [from, to] = [numbered.exec(first), numbered.exec(last ?? '')]
  if (more.length > 0 || from === null || to === null || from[1] !== to[1]) return [entry]
  const [start, end, width] = [Number(from[2]), Number(to[2]), from[2]?.length ?? 0]
  const step = start <= end ? 1 : -1
  const count = Math.abs(end - start) + 1
  if (!(count <= longestRange)) return [entry]
  return Array.from({ length: count }, (_, i) => `${from[1]}${String(start + i * step).padStart(width, '0')}`)
}

/** Longer than any name may be. */
const longestName = 100

/** Names that all ranges in a text stand for together, at most; some may be no ranges at all. */
export function namesOfAllRanges(text: string): number {
  let names = 0
  // Most digits of an inventory are coordinates: two points are looked for, and the numbers beside them.
  for (let at = text.indexOf('..'); at >= 0; at = text.indexOf('..', at + 2)) {
    const start = /\d+$/.exec(text.slice(Math.max(0, at - longestName), at))?.[0]
    const end = /^[a-z0-9-]*?(\d+)(?![a-z0-9-])/.exec(text.slice(at + 2, at + 2 + longestName))?.[1]
    if (start !== undefined && end !== undefined)
      names += Math.min(Math.abs(Number(end) - Number(start)) + 1, longestRange)
  }
  return names
}
