/**
 * What `show running-config` does not give back although it was loaded, or says of its own accord. Closed: anything
 * else that is missing or added is a difference.
 */
export const silentPatterns: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /^!/, why: 'comments' },
  { pattern: /^$/, why: 'blank lines' },
  {
    pattern: /^(Building configuration\.\.\.|Current configuration:|frr version \S+|end)$/,
    why: 'frame of the command',
  },
  { pattern: /^(exit|exit-address-family)$/, why: 'ends of blocks' },
  { pattern: /^hostname \S+$/, why: "the host's own name is shown" },
  { pattern: /^service integrated-vtysh-config$/, why: 'belongs to vtysh, not to a daemon' },
  { pattern: /^bgp ebgp-requires-policy$/, why: 'default of the profile' },
  { pattern: /^(detect-multiplier 3|transmit-interval 300|receive-interval 300)$/, why: 'defaults of a BFD profile' },
]

export interface FrrLine {
  /** As it stands there, indented. */
  readonly text: string
  /** Its own words behind those of the blocks that it stands in, parted by ` > `; undefined where it says nothing. */
  readonly path: string | undefined
  /** That of its block; empty outside every block. */
  readonly block: string
  /** Why it says nothing. */
  readonly silent: string | undefined
}

/** The lines of an FRR configuration, in their order. A block is what is less indented, before. */
export function frrLines(text: string): FrrLine[] {
  const blocks: { readonly indent: number; readonly words: string }[] = []
  return text.split('\n').map(raw => {
    const words = raw.trim()
    const silent = silentPatterns.find(({ pattern }) => pattern.test(words))?.why
    if (silent !== undefined) return { text: raw, path: undefined, block: '', silent }
    const indent = raw.length - raw.trimStart().length
    while ((blocks.at(-1)?.indent ?? -1) >= indent) blocks.pop()
    const block = blocks.map(each => each.words).join(' > ')
    blocks.push({ indent, words })
    return { text: raw, path: block === '' ? words : `${block} > ${words}`, block, silent }
  })
}
