import type {
  Bfd,
  BgpNeighbor,
  FibreLink,
  Filter,
  From,
  Intent,
  RoutePattern,
  Segment,
  Tunnel,
} from '../../intent/intent.ts'
import { networkOf, parseAddress, parsePrefix, type Address, type Prefix } from '../../model/ip.ts'
import type { Router } from '../../model/network.ts'
import { dialectOf } from '../../model/platform.ts'
import { linux } from './platform.ts'
import type { Step } from '../../source/source.ts'

/**
 * Intents of three routers for tests of a renderer: a site on a fibre ring, a leased site, and a core with everything.
 */
export function ringSite(): Intent {
  const segments = [
    segment('data', 110, '10.40.0', 1),
    segment('voice', 120, '10.40.1', 2),
    segment('guest', 190, '10.40.2', 8),
  ]
  return {
    ...base('dishub', 'site'),
    ports: [
      {
        name: { value: 'enp1s0f0', from: from('routes/ring.yaml', 'a', 'port') },
        use: 'fibre',
        description: 'Serat ke core-1',
        mtu: { value: 9000, from: from('routes/ring.yaml', 'a', 'port') },
        from: from('routes/ring.yaml', 'a', 'port'),
      },
      {
        name: { value: 'enp1s0f1', from: from('routes/ring.yaml', 'b', 'port') },
        use: 'fibre',
        description: 'Serat ke dinkes | cadangan? "ya"',
        mtu: { value: 9000, from: from('routes/ring.yaml', 'b', 'port') },
        from: from('routes/ring.yaml', 'b', 'port'),
      },
      {
        name: { value: 'eno3', from: from('opd/dishub.yaml', 'router', 'desks', 'eno3') },
        use: 'desk',
        description: 'Meja loket',
        mtu: { value: 1500, from: from('opd/dishub.yaml', 'router', 'desks', 'eno3') },
        from: from('opd/dishub.yaml', 'router', 'desks', 'eno3'),
      },
      {
        name: { value: 'eno4', from: from('opd/dishub.yaml', 'router', 'trunk') },
        use: 'trunk',
        description: 'Ke sakelar akses',
        mtu: { value: 1500, from: from('opd/dishub.yaml', 'router', 'trunk') },
        from: from('opd/dishub.yaml', 'router', 'trunk'),
      },
    ],
    access: {
      trunk: { value: 'eno4', from: from('opd/dishub.yaml', 'router', 'trunk') },
      segments: segments.map(each =>
        each.id === 'data'
          ? { ...each, desks: [{ value: 'eno3', from: from('opd/dishub.yaml', 'router', 'desks', 'eno3') }] }
          : each,
      ),
    },
    fibre: [fibre('ring-1', 'enp1s0f0', '10.33.0.1/31', 1), fibre('ring-2', 'enp1s0f1', '10.33.0.2/31', 2)],
    ospf: {
      routerId: address('10.32.0.14'),
      passive: ['lo', ...segments.map(each => each.interface)].map(name => ({
        interface: name,
        from: from('opd/dishub.yaml', 'segments', name),
      })),
      originateDefault: false,
      externalMetric: { default: 10, leased: 20 },
      leasedTag: undefined,
      from: from('network.yaml', 'addressing', 'loopback'),
    },
    filter: filter(['enp1s0f0', 'enp1s0f1'], segments),
  }
}

