import type {
  BgpNeighbor,
  FilterRule,
  From,
  Intent,
  InterfaceSet,
  Port,
  RoutePattern,
  Segment,
  Tunnel,
} from '../../intent/intent.ts'
import { addressOf, nth, parseAddress, parsePrefix, type Address, type Prefix } from '../../model/ip.ts'
import type { Router } from '../../model/network.ts'
import { routeros } from './platform.ts'
import type { Source, Step } from '../../source/source.ts'

/** For tests: intents of the four kinds of router, made by hand, with names that want quoting. */

export type DialectId = '7.12' | '7.18' | '7.19' | '7.20'

const source: Source = { path: 'hand-made.yaml', text: '' }

function at(...path: Step[]): From {
  return [{ source, path }]
}

function address(text: string): Address {
  const value = parseAddress(text)
  if (value === undefined) throw new Error(text)
  return value
}

function prefix(text: string): Prefix {
  const value = parsePrefix(text)
  if (value === undefined) throw new Error(text)
  return value
}

function routerOf(id: string, role: Router['role'], dialectId: DialectId): Router {
  const dialect = routeros.dialects.find(({ id }) => id === dialectId)
  const model = routeros.models['RB5009UG+S+IN']
  if (dialect === undefined || model === undefined) throw new Error(dialectId)
  return {
    kind: 'router',
    id,
    role,
    siteId: id,
    was: [],
    platform: routeros,
    dialect,
    model,
    origin: { source, path: ['router'] },
    declared: { id } as unknown as Router['declared'],
  }
}

function port(name: string, use: Port['use'], description: string): Port {
  return {
    name: { value: name, from: at('ports', name) },
    use,
    description,
    mtu: { value: 1500, from: at('ports', name) },
    from: at('ports', name),
  }
}

function segment(id: string, vlan: number, third: number, desks: readonly string[], tftp?: string): Segment {
  const v4 = prefix(`10.66.${third}.1/24`)
  return {
    id,
    vlan: { value: vlan, from: at('segments', id, 'vlan') },
    desks: desks.map(name => ({ value: name, from: at('segments', id, 'ports') })),
    interface: `vlan-${id}`,
    description: { value: `Ruang ${id} – lantai "1"`, from: at('segments', id, 'vlan') },
    zone: { value: 'government', from: at('segments', id, 'zone') },
    v4: { value: v4, from: at('segments', id, 'hosts') },
    v6: { value: prefix(`fd00:1:2:${vlan}::1/64`), from: at('segments', id, 'hosts') },
    priority: { value: 2, from: at('segments', id, 'priority') },
    dnsV6: { value: [address('fd00:1:2:9::53')], from: at('services', 'dns') },
    dhcp: {
      first: addressOf(nth(v4, 50)),
      last: addressOf(nth(v4, 200)),
      poolSize: { value: 151n, from: at('segments', id, 'hosts') },
      gateway: addressOf(v4),
      dns: { value: [address('10.200.0.53')], from: at('services', 'dns') },
      ntp: { value: [address('10.200.0.123')], from: at('segments', id, 'hosts') },
      leaseHours: { value: 8, from: at('segments', id, 'leaseHours') },
      tftp: { value: tftp === undefined ? undefined : address(tftp), from: at('segments', id, 'tftp') },
      from: at('segments', id, 'hosts'),
    },
  }
}

