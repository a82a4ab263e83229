const longestRange = 10_000

/** `sp-a-001..sp-a-003` to its three names; a falling range runs backwards. What is no range of one prefix stays one name, and is unknown. */
export function namesOfRange(entry: string): string[] {
  const [first = '', last] = entry.split('..')
  if (last === undefined) return [first]
  const from = /^(.*?)(\d+)$/.exec(first)
  const to = /^(.*?)(\d+)$/.exec(last)
  if (from === null || to === null || from[1] !== to[1]) return [entry]
  const [start, end, width] = [Number(from[2]), Number(to[2]), (from[2] as string).length]
  const step = start <= end ? 1 : -1
  const count = Math.abs(end - start) + 1
  if (!(count <= longestRange)) return [entry]
  return Array.from({ length: count }, (_, i) => `${from[1]}${String(start + i * step).padStart(width, '0')}`)
}

/** Names that all ranges in a text stand for together, at most; some may be no ranges at all. */
export function namesOfAllRanges(text: string): number {
  let names = 0
  for (const [, start, end] of text.matchAll(/(\d+)\.\.[a-z0-9-]*?(\d+)(?![a-z0-9-])/g))
    names += Math.min(Math.abs(Number(end) - Number(start)) + 1, longestRange)
  return names
}

/** `c-utara-1` of `c-utara-1/7`: the cable or structure that a step of a path, or an end of a splice, lies in. */
export function nameOfStep(step: string): string {
  const slash = step.indexOf('/')
  return slash < 0 ? step : step.slice(0, slash)
}