/** A site behind a CGNAT circuit and a metro-ethernet one. */
export function leasedSite(): Intent {
  const segments = [segment('data', 110, '10.41.0', 1)]
  const tunnels = [
    tunnel('ckt-a-core-1', 'wg51001', 'link200', '192.0.2.1', true),
    tunnel('ckt-b-uplink-1', 'wg51002', 'eno2', '203.0.113.10', true),
  ]
  return {
    ...base('kec-kemalang', 'site'),
    ports: [
      {
        name: { value: 'eno1', from: from('circuits/a.yaml', 'site', 'port') },
        use: 'leased',
        description: 'Penyedia A',
        mtu: { value: 1500, from: from('circuits/a.yaml', 'site', 'port') },
        from: from('circuits/a.yaml', 'site', 'port'),
      },
      {
        name: { value: 'eno2', from: from('circuits/b.yaml', 'site', 'port') },
        use: 'leased',
        description: 'Penyedia B',
        mtu: { value: 1500, from: from('circuits/b.yaml', 'site', 'port') },
        from: from('circuits/b.yaml', 'site', 'port'),
      },
      {
        name: { value: 'eno4', from: from('opd/kec-kemalang.yaml', 'router') },
        use: 'trunk',
        description: 'Ke sakelar akses',
        mtu: { value: 1500, from: from('opd/kec-kemalang.yaml', 'router') },
        from: from('opd/kec-kemalang.yaml', 'router'),
      },
    ],
    subinterfaces: [
      {
        interface: 'link200',
        port: 'eno1',
        vlan: 200,
        description: 'ckt-a',
        mtu: 1500,
        from: from('circuits/a.yaml', 'site', 'vlan'),
      },
    ],
    access: { trunk: { value: 'eno4', from: from('opd/kec-kemalang.yaml', 'router') }, segments },
    underlays: [
      {
        circuit: 'ckt-a',
        interface: { value: 'link200', from: from('circuits/a.yaml', 'circuit') },
        v4: prefix('192.0.2.2/30'),
        description: 'ckt-a',
        from: from('circuits/a.yaml', 'circuit'),
      },
      {
        circuit: 'ckt-b',
        interface: { value: 'eno2', from: from('circuits/b.yaml', 'site', 'address') },
        v4: undefined,
        description: 'ckt-b',
        from: from('circuits/b.yaml', 'site', 'address'),
      },
    ],
    tunnels,
    staticRoutes: [
      { to: prefix('10.41.0.0/24'), via: 'drop', why: 'own-prefix', from: from('opd/kec-kemalang.yaml', 'segments') },
      {
        to: prefix('fd12:3456:789a:1000::/64'),
        via: 'drop',
        why: 'own-prefix',
        from: from('opd/kec-kemalang.yaml', 'segments'),
      },
      {
        to: prefix('203.0.113.10/32'),
        via: 'dhcp',
        interface: 'eno2',
        why: 'tunnel-end',
        from: from('circuits/b.yaml', 'site', 'address'),
      },
    ],
    bgp: {
      as: 4_200_000_014,
      routerId: { value: address('10.32.0.14'), from: from('opd/kec-kemalang.yaml', 'site') },
      leasedDistance: { value: 150, from: from('network.yaml', 'routing', 'leasedDistance') },
      own: [own('10.41.0.0/24'), own('fd12:3456:789a:1000::/64')],
      neighbors: tunnels.map((each, i) =>
        neighbor({
          id: { value: `leased-${each.id}`, from: circuits },
          relation: 'hub',
          remoteAs: 64512,
          interface: each.interface.value,
          v4: { local: each.v4.value, remote: each.peerV4 },
          v6: { value: { local: each.v6.value, remote: each.peerV6 }, from: circuits },
          accepts: [pattern('0.0.0.0/0'), pattern('::/0'), pattern('10.0.0.0/8'), pattern('fd12:3456:789a::/48')],
          announces: [pattern('10.41.0.0/24'), pattern('fd12:3456:789a:1000::/64')],
          preference: { value: 200 - 100 * i, from: circuits },
        }),
      ),
      from: from('opd/kec-kemalang.yaml', 'site'),
    },
    filter: filter(['wg51001', 'wg51002'], segments),
    shapers: [
      {
        interface: 'wg51001',
        rateKbps: 47_000,
        match: 'source',
        classes: [
          {
            name: 'voice',
            priority: { value: 1, from: from('network.yaml', 'segments', 'voice', 'priority') },
            v4: prefix('10.48.0.0/12'),
            v6: {
              value: prefix('fd12:3456:789a:2000::/52'),
              from: from('network.yaml', 'segments', 'voice', 'priority'),
            },
            from: from('network.yaml', 'segments', 'voice', 'priority'),
          },
          {
            name: 'data',
            priority: { value: 2, from: from('network.yaml', 'segments', 'data', 'priority') },
            v4: prefix('10.40.0.0/13'),
            v6: {
              value: prefix('fd12:3456:789a:1000::/52'),
              from: from('network.yaml', 'segments', 'data', 'priority'),
            },
            from: from('network.yaml', 'segments', 'data', 'priority'),
          },
        ],
        from: from('circuits/a.yaml', 'bandwidthMbps'),
      },
    ],
  }
}