const rules: { readonly input: readonly FilterRule[]; readonly forward: readonly FilterRule[] } = {
  input: [
    {
      name: 'ssh-from-local',
      action: 'accept',
      purpose: 'management',
      family: 4,
      in: { set: 'local' },
      source: { prefix: prefix('192.168.255.0/30') },
      protocol: 'tcp',
      ports: [22],
      from: at('management', 'localAccess', 'v4'),
    },
    {
      name: 'answers',
      action: 'accept',
      purpose: 'connections',
      family: 'both',
      state: 'established',
      from: [],
      practice: 'stateful',
    },
    {
      name: 'invalid',
      action: 'drop',
      purpose: 'connections',
      family: 'both',
      state: 'invalid',
      from: [],
      practice: 'stateful',
    },
    {
      name: 'icmp',
      action: 'accept',
      purpose: 'echo',
      family: 'both',
      protocol: 'icmp',
      icmp: 'echo',
      limit: { packetsPerSecond: 20, burst: 40 },
      from: [],
      practice: 'icmp',
    },
    {
      name: 'management',
      action: 'accept',
      purpose: 'management',
      family: 'both',
      source: { set: 'noc' },
      protocol: 'tcp',
      ports: [22],
      from: at('zones', 'noc', 'v4'),
    },
    {
      name: 'snmp',
      action: 'accept',
      purpose: 'management',
      family: 4,
      source: { set: 'noc' },
      protocol: 'udp',
      ports: [161],
      from: at('services', 'snmp'),
    },
    {
      name: 'ospf',
      action: 'accept',
      purpose: 'routing-neighbour',
      family: 'both',
      in: { set: 'backbone' },
      protocol: 'ospf',
      from: [],
      practice: 'routing-neighbours',
    },
    {
      name: 'bfd',
      action: 'accept',
      purpose: 'routing-neighbour',
      family: 'both',
      in: { set: 'backbone' },
      protocol: 'udp',
      ports: [3784, 3785, 4784],
      from: [],
      practice: 'routing-neighbours',
    },
    {
      name: 'dhcp',
      action: 'accept',
      purpose: 'address-service',
      family: 4,
      in: { set: 'government' },
      protocol: 'udp',
      ports: [67],
      from: at('segments'),
    },
    {
      name: 'esp',
      action: 'accept',
      purpose: 'tunnel-end',
      family: 'both',
      source: { prefix: prefix('203.0.113.1/32') },
      protocol: 'esp',
      from: at('circuits', 'hub'),
    },
  ],
  forward: [
    {
      name: 'transit',
      action: 'accept',
      purpose: 'transit',
      family: 'both',
      in: { set: 'backbone' },
      out: { set: 'backbone' },
      from: [],
      practice: 'transit-first',
    },
    {
      name: 'guest-to-government',
      action: 'drop',
      purpose: 'zones',
      family: 'both',
      in: { set: 'government' },
      destination: { set: 'guest-v4' },
      log: 'GUEST-DENY "$x" longer than thirty-one',
      from: at('zones', 'guest', 'reaches'),
    },
    {
      name: 'government-out',
      action: 'accept',
      purpose: 'internet',
      family: 'both',
      in: { set: 'government' },
      out: { set: 'backbone' },
      from: at('zones', 'government', 'reaches'),
    },
  ],
}

