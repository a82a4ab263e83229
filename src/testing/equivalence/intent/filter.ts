import type { AddressMatch, FilterRule, Intent, InterfaceMatch } from '../../../intent/intent.ts'
import { contains, networkOf, parsePrefix, type Address } from '../../../model/ip.ts'
import { icmpTypes } from '../../../intent/icmp.ts'
import { capText, type CapOf, type Judge, type Packet } from '../../../platforms/reading/meaning.ts'
import { keysOf } from './facts.ts'

/** What the intent itself says of a packet: its rules in order, and nothing more. */
export function judgeOf(intent: Intent): { readonly judge: Judge; readonly capOf: CapOf } {
  const { filter } = intent
  const names = new Map([...keysOf(intent)].map(([name, key]) => [key, name]))
  const sets = new Map(
    filter.interfaceSets.map(({ name, members }) => [name, new Set(members.map(member => member.interface.value))]),
  )
  const pools = new Map(filter.addressSets.map(({ name, members }) => [name, members.map(({ prefix }) => prefix)]))
  const over = (match: InterfaceMatch | undefined, name: string | undefined): boolean =>
    match === undefined || ('set' in match ? (sets.get(match.set)?.has(name ?? '') ?? false) : match.interface === name)
  const inside = (match: AddressMatch | undefined, address: Address): boolean =>
    match === undefined ||
    ('set' in match ? (pools.get(match.set) ?? []) : [match.prefix]).some(prefix =>
      contains(networkOf(prefix), address),
    )
  const fits = (rule: FilterRule, packet: Packet): boolean =>
    (rule.family === 'both' || rule.family === packet.source.family) &&
    (rule.state === undefined || rule.state === packet.state) &&
    over(rule.in, names.get(packet.in)) &&
    over(rule.out, packet.out === undefined ? undefined : names.get(packet.out)) &&
    inside(rule.source, packet.source) &&
    inside(rule.destination, packet.destination) &&
    (rule.protocol === undefined || rule.protocol === packet.protocol) &&
    (rule.icmp === undefined || icmpTypes[rule.icmp][packet.source.family].includes(packet.port)) &&
    (rule.ports === undefined || rule.ports.includes(packet.port))
  return {
    judge: packet => {
      if (isForeign(intent, names.get(packet.in), packet)) return 'drop'
      return (
        (packet.out === undefined ? filter.input : filter.forward).find(rule => fits(rule, packet))?.action ?? 'drop'
      )
    },
    capOf: packet => {
      const limit = filter.input.find(rule => fits(rule, packet))?.limit
      return limit && capText(limit.packetsPerSecond, limit.burst)
    },
  }
}

const linkLocal = parsePrefix('fe80::/10')!

function isForeign({ filter }: Intent, name: string | undefined, { source, protocol, port }: Packet): boolean {
  const check = filter.sourceChecks.find(own => own.interface.value === name)
  if (
    check === undefined ||
    (source.family === 4 ? check.v4 : check.v6).some(({ value }) => contains(value, source)) ||
    contains(linkLocal, source)
  )
    return false
  if (source.bits !== 0n) return true
  return source.family === 4 ? !(check.dhcp && protocol === 'udp' && port === 67) : protocol !== 'icmp'
}
