import type { Intent, Tunnel } from '../../intent/intent.ts'
import { base, withAccess } from './base.ts'
import type { Hardware } from './hardware.ts'
import { defaults, link, neighbor, neighborOver, port, shaper, tagged, tunnel, underlay, uplink } from './parts.ts'
import { filterOf } from './rules.ts'
import { address, at, prefix, said } from './values.ts'

/** For tests of platforms: intents of the four kinds of router, made by hand, with names that want quoting. */

/** A site on a ring of owned fibre. */
export function ringSite(hardware: Hardware): Intent {
  const { ring, desks } = hardware.ports
  const intent = withAccess(base(hardware, 'kec-ring', 'site'), hardware, ring, desks)
  const passive = [hardware.loopback, ...(intent.access?.segments ?? []).map(each => each.interface)]
  return {
    ...intent,
    ports: [port(ring[0], 'fibre', 'ke core-1'), port(ring[1], 'fibre', 'ke kec-lain'), ...intent.ports],
    fibre: [link(hardware, 'ring-1', ring[0], 'core-1', 0), link(hardware, 'ring-2', ring[1], 'kec-lain', 1)],
    ospf: {
      routerId: address('10.255.0.11'),
      originateDefault: false,
      externalMetric: { default: 10, leased: 20 },
      leasedTag: undefined,
      from: at('router'),
      passive: passive.map(name => ({ interface: name, from: at('segments', name) })),
    },
  }
}

/** A leased site on a VLAN of its provider: a tunnel to each core, where its platform can one of GRE with IPsec. */
export function leasedSite(hardware: Hardware): Intent {
  const { leased } = hardware.ports
  const circuit = tagged(hardware, leased, 200, 'c1')
  const own = { underlay: circuit.interface }
  const tunnels = [
    tunnel(hardware, 'c1', 'core-1', 0, own),
    tunnel(hardware, 'c1', 'core-2', 1, {
      ...own,
      ...(hardware.ipsec === 'can' ? { kind: 'gre-ipsec', key: { secret: 'ipsec-c1' } } : {}),
    }),
  ]
  const intent = withAccess(base(hardware, 'kec-leased', 'site'), hardware, namesOf(tunnels), [])
  return {
    ...intent,
    ports: [port(leased, 'leased', 'Penyedia A; CID "0001"'), ...intent.ports],
    subinterfaces: [circuit],
    underlays: [underlay('c1', circuit.interface, '198.51.100.10/30')],
    tunnels,
    staticRoutes: ['203.0.113.1/32', '203.0.113.2/32'].map(to => ({
      to: prefix(to),
      via: address('198.51.100.9'),
      why: 'tunnel-end' as const,
      from: at('circuits', 'c1'),
    })),
    bgp: siteBgp(tunnels),
    shapers: tunnels.map(each => shaper(each, 'source')),
    services: { ...intent.services, dnsForGuests: [hardware.segment('guest', 190)] },
  }
}

/** A site on fibre with a leased backup, whose provider gives an address at run time. */
export function backupSite(hardware: Hardware): Intent {
  const { backup } = hardware.ports
  const tunnels = [
    tunnel(hardware, 'c9', 'uplink-1', 2, { underlay: backup, outerLocal: undefined, peerKey: undefined }),
  ]
  const intent = ringSite(hardware)
  return {
    ...intent,
    ports: [...intent.ports, port(backup, 'leased', 'Cadangan')],
    underlays: [underlay('c9', backup, undefined)],
    tunnels,
    staticRoutes: [
      { to: prefix('203.0.113.3/32'), via: 'dhcp', interface: backup, why: 'tunnel-end', from: at('circuits', 'c9') },
    ],
    bgp: siteBgp(tunnels),
    shapers: tunnels.map(each => shaper(each, 'source')),
  }
}

function siteBgp(tunnels: readonly Tunnel[]): NonNullable<Intent['bgp']> {
  return {
    as: 4_200_000_066,
    routerId: said(address('10.255.0.11'), 'site'),
    leasedDistance: said(150, 'routing', 'leasedDistance'),
    own: ['10.66.110.0/24', 'fd00:1:2:110::/64'].map(text => ({ prefix: prefix(text), from: at('segments', 'data') })),
    neighbors: tunnels.map(over => neighborOver(over, 4_200_000_000, 'hub')),
    from: at('site'),
  }
}

function namesOf(tunnels: readonly Tunnel[]): string[] {
  return tunnels.map(({ interface: { value } }) => value)
}

