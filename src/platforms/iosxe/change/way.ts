import { addressText, contains, networkOf, parsePrefix, type Address } from '../../../model/ip.ts'
import type { NocWay } from '../../changing/noc-way.ts'
import { value } from '../../reading/patterns.ts'
import { remembered } from '../../../source/remembered.ts'
import type { Node } from '../read/blocks.ts'
import { judgeOf } from '../read/filter.ts'
import { addressesOn } from '../read/routing.ts'
import { block, configFrom, masked, texts, type Config } from '../read/text.ts'
import { readLines } from './session.ts'

interface Sides<T> {
  readonly before: T
  readonly after: T
}

/**
 * Lines, by their number from 1 without those that only leave a block, after which the NOC has no way in although it
 * has one before the script and behind it. A way is an interface of the backbone that is whole as one of the two
 * configurations has it, over which a manager's packet is let in, and terminals that take him.
 */
export function linesWithoutWay(before: readonly Node[], lines: readonly string[], ways: Sides<NocWay>): number[] {
  const reads = [...readLines(before, lines)]
  const last = reads.at(-1)?.nodes ?? before
  const whole = { before: shapesOf(before, ways.before), after: shapesOf(last, ways.after) }
  const isOpen = remembered(
    (nodes: readonly Node[]): boolean => hasWay(nodes, ways.before, whole) || hasWay(nodes, ways.after, whole),
  )
  if (!isOpen(before) || !isOpen(last)) return []
  return reads.flatMap(({ count, nodes }) => (isOpen(nodes) ? [] : [count]))
}

function isWithin(part: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...part].every(text => all.has(text))
}

function hasWay(nodes: readonly Node[], { calls, interfaces }: NocWay, whole: Sides<Shapes>): boolean {
  const config = configFrom(nodes)
  const { judge } = judgeOf(config, new Map(interfaces.map(name => [name, name])))
  const own = new Set(nodes.flatMap(addressesOf).map(text => text.split('/')[0]))
  const now = shapesOf(nodes, { calls, interfaces })
  return interfaces.some(name => {
    const shape = now.get(name)
    if (shape === undefined || !isWhole(shape, { before: whole.before.get(name), after: whole.after.get(name) }))
      return false
    return calls.every(
      ({ from, to }) =>
        own.has(addressText(to)) &&
        mayLogIn(config, from) &&
        judge({
          ...{ in: name, out: undefined, source: from, destination: to, protocol: 'tcp' },
          ...{ sourcePort: 40_000, port: 22, state: 'new' },
        }) === 'accept',
    )
  })
}

/** Whether SSH on the first terminals and a full account take somebody from this address. */
function mayLogIn(config: Config, from: Address): boolean {
  const lines = texts(block(config, 'line vty 0 4'))
  const list = value(lines, from.family === 4 ? /^access-class (\S+) in/ : /^ipv6 access-class (\S+) in$/)
  return (
    lines.includes('transport input ssh') &&
    config.top.some(line => /^username \S+ privilege 15 /.test(line)) &&
    (list === undefined || admits(config, list, from))
  )
}

function admits(config: Config, list: string, from: Address): boolean {
  const heads = { 4: `ip access-list standard ${list}`, 6: `ipv6 access-list ${list}` } as const
  return texts(block(config, heads[from.family])).some(line => {
    const [, address = '', wildcard = ''] = /^permit (\d\S+) (\d\S+)$/.exec(line) ?? []
    const prefix =
      from.family === 4 ? masked(address, wildcard, true) : parsePrefix(/^permit ipv6 (\S+) any$/.exec(line)?.[1] ?? '')
    return prefix !== undefined && contains(networkOf(prefix), from)
  })
}

/** By interface: everything that is said of it where it makes a way; absent where it has no address. */
type Shapes = ReadonlyMap<string, Shape>

interface Shape {
  readonly said: string
  /**
   * Where the outer packets of its tunnel leave: two routes at a time are no harm, if each is one of the old or the
   * new.
   */
  readonly routes: ReadonlySet<string>
}

