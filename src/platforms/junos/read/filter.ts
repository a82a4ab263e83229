import { entryOf } from '../../../text/item-at.ts'
import { contains, networkOf, parsePrefix, type Address } from '../../../model/ip.ts'
import { begun, capText, type CapOf, type Judge, type Packet, type Verdict } from '../../reading/meaning.ts'
import { value, values } from '../../reading/patterns.ts'
import { icmpTypes, servicesOf } from './services.ts'
import { byFirst, type Statements } from './text.ts'

/** What a filter of packets does with one: it goes on, goes on past the flow module, or ends. */
type Known = Pick<Statements, 'below'> & {
  readonly terms: (path: string) => ReadonlyMap<string, readonly string[]>
  /** `input inet` and so on of a unit. */
  readonly filters: (name: string) => ReadonlyMap<string, string>
}

type Outcome = 'accept' | 'packet-mode' | 'drop'

const ends = new Set(['accept', 'packet-mode', 'discard', 'reject'])
const protocols: Readonly<Record<string, Packet['protocol']>> = {
  tcp: 'tcp',
  udp: 'udp',
  icmp: 'icmp',
  icmp6: 'icmp',
  ospf: 'ospf',
  gre: 'gre',
  esp: 'esp',
}

/**
 * Filters of packets at the interface, then what the zone takes for the router and its own filter, or the policy from
 * zone to zone.
 */
export function judgeOf(
  source: Statements,
  keys: ReadonlyMap<string, string>,
): { readonly judge: Judge; readonly capOf: CapOf } {
  const names = new Map([...keys].map(([name, key]) => [key, name]))
  const statements: Known = {
    below: source.below,
    terms: remembered(path => byFirst(source.below(path).map(line => line.replace(/^term /, '')))),
    filters: remembered(path => filtersOf(source, path)),
  }
  const zones = zonesOf(source)
  const judge = (packet: Packet): Verdict => {
    const own = {
      ...packet,
      in: names.get(packet.in) ?? '?',
      out: packet.out === undefined ? undefined : (names.get(packet.out) ?? '?'),
    }
    const bound = filterOn(statements, own.in, 'input', packet.source.family)
    const first = bound === undefined ? 'accept' : filtered(statements, bound, own)
    if (first === 'drop') return 'drop'
    const zone = zones.get(own.in)
    if (zone === undefined) return 'drop'
    if (own.out === undefined)
      return takes(statements, zone, own) &&
        filtered(statements, filterOn(statements, 'lo0.0', 'input', packet.source.family) ?? '', own) !== 'drop'
        ? 'accept'
        : 'drop'
    // IPsec is the flow module's: what goes past it enters no tunnel (from knowledge, not tried).
    if (first === 'packet-mode') return /^(st0|gr-)/.test(own.out) ? 'drop' : 'accept'
    const to = zones.get(own.out)
    if (to === undefined) return 'drop'
    if (own.state === 'established') return begun(packet).some(first => judge(first) === 'accept') ? 'accept' : 'drop'
    if (
      own.state === 'invalid' &&
      value(statements.below('security flow'), /^tcp-session (no-syn-check)$/) === undefined
    )
      return 'drop'
    return permitted(statements, zone, to, own)
  }
  const capOf = (packet: Packet): string | undefined => {
    const own = { ...packet, in: names.get(packet.in) ?? '?' }
    const lines = termFor(statements, filterOn(statements, 'lo0.0', 'input', packet.source.family) ?? '', own) ?? []
    const policer = value(lines, /^then policer (\S+)$/)
    const said = policer === undefined ? [] : statements.below(`firewall policer ${policer}`)
    const rate = value(said, /^if-exceeding-pps pps-limit (\d+)$/)
    const burst = value(said, /^if-exceeding-pps packet-burst (\d+)$/)
    return rate === undefined || burst === undefined || !said.includes('then discard')
      ? undefined
      : capText(rate, burst)
  }
  return { judge, capOf }
}

export function zonesOf({ below }: Statements): ReadonlyMap<string, string> {
  return new Map(
    below('security zones').flatMap((line): [string, string][] => {
      const [, zone, name] = /^security-zone (\S+) interfaces (\S+)$/.exec(line) ?? []
      return zone === undefined || name === undefined ? [] : [[name, zone]]
    }),
  )
}

function filterOn({ filters }: Known, name: string, way: 'input' | 'output', family: 4 | 6): string | undefined {
  return filters(name).get(`${way} ${family === 4 ? 'inet' : 'inet6'}`)
}

function filtersOf({ below }: Statements, name: string): ReadonlyMap<string, string> {
  const [port, unit] = name.split('.')
  return new Map(
    below(`interfaces ${port} unit ${unit}`).flatMap((line): [string, string][] => {
      const [, family, way, filter] = /^family (inet6?) filter (input|output) (\S+)$/.exec(line) ?? []
      return filter === undefined ? [] : [[`${way} ${family}`, filter]]
    }),
  )
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return key => {
    if (!known.has(key)) known.set(key, make(key))
    return entryOf(known, key)
  }
}