/** A core: a fibre ring, a hand-off, two tunnels, an uplink with BGP and one that is static, the other core. */
export function core(): Intent {
  const tunnels = [
    tunnel('ckt-a-core-1', 'wg51001', 'link1017', '192.0.2.2', false),
    tunnel('ckt-b-uplink-1', 'wg51002', 'eno3', undefined, false),
  ]
  return {
    ...base('core-1', 'core'),
    ports: [
      {
        name: { value: 'enp1s0f0', from: from('routes/ring.yaml', 'a', 'port') },
        use: 'fibre',
        description: 'Serat ke dishub',
        mtu: { value: 9000, from: from('routes/ring.yaml', 'a', 'port') },
        from: from('routes/ring.yaml', 'a', 'port'),
      },
      {
        name: { value: 'eno1', from: from('network.yaml', 'handoffs', 'nni-a') },
        use: 'handoff',
        description: 'NNI penyedia A',
        mtu: { value: 1500, from: from('network.yaml', 'handoffs', 'nni-a') },
        from: from('network.yaml', 'handoffs', 'nni-a'),
      },
      {
        name: { value: 'eno2', from: from('circuits/uplinks.yaml', 0, 'port') },
        use: 'uplink',
        description: 'Uplink 1',
        mtu: { value: 1500, from: from('circuits/uplinks.yaml', 0, 'port') },
        from: from('circuits/uplinks.yaml', 0, 'port'),
      },
      {
        name: { value: 'eno3', from: from('circuits/uplinks.yaml', 1, 'port') },
        use: 'uplink',
        description: 'Uplink 2',
        mtu: { value: 1500, from: from('circuits/uplinks.yaml', 1, 'port') },
        from: from('circuits/uplinks.yaml', 1, 'port'),
      },
    ],
    subinterfaces: [
      {
        interface: 'link1017',
        port: 'eno1',
        vlan: 1017,
        description: 'ckt-a',
        mtu: 1500,
        from: from('circuits/a.yaml', 'hub', 'vlan'),
      },
    ],
    fibre: [fibre('ring-1', 'enp1s0f0', '10.33.0.0/31', 0)],
    underlays: [
      {
        circuit: 'ckt-a',
        interface: { value: 'link1017', from: from('circuits/a.yaml', 'circuit') },
        v4: prefix('192.0.2.1/30'),
        description: 'ckt-a',
        from: from('circuits/a.yaml', 'circuit'),
      },
    ],
    tunnels,
    uplinks: [
      {
        id: 'uplink-1',
        interface: { value: 'eno2', from: from('circuits/uplinks.yaml', 0, 'address') },
        description: 'Uplink 1',
        v4: prefix('198.51.100.2/30'),
        gateway: { value: address('198.51.100.1'), from: from('circuits/uplinks.yaml', 0, 'address') },
        v6: { value: prefix('2001:db8:0:1::2/64'), from: from('circuits/uplinks.yaml', 0, 'address') },
        gatewayV6: { value: address('2001:db8:0:1::1'), from: from('circuits/uplinks.yaml', 0, 'address') },
        probe: { value: undefined, from: [] },
        from: from('circuits/uplinks.yaml', 0, 'address'),
      },
      {
        id: 'uplink-2',
        interface: { value: 'eno3', from: from('circuits/uplinks.yaml', 1, 'address') },
        description: 'Uplink 2',
        v4: prefix('203.0.113.10/29'),
        gateway: { value: address('203.0.113.9'), from: from('circuits/uplinks.yaml', 1, 'address') },
        v6: { value: undefined, from: from('circuits/uplinks.yaml', 1, 'address') },
        gatewayV6: { value: undefined, from: from('circuits/uplinks.yaml', 1, 'address') },
        probe: { value: address('9.9.9.9'), from: from('circuits/uplinks.yaml', 1, 'routing', 'probe') },
        from: from('circuits/uplinks.yaml', 1, 'address'),
      },
    ],
    staticRoutes: [
      { to: prefix('10.0.0.0/8'), via: 'drop', why: 'summary', from: from('network.yaml', 'addressing', 'v4') },
      {
        to: prefix('fd12:3456:789a::/48'),
        via: 'drop',
        why: 'summary',
        from: from('network.yaml', 'addressing', 'v6'),
      },
      {
        to: prefix('203.0.113.64/29'),
        via: 'drop',
        why: 'nat-pool',
        from: from('circuits/uplinks.yaml', 0, 'natPool'),
      },
    ],
    ospf: {
      routerId: address('10.32.0.14'),
      passive: [{ interface: 'lo', from: from('opd/hub.yaml', 'cores', 'core-1') }],
      originateDefault: true,
      externalMetric: { default: 10, leased: 20 },
      leasedTag: 4200,
      from: from('network.yaml', 'addressing', 'loopback'),
    },
    bgp: {
      as: 64512,
      routerId: { value: address('10.32.0.14'), from: from('network.yaml', 'asNumbers', 'hub') },
      leasedDistance: { value: 150, from: from('network.yaml', 'routing', 'leasedDistance') },
      own: [own('10.0.0.0/8'), own('fd12:3456:789a::/48'), own('203.0.113.64/29')],
      neighbors: [
        ...tunnels.map(each =>
          neighbor({
            id: { value: `leased-${each.id}`, from: circuits },
            relation: 'leased-site',
            remoteAs: 4_200_000_014,
            interface: each.interface.value,
            v4: { local: each.v4.value, remote: each.peerV4 },
            v6: { value: { local: each.v6.value, remote: each.peerV6 }, from: circuits },
            maximumPrefixes: 32,
            accepts: [pattern('10.40.0.0/13', 24), pattern('fd12:3456:789a:1000::/52', 64)],
            announces: [pattern('0.0.0.0/0'), pattern('::/0'), pattern('10.0.0.0/8'), pattern('fd12:3456:789a::/48')],
          }),
        ),
        neighbor({
          id: { value: 'core-2', from: circuits },
          relation: 'core',
          remoteAs: 64512,
          interface: undefined,
          bfd: undefined,
          v4: { local: address('10.32.0.14'), remote: address('10.32.0.2') },
          v6: { value: { local: address('fd12:3456:789a::e'), remote: address('fd12:3456:789a::2') }, from: circuits },
          accepts: [pattern('10.0.0.0/8', 32), pattern('fd12:3456:789a::/48', 128)],
          announces: [pattern('10.0.0.0/8', 32), pattern('fd12:3456:789a::/48', 128)],
        }),
        neighbor({
          id: { value: 'uplink-1', from: circuits },
          relation: 'provider',
          remoteAs: 64496,
          localAs: { value: 64500, from: circuits },
          interface: 'eno2',
          v4: { local: address('198.51.100.2'), remote: address('198.51.100.1') },
          v6: { value: { local: address('2001:db8:0:1::2'), remote: address('2001:db8:0:1::1') }, from: circuits },
          accepts: [pattern('0.0.0.0/0'), pattern('::/0')],
          announces: [pattern('203.0.113.64/29')],
        }),
      ],
      from: from('network.yaml', 'asNumbers', 'hub'),
    },
    filter: filter(['enp1s0f0', 'wg51001', 'wg51002'], []),
    nat: [
      {
        out: 'eno2',
        source: prefix('10.0.0.0/8'),
        pool: prefix('203.0.113.64/29'),
        first: address('203.0.113.64'),
        last: address('203.0.113.71'),
        onLink: [],
        from: from('circuits/uplinks.yaml', 0, 'natPool'),
      },
    ],
    npt: [
      {
        out: 'eno2',
        inside: prefix('fd12:3456:789a::/48'),
        outside: prefix('2001:db8:100::/48'),
        from: from('circuits/uplinks.yaml', 0, 'prefixV6'),
      },
    ],
    shapers: [
      {
        interface: 'wg51001',
        rateKbps: 47_000,
        match: 'destination',
        classes: [
          {
            name: 'voice',
            priority: { value: 1, from: from('network.yaml', 'segments', 'voice', 'priority') },
            v4: prefix('10.48.0.0/12'),
            v6: {
              value: prefix('fd12:3456:789a:2000::/52'),
              from: from('network.yaml', 'segments', 'voice', 'priority'),
            },
            from: from('network.yaml', 'segments', 'voice', 'priority'),
          },
        ],
        from: from('circuits/a.yaml', 'bandwidthMbps'),
      },
    ],
  }
}