/** A core: hand-off VLANs, many tunnels, an uplink by BGP and one with a probe, translation, redistribution. */
export function core(hardware: Hardware): Intent {
  const { handoff, uplinks, ring, local } = hardware.ports
  const vlans = Array.from({ length: 6 }, (_, n) => tagged(hardware, handoff, 300 + n, `c${n}`))
  const tunnels = vlans.map(({ interface: under }, n) =>
    tunnel(hardware, `c${n}`, 'core-1', n, {
      initiates: false,
      underlay: under,
      outerLocal: address(`100.64.${n}.1`),
      outerRemote: said(n === 5 ? undefined : address(`100.64.${n}.2`), 'circuits', `c${n}`),
      ...(n === 0 && hardware.ipsec === 'can' ? { kind: 'gre-ipsec' } : {}),
    }),
  )
  const intent = base(hardware, 'core-1', 'core')
  return {
    ...intent,
    ports: [
      port(ring[0], 'fibre', 'ke core-2'),
      ...intent.ports,
      port(handoff, 'handoff', 'NNI Penyedia A'),
      ...uplinks.map(name => port(name, 'uplink', 'Internet')),
    ],
    subinterfaces: vlans,
    fibre: [link(hardware, 'core-link', ring[0], 'core-2', 0)],
    underlays: vlans.map(({ interface: name }, n) => underlay(`c${n}`, name, `100.64.${n}.1/30`)),
    tunnels,
    uplinks: [
      uplink('uplink-a', uplinks[0], {
        v4: '203.0.113.10/29',
        gateway: '203.0.113.9',
        v6: '2001:db8:a::2/64',
        gatewayV6: '2001:db8:a::1',
      }),
      uplink('uplink-b', uplinks[1], {
        v4: '198.51.100.2/30',
        gateway: '198.51.100.1',
        v6: '2001:db8:b::2/64',
        gatewayV6: '2001:db8:b::1',
        probe: '192.0.2.53',
      }),
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
      passive: [{ interface: hardware.loopback, from: at('router') }],
      from: at('hub'),
    },
    bgp: coreBgp(hardware, tunnels),
    filter: filterOf(local, [ring[0], ...namesOf(tunnels)], []),
    ...translation(hardware),
    shapers: tunnels.map(each => shaper(each, 'destination')),
  }
}

function coreBgp({ ports: { uplinks } }: Hardware, tunnels: readonly Tunnel[]): NonNullable<Intent['bgp']> {
  return {
    as: 4_200_000_000,
    routerId: said(address('10.255.0.11'), 'asNumbers', 'hub'),
    leasedDistance: said(150, 'routing', 'leasedDistance'),
    own: ['10.0.0.0/8', '192.0.2.0/29', 'fd00:1:2::/48'].map(text => ({
      prefix: prefix(text),
      from: at('addressing'),
    })),
    neighbors: [
      ...tunnels.map((over, n) => neighborOver(over, 4_200_000_100 + n, 'leased-site')),
      neighbor('core-2', {
        relation: 'core',
        remoteAs: 4_200_000_000,
        v4: { local: address('10.255.0.11'), remote: address('10.255.0.12') },
        v6: said({ local: address('fd00:1:2:ff::b'), remote: address('fd00:1:2:ff::c') }, 'hub'),
        bfd: { intervalMs: 300, multiplier: 3, from: at('routing', 'fibreBfd') },
      }),
      neighbor('uplink-a', {
        relation: 'provider',
        description: 'Internet A',
        remoteAs: 64_500,
        localAs: said(64_510, 'uplinks', 'a', 'routing'),
        interface: uplinks[0],
        v4: { local: address('203.0.113.10'), remote: address('203.0.113.9') },
        v6: said({ local: address('2001:db8:a::2'), remote: address('2001:db8:a::1') }, 'uplinks', 'a', 'routing'),
        password: said(undefined),
        accepts: defaults,
        announces: [],
        maximumPrefixes: 10,
      }),
    ],
    from: at('asNumbers', 'hub'),
  }
}

function translation({ ports: { uplinks } }: Hardware): Pick<Intent, 'nat' | 'npt'> {
  const held = ['203.0.113.12', '203.0.113.13', '203.0.113.14'].map(address)
  return {
    nat: [
      {
        out: uplinks[0],
        source: prefix('10.0.0.0/8'),
        pool: prefix('203.0.113.12/30'),
        first: address('203.0.113.12'),
        last: address('203.0.113.14'),
        onLink: held,
        from: at('uplinks', 'a', 'natPool'),
      },
      {
        out: uplinks[1],
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
        out: uplinks[0],
        inside: prefix('fd00:1:2::/48'),
        outside: prefix('2001:db8:1000::/48'),
        from: at('uplinks', 'a', 'prefixV6'),
      },
    ],
  }
}
