import type { Node } from '../read/blocks.ts'
import { isOrdered, replaces, undone } from './forms.ts'

/** What a router holds once it has read a line, and how many lines that say something it has read. */
interface Read {
  readonly count: number
  readonly nodes: readonly Node[]
}

const left = /^(end|exit|exit-address-family)$/

/**
 * Lines in configuration mode, one after the other, as the router reads them: blocks by indentation, a banner up to its
 * sign.
 */
export function* readLines(before: readonly Node[], lines: readonly string[]): Generator<Read> {
  let nodes = before
  let path: readonly string[] = []
  let count = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const text = line.trim()
    if (text === '' || left.test(text)) continue
    path = path.slice(0, line.length - line.trimStart().length)
    const banner = text.startsWith('banner ') ? bannerFrom(lines, i) : undefined
    const { children, opened } = inBlock(nodes, path, '', (all, head) => said(all, head, text, banner))
    nodes = children
    if (opened !== undefined) path = [...path, opened]
    i += banner === undefined ? 0 : banner.length + 1
    count += banner === undefined ? 1 : banner.length + 2
    yield { count, nodes }
  }
}

function bannerFrom(lines: readonly string[], start: number): readonly string[] {
  const sign = lines[start]?.split(' ').at(-1)
  const end = lines.indexOf(sign ?? '', start + 1)
  return lines.slice(start + 1, end < 0 ? lines.length : end)
}

interface Said {
  readonly children: readonly Node[]
  /** The block that the next lines may stand in. */
  readonly opened?: string
}

function inBlock(
  nodes: readonly Node[],
  [head, ...rest]: readonly string[],
  own: string,
  say: (children: readonly Node[], head: string) => Said,
): Said {
  if (head === undefined) return say(nodes, own)
  const at = nodes.findIndex(({ text }) => text === head)
  const node = nodes[at]
  if (node === undefined) return { children: nodes }
  const inner = inBlock(node.children, rest, head, say)
  return inner.children === node.children
    ? { ...inner, children: nodes }
    : { ...inner, children: nodes.with(at, { text: node.text, children: inner.children }) }
}

function said(all: readonly Node[], head: string, text: string, banner: readonly string[] | undefined): Said {
  const below = banner?.map(line => ({ text: line, children: [] }))
  if (all.some(child => child.text === text))
    return {
      children: below === undefined ? all : all.map(child => (child.text === text ? { text, children: below } : child)),
      opened: text,
    }
  const kept = all.filter(child => undone(child.text) !== text)
  if (kept.length < all.length) return { children: kept }
  const form = text.replace(/^(switchport trunk allowed vlan) (\d+)$/, '$1 add $2')
  const own: Node = { text: form, children: below ?? [] }
  const at = all.findIndex(child => replaces(form, child.text))
  const last = isOrdered(head) ? all.findIndex(child => child.text === 'class class-default') : -1
  return {
    children: at >= 0 ? all.with(at, own) : all.toSpliced(last < 0 ? all.length : last, 0, own),
    opened: form,
  }
}