function isWhole(shape: Shape, ends: Sides<Shape | undefined>): boolean {
  const known = new Set([...(ends.before?.routes ?? []), ...(ends.after?.routes ?? [])])
  return [ends.before, ends.after].some(
    end => end?.said === shape.said && isWithin(end.routes, shape.routes) && isWithin(shape.routes, known),
  )
}

/** What the far end need not know, and what is asked of the filters themselves. */
const ownAffair =
  /^(description|bandwidth|service-policy|zone-member|ip access-group|ipv6 traffic-filter|ip ospf cost|ospfv3 (\d+ )?(ipv6 )?cost|ip nat|nat66) ?|(^| )description /
const ofWays = /^(router |crypto |ip route |ipv6 route )/

function shapesOf(nodes: readonly Node[], { interfaces }: NocWay): Shapes {
  const wanted = new Set(interfaces)
  const shapes = new Map<string, string[]>()
  const named = new Map<string, string[]>()
  for (const node of nodes) {
    const { text } = node
    const name = text.startsWith('interface ') ? text.slice('interface '.length) : ''
    if (!wanted.has(name) || addressesOf(node).length === 0) continue
    const lines = texts(node.children)
    shapes.set(
      name,
      lines.filter(line => !ownAffair.test(line)),
    )
    for (const word of [name, ...farEnds(node)]) named.set(word, [...(named.get(word) ?? []), name])
  }
  for (const node of nodes)
    if (ofWays.test(node.text))
      for (const { text, words } of linesIn(node))
        for (const name of new Set(words.flatMap(word => named.get(word) ?? []))) shapes.get(name)?.push(text)
  return new Map(
    [...shapes].map(([name, lines]) => {
      const routes = lines.filter(line => isRoute.test(line))
      const said = lines.filter(line => !isRoute.test(line))
      return [name, { said: said.sort().join('\n'), routes: new Set(routes) }]
    }),
  )
}

const isRoute = /^ip(v6)? route /

const addressesOf = remembered(({ text, children }: Node) =>
  text.startsWith('interface ') ? addressesOn(texts(children)) : [],
)

/** By interface: what names it in other blocks, itself and its far ends. */
export function wordsOfWays(nodes: readonly Node[], { interfaces }: NocWay): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>()
  for (const node of nodes) {
    const name = node.text.startsWith('interface ') ? node.text.slice('interface '.length) : ''
    if (interfaces.includes(name) && addressesOf(node).length > 0) found.set(name, new Set([name, ...farEnds(node)]))
  }
  return found
}

/** Who is at the other end of a point-to-point interface, and of the tunnel that it is. */
const farEnds = remembered((node: Node): readonly string[] => {
  const inner = addressesOf(node).flatMap(text => {
    const prefix = parsePrefix(text)
    if (prefix === undefined || ![30, 31, 127].includes(prefix.length)) return []
    const first = networkOf(prefix).bits
    const ends = prefix.length === 30 ? [first + 1n, first + 2n] : [first, first + 1n]
    return ends.filter(bits => bits !== prefix.bits).map(bits => addressText({ family: prefix.family, bits }))
  })
  return [...inner, ...[value(texts(node.children), /^tunnel destination (\S+)$/) ?? []].flat()]
})

interface Line {
  readonly text: string
  readonly words: readonly string[]
}

const linesIn = remembered((node: Node): readonly Line[] => {
  const visit = ({ text, children }: Node, above: string): Line[] => {
    const own = `${above}${text}`
    const peer = /> peer (\S+)$/.exec(above.replace(/ > $/, ''))?.[1]
    return [
      ...(ownAffair.test(text) ? [] : [{ text: own, words: peer === undefined ? text.split(' ') : [peer] }]),
      ...children.flatMap(child => visit(child, `${own} > `)),
    ]
  }
  return visit(node, '')
})
