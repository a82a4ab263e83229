import type { Zone } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { inside, keyInside } from '../../source/source.ts'
import type { FilterRule, From, Segment } from '../intent.ts'
import { accept, connections, drop, habit } from './filter-rule.ts'
import { zoneSet } from './filter-sets.ts'
import { inNetwork } from './places.ts'
import type { PolicyInput } from './policy-input.ts'

export function forwardRules(input: PolicyInput): FilterRule[] {
  const { plan, own, segments, fibre, tunnels, uplinks } = input
  const backbone = fibre.length + tunnels.length > 0
  const here = [...new Set(segments.map(({ zone }) => zone.value))]
    .sort()
    .flatMap(id => plan.network.zones.get(id) ?? [])
  return [
    ...(own.router.role === 'site' && fibre.length > 0 && tunnels.length > 0 ? nobodyElsesCircuit : []),
    ...(backbone
      ? [
          habit('transit', 'transit-first', {
            ...accept,
            purpose: 'transit',
            in: { set: 'backbone' },
            out: { set: 'backbone' },
          }),
        ]
      : []),
    ...connections,
    ...here.flatMap(zone => tenantsApart(segments, zone)),
    ...here.flatMap(zone => toRouters(plan, zone)),
    ...here.flatMap(zone => outOf(zone, backbone)),
    ...(backbone ? here.flatMap(zone => [...intoFromBackbone(plan, zone), ...routersInto(plan, zone)]) : []),
    ...(uplinks.length > 0 ? [privateNotOut, ...toInternet(plan)] : []),
  ]
}

/**
 * A site's circuit carries that site alone. Neighbours on a ring that lost the hub would else reach it one way over a
 * circuit that was bought for another, by the summary that its tunnel brings, and never hear an answer.
 */
const nobodyElsesCircuit: readonly FilterRule[] = [
  habit('fibre-not-leased', 'own-circuit', {
    ...drop,
    purpose: 'own-circuit',
    in: { set: 'fibre' },
    out: { set: 'leased' },
  }),
  habit('leased-not-fibre', 'own-circuit', {
    ...drop,
    purpose: 'own-circuit',
    in: { set: 'leased' },
    out: { set: 'fibre' },
  }),
]

/** Where a zone may reach itself, agencies that share a building still do not see each other's segments. */
function tenantsApart(segments: readonly Segment[], zone: Zone): FilterRule[] {
  if (!zone.reaches.includes(zone)) return []
  return segments
    .filter(segment => segment.zone.value === zone.id && segment.vlan.from.some(({ path }) => path.at(-1) === 'tenant'))
    .map(
      (segment): FilterRule => ({
        ...drop,
        purpose: 'apart',
        name: `apart-${segment.id}`,
        in: { set: zoneSet(zone.id) },
        out: { interface: segment.interface },
        from: segment.vlan.from,
      }),
    )
}

/** The NOC manages every router by its loopback, which lies in no zone. */
function toRouters({ network }: Plan, zone: Zone): FilterRule[] {
  if (zone.declared.kind !== 'noc') return []
  return [
    {
      ...accept,
      purpose: 'zones',
      name: `${zone.id}-to-routers`,
      in: { set: zoneSet(zone.id) },
      destination: { set: 'routers' },
      from: [keyInside(zone.origin), inNetwork(network, 'addressing', 'loopback', 'v4')],
    },
  ]
}

/** Routers speak to the servers from their loopbacks: logs, traps, time, names, who may log in. */
function routersInto({ network }: Plan, zone: Zone): FilterRule[] {
  if (zone.declared.kind !== 'services') return []
  return [
    {
      ...accept,
      purpose: 'zones',
      name: `routers-into-${zone.id}`,
      in: { set: 'backbone' },
      out: { set: zoneSet(zone.id) },
      source: { set: 'routers' },
      from: [keyInside(zone.origin), inNetwork(network, 'addressing', 'loopback', 'v4')],
    },
  ]
}

/** What hosts of a zone may open; private addresses are shut off before the internet is opened. */
function outOf(zone: Zone, backbone: boolean): FilterRule[] {
  const insideZone = { set: zoneSet(zone.id) }
  const at = (name: string): From => [inside(zone.origin, 'reaches', zone.declared.reaches.indexOf(name))]
  const zones = zone.reaches.filter((reached): reached is Zone => reached !== 'internet')
  const rules = zones.map(
    (reached): FilterRule => ({
      ...accept,
      purpose: 'zones',
      name: `${zone.id}-to-${reached.id}`,
      in: insideZone,
      destination: { set: zoneSet(reached.id) },
      from: at(reached.id),
    }),
  )
  if (!zone.reaches.includes('internet') || !backbone) return rules
  const guest = zone.declared.kind === 'guest'
  return [
    ...rules,
    {
      ...drop,
      purpose: 'internet',
      name: `${zone.id}-not-private`,
      in: insideZone,
      destination: { set: 'private' },
      ...(guest ? { log: 'GUEST-DENY' } : {}),
      from: at('internet'),
    },
    {
      ...accept,
      purpose: 'internet',
      name: `${zone.id}-to-internet`,
      in: insideZone,
      out: { set: 'backbone' },
      from: at('internet'),
    },
  ]
}

function intoFromBackbone({ network }: Plan, zone: Zone): FilterRule[] {
  return [...network.zones.values()]
    .filter(source => source.reaches.includes(zone))
    .map(
      (source): FilterRule => ({
        ...accept,
        purpose: 'zones',
        name: `${source.id}-into-${zone.id}`,
        in: { set: 'backbone' },
        out: { set: zoneSet(zone.id) },
        source: { set: zoneSet(source.id) },
        from: [inside(source.origin, 'reaches', source.declared.reaches.indexOf(zone.id))],
      }),
    )
}

/** What is private and not ours is nowhere: translated, it would leave by the default. */
const privateNotOut = habit('private-not-out', 'private-addresses', {
  ...drop,
  purpose: 'internet',
  out: { set: 'uplink' },
  destination: { set: 'private' },
})

function toInternet({ network }: Plan): FilterRule[] {
  return [...network.zones.values()]
    .filter(({ reaches }) => reaches.includes('internet'))
    .map(
      (zone): FilterRule => ({
        ...accept,
        purpose: 'internet',
        name: `${zone.id}-to-internet`,
        in: { set: 'backbone' },
        out: { set: 'uplink' },
        source: { set: zoneSet(zone.id) },
        from: [inside(zone.origin, 'reaches', zone.declared.reaches.indexOf('internet'))],
      }),
    )
}
