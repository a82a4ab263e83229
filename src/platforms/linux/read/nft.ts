import { contains, networkOf, parseAddress, parsePrefix, type Address } from '../../../model/ip.ts'
import { capAmong, capText, type CapOf, type Judge, type Packet, type Verdict } from '../../reading/meaning.ts'

/** A ruleset of nftables: named sets, and chains of rules as words. */
export interface Ruleset {
  readonly sets: ReadonlyMap<string, readonly string[]>
  readonly chains: ReadonlyMap<string, Chain>
  readonly unread: readonly string[]
}

interface Chain {
  readonly policy: Verdict
  readonly rules: readonly string[]
}

export function parseNft(text: string): Ruleset {
  const sets = new Map<string, string[]>()
  const chains = new Map<string, { policy: Verdict; rules: string[] }>()
  const unread: string[] = []
  let set: string[] | undefined
  let chain: { policy: Verdict; rules: string[] } | undefined
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    const [, kind, name = ''] = /^(set|chain) (\S+) \{$/.exec(line) ?? []
    if (
      line === '' ||
      line.startsWith('#') ||
      line === '}' ||
      /^(flush ruleset|table inet serat \{|elements = \{|type (ifname|ipv[46]_addr)|flags interval|auto-merge)$/.test(
        line,
      )
    )
      continue
    if (kind === 'set') {
      set = []
      sets.set(name, set)
    } else if (kind === 'chain') {
      chain = { policy: 'accept', rules: [] }
      chains.set(name, chain)
    } else if (line.startsWith('type filter hook ') || line.startsWith('type nat hook ')) {
      if (chain !== undefined) chain.policy = line.includes('policy drop') ? 'drop' : 'accept'
    } else if (chain !== undefined && !line.endsWith('{')) chain.rules.push(line)
    else if (set !== undefined && chain === undefined && line.endsWith(','))
      set.push(line.slice(0, -1).replace(/^"|"$/g, ''))
    else unread.push(line)
  }
  return {
    sets,
    chains,
    unread: [
      ...unread,
      ...[...chains.values()]
        .flatMap(({ rules }) => rules)
        .filter(rule => parseRule(rule) === undefined || missing(rule, sets)),
    ],
  }
}

function missing(rule: string, sets: ReadonlyMap<string, readonly string[]>): boolean {
  return [...rule.matchAll(/@(\S+)/g)].some(([, name = '']) => !sets.has(name))
}

type Test = readonly [kind: string, not: boolean, values: readonly string[]]

interface Rule {
  readonly tests: readonly Test[]
  readonly verdict: Verdict | undefined
  readonly cap: string | undefined
}

const one = '("[^"]*"|@\\S+|\\{[^}]*\\}|[^\\s{"@]+)'
const steps: readonly (readonly [RegExp, string | undefined])[] = [
  [new RegExp(`^iifname (!= )?${one}`), 'in'],
  [new RegExp(`^oifname (!= )?${one}`), 'out'],
  [new RegExp(`^ip saddr (!= )?${one}`), 'source4'],
  [new RegExp(`^ip daddr (!= )?${one}`), 'destination4'],
  [new RegExp(`^ip6 saddr (!= )?${one}`), 'source6'],
  [new RegExp(`^ip6 daddr (!= )?${one}`), 'destination6'],
  [new RegExp(`^meta nfproto (!= )?${one}`), 'family'],
  [new RegExp(`^meta l4proto (!= )?${one}`), 'protocol'],
  [new RegExp(`^tcp dport (!= )?${one}`), 'tcp'],
  [new RegExp(`^udp dport (!= )?${one}`), 'udp'],
  [new RegExp(`^udp sport (!= )?${one}`), 'udp-source'],
  [/^ct state (!= )?((?:established|related|invalid|new)(?:,(?:established|related|invalid|new))*)(?= |$)/, 'state'],
  [new RegExp(`^icmp type (!= )?${one}`), 'icmp4'],
  [new RegExp(`^icmpv6 type (!= )?${one}`), 'icmp6'],
  [/^fib saddr type (!= )?(local)/, 'own'],
  [/^tcp flags ()(syn \/ syn,rst)/, undefined],
  [/^(limit rate \d+\/second burst \d+ packets|notrack|counter|comment "[^"]*"|log prefix "[^"]*")/, undefined],
  [
    /^(snat ip to \S+( persistent)?|snat ip6 prefix to \S+|dnat ip6 prefix to \S+|tcp option maxseg size set \d+|meta priority set \S+)/,
    undefined,
  ],
]
const protocols: Readonly<Record<string, string>> = {
  '89': 'ospf',
  '47': 'gre',
  '50': 'esp',
  icmp: 'icmp',
  'ipv6-icmp': 'icmp',
  gre: 'gre',
  esp: 'esp',
  tcp: 'tcp',
  udp: 'udp',
}

/** Undefined where a word is not known. */
function parseRule(text: string): Rule | undefined {
  const tests: Test[] = []
  let rest = text
  let verdict: Verdict | undefined
  while (rest !== '') {
    const end = /^(accept|drop)(?= |$)/.exec(rest)
    const step = steps.find(([pattern]) => pattern.test(rest))
    const match = end ?? step?.[0].exec(rest)
    if (match === null || match === undefined) return undefined
    if (end !== null) verdict = end[1] === 'accept' ? 'accept' : 'drop'
    else if (step?.[1] !== undefined)
      tests.push([step[1], match[1] !== undefined && match[1] !== '', valuesOf(match[2] ?? '')])
    rest = rest.slice(match[0].length).trimStart()
  }
  const [, rate, burst] = /limit rate (\d+)\/second burst (\d+) packets/.exec(text) ?? []
  return { tests, verdict, cap: rate === undefined || burst === undefined ? undefined : capText(rate, burst) }
}

function valuesOf(text: string): string[] {
  return text
    .replace(/^\{|\}$/g, '')
    .split(',')
    .map(item => item.trim().replace(/^"|"$/g, ''))
}

export function nftJudge(
  { sets, chains }: Ruleset,
  keys: ReadonlyMap<string, string>,
): {
  readonly judge: Judge
  readonly capOf: CapOf
} {
  const names = new Map([...keys].map(([name, key]) => [key, name]))
  const compiled = new Map(
    [...chains].map(([name, { policy, rules }]) => [
      name,
      { policy, rules: rules.flatMap(rule => parseRule(rule) ?? []) },
    ]),
  )
  const fitting = (chain: string, packet: Packet): readonly Rule[] => {
    const fits = ([kind, not, values]: Test): boolean => {
      if (/[46]$/.test(kind) && !kind.endsWith(String(packet.source.family))) return false
      return (
        holds(
          kind,
          values.flatMap(item => (item.startsWith('@') ? (sets.get(item.slice(1)) ?? []) : [item])),
          packet,
        ) !== not
      )
    }
    return (compiled.get(chain)?.rules ?? []).filter(({ tests, verdict }) => verdict !== undefined && tests.every(fits))
  }
  const run = (chain: string, packet: Packet): Verdict =>
    fitting(chain, packet)[0]?.verdict ?? compiled.get(chain)?.policy ?? 'accept'
  const here = (packet: Packet): Packet => ({
    ...packet,
    in: names.get(packet.in) ?? '?',
    out: packet.out === undefined ? undefined : (names.get(packet.out) ?? '?'),
  })
  return {
    judge: packet => {
      const own = here(packet)
      if (run('sources', own) === 'drop') return 'drop'
      return run(own.out === undefined ? 'input' : 'forward', own)
    },
    capOf: packet => capAmong(fitting('input', here(packet))),
  }
}

function holds(kind: string, values: readonly string[], packet: Packet): boolean {
  switch (kind) {
    case 'in':
      return values.includes(packet.in)
    case 'out':
      return values.includes(packet.out ?? '')
    case 'source4':
    case 'source6':
      return inAny(values, packet.source)
    case 'destination4':
    case 'destination6':
      return inAny(values, packet.destination)
    case 'family':
      return values.includes(`ipv${packet.source.family}`)
    case 'protocol':
      return values.some(item => protocols[item] === packet.protocol)
    case 'tcp':
    case 'udp':
      return packet.protocol === kind && values.includes(String(packet.port))
    case 'icmp4':
    case 'icmp6':
      return packet.protocol === 'icmp' && values.includes(String(packet.port))
    case 'udp-source':
      return packet.protocol === 'udp' && values.includes(String(packet.sourcePort))
    case 'state':
      return values.includes(packet.state)
    default:
      return false
  }
}

function inAny(values: readonly string[], address: Address): boolean {
  return values.some(text => {
    const prefix = parsePrefix(text)
    if (prefix !== undefined) return contains(networkOf(prefix), address)
    const host = parseAddress(text)
    return host !== undefined && host.family === address.family && host.bits === address.bits
  })
}
