import type {
  BgpNeighbor,
  FibreLink,
  Intent,
  Port,
  RoutePattern,
  Segment,
  Shaper,
  Tunnel,
} from '../../intent/intent.ts'
import { addressOf, nth } from '../../model/ip.ts'
import type { Hardware } from './hardware.ts'
import { address, at, prefix, said } from './values.ts'

export function port(name: string, use: Port['use'], description: string): Port {
  return {
    name: said(name, 'ports', name),
    use,
    description,
    mtu: said(1500, 'ports', name),
    from: at('ports', name),
  }
}

interface SegmentTold {
  readonly id: string
  readonly vlan: number
  readonly zone: string
  readonly desks?: readonly string[]
  readonly tftp?: string
}

export function segment({ segment: nameOf }: Hardware, { id, vlan, zone, desks = [], tftp }: SegmentTold): Segment {
  const v4 = prefix(`10.66.${vlan}.1/24`)
  return {
    id,
    vlan: said(vlan, 'segments', id, 'vlan'),
    desks: desks.map(name => said(name, 'segments', id, 'ports')),
    interface: nameOf(id, vlan),
    description: said(`Ruang ${id} – lantai "1"`, 'segments', id, 'vlan'),
    zone: said(zone, 'segments', id, 'zone'),
    v4: said(v4, 'segments', id, 'hosts'),
    v6: said(prefix(`fd00:1:2:${vlan}::1/64`), 'segments', id, 'hosts'),
    priority: said(2, 'segments', id, 'priority'),
    dnsV6: said([address('fd00:1:2:9::53')], 'services', 'dns'),
    dhcp: {
      first: addressOf(nth(v4, 50)),
      last: addressOf(nth(v4, 200)),
      poolSize: said(151n, 'segments', id, 'hosts'),
      gateway: addressOf(v4),
      dns: said([address('10.200.0.53')], 'services', 'dns'),
      ntp: said([address('10.200.0.123')], 'segments', id, 'hosts'),
      leaseHours: said(8, 'segments', id, 'leaseHours'),
      tftp: said(tftp === undefined ? undefined : address(tftp), 'segments', id, 'tftp'),
      from: at('segments', id, 'hosts'),
    },
  }
}

/** A link of fibre: the first of a router, or another. */
export function link({ signs }: Hardware, id: string, name: string, peer: string, n: 0 | 1): FibreLink {
  return {
    id,
    interface: said(name, 'routes', id),
    peer: said(peer, 'routes', id),
    v4: prefix(`10.254.0.${4 * n + 1}/30`),
    v6: prefix(`fd00:1:2:fe::${2 * n}/127`),
    peerV4: address(`10.254.0.${4 * n + 2}`),
    peerV6: address(`fd00:1:2:fe::${2 * n + 1}`),
    cost: said(100, 'routes', id, 'speed'),
    mtu: 1500,
    ...signs[n],
    key: said({ secret: 'ospf-key', id: 1 }, 'routing', 'ospfKey'),
    key3: said({ secret: 'ospf-key-3', id: 1 }, 'routing', 'ospfKey'),
    alsoTaken: undefined,
    alsoTaken3: undefined,
    bfd: { intervalMs: 300, multiplier: 3, from: at('routing', 'fibreBfd') },
    from: at('routes', id),
  }
}

/** The n-th tunnel: the site begins it, unless it is told otherwise. */
export function tunnel(
  hardware: Hardware,
  circuit: string,
  peer: string,
  n: number,
  told: Pick<Tunnel, 'underlay'> & Partial<Tunnel>,
): Tunnel {
  const { kind = 'wireguard', initiates = true } = told
  const localPort = 51_000 + n
  const [near, far] = initiates ? [2, 1] : [1, 2]
  return {
    id: `${circuit}-${peer}`,
    circuit,
    interface: said(hardware.tunnel({ kind, circuit, peer, localPort }), 'circuits', circuit),
    kind,
    ipsecMode: 'transport',
    description: `Sirkuit ${circuit}`,
    initiates,
    localPort,
    outerLocal: address('198.51.100.10'),
    outerRemote: said(address(`203.0.113.${n + 1}`), 'circuits', circuit),
    remotePort: localPort,
    forgetsAfterSeconds: initiates ? undefined : 240,
    peer,
    peerKey: 'BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=',
    key: { secret: `tunnel-${circuit}` },
    v4: said(prefix(`10.253.0.${4 * n + near}/30`), 'circuits', circuit),
    v6: said(prefix(`fd00:1:2:fd::${2 * n + near - 1}/127`), 'circuits', circuit),
    peerV4: address(`10.253.0.${4 * n + far}`),
    peerV6: address(`fd00:1:2:fd::${2 * n + far - 1}`),
    mtu: said(1420, 'circuits', circuit),
    mssV4: 1380,
    mssV6: 1360,
    from: at('circuits', circuit),
    ...told,
  }
}

