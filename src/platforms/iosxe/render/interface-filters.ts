import { entryOf } from '../../../text/item-at.ts'
import type { FilterRule, From, Intent } from '../../../intent/intent.ts'
import type { Family } from '../../../model/ip.ts'
import type { line, Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { circuitLines } from './circuits.ts'
import { firewallOf } from './firewall.ts'
import { listName, ruleLine, sourceList } from './firewall-lists.ts'

const families: readonly Family[] = [4, 6]

/** What an interface says about filters: its zone, and the lists that hold before the zone does. */
export function interfaceFilters(intent: Intent): (name: string) => Line[] {
  const { zones, circuits } = firewallOf(intent)
  const lists = new Map<string, Line[]>()
  const add = (name: string, from: From, list: string, family: Family): void => {
    const write = said(from, 'source-check')
    const before = lists.get(name) ?? []
    if (before.some(({ parts }) => String(parts[0]).startsWith(family === 4 ? 'ip ' : 'ipv6 ')))
      throw new Error(`two access lists at ${name}`)
    lists.set(name, [
      ...before,
      family === 4 ? write`ip access-group ${list} in` : write`ipv6 traffic-filter ${list} in`,
    ])
  }
  for (const check of intent.filter.sourceChecks)
    for (const family of families) add(check.interface.value, check.interface.from, sourceList(check, family), family)
  const zoneOf = new Map(
    zones.flatMap(zone =>
      [...zone.members].map(
        ([name, from]) => [name, said(from, 'default-deny')`zone-member security ${zone.name}`] as const,
      ),
    ),
  )
  const both = [...lists.keys()].find(name => circuitLines(circuits, name).length > 0)
  if (both !== undefined) throw new Error(`two access lists at ${both}`)
  return name => [
    ...(zoneOf.has(name) ? [entryOf(zoneOf, name)] : []),
    ...(lists.get(name) ?? []),
    ...circuitLines(circuits, name),
  ]
}

/** Rules for the router itself with the names of their lists, in order. */
export function inputLists(intent: Intent): readonly {
  readonly names: readonly string[]
  readonly rule: FilterRule
  readonly write: ReturnType<typeof line>
}[] {
  const { matches, inputs } = firewallOf(intent)
  return inputs
    .filter(match => matches.includes(match))
    .map(match => ({
      names: match.families.map(family => listName(match.name, family)),
      rule: match.rule,
      write: ruleLine(match),
    }))
}
