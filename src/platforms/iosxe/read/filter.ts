import {
  addressOf,
  contains,
  hostPrefix,
  networkOf,
  parseAddress,
  parsePrefix,
  type Address,
  type Prefix,
} from '../../../model/ip.ts'
import { begun, capText, type CapOf, type Judge, type Packet, type Verdict } from '../../reading/meaning.ts'
import { value, values } from '../../reading/patterns.ts'
import { remembered } from '../../../source/remembered.ts'
import type { Node } from './blocks.ts'
import { block, masked, texts, type Config, type Interface } from './text.ts'

interface Entry {
  readonly permit: boolean
  readonly protocol: string
  readonly source: Prefix | undefined
  readonly destination: Prefix | undefined
  readonly sourcePort: string | undefined
  readonly ports: readonly [number, number] | undefined
  readonly icmpType: number | undefined
}

type Lists = ReadonlyMap<string, readonly Entry[]>

const end4 = '(any|host \\S+|\\d[\\d.]+ \\d[\\d.]+)'
const end6 = '(any|host \\S+|\\S+\\/\\d+)'
const entryForms = { 4: entryForm(end4), 6: entryForm(end6) } as const

function entryForm(end: string): RegExp {
  return new RegExp(
    `^(permit|deny) (\\S+) ${end}(?: eq (\\d+))? ${end}(?: eq (\\d+)| range (\\d+) (\\d+)| (\\d+))?( log)?$`,
  )
}

function listsOf({ blocks }: Config): Lists {
  return new Map(
    blocks.flatMap(({ text, children }): [string, readonly Entry[]][] => {
      const [, kind, name] = /^(ip access-list extended|ipv6 access-list) (\S+)$/.exec(text) ?? []
      if (name === undefined) return []
      return [[name, entriesIn[kind === 'ipv6 access-list' ? 6 : 4](children)]]
    }),
  )
}

/** A list that stays as it is over the lines of a script is read once. */
const entriesIn = { 4: entriesOf(4), 6: entriesOf(6) } as const

function entriesOf(family: 4 | 6): (lines: readonly Node[]) => readonly Entry[] {
  return remembered(lines => texts(lines).flatMap(line => entryOf(line, family) ?? []))
}

function entryOf(line: string, family: 4 | 6): Entry | undefined {
  const [, action, protocol, source, sourcePort, destination, port, low, high, type] =
    entryForms[family].exec(line) ?? []
  if (source === undefined || destination === undefined || protocol === undefined) return undefined
  const ends = [source, destination].map(text => end(text))
  if (ends.includes(null)) return undefined
  return {
    permit: action === 'permit',
    icmpType: type === undefined ? undefined : Number(type),
    protocol,
    source: ends[0] ?? undefined,
    destination: ends[1] ?? undefined,
    sourcePort,
    ports:
      port !== undefined ? [Number(port), Number(port)] : low !== undefined ? [Number(low), Number(high)] : undefined,
  }
}

/** Undefined is any; null is nonsense. */
function end(text: string): Prefix | undefined | null {
  if (text === 'any') return undefined
  if (text.startsWith('host ')) {
    const address = parseAddress(text.slice(5))
    return address === undefined ? null : hostPrefix(address)
  }
  const [address = '', wildcard] = text.split(' ')
  return (wildcard === undefined ? parsePrefix(text) : masked(address, wildcard, true)) ?? null
}

const protocols: Readonly<Record<string, Packet['protocol'] | 'any'>> = {
  ip: 'any',
  ipv6: 'any',
  tcp: 'tcp',
  udp: 'udp',
  icmp: 'icmp',
  ospf: 'ospf',
  '89': 'ospf',
  gre: 'gre',
  '47': 'gre',
  esp: 'esp',
}

function fits({ protocol, source, destination, sourcePort, ports, icmpType }: Entry, packet: Packet): boolean {
  const wanted = protocols[protocol]
  if (wanted !== 'any' && wanted !== packet.protocol) return false
  if (!inside(source, packet.source) || !inside(destination, packet.destination)) return false
  if (icmpType !== undefined && icmpType !== packet.port) return false
  if (sourcePort !== undefined && Number(sourcePort) !== packet.sourcePort) return false
  return ports === undefined || (packet.port >= ports[0] && packet.port <= ports[1])
}

function inside(prefix: Prefix | undefined, address: Address): boolean {
  return prefix === undefined || contains(networkOf(prefix), addressOf({ ...address, length: 0 }))
}

/** A list denies what it does not permit. */
function permits(list: readonly Entry[] | undefined, packet: Packet): boolean {
  return list?.find(entry => fits(entry, packet))?.permit ?? false
}

/** The lists at the interface, then the policy between two zones. Within a zone without a policy everything passes. */
export function judgeOf(
  config: Config,
  keys: ReadonlyMap<string, string>,
): { readonly judge: Judge; readonly capOf: CapOf } {
  const lists = listsOf(config)
  const byKey = new Map(
    config.interfaces.flatMap((own): [string, Interface][] => {
      const key = keys.get(own.name)
      return key === undefined ? [] : [[key, own]]
    }),
  )
  const firewall = firewallOf(config)
  const judge = (packet: Packet): Verdict => {
    const ways = waysOf(byKey, packet)
    if (!ways?.every(({ own, way }) => passesInterface(lists, own, way, packet))) return 'drop'
    const [from = 'self', to = 'self'] = ways.map(({ own }) => zoneOf(own))
    if (packet.state === 'established' && from !== to)
      return begun(packet).some(first => judge(first) === 'accept') ? 'accept' : 'drop'
    return betweenZones(firewall, lists, { from, to }, packet)
  }
  return { judge, capOf: packet => guardOf(config, lists, packet) }
}