function from(path: string, ...steps: readonly Step[]): From {
  return [{ source: { path, text: '' }, path: steps }]
}

function address(text: string): Address {
  const value = parseAddress(text)
  if (value === undefined) throw new Error(`not an address: ${text}`)
  return value
}

function prefix(text: string): Prefix {
  const value = parsePrefix(text)
  if (value === undefined) throw new Error(`not a prefix: ${text}`)
  return value
}

function pattern(text: string, upTo?: number): RoutePattern {
  const common = { prefix: prefix(text), from: from('network.yaml', 'addressing') }
  return upTo === undefined ? common : { ...common, upTo }
}

function own(text: string): { readonly prefix: Prefix; readonly from: From } {
  return { prefix: prefix(text), from: from('network.yaml', 'addressing') }
}

function base(hostname: string, role: Intent['role']): Intent {
  return {
    router: router(hostname, role),
    role,
    idlePorts: [],
    identity: {
      hostname: { value: hostname, from: from(`opd/${hostname}.yaml`, 'site') },
      siteName: { value: 'Dinas Perhubungan “Élok”', from: from(`opd/${hostname}.yaml`, 'name') },
      domain: { value: 'klaten.test', from: from('network.yaml', 'domain') },
      timeZone: { value: 'Asia/Jakarta', from: from('network.yaml', 'timeZone') },
      banner: [{ value: 'Hanya untuk petugas.', from: from('network.yaml', 'banner', 0) }],
    },
    loopback: {
      interface: 'lo',
      v4: prefix('10.32.0.14/32'),
      v6: prefix('fd12:3456:789a::e/128'),
      from: from(`opd/${hostname}.yaml`, 'site'),
    },
    ports: [],
    subinterfaces: [],
    access: undefined,
    fibre: [],
    underlays: [],
    tunnels: [],
    uplinks: [],
    staticRoutes: [],
    ospf: undefined,
    bgp: undefined,
    filter: filter([], []),
    nat: [],
    npt: [],
    shapers: [],
    services: {
      dns: [],
      dnsForGuests: [],
      ntp: [],
      syslog: { address: address('10.200.0.5'), port: 514, from: from('network.yaml', 'services', 'syslog') },
      snmp: {
        user: { value: 'noc', from: [] },
        contact: { value: 'noc@klaten.test', from: [] },
        trapTarget: { value: address('10.200.0.6'), from: [] },
        authentication: { value: { secret: 'snmp/auth' }, from: [] },
        privacy: { value: { secret: 'snmp/priv' }, from: [] },
      },
    },
    management: {
      noc: [{ prefix: prefix('10.200.0.0/24'), from: from('network.yaml', 'zones', 'noc', 'v4') }],
      local: undefined,
      breakGlass: { user: 'darurat', password: { secret: 'router/darurat' }, from: [] },
      readOnly: { user: 'lihat', password: { secret: 'router/lihat' }, from: [] },
      radius: undefined,
    },
  }
}

