import { parseAddress, parsePrefix, type Prefix } from '../../../model/ip.ts'
import { readIosxe, type Node } from './blocks.ts'
import type { Folder } from '../../reading/folder.ts'

export interface Config {
  readonly blocks: readonly Node[]
  /** Lines of no block, and first lines of blocks. */
  readonly top: readonly string[]
  readonly interfaces: readonly Interface[]
  /** Blocks by their first lines. */
  readonly byHead: ReadonlyMap<string, readonly Node[]>
  /** Lines of prefix lists, by family and name. */
  readonly prefixLists: ReadonlyMap<string, readonly string[]>
}

export interface Interface {
  readonly name: string
  readonly lines: readonly string[]
}

export function configOf(folder: Folder): Config {
  return configFrom([...folder].filter(([name]) => name.endsWith('.cfg')).flatMap(([, text]) => readIosxe(text)))
}

export function configFrom(blocks: readonly Node[]): Config {
  const top = blocks.map(({ text }) => text)
  return {
    blocks,
    top,
    byHead: new Map(blocks.toReversed().map(({ text, children }) => [text, children])),
    prefixLists: Map.groupBy(
      top.filter(line => /^ip(v6)? prefix-list /.test(line)),
      line => line.split(' ', 3).join(' '),
    ),
    interfaces: blocks
      .filter(({ text }) => text.startsWith('interface '))
      .map(({ text, children }) => ({ name: text.slice(10), lines: children.map(child => child.text) })),
  }
}

export function block({ byHead }: Config, head: string): readonly Node[] {
  return byHead.get(head) ?? []
}

export function texts(blocks: readonly Node[]): string[] {
  return blocks.map(({ text }) => text)
}

export function secretIn(text: string | undefined): string | undefined {
  return /<secret:([^>]+)>/.exec(text ?? '')?.[1]
}

/** `10.32.16.0 255.255.240.0`, or with a wildcard. Undefined where the bits of a mask are not in a row. */
export function masked(address: string, mask: string, wildcard = false): Prefix | undefined {
  const bits = parseAddress(mask)?.bits
  if (bits === undefined) return undefined
  const net = wildcard ? bits ^ 0xffff_ffffn : bits
  const length = /^1*(?=0*$)/.exec(net.toString(2).padStart(32, '0'))?.[0].length
  return length === undefined || (length === 0 && net !== 0n) ? undefined : parsePrefix(`${address}/${length}`)
}