interface Way {
  readonly own: Interface
  readonly way: 'in' | 'out'
}

/** Where a packet comes in, and where it goes out unless it is for the router; undefined where one is not known. */
function waysOf(byKey: ReadonlyMap<string, Interface>, packet: Packet): readonly Way[] | undefined {
  const [incoming, outgoing] = [byKey.get(packet.in), byKey.get(packet.out ?? '')]
  if (incoming === undefined || (packet.out !== undefined && outgoing === undefined)) return undefined
  return [{ own: incoming, way: 'in' }, ...(outgoing === undefined ? [] : [{ own: outgoing, way: 'out' } as const])]
}

function passesInterface(lists: Lists, { lines }: Interface, way: Way['way'], packet: Packet): boolean {
  const word = packet.source.family === 4 ? 'ip access-group' : 'ipv6 traffic-filter'
  const name = value(lines, new RegExp(`^${word} (\\S+) ${way}$`))
  return name === undefined || permits(lists.get(name), packet)
}

function zoneOf({ lines }: Interface): string {
  return value(lines, /^zone-member security (\S+)$/) ?? 'none'
}

function betweenZones(
  { pairs, classes, policies }: Firewall,
  lists: Lists,
  { from, to }: { readonly from: string; readonly to: string },
  packet: Packet,
): Verdict {
  const policy = pairs.get(`${from} ${to}`)
  if (policy === undefined) return (from === to && from !== 'none') || to === 'self' ? 'accept' : 'drop'
  const isIn = (name: string): boolean =>
    name === 'class-default' || permitsInFamily(lists, classes.get(name) ?? [], packet)
  const action = policies.get(policy)?.find(({ name }) => isIn(name))?.action
  return action === 'pass' || (action === 'inspect' && packet.state !== 'invalid') ? 'accept' : 'drop'
}

/** Whether one of these lists that are of the packet's family lets it pass. */
function permitsInFamily(lists: Lists, names: readonly string[], packet: Packet): boolean {
  return names.some(name => name.endsWith(`-${packet.source.family}`) && permits(lists.get(name), packet))
}

/** The zone firewall as it is written: which policy holds between which zones, and what its classes match. */
interface Firewall {
  /** By source and destination. */
  readonly pairs: ReadonlyMap<string, string>
  /** Access lists of a class. */
  readonly classes: ReadonlyMap<string, readonly string[]>
  readonly policies: ReadonlyMap<string, readonly { readonly name: string; readonly action: string }[]>
}

function firewallOf({ blocks }: Config): Firewall {
  const pairs = blocks.flatMap(({ text, children }): [string, string][] => {
    const [, source, destination] = /^zone-pair security \S+ source (\S+) destination (\S+)$/.exec(text) ?? []
    const policy = value(texts(children), /^service-policy type inspect (\S+)$/)
    return source === undefined || policy === undefined ? [] : [[`${source} ${destination}`, policy]]
  })
  const classes = blocks.flatMap(({ text, children }): [string, string[]][] => {
    const name = /^class-map type inspect match-any (\S+)$/.exec(text)?.[1]
    return name === undefined ? [] : [[name, values(texts(children), /^match access-group name (\S+)$/)]]
  })
  const policies = blocks.flatMap(({ text, children }): [string, { name: string; action: string }[]][] => {
    const name = /^policy-map type inspect (\S+)$/.exec(text)?.[1]
    const entries = children.map(child => ({
      name: child.text.replace(/^class (type inspect )?/, ''),
      action: child.children[0]?.text ?? 'drop',
    }))
    return name === undefined ? [] : [[name, entries]]
  })
  return { pairs: new Map(pairs), classes: new Map(classes), policies: new Map(policies) }
}

/** What the control plane takes of packets like this one: the first of its classes that names them. */
function guardOf(config: Config, lists: Lists, packet: Packet): string | undefined {
  const bound = value(texts(block(config, 'control-plane')), /^service-policy input (\S+)$/)
  const classes = bound === undefined ? [] : block(config, `policy-map ${bound}`)
  const own = classes.find(({ text }) => {
    const inside = texts(block(config, text.replace(/^class /, 'class-map match-any ')))
    return permitsInFamily(lists, values(inside, /^match access-group name (\S+)$/), packet)
  })
  const [, rate, burst] =
    /^police rate (\d+) pps(?: burst (\d+) packets)? conform-action transmit exceed-action drop$/.exec(
      own?.children[0]?.text ?? '',
    ) ?? []
  return rate === undefined ? undefined : capText(rate, burst ?? 'default')
}

/** Entries that no form fits. */
export function unreadEntries(config: Config): string[] {
  return config.blocks.flatMap(({ text, children }) => {
    const family = text.startsWith('ip access-list extended ')
      ? 4
      : text.startsWith('ipv6 access-list ')
        ? 6
        : undefined
    return family === undefined ? [] : texts(children).filter(line => entryOf(line, family) === undefined)
  })
}

export function sourcesIn(config: Config, head: string): string[] {
  return texts(block(config, head))
}