function router(id: string, role: Router['role']): Router {
  const dialect = dialectOf(linux, '8.4.4')
  const model = linux.models['Generic x86 6-port']
  if (dialect === undefined || model === undefined) throw new Error('no dialect or model of Linux')
  return {
    kind: 'router',
    id,
    role,
    siteId: id,
    was: [],
    platform: linux,
    dialect,
    model,
    declared: { platform: 'linux', model: 'Generic x86 6-port', version: '8.4.4', desks: {} },
    origin: { source: { path: `opd/${id}.yaml`, text: '' }, path: ['router'] },
  }
}

const fibreBfd: Bfd = { intervalMs: 300, multiplier: 3, from: from('network.yaml', 'routing', 'fibreBfd') }
const leasedBfd: Bfd = { intervalMs: 1000, multiplier: 5, from: from('network.yaml', 'routing', 'leasedBfd') }

function fibre(id: string, name: string, v4: string, n: number): FibreLink {
  const own4 = prefix(v4)
  const own6 = prefix(`fd12:3456:789a:ff00::${id === 'ring-1' ? 1 : 2}:${n % 2}/127`)
  return {
    id,
    interface: { value: name, from: from(`routes/${id}.yaml`, 'route') },
    peer: { value: 'core-1', from: from(`routes/${id}.yaml`, 'route') },
    v4: own4,
    v6: own6,
    peerV4: { family: 4, bits: own4.bits ^ 1n },
    peerV6: { family: 6, bits: own6.bits ^ 1n },
    cost: { value: 10, from: from('network.yaml', 'routing', 'referenceMbps') },
    mtu: 9000,
    authentication: 'md5',
    authentication3: 'hmac-sha-256',
    key: { value: { secret: 'ospf/backbone/md5', id: 1 }, from: from('network.yaml', 'routing', 'ospfKey') },
    key3: { value: { secret: 'ospf/backbone/sha256', id: 1 }, from: from('network.yaml', 'routing', 'ospfKey') },
    alsoTaken: undefined,
    alsoTaken3: undefined,
    bfd: fibreBfd,
    from: from(`routes/${id}.yaml`, 'route'),
  }
}