function base(hostname: string, role: Router['role'], dialect: DialectId): Intent {
  return {
    router: routerOf(hostname, role, dialect),
    role,
    idlePorts: [],
    identity: {
      hostname: { value: hostname, from: at('site') },
      siteName: { value: 'Dinas "Kominfo" $Klaten – café?', from: at('name') },
      domain: { value: 'klaten.example', from: at('domain') },
      timeZone: { value: 'Asia/Jakarta', from: at('timeZone') },
      banner: [
        { value: 'Milik pemerintah.', from: at('banner', 0) },
        { value: 'Dilarang masuk!', from: at('banner', 1) },
      ],
    },
    loopback: { interface: 'lo0', v4: prefix('10.255.0.11/32'), v6: prefix('fd00:1:2:ff::b/128'), from: at('router') },
    ports: [port('ether7', 'local', 'technician on site')],
    subinterfaces: [],
    access: undefined,
    fibre: [],
    underlays: [],
    tunnels: [],
    uplinks: [],
    staticRoutes: [],
    ospf: undefined,
    bgp: undefined,
    filter: {
      interfaceSets: [
        { name: 'backbone', members: [] },
        { name: 'government', members: [] },
      ],
      addressSets: [
        { name: 'guest-v4', members: [{ prefix: prefix('172.20.0.0/16'), from: at('zones', 'guest', 'v4') }] },
        {
          name: 'noc',
          members: [
            { prefix: prefix('10.200.0.0/24'), from: at('zones', 'noc', 'v4') },
            { prefix: prefix('fd00:1:2:200::/64'), from: at('zones', 'noc', 'v6') },
          ],
        },
      ],
      sourceChecks: [],
      ...rules,
    },
    nat: [],
    npt: [],
    shapers: [],
    services: {
      dns: [{ address: address('10.200.0.53'), from: at('services', 'dns', 'v4', 0) }],
      dnsForGuests: [],
      ntp: [{ address: address('10.200.0.123'), from: at('services', 'ntp', 'v4', 0) }],
      syslog: { address: address('10.200.0.10'), port: 514, from: at('services', 'syslog', 'v4') },
      snmp: {
        user: { value: 'noc-v3', from: at('snmp', 'user') },
        contact: { value: 'noc@klaten.example', from: at('snmp', 'contact') },
        trapTarget: { value: address('10.200.0.10'), from: at('snmp', 'trapTarget') },
        authentication: { value: { secret: 'snmp-auth' }, from: at('snmp', 'authentication') },
        privacy: { value: { secret: 'snmp-priv' }, from: at('snmp', 'privacy') },
      },
    },
    management: {
      local: {
        interface: { value: 'ether7', from: at('management', 'localAccess', 'ports', 0) },
        v4: { value: prefix('192.168.255.1/30'), from: at('management', 'localAccess', 'v4') },
      },
      noc: [
        { prefix: prefix('10.200.0.0/24'), from: at('zones', 'noc', 'v4') },
        { prefix: prefix('fd00:1:2:200::/64'), from: at('zones', 'noc', 'v6') },
      ],
      breakGlass: {
        user: 'darurat',
        password: { secret: 'break-glass' },
        from: at('management', 'breakGlass', 'user'),
      },
      readOnly: { user: 'lihat', password: { secret: 'read-only' }, from: at('management', 'readOnly', 'user') },
      radius: {
        server: address('10.200.0.18'),
        secret: { secret: 'radius' },
        from: at('management', 'radius', 'server'),
      },
    },
  }
}

function link(id: string, name: string, peer: string, n: number): Intent['fibre'][number] {
  return {
    id,
    interface: { value: name, from: at('routes', id) },
    peer: { value: peer, from: at('routes', id) },
    v4: prefix(`10.254.0.${4 * n + 1}/30`),
    v6: prefix(`fd00:1:2:fe::${2 * n}/127`),
    peerV4: address(`10.254.0.${4 * n + 2}`),
    peerV6: address(`fd00:1:2:fe::${2 * n + 1}`),
    cost: { value: 100, from: at('routes', id, 'speed') },
    mtu: 1500,
    authentication: n === 0 ? 'sha256' : 'md5',
    authentication3: undefined,
    key: { value: { secret: 'ospf-key', id: 1 }, from: at('routing', 'ospfKey') },
    key3: { value: { secret: 'ospf-key-3', id: 1 }, from: at('routing', 'ospfKey') },
    alsoTaken: undefined,
    alsoTaken3: undefined,
    bfd: { intervalMs: 300, multiplier: 3, from: at('routing', 'fibreBfd') },
    from: at('routes', id),
  }
}

function withAccess(intent: Intent, backbone: readonly string[]): Intent {
  const segments = [segment('data', 110, 110, ['ether2', 'ether3']), segment('voice', 120, 120, [], '10.200.0.20')]
  return {
    ...intent,
    ports: [
      ...intent.ports,
      port('ether2', 'desk', 'meja 1'),
      port('ether3', 'desk', 'meja 2'),
      port('ether8', 'trunk', 'ke switch'),
    ],
    access: { trunk: { value: 'ether8', from: at('router', 'trunk') }, segments },
    filter: {
      ...intent.filter,
      interfaceSets: [
        { name: 'backbone', members: backbone.map(name => member(name, at('routes', name))) },
        {
          name: 'government',
          members: segments.map(({ interface: name, zone }) => member(name, zone.from)),
        },
      ],
      sourceChecks: segments.map(({ interface: name, v4, v6 }) => ({
        interface: { value: name, from: v4.from },
        of: 'segment' as const,
        v4: [{ value: { ...v4.value, bits: v4.value.bits & ~255n }, from: v4.from }],
        v6: [{ value: { ...v6.value, bits: v6.value.bits & ~1n }, from: v4.from }],
        dhcp: true,
      })),
    },
  }
}

