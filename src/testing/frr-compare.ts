import { frrLines, silentPatterns } from '../pulumi/targets/frr-lines.ts'

/**
 * A configuration as a set of lines, each with the blocks that it stands in, and how often a line said nothing, by the
 * reason.
 */
export interface Normalised {
  readonly lines: ReadonlySet<string>
  readonly dropped: ReadonlyMap<string, number>
}

/** Order does not count, blocks do. */
export function normaliseFrr(text: string): Normalised {
  const lines = new Set<string>()
  const dropped = new Map<string, number>()
  for (const { path, silent } of frrLines(text)) {
    if (path !== undefined) lines.add(path)
    if (silent !== undefined) dropped.set(silent, (dropped.get(silent) ?? 0) + 1)
  }
  return { lines, dropped }
}

export function isDropped(text: string): boolean {
  return silentPatterns.some(({ pattern }) => pattern.test(text.trim()))
}

/** Lines that only one side has, as `- lost` and `+ gained`; empty where both say the same. */
export function frrDifference(written: Normalised, read: Normalised): readonly string[] {
  return [
    ...[...written.lines].filter(text => !read.lines.has(text)).map(text => `- ${text}`),
    ...[...read.lines].filter(text => !written.lines.has(text)).map(text => `+ ${text}`),
  ]
}
