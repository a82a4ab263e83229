import { addressIn, sameSubnet } from '../address.ts'
import { handoffAddress, outerAddress, tunnelName, tunnelsAt, uplinksAt } from '../ends.ts'
import type { TunnelFacts } from '../facts.ts'
import { commands, holds, same, wants, type Feature, type View } from '../world.ts'
import { addressOn } from './routeros-basics.ts'
import { farView } from './routeros-routing.ts'

const isLeased = (view: View): boolean => tunnelsAt(view).length > 0
const hasUplink = (view: View): boolean => uplinksAt(view).length > 0

/** What a leased circuit asks of its two ends, and what an uplink asks of its core. */
export const leased: readonly Feature[] = [
  {
    name: 'hand-off VLANs',
    platform: 'routeros',
    applies: ({ router }) => router.core,
    check: view =>
      tunnelsAt(view).flatMap(({ circuit }) => {
        if (circuit.hub === undefined) return []
        const port =
          view.world.facts.network.handoffs[circuit.hub.handoff]?.ports.find(({ router }) => router === view.router.id)
            ?.port ?? ''
        const name = `${port}.${circuit.hub.vlan}`
        return [
          ...wants(view, '/interface vlan', { interface: port, name, 'vlan-id': String(circuit.hub.vlan) }),
          ...wants(view, '/ip address', { interface: name }),
        ]
      }),
    owns: ({ menu, words }) => menu === '/interface vlan' && words.get('interface')?.startsWith('sfp28') === true,
  },
  {
    name: 'encrypted tunnels',
    platform: 'routeros',
    applies: isLeased,
    check: view => tunnelsAt(view).flatMap(tunnel => tunnelFaults(view, tunnel)),
    owns: ({ menu }) => menu.startsWith('/interface wireguard'),
  },
  {
    name: 'host routes to tunnel ends',
    platform: 'routeros',
    applies: view => tunnelsAt(view).some(({ circuit }) => routed(view, circuit.service, circuit.site.address?.kind)),
    check: view => tunnelsAt(view).flatMap(tunnel => routeFaults(view, tunnel)),
    owns: ({ menu, words }) =>
      /^\/(ip route|routing rule|ip dhcp-client|routing table)$/.test(menu) &&
      (words.get('comment')?.startsWith('end of a tunnel') === true || menu !== '/ip route'),
  },
  {
    name: 'shaping to the bandwidth bought',
    platform: 'routeros',
    applies: isLeased,
    check: view => [
      ...tunnelsAt(view).flatMap(tunnel => shapeFaults(view, tunnel)),
      ...wants(view, '/ip settings', { 'allow-fast-path': 'no' }),
    ],
    owns: ({ menu, words }) => /^\/queue/.test(menu) || words.has('allow-fast-path'),
  },
  {
    name: 'voice before data',
    platform: 'routeros',
    applies: isLeased,
    check: view =>
      (['/ip firewall mangle', '/ipv6 firewall mangle'] as const).flatMap(menu => {
        const marks = commands(view, menu, { action: 'mark-packet' }).map(({ words }) => words.get('new-packet-mark'))
        return [
          ...holds(`${menu} does not mark voice first`, marks[0] === 'class-router' && marks[1] === 'class-voice'),
          ...holds(`${menu} does not mark data`, marks.includes('class-government')),
        ]
      }),
    owns: ({ menu, words }) => menu.endsWith('mangle') && words.get('action') === 'mark-packet',
  },
  {
    name: 'segments that fit the tunnel',
    platform: 'routeros',
    applies: isLeased,
    check: view =>
      tunnelsAt(view).flatMap(tunnel => {
        const mtu = Number(commands(view, '/interface wireguard', { name: tunnelName(tunnel) })[0]?.words.get('mtu'))
        return [
          ...wants(view, '/ip firewall mangle', {
            action: 'change-mss',
            'out-interface': tunnelName(tunnel),
            'new-mss': String(mtu - 40),
          }),
          ...wants(view, '/ipv6 firewall mangle', {
            action: 'change-mss',
            'out-interface': tunnelName(tunnel),
            'new-mss': String(mtu - 60),
          }),
        ]
      }),
    owns: ({ menu, words }) => menu.endsWith('mangle') && words.get('action') === 'change-mss',
  },
  {
    name: 'NAT at the hub',
    platform: 'routeros',
    applies: hasUplink,
    check: view =>
      uplinksAt(view).flatMap(({ port, nat_pool, prefix_v6 }) => {
        const [rule] = commands(view, '/ip firewall nat', {
          action: 'src-nat',
          'out-interface': port,
          'src-address': view.world.facts.network.addressing.v4,
        })
        return [
          ...holds(
            `no translation to ${nat_pool}`,
            rule?.words.get('to-addresses')?.startsWith(addressIn(nat_pool)) ?? false,
          ),
          ...(prefix_v6 === undefined
            ? []
            : wants(view, '/ipv6 firewall nat', { action: 'netmap', 'out-interface': port, 'to-address': prefix_v6 })),
        ]
      }),
    owns: ({ menu }) => menu.endsWith('firewall nat'),
  },
]

