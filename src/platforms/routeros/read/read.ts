import { parsePrefix } from '../../../model/ip.ts'
import {
  dhcpFact,
  foreignLogFact,
  idleFact,
  natFact,
  networkText,
  shapeFacts,
  type Meaning,
} from '../../reading/meaning.ts'
import type { Folder } from '../../reading/folder.ts'
import { judgeOf } from './filter.ts'
import { scriptOf, secretIn, type Read, type Script, type Words } from './script.ts'
import { bgp, ospf } from './routing.ts'

export function readRouteros(folder: Folder): Meaning {
  const script = scriptOf(folder)
  const keys = keysOf(script)
  const facts = [identity, addresses, ospf, bgp, tunnels, routes, translation, shaping, dhcp, services, closed].flatMap(
    read => read(script, name => keys.get(name ?? '') ?? `?${name}`),
  )
  return { facts: new Set(facts), keys, ...judgeOf(script, keys), unread: script.faults }
}

/** A client of DHCP has no address here. */
function keysOf({ of }: Script): Map<string, string> {
  return new Map([
    ...of('/ip dhcp-client').map((words): [string, string] => [words.get('interface') ?? '', 'dhcp']),
    ...of('/ip address').map((words): [string, string] => [words.get('interface') ?? '', words.get('address') ?? '']),
  ])
}

const identity: Read = ({ of }) => [
  `hostname ${of('/system identity')[0]?.get('name')}`,
  `time-zone ${of('/system clock')[0]?.get('time-zone-name')}`,
  ...[...new Set(of('/ip dhcp-server network').map(words => words.get('domain')))].map(domain => `domain ${domain}`),
  `banner ${of('/system note', 'show-at-login', 'yes')[0]?.get('note')?.replaceAll('\r\n', ' | ')}`,
]

/** Where a technician plugs in. */
function localInterfaces(of: Script['of']): ReadonlySet<string | undefined> {
  return new Set(of('/interface list member', 'list', 'local').map(words => words.get('interface')))
}

const addresses: Read = ({ of }, at) => {
  const loopback = new Set(of('/interface bridge', 'protocol-mode', 'none').map(words => words.get('name')))
  const local = localInterfaces(of)
  const own = [...of('/ip address'), ...of('/ipv6 address')].map(words => ({
    name: words.get('interface'),
    address: words.get('address') ?? '',
  }))
  return [
    ...own.map(({ name, address }) =>
      loopback.has(name)
        ? `loopback ${address}`
        : local.has(name)
          ? `local-port ${address}`
          : at(name) === address
            ? `address ${address}`
            : `address ${at(name)} has ${address}`,
    ),
    ...of('/ip dhcp-client', 'disabled', 'no').map(() => 'address dhcp'),
    ...of('/interface vlan').map(words => `vlan ${at(words.get('name'))} ${words.get('vlan-id')}`),
  ]
}

const closed: Read = ({ of, disabled }, at) => [
  ...disabled('/interface ethernet').map(words => idleFact(words.get('default-name') ?? '?')),
  ...(['/ip firewall raw', '/ipv6 firewall raw'] as const).flatMap(menu =>
    of(menu, 'action', 'log').map(words =>
      foreignLogFact(at(words.get('in-interface')), words.get('limit')?.split(',')[0] ?? 'all'),
    ),
  ),
]

const tunnels: Read = ({ of }, at) => [
  ...of('/interface wireguard').flatMap(words => {
    const name = words.get('name')
    const [peer] = of('/interface wireguard peers', 'interface', name)
    const to = peer?.get('endpoint-address')
    const open = peer?.get('allowed-address') === '0.0.0.0/0,::/0'
    return [
      `tunnel ${at(name)} wireguard port=${words.get('listen-port')} to=${to === undefined ? 'unknown' : `${to}:${peer?.get('endpoint-port')}`} peer=${open ? /^<public-key:(.*)>$/.exec(peer?.get('public-key') ?? '')?.[1] : '?'} secret=${secretIn(words.get('private-key'))}`,
      `tunnel-size ${at(name)} mtu=${words.get('mtu')}`,
      ...clamps(of, name, at(name)),
    ]
  }),
]

function clamps(of: Script['of'], name: string | undefined, key: string): string[] {
  return (
    [
      ['/ip firewall mangle', 4],
      ['/ipv6 firewall mangle', 6],
    ] as const
  ).flatMap(([menu, family]) =>
    of(menu, 'action', 'change-mss')
      .filter(words => words.get('out-interface') === name)
      .map(words => `tunnel-mss ${key} v${family}=${words.get('new-mss')}`),
  )
}

const routes: Read = ({ of, items }) => {
  const all = [...items('/ip route'), ...items('/ipv6 route')]
  const probes = new Map(
    all
      .filter(({ values }) => values.get('scope') === '10')
      .map(({ values: words }) => [words.get('dst-address')?.replace(/\/32$/, ''), words.get('gateway')]),
  )
  return [
    ...all
      .filter(({ values }) => values.get('scope') === undefined)
      .map(
        ({ values, flags }) =>
          `route ${values.get('dst-address')} via ${flags.has('blackhole') ? 'drop' : values.get('gateway')}`,
      ),
    ...all
      .filter(({ values }) => values.get('check-gateway') === 'ping')
      .flatMap(({ values: words }) => {
        const gateway = probes.get(words.get('gateway'))
        return [`route ${words.get('dst-address')} via ${gateway}`, `watch ${gateway} by ${words.get('gateway')}`]
      }),
    ...of('/routing rule', 'action', 'lookup-only-in-table')
      .filter(words => of('/ip dhcp-client').some(client => fills(client, words.get('table'))))
      .map(words => `route ${words.get('dst-address')} via dhcp`),
  ]
}

