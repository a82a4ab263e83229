import {
  addressOf,
  contains,
  networkOf,
  parseAddress,
  parsePrefix,
  type Address,
  type Family,
} from '../../../model/ip.ts'
import { capAmong, capText, type CapOf, type Judge, type Packet, type Verdict } from '../../reading/meaning.ts'
import type { Script, Words } from './script.ts'

/**
 * The filter of RouterOS: `raw` before connections are known, then the chain, first match wins. What nothing matches is
 * accepted.
 */
export function judgeOf(
  script: Script,
  keys: ReadonlyMap<string, string>,
): { readonly judge: Judge; readonly capOf: CapOf } {
  const names = new Map([...keys].map(([name, key]) => [key, name]))
  const here = (packet: Packet): Packet => ({
    ...packet,
    in: names.get(packet.in) ?? '?',
    out: packet.out === undefined ? undefined : (names.get(packet.out) ?? '?'),
  })
  const judge = (packet: Packet): Verdict => {
    const own = here(packet)
    const top = packet.source.family === 4 ? '/ip' : '/ipv6'
    if (first(script, `${top} firewall raw`, 'prerouting', own) === 'drop') return 'drop'
    return first(script, `${top} firewall filter`, own.out === undefined ? 'input' : 'forward', own) ?? 'accept'
  }
  return {
    judge,
    capOf: packet =>
      capAmong(
        fitting(script, `${packet.source.family === 4 ? '/ip' : '/ipv6'} firewall filter`, 'input', here(packet)),
      ),
  }
}

interface Fitting {
  readonly verdict: Verdict
  readonly cap: string | undefined
}

function fitting(script: Script, menu: string, chain: string, packet: Packet): Fitting[] {
  return script.of(menu, 'chain', chain).flatMap((rule): Fitting[] => {
    const action = rule.get('action')
    if ((action !== 'accept' && action !== 'drop') || !matches(script, rule, packet)) return []
    const [, rate, burst] = /^(\d+),(\d+):packet$/.exec(rule.get('limit') ?? '') ?? []
    return [{ verdict: action, cap: rate === undefined || burst === undefined ? undefined : capText(rate, burst) }]
  })
}

function first(script: Script, menu: string, chain: string, packet: Packet): Verdict | undefined {
  return fitting(script, menu, chain, packet)[0]?.verdict
}

const neutral = new Set(['chain', 'action', 'comment', 'limit', 'log', 'log-prefix'])
const protocols: Readonly<Record<string, Packet['protocol']>> = {
  tcp: 'tcp',
  udp: 'udp',
  icmp: 'icmp',
  icmpv6: 'icmp',
  ospf: 'ospf',
  gre: 'gre',
  'ipsec-esp': 'esp',
}

function matches(script: Script, rule: Words, packet: Packet): boolean {
  for (const [key, value] of rule) if (!neutral.has(key) && !holds(script, key, value, packet)) return false
  return true
}

/** An argument that is not known here matches nothing. */
function holds({ of }: Script, key: string, value: string, packet: Packet): boolean {
  const lists = (list: string): boolean => list === 'all' || of('/interface list', 'name', list).length > 0
  switch (key) {
    case 'in-interface':
      return packet.in === value
    case 'out-interface':
      return packet.out === value
    case 'in-interface-list':
      return lists(value) && isMember(of, value, packet.in)
    case 'out-interface-list':
      return lists(value) && isMember(of, value, packet.out)
    case 'src-address':
      return inPrefix(value, packet.source)
    case 'dst-address':
      return inPrefix(value, packet.destination)
    case 'src-address-list':
      return inList(of, value, packet.source)
    case 'dst-address-list':
      return inList(of, value, packet.destination)
    case 'protocol':
      return protocols[value] === packet.protocol
    case 'dst-port':
      return value.split(',').includes(String(packet.port))
    case 'src-port':
      return value.split(',').includes(String(packet.sourcePort))
    case 'icmp-options':
      return value === `${packet.port}:0-255`
    case 'connection-state':
      return value.split(',').includes(packet.state)
    default:
      return false
  }
}

function isMember(of: Script['of'], list: string, name: string | undefined): boolean {
  return of('/interface list member', 'list', list).some(words => words.get('interface') === name)
}

function inPrefix(text: string, address: Address): boolean {
  const inverted = text.startsWith('!')
  const plain = inverted ? text.slice(1) : text
  const prefix = parsePrefix(plain)
  const host = parseAddress(plain)
  const inside =
    prefix !== undefined
      ? contains(networkOf(prefix), address)
      : host !== undefined && host.bits === address.bits && host.family === address.family
  return inside !== inverted
}

function inList(of: Script['of'], name: string, address: Address): boolean {
  const inverted = name.startsWith('!')
  const menu: Readonly<Record<Family, string>> = { 4: '/ip firewall address-list', 6: '/ipv6 firewall address-list' }
  return (
    of(menu[address.family], 'list', inverted ? name.slice(1) : name).some(words =>
      inPrefix(words.get('address') ?? '', addressOf({ ...address, length: 0 })),
    ) !== inverted
  )
}
