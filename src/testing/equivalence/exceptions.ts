import type { Intent } from '../../intent/intent.ts'
import { prefixText } from '../../model/ip.ts'
import type { Packet, Verdict } from '../../platforms/reading/meaning.ts'
import type { PlatformId } from '../../platforms/reading/folder.ts'

/** Where a platform says something else, and why it may. Nothing outside of these lists may differ. */
interface Reasoned {
  readonly id: string
  readonly platforms: readonly PlatformId[]
  readonly reason: string
}

export interface FactException extends Reasoned {
  /**
   * What this platform is expected to say instead of a sentence of the intent; undefined where it says nothing. Another
   * sentence is left as it is.
   */
  readonly instead: (fact: string, intent: Intent) => string | undefined
}

export interface ProbeException extends Reasoned {
  readonly covers: (packet: Packet, wanted: Verdict, door: (key: string | undefined) => Door, intent: Intent) => boolean
}

export type Door = 'fibre' | 'leased' | 'segment' | 'underlay' | 'uplink' | 'router'

const lacks =
  (...topics: readonly string[]): FactException['instead'] =>
  fact =>
    topics.includes(fact.split(' ', 1)[0] ?? '') ? undefined : fact

export const factExceptions: readonly FactException[] = [
  {
    id: 'linux-host',
    platforms: ['linux'],
    instead: lacks(
      'domain',
      'time-zone',
      'banner',
      'dns',
      'dns-forwarder',
      'ntp',
      'syslog',
      'snmp',
      'ssh',
      'user',
      'radius',
      'local-ssh',
    ),
    reason:
      'what a host does beside routing is a finding on Linux (capability): who may manage it is held by the filter alone',
  },
  {
    id: 'idle-host',
    platforms: ['linux'],
    instead: lacks('idle'),
    reason: 'an interface of a host stays down unless a file names it: nothing has to be said',
  },
  {
    id: 'watched-default',
    platforms: ['linux', 'junos'],
    instead: lacks('watch'),
    reason: 'a static default that follows a probe is no capability there (a finding): the route follows the link',
  },
  {
    id: 'wireguard-answers',
    platforms: ['routeros'],
    reason: 'the core of RouterOS is told no far end: it answers where the site begins, the key tells who it is',
    instead: (fact, { role }) =>
      role === 'core' && fact.startsWith('tunnel ') ? fact.replace(/ to=\S+/, ' to=unknown') : fact,
  },
  {
    id: 'domain-by-dhcp',
    platforms: ['routeros'],
    reason: 'RouterOS has no domain of its own; it hands one to hosts',
    instead: (fact, { access }) =>
      fact.startsWith('domain ') && !(access?.segments ?? []).some(({ dhcp }) => dhcp !== undefined) ? undefined : fact,
  },
  {
    id: 'one-distance',
    platforms: ['iosxe'],
    reason:
      'IOS XE has one distance for all external sessions of a router: the default of a provider lies above OSPF, and under what OSPF hears from outside',
    instead: (fact, { bgp }) =>
      fact.endsWith(' distance=20') ? fact.replace(/=20$/, `=${bgp?.leasedDistance.value}`) : fact,
  },
  {
    id: 'one-mss',
    platforms: ['junos'],
    reason: 'the SRX clamps all of IPsec to one size: the smaller one, of IPv6',
    instead: fact => (/^tunnel-mss \S+ v4=/.test(fact) ? undefined : fact),
  },
  {
    id: 'default-by-family',
    platforms: ['junos'],
    reason:
      'the policy of Junos names the uplink whose default it hands on: without one of IPv6 there is none; elsewhere the same words wait for a route that never comes',
    instead: (fact, { uplinks }) =>
      fact.startsWith('ospf3 default') && uplinks.every(({ gatewayV6 }) => gatewayV6.value === undefined)
        ? undefined
        : fact,
  },
]

/**
 * Tunnels that a platform cannot have (RTE003): an end that nobody knows beforehand, without WireGuard. A compilation
 * refuses them; their texts mean nothing.
 */
export function refusedTunnels({ tunnels }: Intent): string[] {
  return tunnels
    .filter(
      ({ kind, outerLocal, outerRemote }) =>
        kind !== 'wireguard' && (outerLocal === undefined || outerRemote.value === undefined),
    )
    .map(({ v4 }) => prefixText(v4.value))
}

export const probeExceptions: readonly ProbeException[] = [
  {
    id: 'zone-not-interface',
    platforms: ['iosxe'],
    reason:
      'the class of a BGP neighbour is asked by zone: its address may come in over another link of the backbone, where a password stops it',
    covers: ({ out, protocol, port }, wanted, door) =>
      out === undefined && protocol === 'tcp' && port === 179 && wanted === 'drop' && door('in') !== 'segment',
  },
  {
    id: 'tunnel-to-tunnel',
    platforms: ['iosxe', 'junos'],
    reason:
      'a site takes from its circuits what is its own: nothing is routed from one circuit to another, and what belongs to no connection is dropped there',
    covers: ({ out }, wanted, door, { role }) =>
      role === 'site' &&
      wanted === 'accept' &&
      door('in') === 'leased' &&
      out !== undefined &&
      door('out') === 'leased',
  },
  {
    id: 'no-state-of-its-own',
    platforms: ['junos'],
    reason:
      "the filter that protects the SRX itself knows no connections: a manager's packet of none is let in, and answered with a reset",
    covers: ({ out, state, port }, wanted) =>
      out === undefined && state === 'invalid' && port === 22 && wanted === 'drop',
  },
  {
    id: 'half-connections',
    platforms: ['junos'],
    reason:
      'on a ring a core sees half of a connection, so that its flow module takes a first packet without SYN where a policy permits it',
    covers: ({ out, state }, wanted, door, { role }) =>
      role === 'core' && out !== undefined && state === 'invalid' && wanted === 'drop' && door('out') === 'uplink',
  },
]

export function doorsOf({ fibre, tunnels, uplinks, access }: Intent): (key: string | undefined) => Door {
  const kinds = new Map<string, Door>([
    ...fibre.map(({ v4 }): [string, Door] => [prefixText(v4), 'fibre']),
    ...tunnels.map(({ v4 }): [string, Door] => [prefixText(v4.value), 'leased']),
    ...uplinks.map(({ v4 }): [string, Door] => [prefixText(v4), 'uplink']),
    ...(access?.segments ?? []).map(({ v4 }): [string, Door] => [prefixText(v4.value), 'segment']),
  ])
  return key => (key === undefined ? 'router' : (kinds.get(key) ?? 'underlay'))
}
