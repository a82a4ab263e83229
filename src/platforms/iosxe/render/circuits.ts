import type { FilterRule, From, Intent, InterfaceMatch } from '../../../intent/intent.ts'
import type { PracticeId } from '../../../intent/practice.ts'
import { hostPrefix, type Family, type Prefix } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { accessList, ipWord, type Entry } from './acl.ts'

const families: readonly Family[] = [4, 6]

/** Tunnels that carry what is this router's own and nothing in transit, and the rule that says so. */
export interface OwnCircuits {
  readonly interfaces: readonly string[]
  readonly practice: PracticeId | undefined
  readonly rules: readonly FilterRule[]
}

/**
 * Rules that drop between two parts of one zone, which the zone itself cannot tell apart: into and out of tunnels. What
 * comes from elsewhere is told by its source, what goes elsewhere by its destination. Throws where such a rule is about
 * anything else.
 */
export function ownCircuits({ filter, tunnels }: Intent, rules: readonly FilterRule[]): OwnCircuits | undefined {
  if (rules.length === 0) return undefined
  const names = new Set(tunnels.map(({ interface: name }) => name.value))
  const members = (match: InterfaceMatch | undefined): string[] =>
    match === undefined || 'interface' in match
      ? []
      : (filter.interfaceSets.find(({ name }) => name === match.set)?.members ?? []).map(
          member => member.interface.value,
        )
  const isTunnels = (match: InterfaceMatch | undefined): boolean =>
    members(match).length > 0 && members(match).every(name => names.has(name))
  for (const { name, in: over, out, source, destination, protocol, log } of rules) {
    if (
      isTunnels(over) === isTunnels(out) ||
      source !== undefined ||
      destination !== undefined ||
      protocol !== undefined ||
      log !== undefined
    )
      throw new Error(`rule ${name} is not about tunnels and what is beside them`)
  }
  const inwards = rules.filter(rule => isTunnels(rule.in))
  const outwards = rules.filter(rule => isTunnels(rule.out))
  if (inwards.length !== 1 || outwards.length !== 1) throw new Error('tunnels are shut one way only')
  return { interfaces: members(inwards[0]?.in), practice: rules[0]?.practice, rules }
}

const listOut = 'OWN-OUT'
const listIn = 'OWN-IN'

export function circuitLists(intent: Intent, circuits: OwnCircuits | undefined): Line[] {
  if (circuits === undefined) return []
  const head = line([], circuits.practice ?? 'source-check')
  const own = (intent.bgp?.own ?? []).map(({ prefix, from }) => ({ prefix, from }))
  const ends = intent.tunnels.flatMap(({ v4, v6 }) =>
    [v4.value, v6.value].map(prefix => ({ prefix: hostPrefix(prefix), from: v4.from })),
  )
  const of =
    (family: Family) =>
    (item: { readonly prefix: Prefix }): boolean =>
      item.prefix.family === family
  return families.flatMap(family => [
    ...accessList(
      `${listOut}-${family}`,
      family,
      head,
      own.filter(of(family)).map(({ prefix, from }) => entry(family, from, prefix, undefined)),
    ),
    ...accessList(
      `${listIn}-${family}`,
      family,
      head,
      [...own, ...ends].filter(of(family)).map(({ prefix, from }) => entry(family, from, undefined, prefix)),
    ),
  ])
}

function entry(family: Family, from: From, source: Prefix | undefined, destination: Prefix | undefined): Entry {
  return {
    action: 'permit',
    protocol: ipWord(family),
    source,
    destination,
    from,
    ...(from.length === 0 ? { practice: 'own-circuit' } : {}),
  }
}

/** What a tunnel's interface says about them. */
export function circuitLines(circuits: OwnCircuits | undefined, name: string): Line[] {
  if (circuits === undefined || !circuits.interfaces.includes(name)) return []
  const write = said([], circuits.practice ?? 'source-check')
  return [
    write`ip access-group ${`${listIn}-4`} in`,
    write`ip access-group ${`${listOut}-4`} out`,
    write`ipv6 traffic-filter ${`${listIn}-6`} in`,
    write`ipv6 traffic-filter ${`${listOut}-6`} out`,
  ]
}