function segment(id: string, vlan: number, v4: string, priority: number): Segment {
  const file = 'opd/dishub.yaml'
  const dns = [address('10.200.0.53')]
  return {
    id,
    interface: `vlan${vlan}`,
    description: { value: `Segmen ${id}`, from: from('network.yaml', 'segments', id, 'zone') },
    vlan: { value: vlan, from: from('network.yaml', 'segments', id, 'vlan') },
    zone: { value: id === 'guest' ? 'guest' : 'government', from: from('network.yaml', 'segments', id, 'zone') },
    v4: { value: prefix(`${v4}.1/24`), from: from(file, 'segments', id) },
    v6: { value: prefix(`fd12:3456:789a:${vlan}::1/64`), from: from(file, 'segments', id) },
    priority: { value: priority, from: from('network.yaml', 'segments', id, 'priority') },
    desks: [],
    dhcp: {
      first: address(`${v4}.10`),
      last: address(`${v4}.250`),
      poolSize: { value: 241n, from: from(file, 'segments', id) },
      gateway: address(`${v4}.1`),
      dns: { value: dns, from: from('network.yaml', 'services', 'dns') },
      ntp: { value: [address('10.200.0.54')], from: from(file, 'segments', id) },
      leaseHours: { value: 8, from: from('network.yaml', 'segments', id, 'leaseHours') },
      tftp: {
        value: id === 'voice' ? address('10.200.0.55') : undefined,
        from: from('network.yaml', 'segments', id, 'tftp'),
      },
      from: from(file, 'segments', id),
    },
    dnsV6: { value: [address('fd12:3456:789a:2::35')], from: from(file, 'segments', id) },
  }
}

function tunnel(id: string, name: string, underlay: string, remote: string | undefined, initiates: boolean): Tunnel {
  const n = Number(name.slice(-1))
  const mine = initiates ? 1n : 0n
  const v4 = prefix(`10.34.0.${2 * n}/31`)
  const v6 = prefix(`fd12:3456:789a:fe00::${n}:0/127`)
  const shift = (of: Prefix, by: bigint): Prefix => ({ ...of, bits: of.bits + by })
  return {
    id,
    circuit: id.slice(0, 5),
    interface: { value: name, from: from('circuits/a.yaml', 'circuit') },
    kind: 'wireguard',
    ipsecMode: 'transport',
    description: `Terowongan ${id}`,
    initiates,
    localPort: 51_000 + n,
    underlay,
    outerLocal: undefined,
    outerRemote: {
      value: remote === undefined ? undefined : address(remote),
      from: from('circuits/a.yaml', 'circuit'),
    },
    remotePort: 51_000 + n,
    forgetsAfterSeconds: initiates ? undefined : 240,
    peer: initiates ? 'core-1' : 'kec-kemalang',
    peerKey: n === 1 ? 'QGxhYi1rZXktbm90LXNlY3JldC0wMDAwMDAwMDAwMDA=' : undefined,
    key: { secret: `tunnel/${id}` },
    v4: { value: shift(v4, mine), from: from('circuits/a.yaml', 'circuit') },
    v6: { value: shift(v6, mine), from: from('circuits/a.yaml', 'circuit') },
    peerV4: shift(v4, 1n - mine),
    peerV6: shift(v6, 1n - mine),
    mtu: { value: 1420, from: from('circuits/a.yaml', 'circuit') },
    mssV4: 1380,
    mssV6: 1360,
    from: from('circuits/a.yaml', 'circuit'),
  }
}

type Told = Pick<BgpNeighbor, 'id' | 'relation' | 'remoteAs' | 'interface' | 'v4' | 'v6' | 'accepts' | 'announces'> &
  Partial<BgpNeighbor>

const circuits = from('circuits/a.yaml', 'circuit')