/** Whether a DHCP client puts the provider's default into a table: itself, or, before 7.18, by its script. */
function fills(client: Words, table: string | undefined): boolean {
  return (
    client.get('default-route-tables') === table ||
    (client.get('script') ?? '').includes(`dst-address=0.0.0.0/0 gateway=$"gateway-address" routing-table=${table}}`)
  )
}

const translation: Read = ({ of }, at) => [
  ...of('/ip firewall nat', 'action', 'src-nat').map(words => {
    const [first = '?', last = first] = (words.get('to-addresses') ?? '').split('-')
    return natFact(at(words.get('out-interface')), words.get('src-address') ?? '?', first, last)
  }),
  ...of('/ipv6 firewall nat', 'chain', 'srcnat')
    .filter(out =>
      of('/ipv6 firewall nat', 'chain', 'dstnat').some(
        back =>
          back.get('in-interface') === out.get('out-interface') &&
          back.get('dst-address') === out.get('to-address') &&
          back.get('to-address') === out.get('src-address'),
      ),
    )
    .map(words => `npt ${at(words.get('out-interface'))} ${words.get('src-address')} as ${words.get('to-address')}`),
]

const shaping: Read = ({ of }, at) =>
  of('/queue simple')
    .filter(words => !words.has('parent'))
    .flatMap(parent => {
      const children = of('/queue simple', 'parent', parent.get('name'))
      const classes = children
        .map(words => ({ priority: Number(words.get('priority')?.split('/')[0]), mark: words.get('packet-marks') }))
        .filter(({ mark }) => mark !== 'no-mark' && mark !== 'class-router')
        .toSorted((a, b) => a.priority - b.priority)
      const marks = (mark: string | undefined): Words[] => [
        ...of('/ip firewall mangle', 'new-packet-mark', mark),
        ...of('/ipv6 firewall mangle', 'new-packet-mark', mark),
      ]
      const way = classes.flatMap(({ mark }) => marks(mark)).every(words => words.has('src-address'))
        ? 'source'
        : 'destination'
      return shapeFacts(
        `${at(parent.get('dst'))} by ${way}`,
        (parent.get('max-limit') ?? '').replace(/k\/0$/, ''),
        classes.map(({ mark }) =>
          marks(mark).map(words => words.get('src-address') ?? words.get('dst-address') ?? '?'),
        ),
      )
    })

const dhcp: Read = ({ of }) =>
  of('/ip dhcp-server').map(server => {
    const [address] = of('/ip address', 'interface', server.get('interface'))
    const prefix = parsePrefix(address?.get('address') ?? '')
    const [network] = prefix === undefined ? [] : of('/ip dhcp-server network', 'address', networkText(prefix))
    const [first = '?', last = '?'] = (
      of('/ip pool', 'name', server.get('address-pool'))[0]?.get('ranges') ?? ''
    ).split('-')
    const option = of('/ip dhcp-server option', 'name', network?.get('dhcp-option'))[0]
      ?.get('value')
      ?.replaceAll("'", '')
    return dhcpFact({
      first,
      last,
      gateway: network?.get('gateway') ?? '?',
      dns: network?.get('dns-server') ?? '',
      ntp: network?.get('ntp-server') ?? '',
      hours: server.get('lease-time')?.replace(/h$/, '') ?? '?',
      tftp: option,
    })
  })

const services: Read = ({ of }) => {
  const split = (text: string | undefined): string[] => text?.split(',') ?? []
  const ports = localInterfaces(of)
  const locals = new Set(
    of('/ip address')
      .filter(words => ports.has(words.get('interface')))
      .flatMap(words => parsePrefix(words.get('address') ?? '') ?? [])
      .map(networkText),
  )
  const logged = of('/system logging').flatMap(words => of('/system logging action', 'name', words.get('action')))
  const community = of('/snmp community', 'security', 'private')[0]
  return [
    ...split(
      of('/ip dns')
        .find(words => words.has('servers'))
        ?.get('servers'),
    ).map(server => `dns ${server}`),
    `dns-forwarder ${of('/ip dns').some(words => words.get('allow-remote-requests') === 'yes')}`,
    ...of('/system ntp client', 'enabled', 'yes')
      .flatMap(words => split(words.get('servers')))
      .map(server => `ntp ${server}`),
    ...logged.map(words => `syslog ${words.get('remote')}:${words.get('remote-port')}`),
    ...(community === undefined
      ? []
      : [
          `snmp user=${community.get('name')} ` +
            `authentication=${secretIn(community.get('authentication-password'))} ` +
            `privacy=${secretIn(community.get('encryption-password'))}`,
          ...split(community.get('addresses')).map(prefix => `snmp from ${prefix}`),
        ]),
    ...of('/snmp').flatMap(words => [
      ...(words.has('contact') ? [`snmp contact ${words.get('contact')}`] : []),
      ...(words.get('trap-version') === '3' ? [`snmp trap ${words.get('trap-target')}`] : []),
    ]),
    ...split(
      of('/ip service')
        .find(words => words.has('address'))
        ?.get('address'),
    ).map(prefix => (locals.has(prefix) ? `local-ssh from ${prefix}` : `ssh from ${prefix}`)),
    ...of('/user')
      .filter(words => words.get('password') !== undefined)
      .map(
        words =>
          `user ${words.get('name')} ${words.get('group') === 'full' ? 'full' : 'read'} ${secretIn(words.get('password'))}`,
      ),
    ...of('/radius').map(words => `radius ${words.get('address')} ${secretIn(words.get('secret'))}`),
  ]
}
