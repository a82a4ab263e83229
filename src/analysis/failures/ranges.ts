import { compareText } from '../../text/order.ts'

/** Numbered names that follow each other as one range, `sp-a-001..sp-a-042`, in the notation of the inventory; others stay as they are. */
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

const numbered = /^(.*?)(\d+)$/

function follows(before: string, after: string): boolean {
  const [a, b] = [numbered.exec(before), numbered.exec(after)]
  return (
    a !== null &&
    b !== null &&
    a[1] === b[1] &&
    (a[2] as string).length === (b[2] as string).length &&
    Number(b[2]) === Number(a[2]) + 1
  )
}

function natural(a: string, b: string): number {
  const [x, y] = [numbered.exec(a), numbered.exec(b)]
  if (x !== null && y !== null && x[1] === y[1]) return Number(x[2]) - Number(y[2]) || compareText(a, b)
  return compareText(a, b)
}

const longestRange = 10_000

/** The names that a range stands for; of what is no range of one prefix, itself. */
export function namesOfRange(text: string): string[] {
  const [first = '', last, ...more] = text.split('..')
  const [from, to] = [numbered.exec(first), numbered.exec(last ?? '')]
  if (last === undefined || more.length > 0 || from === null || to === null || from[1] !== to[1]) return [text]
  const [start, end, width] = [Number(from[2]), Number(to[2]), (from[2] as string).length]
  if (Math.abs(end - start) >= longestRange) return [text]
  return Array.from(
    { length: Math.abs(end - start) + 1 },
    (_, i) => `${from[1]}${String(Math.min(start, end) + i).padStart(width, '0')}`,
  )
}