function member(name: string, from: From): InterfaceSet['members'][number] {
  return { interface: { value: name, from }, from }
}

/** A site on a ring of owned fibre. */
export function fibreSite(dialect: DialectId): Intent {
  const intent = withAccess(base('kec-ring', 'site', dialect), ['sfp-sfpplus1', 'ether1'])
  return {
    ...intent,
    ports: [port('sfp-sfpplus1', 'fibre', 'ke core-1'), port('ether1', 'fibre', 'ke kec-lain'), ...intent.ports],
    fibre: [link('ring-1', 'sfp-sfpplus1', 'core-1', 0), link('ring-2', 'ether1', 'kec-lain', 1)],
    ospf: {
      routerId: address('10.255.0.11'),
      originateDefault: false,
      externalMetric: { default: 10, leased: 20 },
      leasedTag: undefined,
      from: at('router'),
      passive: ['lo0', 'vlan-data', 'vlan-voice'].map(name => ({ interface: name, from: at('segments', name) })),
    },
  }
}

function tunnel(circuit: string, end: string, n: number, more: Partial<Tunnel>): Tunnel {
  const kind = more.kind ?? 'wireguard'
  return {
    id: `${circuit}-${end}`,
    circuit,
    interface: { value: `${kind === 'wireguard' ? 'wg' : 'gre'}-${circuit}-${end}`, from: at('circuits', circuit) },
    kind,
    ipsecMode: 'transport',
    description: `Sirkuit ${circuit}`,
    initiates: true,
    localPort: 51_000 + n,
    underlay: 'ether1',
    outerLocal: address('198.51.100.10'),
    outerRemote: { value: address(`203.0.113.${n + 1}`), from: at('circuits', circuit) },
    remotePort: 51_000 + n,
    forgetsAfterSeconds: undefined,
    peer: end,
    peerKey: 'BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=',
    key: { secret: `tunnel-${circuit}` },
    v4: { value: prefix(`10.253.0.${4 * n + 2}/30`), from: at('circuits', circuit) },
    v6: { value: prefix(`fd00:1:2:fd::${2 * n + 1}/127`), from: at('circuits', circuit) },
    peerV4: address(`10.253.0.${4 * n + 1}`),
    peerV6: address(`fd00:1:2:fd::${2 * n}`),
    mtu: { value: 1420, from: at('circuits', circuit) },
    mssV4: 1380,
    mssV6: 1360,
    from: at('circuits', circuit),
    ...more,
  }
}

const defaults: readonly RoutePattern[] = [
  { prefix: prefix('0.0.0.0/0'), from: at('addressing', 'default') },
  { prefix: prefix('::/0'), from: at('addressing', 'default') },
]
const summaries: readonly RoutePattern[] = [
  { prefix: prefix('10.0.0.0/8'), from: at('addressing', 'v4') },
  { prefix: prefix('fd00:1:2::/48'), from: at('addressing', 'v6') },
]
const ownPatterns: readonly RoutePattern[] = [
  { prefix: prefix('10.66.0.0/16'), upTo: 28, from: at('segments') },
  { prefix: prefix('fd00:1:2::/48'), upTo: 64, from: at('segments') },
]

function neighborOver(over: Tunnel, remoteAs: number, relation: 'hub' | 'leased-site'): BgpNeighbor {
  const toHub = relation === 'hub'
  return {
    id: { value: `leased-${over.id}`, from: at('circuits', over.circuit, 'preference') },
    relation,
    description: over.description,
    remoteAs,
    localAs: { value: undefined, from: at('circuits', over.circuit, 'preference') },
    interface: over.interface.value,
    v4: { local: addressOf(over.v4.value), remote: over.peerV4 },
    v6: {
      value: { local: addressOf(over.v6.value), remote: over.peerV6 },
      from: at('circuits', over.circuit, 'preference'),
    },
    password: { value: { secret: 'bgp-key' }, from: at('routing', 'bgpKey') },
    bfd: { intervalMs: 1000, multiplier: 5, from: at('routing', 'leasedBfd') },
    accepts: toHub ? [...defaults, ...summaries] : ownPatterns,
    announces: toHub ? ownPatterns : [...defaults, ...summaries],
    preference: { value: 200, from: at('circuits', over.circuit, 'preference') },
    maximumPrefixes: toHub ? 8 : 32,
    from: at('circuits', over.circuit, 'preference'),
  }
}

