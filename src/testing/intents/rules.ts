import type { Filter, FilterRule, InterfaceSet, Segment } from '../../intent/intent.ts'
import { networkOf } from '../../model/ip.ts'
import { at, prefix, said } from './values.ts'

/** What every one of these routers lets in and on. */

type Told = Pick<FilterRule, 'name' | 'action' | 'purpose'> & Partial<FilterRule>

function rule(told: Told): FilterRule {
  return { family: 'both', from: [], ...told }
}

const answers = rule({
  name: 'answers',
  action: 'accept',
  purpose: 'connections',
  state: 'established',
  practice: 'stateful',
})

const input: readonly FilterRule[] = [
  rule({
    name: 'ssh-from-local',
    action: 'accept',
    purpose: 'management',
    family: 4,
    in: { set: 'local' },
    source: { prefix: prefix('192.168.255.0/30') },
    protocol: 'tcp',
    ports: [22],
    from: at('management', 'localAccess', 'v4'),
  }),
  answers,
  rule({ name: 'invalid', action: 'drop', purpose: 'connections', state: 'invalid', practice: 'stateful' }),
  rule({
    name: 'icmp',
    action: 'accept',
    purpose: 'echo',
    protocol: 'icmp',
    icmp: 'echo',
    limit: { packetsPerSecond: 20, burst: 40 },
    practice: 'icmp',
  }),
  rule({
    name: 'management',
    action: 'accept',
    purpose: 'management',
    source: { set: 'noc' },
    protocol: 'tcp',
    ports: [22],
    from: at('zones', 'noc', 'v4'),
  }),
  rule({
    name: 'snmp',
    action: 'accept',
    purpose: 'management',
    family: 4,
    source: { set: 'noc' },
    protocol: 'udp',
    ports: [161],
    from: at('services', 'snmp'),
  }),
  rule({
    name: 'ospf',
    action: 'accept',
    purpose: 'routing-neighbour',
    in: { set: 'backbone' },
    protocol: 'ospf',
    practice: 'routing-neighbours',
  }),
  rule({
    name: 'bfd',
    action: 'accept',
    purpose: 'routing-neighbour',
    in: { set: 'backbone' },
    protocol: 'udp',
    ports: [3784, 3785, 4784],
    practice: 'routing-neighbours',
  }),
  rule({
    name: 'dhcp',
    action: 'accept',
    purpose: 'address-service',
    family: 4,
    in: { set: 'government' },
    protocol: 'udp',
    ports: [67],
    from: at('segments'),
  }),
  rule({
    name: 'esp',
    action: 'accept',
    purpose: 'tunnel-end',
    source: { prefix: prefix('203.0.113.1/32') },
    protocol: 'esp',
    from: at('circuits', 'hub'),
  }),
]

function forward(backbone: readonly string[]): readonly FilterRule[] {
  return [
    rule({
      name: 'transit',
      action: 'accept',
      purpose: 'transit',
      in: { set: 'backbone' },
      out: { set: 'backbone' },
      practice: 'transit-first',
    }),
    answers,
    rule({
      name: 'guest-to-government',
      action: 'drop',
      purpose: 'zones',
      in: { set: 'guest' },
      destination: { set: 'government-v4' },
      log: 'GUEST-DENY "$x" longer than thirty-one',
      from: at('zones', 'guest', 'reaches'),
    }),
    rule({
      name: 'government-out',
      action: 'accept',
      purpose: 'internet',
      in: { set: 'government' },
      out: { set: 'backbone' },
      from: at('zones', 'government', 'reaches'),
    }),
    rule({
      name: 'v6-only',
      action: 'accept',
      purpose: 'zones',
      family: 6,
      in: { set: 'government' },
      ...(backbone[0] === undefined ? {} : { out: { interface: backbone[0] } }),
      from: at('zones', 'government', 'reaches'),
    }),
    rule({
      name: 'government',
      action: 'accept',
      purpose: 'zones',
      source: { prefix: prefix('10.40.0.0/13') },
      destination: { set: 'government-v4' },
      from: at('zones', 'government', 'reaches'),
    }),
  ]
}

function member(name: string): InterfaceSet['members'][number] {
  return { interface: said(name, 'zones'), from: at('zones') }
}

/** The filter of a router with these interfaces towards the backbone, and these segments behind it. */
export function filterOf(local: string, backbone: readonly string[], segments: readonly Segment[]): Filter {
  const inZone = (zone: string): InterfaceSet => ({
    name: zone,
    members: segments.filter(each => each.zone.value === zone).map(each => member(each.interface)),
  })
  return {
    interfaceSets: [
      { name: 'local', members: [member(local)] },
      { name: 'backbone', members: backbone.map(member) },
      inZone('government'),
      inZone('guest'),
    ],
    addressSets: [
      { name: 'government-v4', members: [{ prefix: prefix('10.0.0.0/8'), from: at('zones', 'government', 'v4') }] },
      {
        name: 'noc',
        members: [
          { prefix: prefix('10.200.0.0/24'), from: at('zones', 'noc', 'v4') },
          { prefix: prefix('fd00:1:2:200::/64'), from: at('zones', 'noc', 'v6') },
        ],
      },
    ],
    sourceChecks: segments.map(each => ({
      interface: { value: each.interface, from: each.v4.from },
      of: 'segment' as const,
      v4: [{ value: networkOf(each.v4.value), from: each.v4.from }],
      v6: [{ value: networkOf(each.v6.value), from: each.v6.from }],
      dhcp: true,
    })),
    input,
    forward: forward(backbone),
  }
}
