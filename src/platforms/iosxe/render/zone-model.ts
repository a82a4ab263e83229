import { purposes } from '../../../intent/purpose.ts'
import type { Filter, FilterRule, From, Intent, InterfaceMatch, Segment } from '../../../intent/intent.ts'
import { addressText, networkOf, overlaps, type Family, type Prefix } from '../../../model/ip.ts'
import { iosName } from '../text.ts'
import { places } from './places.ts'
import { byText, compareText } from '../../../text/order.ts'

/**
 * Interfaces that share a zone: what passes between zones is followed, whatever way an answer comes back over the same
 * zone.
 */
export interface Zone {
  readonly name: string
  readonly set: string
  /**
   * Sets of interfaces that are a part of it: the zone stands for them, since it does not tell its interfaces apart.
   */
  readonly parts: ReadonlySet<string>
  readonly members: ReadonlyMap<string, From>
  readonly from: From
}

/** A rule with what it matches by address, family by family. */
export interface Match {
  readonly rule: FilterRule
  readonly name: string
  readonly action: 'inspect' | 'pass' | 'drop' | 'drop log'
  readonly sources: readonly Prefixes[]
  readonly destinations: readonly Prefixes[]
  readonly families: readonly Family[]
}

/** A prefix with where it comes from; without one it stands for every address. */
interface Prefixes {
  readonly prefix: Prefix | undefined
  readonly from: From
}

/**
 * The largest sets are zones; a set whose members all lie in one already (tunnels within the backbone) is a part of it.
 * Throws where a set lies partly in a zone, which no filter of this network asks for.
 */
export function zonesOf({ interfaceSets }: Filter): Zone[] {
  const zones: Zone[] = []
  const taken = new Map<string, Set<string>>()
  for (const { name, zone, members } of interfaceSets.toSorted(
    (a, b) => b.members.length - a.members.length || compareText(a.name, b.name),
  )) {
    const free = members.filter(member => !taken.has(member.interface.value))
    if (free.length === 0) {
      for (const member of members) taken.get(member.interface.value)?.add(name)
      continue
    }
    if (free.length < new Set(members.map(member => member.interface.value)).size)
      throw new Error(`interface set ${name} lies partly in another zone`)
    const parts = new Set<string>()
    for (const member of members) taken.set(member.interface.value, parts)
    // Most interfaces are in their zone for what they are.
    const from = (member: (typeof members)[number]): From => (zone === undefined ? [] : member.from)
    zones.push({
      name: iosName(`Z-${name}`),
      set: name,
      parts,
      members: new Map(members.map(member => [member.interface.value, from(member)])),
      from: places(...members.map(from)),
    })
  }
  return zones.sort(byText(({ name }) => name))
}

/** Whether a rule can concern packets that come in from, or go out to, a zone. */
export function concerns(match: InterfaceMatch | undefined, zone: Zone): boolean {
  if (match === undefined) return true
  return 'set' in match ? match.set === zone.set || zone.parts.has(match.set) : zone.members.has(match.interface)
}

/** The rule by addresses alone. An interface that it names within a zone is told by the segment's own prefix. */
export function matchOf(prefix: string, rule: FilterRule, intent: Intent): Match {
  const segments = intent.access?.segments ?? []
  const destinations = [...addressesOf(rule.destination, intent), ...segmentOf(rule.out, segments)]
  if (destinations.length > 0 && rule.destination !== undefined && segmentOf(rule.out, segments).length > 0)
    throw new Error(`rule ${rule.name} asks for a segment and addresses`)
  const sources = addressesOf(rule.source, intent)
  const any: readonly Prefixes[] = [{ prefix: undefined, from: [] }]
  const match = {
    sources: rule.source === undefined ? any : sources,
    destinations: destinations.length === 0 && rule.destination === undefined ? any : destinations,
  }
  const families = ([4, 6] as const).filter(
    family =>
      (rule.family === 'both' || rule.family === family) &&
      has(match.sources, family) &&
      has(match.destinations, family),
  )
  return {
    rule,
    name: iosName(`${prefix}-${wordOf(rule, intent)}`, listLength),
    action: actionOf(rule),
    ...match,
    families,
  }
}

function has(prefixes: readonly Prefixes[], family: Family): boolean {
  return prefixes.some(({ prefix }) => prefix === undefined || prefix.family === family)
}

/** Longest name to which a list adds its family. */
export const listLength = 38

/** Only sessions of TCP and UDP can be followed; what is not followed is let through both ways. */
function actionOf({ name, action, purpose, log }: FilterRule): Match['action'] {
  if (action === 'accept' && log !== undefined) throw new Error(`rule ${name} logs what it accepts`)
  if (action === 'drop') return log === undefined ? 'drop' : 'drop log'
  return purposes[purpose].followed ? 'inspect' : 'pass'
}

/** Name of a rule; that of a neighbour on a link is its address, so that each family's rule has a name of its own. */
function wordOf({ name, source, purpose }: FilterRule, { bgp }: Intent): string {
  if (purpose !== 'bgp-neighbour' || source === undefined || !('prefix' in source)) return name
  const isRemote =
    bgp?.neighbors.some(
      ({ relation, v4, v6 }) =>
        relation !== 'core' &&
        [v4, v6.value].some(
          pair => pair?.remote.family === source.prefix.family && pair.remote.bits === source.prefix.bits,
        ),
    ) ?? false
  return isRemote ? `bgp-${addressText(source.prefix).replaceAll(':', '-')}` : name
}

function addressesOf(match: FilterRule['source'], { filter, tunnels }: Intent): Prefixes[] {
  if (match === undefined) return []
  if ('prefix' in match)
    return [
      {
        prefix: match.prefix,
        from:
          tunnels.find(
            ({ outerRemote }) =>
              outerRemote.value?.bits === match.prefix.bits && outerRemote.value.family === match.prefix.family,
          )?.outerRemote.from ?? [],
      },
    ]
  const set = filter.addressSets.find(({ name }) => name === match.set)
  if (set === undefined) throw new Error(`address set ${match.set} is not defined`)
  return set.members.map(({ prefix, from }) => ({ prefix, from }))
}

function segmentOf(match: InterfaceMatch | undefined, segments: readonly Segment[]): Prefixes[] {
  if (match === undefined || 'set' in match) return []
  const found = segments.filter(segment => segment.interface === match.interface)
  if (found.length === 0) throw new Error(`${match.interface} is no segment, whose prefix could stand for it`)
  return found.flatMap(({ v4, v6 }) =>
    [v4.value, v6.value].map(prefix => ({ prefix: networkOf(prefix), from: v4.from })),
  )
}

/** False where nothing that the rule's destinations name lies behind a zone of segments. */
export function reaches({ destinations }: Match, zone: Zone, { access }: Intent): boolean {
  const here = (access?.segments ?? [])
    .filter(segment => zone.members.has(segment.interface))
    .flatMap(({ v4, v6 }) => [networkOf(v4.value), networkOf(v6.value)])
  if (here.length === 0) return true
  return destinations.some(
    ({ prefix }) => prefix === undefined || here.some(own => own.family === prefix.family && overlaps(own, prefix)),
  )
}
