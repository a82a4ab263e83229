import {
  addressOf,
  contains,
  networkOf,
  parseAddress,
  parsePrefix,
  type Address,
  type Family,
} from '../../../model/ip.ts'
import type { Judge, Packet, Verdict } from '../../reading/meaning.ts'
import type { Script, Words } from './script.ts'

/** The filter of RouterOS: `raw` before connections are known, then the chain, first match wins. What nothing matches is accepted. */
export function judgeOf(script: Script, keys: ReadonlyMap<string, string>): Judge {
  const names = new Map([...keys].map(([name, key]) => [key, name]))
  return packet => {
    const own = {
      ...packet,
      in: names.get(packet.in) ?? '?',
      out: packet.out === undefined ? undefined : (names.get(packet.out) ?? '?'),
    }
    const top = packet.source.family === 4 ? '/ip' : '/ipv6'
    if (first(script, `${top} firewall raw`, 'prerouting', own) === 'drop') return 'drop'
    return first(script, `${top} firewall filter`, own.out === undefined ? 'input' : 'forward', own) ?? 'accept'
  }
}

function first(script: Script, menu: string, chain: string, packet: Packet): Verdict | undefined {
  for (const rule of script.of(menu, 'chain', chain)) {
    const action = rule.get('action')
    if ((action === 'accept' || action === 'drop') && matches(script, rule, packet)) return action
  }
  return undefined
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