function neighbor(told: Told): BgpNeighbor {
  return {
    description: `Ke ${told.id.value}`,
    localAs: { value: undefined, from: circuits },
    password: { value: { secret: 'bgp/key' }, from: from('network.yaml', 'routing', 'bgpKey') },
    bfd: leasedBfd,
    preference: { value: 100, from: circuits },
    maximumPrefixes: undefined,
    from: circuits,
    ...told,
  }
}

function filter(backbone: readonly string[], segments: readonly Segment[]): Filter {
  const file = from('network.yaml', 'zones')
  const member = (name: string) => ({ interface: { value: name, from: file }, from: file })
  return {
    interfaceSets: [
      { name: 'backbone', members: backbone.map(member) },
      {
        name: 'government',
        members: segments.filter(each => each.zone.value === 'government').map(each => member(each.interface)),
      },
      {
        name: 'guest',
        members: segments.filter(each => each.zone.value === 'guest').map(each => member(each.interface)),
      },
    ],
    addressSets: [
      {
        name: 'government',
        members: [
          { prefix: prefix('10.0.0.0/8'), from: file },
          { prefix: prefix('fd12:3456:789a::/48'), from: file },
        ],
      },
      { name: 'noc', members: [{ prefix: prefix('10.200.0.0/24'), from: file }] },
    ],
    sourceChecks: segments.map(each => ({
      interface: { value: each.interface, from: file },
      of: 'segment' as const,
      v4: [{ value: networkOf(each.v4.value), from: file }],
      v6: [{ value: networkOf(each.v6.value), from: file }],
      dhcp: true,
    })),
    input: [
      {
        action: 'accept',
        purpose: 'connections',
        family: 'both',
        state: 'established',
        name: 'established',
        from: [],
        practice: 'stateful',
      },
      {
        action: 'drop',
        purpose: 'connections',
        family: 'both',
        state: 'invalid',
        name: 'invalid',
        from: [],
        practice: 'stateful',
      },
      {
        action: 'accept',
        purpose: 'echo',
        family: 'both',
        protocol: 'icmp',
        icmp: 'echo',
        limit: { packetsPerSecond: 50, burst: 100 },
        name: 'icmp',
        from: [],
        practice: 'icmp',
      },
      {
        action: 'accept',
        purpose: 'routing-neighbour',
        family: 'both',
        in: { set: 'backbone' },
        protocol: 'ospf',
        name: 'ospf',
        from: [],
        practice: 'routing-neighbours',
      },
      {
        action: 'accept',
        purpose: 'routing-neighbour',
        family: 'both',
        in: { set: 'backbone' },
        protocol: 'udp',
        ports: [3784, 3785, 4784],
        name: 'bfd',
        from: [],
        practice: 'routing-neighbours',
      },
      {
        action: 'accept',
        purpose: 'management',
        family: 'both',
        source: { set: 'noc' },
        protocol: 'tcp',
        ports: [22],
        name: 'ssh',
        from: file,
      },
      {
        action: 'accept',
        purpose: 'address-service',
        family: 4,
        in: { set: 'government' },
        protocol: 'udp',
        ports: [67],
        name: 'dhcp',
        from: file,
      },
    ],
    forward: [
      {
        action: 'accept',
        purpose: 'transit',
        family: 'both',
        in: { set: 'backbone' },
        out: { set: 'backbone' },
        name: 'transit',
        from: [],
        practice: 'transit-first',
      },
      {
        action: 'accept',
        purpose: 'connections',
        family: 'both',
        state: 'established',
        name: 'established',
        from: [],
        practice: 'stateful',
      },
      {
        action: 'drop',
        purpose: 'zones',
        family: 'both',
        in: { set: 'guest' },
        destination: { set: 'government' },
        log: 'guest "deny"',
        name: 'guest-to-government',
        from: file,
      },
      {
        action: 'accept',
        purpose: 'internet',
        family: 'both',
        in: { set: 'guest' },
        out: { set: 'backbone' },
        name: 'guest-to-internet',
        from: file,
      },
      {
        action: 'accept',
        purpose: 'zones',
        family: 6,
        in: { set: 'government' },
        out: { interface: backbone[0] ?? 'lo' },
        name: 'v6-only',
        from: file,
      },
      {
        action: 'accept',
        purpose: 'zones',
        family: 'both',
        source: { prefix: prefix('10.40.0.0/13') },
        destination: { set: 'government' },
        name: 'government',
        from: file,
      },
    ],
  }
}