function leasedBgp(tunnels: readonly Tunnel[]): NonNullable<Intent['bgp']> {
  return {
    as: 4_200_000_066,
    routerId: { value: address('10.255.0.11'), from: at('site') },
    leasedDistance: { value: 150, from: at('routing', 'leasedDistance') },
    own: [
      { prefix: prefix('10.66.110.0/24'), from: at('segments', 'data') },
      { prefix: prefix('fd00:1:2:110::/64'), from: at('segments', 'data') },
    ],
    neighbors: tunnels.map(over => neighborOver(over, 4_200_000_000, 'hub')),
    from: at('site'),
  }
}

function shapers(tunnels: readonly Tunnel[], match: 'source' | 'destination'): Intent['shapers'] {
  return tunnels.map(({ interface: name, circuit }) => ({
    interface: name.value,
    rateKbps: 9_600,
    match,
    from: at('circuits', circuit, 'bandwidthMbps'),
    classes: [
      {
        name: 'data',
        priority: { value: 2, from: at('segments', 'data', 'priority') },
        v4: prefix('10.66.0.0/17'),
        v6: { value: prefix('fd00:1:2:100::/56'), from: at('segments', 'data', 'priority') },
        from: at('segments', 'data', 'priority'),
      },
      {
        name: 'voice',
        priority: { value: 1, from: at('segments', 'voice', 'priority') },
        v4: prefix('10.66.128.0/17'),
        v6: { value: prefix('fd00:1:2:200::/56'), from: at('segments', 'voice', 'priority') },
        from: at('segments', 'voice', 'priority'),
      },
    ],
  }))
}

/** A leased site with a WireGuard tunnel to one core and GRE with IPsec to the other. */
export function leasedSite(dialect: DialectId): Intent {
  const tunnels = [
    tunnel('c1', 'core-1', 0, {}),
    tunnel('c1', 'core-2', 1, { kind: 'gre-ipsec', key: { secret: 'ipsec-c1' } }),
  ]
  const intent = withAccess(
    base('kec-leased', 'site', dialect),
    tunnels.map(({ interface: name }) => name.value),
  )
  return {
    ...intent,
    ports: [port('ether1', 'leased', 'Penyedia A; CID "0001"'), ...intent.ports],
    underlays: [
      {
        circuit: 'c1',
        interface: { value: 'ether1', from: at('circuits', 'c1', 'site') },
        v4: prefix('198.51.100.10/30'),
        description: 'Penyedia A',
        from: at('circuits', 'c1', 'site'),
      },
    ],
    tunnels,
    staticRoutes: [
      { to: prefix('203.0.113.1/32'), via: address('198.51.100.9'), why: 'tunnel-end', from: at('circuits', 'c1') },
      { to: prefix('203.0.113.2/32'), via: address('198.51.100.9'), why: 'tunnel-end', from: at('circuits', 'c1') },
    ],
    bgp: leasedBgp(tunnels),
    shapers: shapers(tunnels, 'source'),
    services: { ...intent.services, dnsForGuests: ['vlan-data'] },
  }
}

/** A site on fibre with a leased backup, whose provider gives an address at run time. */
export function backupSite(dialect: DialectId): Intent {
  const tunnels = [tunnel('c9', 'uplink-1', 2, { underlay: 'ether5', outerLocal: undefined, peerKey: undefined })]
  const intent = fibreSite(dialect)
  return {
    ...intent,
    ports: [...intent.ports, port('ether5', 'leased', 'Cadangan')],
    underlays: [
      {
        circuit: 'c9',
        interface: { value: 'ether5', from: at('circuits', 'c9', 'site') },
        v4: undefined,
        description: 'Penyedia C',
        from: at('circuits', 'c9', 'site'),
      },
    ],
    tunnels,
    staticRoutes: [
      { to: prefix('203.0.113.3/32'), via: 'dhcp', interface: 'ether5', why: 'tunnel-end', from: at('circuits', 'c9') },
    ],
    bgp: leasedBgp(tunnels),
    shapers: shapers(tunnels, 'source'),
  }
}

