import { compareText } from './order.ts'

/**
 * Numbered names that follow each other as one range, `sp-a-001..sp-a-042`, in the notation of the inventory; others
 * stay as they are.
 */
export function asRanges(names: readonly string[]): string[] {
  const runs: { readonly first: Numbered; last: Numbered }[] = []
  for (const name of [...new Set(names)].map(numberedOf).sort(natural)) {
    const run = runs.at(-1)
    if (run !== undefined && follows(run.last, name)) run.last = name
    else runs.push({ first: name, last: name })
  }
  return runs.flatMap(({ first, last }) => {
    if (first === last) return [first.name]
    return follows(first, last) ? [first.name, last.name] : [`${first.name}..${last.name}`]
  })
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

/** A name, and the number at its end: `sp-a-042` is `sp-a-`, of three digits, 42. */
interface Numbered {
  readonly name: string
  /** Undefined where no number ends the name. */
  readonly prefix: string | undefined
  readonly digits: number
  readonly value: number
}

function numberedOf(name: string): Numbered {
  let start = name.length
  while (start > 0 && isDigit(name.charCodeAt(start - 1))) start--
  const digits = name.length - start
  return { name, prefix: digits === 0 ? undefined : name.slice(0, start), digits, value: Number(name.slice(start)) }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function follows(before: Numbered, after: Numbered): boolean {
  return (
    after.prefix !== undefined &&
    before.prefix === after.prefix &&
    before.digits === after.digits &&
    after.value === before.value + 1
  )
}

function natural(a: Numbered, b: Numbered): number {
  const isOfOne = a.prefix !== undefined && a.prefix === b.prefix
  return (isOfOne ? a.value - b.value : 0) || compareText(a.name, b.name)
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