/**
 * Whether a host route is needed here: on metro-ethernet both ends are neighbours, and a core does not know an end that
 * moves.
 */
function routed({ router }: View, service: string, kind: string | undefined): boolean {
  return service === 'ip-vpn' || (service === 'internet' && (!router.core || kind === 'fixed'))
}

function tunnelFaults(view: View, tunnel: TunnelFacts): string[] {
  const name = tunnelName(tunnel)
  const far = farView(view, tunnel)
  const [own, other] = [view, far].map(end => commands(end, '/interface wireguard', { name })[0]?.words)
  const peer = commands(view, '/interface wireguard peers', { interface: name })[0]?.words
  const [v4, farV4] = [addressOn(view, '/ip address', name) ?? '', addressOn(far, '/ip address', name) ?? '']
  const [v6, farV6] = [addressOn(view, '/ipv6 address', name) ?? '', addressOn(far, '/ipv6 address', name) ?? '']
  return [
    ...same(`port of ${name}`, own?.get('listen-port'), other?.get('listen-port')),
    ...same(`MTU of ${name}`, own?.get('mtu'), other?.get('mtu')),
    ...same(`key of ${name}`, own?.get('private-key'), `<secret:tunnel/${view.router.id}>`),
    ...holds(
      `${name} does not expect ${far.router.id}`,
      peer !== undefined &&
        (peer.get('public-key') === `<public-key:${far.router.id}>` ||
          /^[A-Za-z0-9+/]{43}=$/.test(peer.get('public-key') ?? '')),
    ),
    ...holds(`${v4} and ${farV4} are not one tunnel`, sameSubnet(v4, farV4)),
    ...holds(`${v6} and ${farV6} are not one tunnel`, sameSubnet(v6, farV6)),
    ...(view.router.core
      ? holds('a core begins a tunnel', peer?.has('endpoint-address') === false)
      : [
          ...same(
            `endpoint of ${name}`,
            peer?.get('endpoint-address'),
            tunnel.uplink === undefined ? handoffAddress(view, tunnel) : outerAddress(view, tunnel, 'core'),
          ),
          ...same(`endpoint port of ${name}`, peer?.get('endpoint-port'), other?.get('listen-port')),
        ]),
  ]
}

function routeFaults(view: View, tunnel: TunnelFacts): string[] {
  const { service, site } = tunnel.circuit
  if (!routed(view, service, site.address?.kind)) return []
  if (view.router.core) return wants(view, '/ip route', { 'dst-address': `${outerAddress(view, tunnel, 'site')}/32` })
  const to = `${tunnel.uplink === undefined ? handoffAddress(view, tunnel) : outerAddress(view, tunnel, 'core')}/32`
  if (service === 'ip-vpn' || site.address?.kind === 'fixed')
    return wants(view, '/ip route', {
      'dst-address': to,
      ...(site.address?.gateway === undefined ? {} : { gateway: site.address.gateway }),
    })
  const table = `under-${tunnel.circuit.circuit}`
  return [
    ...wants(view, '/routing rule', { 'dst-address': to, action: 'lookup-only-in-table', table }),
    ...wants(view, '/routing table', { name: table }),
    ...wants(view, '/ip dhcp-client', { interface: site.port, 'default-route-tables': table }),
  ]
}

/** What was bought, less the share of a full packet that the tunnel's own headers take. */
function shapeFaults(view: View, tunnel: TunnelFacts): string[] {
  const name = `shape-${tunnelName(tunnel)}`
  const mtu = Number(commands(view, '/interface wireguard', { name: tunnelName(tunnel) })[0]?.words.get('mtu'))
  const rate = `${Math.floor((tunnel.circuit.bandwidth_mbps * 1000 * mtu) / (tunnel.circuit.mtu ?? 1500))}k/0`
  const far = commands(farView(view, tunnel), '/queue simple', { name })[0]?.words
  return [
    ...wants(view, '/queue simple', { name, dst: tunnelName(tunnel), 'max-limit': rate }),
    ...same(
      `rate of ${name}`,
      commands(view, '/queue simple', { name })[0]?.words.get('max-limit'),
      far?.get('max-limit'),
    ),
    ...['router', 'voice', 'government', 'rest'].flatMap(part =>
      wants(view, '/queue simple', { name: `${name}-${part}`, parent: name }),
    ),
  ]
}