/** A core: hand-off VLANs, many tunnels, an uplink by BGP and one with a probe, translation, redistribution. */
export function core(dialect: DialectId): Intent {
  const tunnels = Array.from({ length: 6 }, (_, n) =>
    tunnel(`c${n}`, 'core-1', n, {
      initiates: false,
      underlay: `ether3.${300 + n}`,
      outerLocal: address(`100.64.${n}.1`),
      outerRemote: { value: n === 5 ? undefined : address(`100.64.${n}.2`), from: at('circuits', `c${n}`) },
      v4: { value: prefix(`10.253.0.${4 * n + 1}/30`), from: at('circuits', `c${n}`) },
      peerV4: address(`10.253.0.${4 * n + 2}`),
      v6: { value: prefix(`fd00:1:2:fd::${2 * n}/127`), from: at('circuits', `c${n}`) },
      peerV6: address(`fd00:1:2:fd::${2 * n + 1}`),
      ...(n === 0 ? { kind: 'gre-ipsec' as const } : {}),
    }),
  )
  const subinterfaces = tunnels.map(({ circuit }, n) => ({
    interface: `ether3.${300 + n}`,
    port: 'ether3',
    vlan: 300 + n,
    description: `Sirkuit ${circuit}`,
    mtu: 1500,
    from: at('circuits', circuit, 'hub', 'vlan'),
  }))
  const intent = base('core-1', 'core', dialect)
  return {
    ...intent,
    ports: [
      port('ether7', 'local', 'technician on site'),
      port('sfp-sfpplus1', 'fibre', 'ke core-2'),
      port('ether3', 'handoff', 'NNI Penyedia A'),
      port('ether1', 'uplink', 'Internet A'),
      port('ether2', 'uplink', 'Internet B'),
    ],
    subinterfaces,
    fibre: [link('core-link', 'sfp-sfpplus1', 'core-2', 0)],
    underlays: subinterfaces.map(({ interface: name, description, from }, n) => ({
      circuit: `c${n}`,
      interface: { value: name, from },
      v4: prefix(`100.64.${n}.1/30`),
      description,
      from,
    })),
    tunnels,
    uplinks: [
      {
        id: 'uplink-a',
        interface: { value: 'ether1', from: at('uplinks', 'a') },
        description: 'Internet A',
        v4: prefix('203.0.113.10/29'),
        gateway: { value: address('203.0.113.9'), from: at('uplinks', 'a') },
        v6: { value: prefix('2001:db8:a::2/64'), from: at('uplinks', 'a') },
        gatewayV6: { value: address('2001:db8:a::1'), from: at('uplinks', 'a') },
        probe: { value: undefined, from: [] },
        from: at('uplinks', 'a'),
      },
      {
        id: 'uplink-b',
        interface: { value: 'ether2', from: at('uplinks', 'b') },
        description: 'Internet B',
        v4: prefix('198.51.100.2/30'),
        gateway: { value: address('198.51.100.1'), from: at('uplinks', 'b') },
        v6: { value: prefix('2001:db8:b::2/64'), from: at('uplinks', 'b') },
        gatewayV6: { value: address('2001:db8:b::1'), from: at('uplinks', 'b') },
        probe: { value: address('192.0.2.53'), from: at('uplinks', 'b', 'routing', 'probe') },
        from: at('uplinks', 'b'),
      },
    ],
    staticRoutes: [
      { to: prefix('10.0.0.0/8'), via: 'drop', why: 'summary', from: at('addressing', 'v4') },
      { to: prefix('fd00:1:2::/48'), via: 'drop', why: 'summary', from: at('addressing', 'v6') },
      { to: prefix('192.0.2.0/29'), via: 'drop', why: 'nat-pool', from: at('uplinks', 'b', 'natPool') },
    ],
    ospf: {
      routerId: address('10.255.0.11'),
      originateDefault: true,
      externalMetric: { default: 10, leased: 20 },
      leasedTag: 65_001,
      passive: [{ interface: 'lo0', from: at('router') }],
      from: at('hub'),
    },
    bgp: {
      as: 4_200_000_000,
      routerId: { value: address('10.255.0.11'), from: at('asNumbers', 'hub') },
      leasedDistance: { value: 150, from: at('routing', 'leasedDistance') },
      own: [
        { prefix: prefix('10.0.0.0/8'), from: at('addressing', 'v4') },
        { prefix: prefix('192.0.2.0/29'), from: at('uplinks', 'b', 'natPool') },
        { prefix: prefix('fd00:1:2::/48'), from: at('addressing', 'v6') },
      ],
      neighbors: [
        ...tunnels.map((over, n) => neighborOver(over, 4_200_000_100 + n, 'leased-site')),
        {
          id: { value: 'core-2', from: at('hub') },
          relation: 'core',
          description: 'core-2',
          remoteAs: 4_200_000_000,
          localAs: { value: undefined, from: at('hub') },
          interface: undefined,
          v4: { local: address('10.255.0.11'), remote: address('10.255.0.12') },
          v6: { value: { local: address('fd00:1:2:ff::b'), remote: address('fd00:1:2:ff::c') }, from: at('hub') },
          password: { value: { secret: 'bgp-key' }, from: at('routing', 'bgpKey') },
          bfd: { intervalMs: 300, multiplier: 3, from: at('routing', 'fibreBfd') },
          accepts: ownPatterns,
          announces: ownPatterns,
          preference: { value: 100, from: at('hub') },
          maximumPrefixes: undefined,
          from: at('hub'),
        },
        {
          id: { value: 'uplink-a', from: at('uplinks', 'a', 'routing') },
          relation: 'provider',
          description: 'Internet A',
          remoteAs: 64_500,
          localAs: { value: 64_510, from: at('uplinks', 'a', 'routing') },
          interface: 'ether1',
          v4: { local: address('203.0.113.10'), remote: address('203.0.113.9') },
          v6: {
            value: { local: address('2001:db8:a::2'), remote: address('2001:db8:a::1') },
            from: at('uplinks', 'a', 'routing'),
          },
          password: { value: undefined, from: [] },
          bfd: undefined,
          accepts: defaults,
          announces: [],
          preference: { value: 100, from: at('uplinks', 'a', 'routing') },
          maximumPrefixes: 10,
          from: at('uplinks', 'a', 'routing'),
        },
      ],
      from: at('asNumbers', 'hub'),
    },
    filter: {
      ...intent.filter,
      interfaceSets: [
        {
          name: 'backbone',
          members: ['sfp-sfpplus1', ...tunnels.map(({ interface: name }) => name.value)].map(name =>
            member(name, at('routes', name)),
          ),
        },
        { name: 'government', members: [] },
      ],
    },
    nat: [
      {
        out: 'ether1',
        source: prefix('10.0.0.0/8'),
        pool: prefix('203.0.113.12/30'),
        first: address('203.0.113.12'),
        last: address('203.0.113.14'),
        onLink: ['203.0.113.12', '203.0.113.13', '203.0.113.14'].map(address),
        from: at('uplinks', 'a', 'natPool'),
      },
      {
        out: 'ether2',
        source: prefix('10.0.0.0/8'),
        pool: prefix('192.0.2.0/29'),
        first: address('192.0.2.0'),
        last: address('192.0.2.7'),
        onLink: [],
        from: at('uplinks', 'b', 'natPool'),
      },
    ],
    npt: [
      {
        out: 'ether1',
        inside: prefix('fd00:1:2::/48'),
        outside: prefix('2001:db8:1000::/48'),
        from: at('uplinks', 'a', 'prefixV6'),
      },
    ],
    shapers: shapers(tunnels, 'destination'),
  }
}

export const kinds: readonly (readonly [name: string, make: (dialect: DialectId) => Intent])[] = [
  ['a site on fibre', fibreSite],
  ['a leased site', leasedSite],
  ['a site with backup', backupSite],
  ['a core', core],
]
