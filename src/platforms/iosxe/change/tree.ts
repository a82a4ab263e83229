import { readIosxe, type Node } from '../read/blocks.ts'

const frame = /^(end|exit|exit-address-family)$/

/** The lines of a configuration. Blocks that are named twice are one, and VLANs of a trunk are lines of one form. */
export function treeOf(text: string): Node[] {
  return merged(readIosxe(text).map(nodeOf))
}

function nodeOf({ text, children }: Node): Node {
  return { text: trunkForm(text), children: text.startsWith('banner ') ? children : merged(children.map(nodeOf)) }
}

function trunkForm(text: string): string {
  return text.replace(/^(switchport trunk allowed vlan) (\d+)$/, '$1 add $2')
}

function merged(nodes: readonly Node[]): Node[] {
  const found = new Map<string, Node>()
  for (const { text, children } of nodes) {
    if (frame.test(text)) continue
    found.set(text, { text, children: [...(found.get(text)?.children ?? []), ...children] })
  }
  return [...found.values()]
}