export const defaults: readonly RoutePattern[] = [
  { prefix: prefix('0.0.0.0/0'), from: at('addressing', 'default') },
  { prefix: prefix('::/0'), from: at('addressing', 'default') },
]
const summaries: readonly RoutePattern[] = [
  { prefix: prefix('10.0.0.0/8'), from: at('addressing', 'v4') },
  { prefix: prefix('fd00:1:2::/48'), from: at('addressing', 'v6') },
]
export const ownRoutes: readonly RoutePattern[] = [
  { prefix: prefix('10.66.0.0/16'), upTo: 28, from: at('segments') },
  { prefix: prefix('fd00:1:2::/48'), upTo: 64, from: at('segments') },
]

type NeighborTold = Pick<BgpNeighbor, 'relation' | 'remoteAs' | 'v4'> & Partial<BgpNeighbor>

export function neighbor(id: string, told: NeighborTold): BgpNeighbor {
  return {
    id: said(id, 'routing'),
    description: id,
    localAs: said(undefined, 'routing'),
    interface: undefined,
    v6: said(undefined, 'routing'),
    password: said({ secret: 'bgp-key' }, 'routing', 'bgpKey'),
    bfd: undefined,
    accepts: ownRoutes,
    announces: ownRoutes,
    preference: said(100, 'routing'),
    maximumPrefixes: undefined,
    from: at('routing'),
    ...told,
  }
}

export function neighborOver(over: Tunnel, remoteAs: number, relation: 'hub' | 'leased-site'): BgpNeighbor {
  const toHub = relation === 'hub'
  const from = at('circuits', over.circuit, 'preference')
  return neighbor(`leased-${over.id}`, {
    relation,
    description: over.description,
    remoteAs,
    interface: over.interface.value,
    v4: { local: addressOf(over.v4.value), remote: over.peerV4 },
    v6: { value: { local: addressOf(over.v6.value), remote: over.peerV6 }, from },
    bfd: { intervalMs: 1000, multiplier: 5, from: at('routing', 'leasedBfd') },
    accepts: toHub ? [...defaults, ...summaries] : ownRoutes,
    announces: toHub ? ownRoutes : [...defaults, ...summaries],
    preference: { value: 200, from },
    maximumPrefixes: toHub ? 8 : 32,
    from,
  })
}

export function shaper({ interface: { value: name }, circuit }: Tunnel, match: Shaper['match']): Shaper {
  const classOf = (id: string, priority: number, v4: string, v6: string): Shaper['classes'][number] => ({
    name: id,
    priority: said(priority, 'segments', id, 'priority'),
    v4: prefix(v4),
    v6: said(prefix(v6), 'segments', id, 'priority'),
    from: at('segments', id, 'priority'),
  })
  return {
    interface: name,
    rateKbps: 9_600,
    match,
    classes: [
      classOf('data', 2, '10.66.0.0/17', 'fd00:1:2:100::/56'),
      classOf('voice', 1, '10.66.128.0/17', 'fd00:1:2:200::/56'),
    ],
    from: at('circuits', circuit, 'bandwidthMbps'),
  }
}

type UplinkTold = Readonly<Record<'v4' | 'gateway' | 'v6' | 'gatewayV6', string>> & { readonly probe?: string }

export function uplink(id: string, name: string, told: UplinkTold): Intent['uplinks'][number] {
  return {
    id,
    interface: said(name, 'uplinks', id),
    description: `Internet ${id}`,
    v4: prefix(told.v4),
    gateway: said(address(told.gateway), 'uplinks', id),
    v6: said(prefix(told.v6), 'uplinks', id),
    gatewayV6: said(address(told.gatewayV6), 'uplinks', id),
    probe: said(told.probe === undefined ? undefined : address(told.probe), 'uplinks', id, 'routing', 'probe'),
    from: at('uplinks', id),
  }
}

/** What one circuit lies on. */
export function underlay(circuit: string, name: string, v4: string | undefined): Intent['underlays'][number] {
  return {
    circuit,
    interface: said(name, 'circuits', circuit),
    v4: v4 === undefined ? undefined : prefix(v4),
    description: `Sirkuit ${circuit}`,
    from: at('circuits', circuit),
  }
}

/** An interface for one VLAN of a port, on which a circuit comes in. */
export function tagged(
  hardware: Hardware,
  name: string,
  vlan: number,
  circuit: string,
): Intent['subinterfaces'][number] {
  return {
    interface: hardware.tagged(name, vlan),
    port: name,
    vlan,
    description: `Sirkuit ${circuit}`,
    mtu: 1500,
    from: at('circuits', circuit, 'hub', 'vlan'),
  }
}
