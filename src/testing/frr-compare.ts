/**
 * What `show running-config` does not give back, although it was loaded. Closed: anything else that is missing or added is a difference.
 */
export const droppedPatterns: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /^!/, why: 'comments' },
  { pattern: /^$/, why: 'blank lines' },
  { pattern: /^(Building configuration\.\.\.|Current configuration:|frr version \S+|end)$/, why: 'frame of the command' },
  { pattern: /^(exit|exit-address-family)$/, why: 'ends of blocks' },
  { pattern: /^hostname \S+$/, why: 'the host\'s own name is shown' },
  { pattern: /^service integrated-vtysh-config$/, why: 'belongs to vtysh, not to a daemon' },
  { pattern: /^bgp ebgp-requires-policy$/, why: 'default of the profile' },
  { pattern: /^(detect-multiplier 3|transmit-interval 300|receive-interval 300)$/, why: 'defaults of a BFD profile' },
]

/** A configuration as a set of lines, each with the blocks that it stands in, and how often a dropped pattern was met. */
export interface Normalised {
  readonly lines: ReadonlySet<string>
  readonly dropped: ReadonlyMap<string, number>
}

/** Order does not count, blocks do: the path of a line is made of the less indented lines before it. */
export function normaliseFrr(text: string): Normalised {
  const lines = new Set<string>()
  const dropped = new Map<string, number>()
  const path: { readonly indent: number; readonly text: string }[] = []
  for (const raw of text.split('\n')) {
    const words = raw.trim()
    const known = droppedPatterns.find(({ pattern }) => pattern.test(words))
    if (known !== undefined) {
      dropped.set(known.why, (dropped.get(known.why) ?? 0) + 1)
      continue
    }
    const indent = raw.length - raw.trimStart().length
    while ((path.at(-1)?.indent ?? -1) >= indent) path.pop()
    path.push({ indent, text: words })
    lines.add(path.map(each => each.text).join(' > '))
  }
  return { lines, dropped }
}

export function isDropped(text: string): boolean {
  return droppedPatterns.some(({ pattern }) => pattern.test(text.trim()))
}

/** Lines that only one side has, as `- lost` and `+ gained`; empty where both say the same. */
export function frrDifference(written: Normalised, read: Normalised): readonly string[] {
  return [
    ...[...written.lines].filter(text => !read.lines.has(text)).map(text => `- ${text}`),
    ...[...read.lines].filter(text => !written.lines.has(text)).map(text => `+ ${text}`),
  ]
}