/** A filter drops what no term matches. */
function filtered(statements: Known, name: string, packet: Packet): Outcome {
  if (name === '') return 'accept'
  const actions = values(termFor(statements, name, packet) ?? [], /^then (\S+)/)
  if (actions.includes('packet-mode')) return 'packet-mode'
  return actions.includes('accept') ? 'accept' : 'drop'
}

/** The first term that fits and ends. */
function termFor(statements: Known, name: string, packet: Packet): readonly string[] | undefined {
  const family = packet.source.family === 4 ? 'inet' : 'inet6'
  const terms = statements.terms(`firewall family ${family} filter ${name}`)
  for (const lines of terms.values()) {
    const conditions = Map.groupBy(
      values(lines, /^from (.*)$/),
      line => line.split(' ', 1)[0]?.replace(/-prefix-list$/, '-address') ?? '',
    )
    if (![...conditions].every(([kind, list]) => meets(statements, kind, list, packet))) continue
    if (values(lines, /^then (\S+)/).some(action => ends.has(action))) return lines
  }
  return undefined
}

/** Any of the values of one kind will do. */
function meets(statements: Known, kind: string, lines: readonly string[], packet: Packet): boolean {
  const given = lines.map(line => line.slice(line.indexOf(' ') + 1))
  switch (kind) {
    case 'source-address':
      return addressIn(statements, lines, packet.source)
    case 'destination-address':
      return addressIn(statements, lines, packet.destination)
    case 'protocol':
    case 'next-header':
      return given.some(name => protocols[name] === packet.protocol)
    case 'icmp-type':
      return given.some(type => (icmpTypes[packet.source.family][type] ?? Number(type)) === packet.port)
    case 'destination-port':
      return given.includes(String(packet.port))
    case 'source-port':
      return given.includes(String(packet.sourcePort))
    case 'port':
      return given.includes(String(packet.port)) || given.includes(String(packet.sourcePort))
    case 'interface':
      return given.includes(packet.in)
    case 'interface-set':
      return given.some(name => statements.below(`firewall interface-set ${name}`).includes(packet.in))
    default:
      return false
  }
}

function addressIn({ below }: Known, lines: readonly string[], address: Address): boolean {
  return lines.some(line => {
    const [kind = '', text = '', except] = line.split(' ')
    if (except !== undefined) return false
    const prefixes = kind.endsWith('-prefix-list') ? below(`policy-options prefix-list ${text}`) : [text]
    return prefixes.some(own => inPrefix(own, address))
  })
}

function inPrefix(text: string, address: Address): boolean {
  const prefix = parsePrefix(text)
  return prefix !== undefined && contains(networkOf(prefix), { family: address.family, bits: address.bits })
}

/** Services and protocols that a zone lets in to the router. */
function takes({ below }: Known, zone: string, packet: Packet): boolean {
  const allowed = new Set(values(below(`security zones security-zone ${zone}`), /^host-inbound-traffic (.*)$/))
  return servicesOf(packet).some(service => allowed.has(service))
}

/** Policies in the order of their first lines; what none permits is dropped. */
function permitted(statements: Known, from: string, to: string, packet: Packet): Verdict {
  const policies = statements.terms(`security policies from-zone ${from} to-zone ${to} policy`)
  for (const lines of policies.values()) {
    const matches = (kind: string): string[] => values(lines, new RegExp(`^match ${kind} (\\S+)$`))
    const action = value(lines, /^then (permit|deny|reject)$/)
    if (
      action === undefined ||
      !matches('source-address').some(name => inBook(statements, name, packet.source)) ||
      !matches('destination-address').some(name => inBook(statements, name, packet.destination))
    )
      continue
    if (!matches('application').some(name => isApplication(statements, name, packet))) continue
    return action === 'permit' ? 'accept' : 'drop'
  }
  return value(statements.below('security policies'), /^default-policy (permit-all)$/) === undefined ? 'drop' : 'accept'
}

function inBook({ below }: Known, name: string, address: Address): boolean {
  if (name === 'any') return true
  if (name === 'any-ipv4' || name === 'any-ipv6') return name.endsWith(String(address.family))
  const book = (own: string): readonly string[] => below(`security address-book global address ${own}`)
  const members = values(below(`security address-book global address-set ${name}`), /^address (\S+)$/)
  return [name, ...members].some(own => book(own).some(text => inPrefix(text, address)))
}

function isApplication({ below }: Known, name: string, { protocol, port }: Packet): boolean {
  if (name === 'any') return true
  const lines = below(`applications application ${name}`)
  const wanted = value(lines, /^destination-port (\d+)$/)
  return value(lines, /^protocol (\S+)$/) === protocol && (wanted === undefined || wanted === String(port))
}
