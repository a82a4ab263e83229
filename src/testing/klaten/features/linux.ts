import { addressIn, isInside, networkIs, sameSubnet } from '../address.ts'
import { farEnd, linkEnd, linkPorts } from '../ends.ts'
import type { Entry } from '../entry.ts'
import type { SegmentFacts } from '../facts.ts'
import { holds, same, type Feature, type View } from '../world.ts'

const always = (): boolean => true
const hasFibre = (view: View): boolean => linkPorts(view).length > 0
const frr = 'frr.conf'
const nft = 'nftables.conf'

/**
 * What the Linux router has. Leased circuits, NTP, syslog, SNMP, users and the banner are findings there (RTR003), and
 * no lines.
 */
export const linuxFeatures: readonly Feature[] = [
  {
    name: 'identity',
    platform: 'linux',
    applies: always,
    check: view => holds('no hostname', has(view, frr, '', `hostname ${view.router.id}`, true)),
    owns: ({ text }) => text.startsWith('hostname '),
  },
  {
    name: 'rollback advice in the header',
    platform: 'linux',
    applies: always,
    check: ({ entries, router }) =>
      [frr, nft].flatMap(file => [
        ...holds(
          `${file} does not begin with its router`,
          entries.find(entry => entry.file === file && entry.text.includes(`${router.id}: `))?.menu === '#',
        ),
        ...['systemd-run', '.before', 'systemctl stop'].flatMap(advice =>
          holds(
            `${file}: no advice: ${advice}`,
            entries.some(entry => entry.file === file && entry.menu === '#' && entry.text.includes(advice)),
          ),
        ),
      ]),
    owns: ({ menu }) => menu === '#',
  },
  {
    name: 'interfaces',
    platform: 'linux',
    applies: always,
    check: view =>
      [...linkPorts(view).map(({ port }) => port), view.router.trunk].flatMap(port => [
        ...holds(`no unit for ${port}`, has(view, `networkd/20-${port}.network`, 'Match', `Name=${port}`)),
        ...holds(`no MTU for ${port}`, has(view, `networkd/20-${port}.network`, 'Link', 'MTUBytes=1500')),
      ]),
    owns: ({ file }) => file.startsWith('networkd/20-'),
  },
  {
    name: 'VLANs',
    platform: 'linux',
    applies: always,
    check: view =>
      view.router.segments.flatMap(segment => [
        ...holds(
          `no device ${device(segment)}`,
          has(view, `networkd/40-${device(segment)}.netdev`, 'VLAN', `Id=${segment.vlan}`),
        ),
        ...holds(
          `${device(segment)} is not on the trunk`,
          has(view, `networkd/20-${view.router.trunk}.network`, 'Network', `VLAN=${device(segment)}`),
        ),
      ]),
    owns: ({ file, text }) => file.endsWith('.netdev') || text.startsWith('VLAN='),
  },
  ...([4, 6] as const).map(
    (family): Feature => ({
      name: `IPv${family} addresses`,
      platform: 'linux',
      applies: always,
      check: view => [
        ...holds('no loopback', addressOf(view, 'lo', family)?.endsWith(family === 4 ? '/32' : '/128') ?? false),
        ...view.router.segments.flatMap(segment => addressFaults(view, segment, family)),
      ],
      owns: ({ text }) =>
        text.startsWith(family === 4 ? 'ip address' : 'ipv6 address') ||
        (text.startsWith('Address=') && text.includes(':') === (family === 6)),
    }),
  ),
  {
    name: 'OSPFv2 and v3 on owned fibre',
    platform: 'linux',
    applies: hasFibre,
    check: view => [
      ...(['ospf', 'ospf6'] as const).flatMap(daemon => [
        ...holds(`${daemon}d does not run`, has(view, 'daemons', '', `${daemon}d=yes`, true)),
        ...holds(
          `no router id of ${daemon}`,
          has(view, frr, `router ${daemon}`, `${daemon} router-id ${addressIn(addressOf(view, 'lo', 4) ?? '')}`),
        ),
      ]),
      ...linkPorts(view).flatMap(link => linkFaults(view, link)),
      ...['lo', ...view.router.segments.map(device)].flatMap(name =>
        ['ip ospf area 0', 'ip ospf passive', 'ipv6 ospf6 area 0', 'ipv6 ospf6 passive'].flatMap(text =>
          holds(`${name}: no ${text}`, has(view, frr, `interface ${name}`, text)),
        ),
      ),
    ],
    owns: ({ text, menu }) =>
      (/\bospf6?\b/.test(text) && !/bfd|message-digest/.test(text)) || menu.startsWith('router ospf'),
  },
  {
    name: 'OSPF authentication',
    platform: 'linux',
    applies: hasFibre,
    check: view =>
      linkPorts(view).flatMap(link => [
        ...same(`kind and key of ${link.port}`, linkEnd(view, link.port).key, farEnd(view, link).key),
        ...holds(
          "not the network's key",
          linkEnd(view, link.port).key?.includes(`<secret:${view.world.facts.network.routing.ospf_key.secret}/`) ??
            false,
        ),
      ]),
    owns: ({ text }) => text.includes('message-digest'),
  },
  {
    name: 'BFD on owned fibre',
    platform: 'linux',
    applies: hasFibre,
    check: view =>
      linkPorts(view).flatMap(link => {
        const [own, far] = [linkEnd(view, link.port), farEnd(view, link)]
        return [
          ...same(`interval of ${link.port}`, own.interval, far.interval),
          ...same(`multiplier of ${link.port}`, own.multiplier, far.multiplier),
          ...holds(`OSPF does not ask BFD on ${link.port}`, own.watched),
          ...holds('bfdd does not run', has(view, 'daemons', '', 'bfdd=yes', true)),
        ]
      }),
    owns: ({ menu, text }) => menu === 'bfd' || text.includes('bfd'),
  },
  {
    name: 'no default of its own',
    platform: 'linux',
    applies: always,
    check: ({ entries }) =>
      holds(
        'a site makes a default',
        !entries.some(({ text }) => text.includes('default-information') || text.startsWith('ip route 0.0.0.0/0')),
      ),
    owns: () => false,
  },
  {
    name: 'default deny',
    platform: 'linux',
    applies: always,
    check: view =>
      (['input', 'forward'] as const).flatMap(chain =>
        holds(
          `${chain} does not drop`,
          has(view, nft, chain, `type filter hook ${chain} priority filter; policy drop;`),
        ),
      ),
    owns: ({ text }) => text.includes('policy drop'),
  },
  {
    name: 'zones',
    platform: 'linux',
    applies: always,
    check: view => [
      ...view.router.segments.flatMap(segment =>
        holds(
          `${device(segment)} is not in its zone`,
          has(view, nft, `if-zone-${segment.zone}`, `"${device(segment)}",`),
        ),
      ),
      ...Object.entries(view.world.facts.network.zones).flatMap(([zone, { v4 }]) =>
        holds(
          `no pool of ${zone}`,
          has(view, nft, `net4-zone-${zone}`, `${v4},`) &&
            view.entries.some(({ menu }) => menu === `net6-zone-${zone}`),
        ),
      ),
      ...reachFaults(view),
    ],
    owns: ({ file, menu, text }) => file === nft && (menu.includes('zone-') || /comment "[a-z]+-(to|into)-/.test(text)),
  },
  {
    name: 'source checks',
    platform: 'linux',
    applies: always,
    check: view =>
      view.router.segments.flatMap(segment =>
        ([4, 6] as const).flatMap(family => {
          const pattern = new RegExp(
            `^iifname "${device(segment)}" ip${family === 4 ? '' : '6'} saddr != (?:\\{ )?([0-9a-f.:/]+).*counter drop`,
          )
          const prefix = view.entries
            .filter(({ menu }) => menu === 'sources')
            .map(({ text }) => pattern.exec(text)?.[1])
            .find(found => found !== undefined)
          return holds(
            `${device(segment)} lets foreign v${family} sources in`,
            prefix !== undefined && networkIs(addressOf(view, device(segment), family) ?? '', prefix),
          )
        }),
      ),
    owns: ({ menu }) => menu === 'sources',
  },
  {
    name: 'transit before state',
    platform: 'linux',
    applies: hasFibre,
    check: view => {
      const chain = view.entries.filter(({ menu }) => menu === 'forward').map(({ text }) => text)
      const transit = chain.findIndex(text =>
        text.startsWith('iifname @if-backbone oifname @if-backbone counter accept'),
      )
      const state = chain.findIndex(text => text.startsWith('ct state'))
      return [
        ...holds('state is looked at before transit', transit >= 0 && state >= 0 && transit < state),
        ...linkPorts(view).flatMap(({ port }) =>
          holds(`${port} is not backbone`, has(view, nft, 'if-backbone', `"${port}",`)),
        ),
      ]
    },
    owns: ({ text }) => text.includes('comment "transit"'),
  },
  {
    name: 'management from the NOC only',
    platform: 'linux',
    applies: always,
    check: view => [
      ...(['ip saddr @net4-noc', 'ip6 saddr @net6-noc'] as const).flatMap(source => [
        ...['tcp dport 22', 'udp dport 161'].flatMap(port =>
          holds(
            `no ${source} ${port}`,
            view.entries.some(
              ({ menu, text }) => menu === 'input' && text.startsWith(`iifname @if-backbone ${source} ${port} `),
            ),
          ),
        ),
      ]),
      ...view.entries
        .filter(
          ({ menu, text }) =>
            menu === 'input' && /dport (22|161)\b/.test(text) && !text.includes('-noc') && !text.includes('if-local'),
        )
        .map(({ text }) => `open to others: ${text}`),
      ...holds(
        'no pool of the NOC',
        Object.values(view.world.facts.network.zones)
          .filter(({ kind }) => kind === 'noc')
          .every(({ v4 }) => has(view, nft, 'net4-noc', `${v4},`)),
      ),
    ],
    owns: ({ menu, text }) => menu === 'net4-noc' || /-from-noc/.test(text),
  },
  {
    name: 'DHCP',
    platform: 'linux',
    applies: ({ router }) => router.segments.some(({ dhcp }) => dhcp),
    check: view =>
      view.router.segments.flatMap(segment => {
        const unit = `networkd/40-${device(segment)}.network`
        if (!segment.dhcp)
          return holds(`${segment.id} is served, against the YAML`, !has(view, unit, 'Network', 'DHCPServer=yes'))
        const { services } = view.world.facts.network
        return [
          ...['DHCPServer=yes'].flatMap(text => holds(`${segment.id}: no ${text}`, has(view, unit, 'Network', text))),
          ...[
            `Router=${addressIn(addressOf(view, device(segment), 4) ?? '')}`,
            `DNS=${services.dns.v4[0]}`,
            `NTP=${services.ntp.v4[0]}`,
          ].flatMap(text => holds(`${segment.id}: no ${text}`, has(view, unit, 'DHCPServer', text))),
          ...(segment.tftp === undefined
            ? []
            : holds(
                `${segment.id}: no settings server`,
                has(view, unit, 'DHCPServer', `SendOption=150:ipv4address:${segment.tftp}`),
              )),
        ]
      }),
    owns: ({ menu, text }) => menu === 'DHCPServer' || text === 'DHCPServer=yes',
  },
  {
    name: 'router advertisements',
    platform: 'linux',
    applies: always,
    check: view =>
      view.router.segments.flatMap(segment =>
        holds(`none on ${device(segment)}`, has(view, frr, `interface ${device(segment)}`, 'no ipv6 nd suppress-ra')),
      ),
    owns: ({ text }) => text.includes('ipv6 nd'),
  },
]

function device({ vlan }: SegmentFacts): string {
  return `vlan${vlan}`
}

function has({ entries }: View, file: string, menu: string, text: string, anywhere = false): boolean {
  return entries.some((entry: Entry) => entry.file === file && (anywhere || entry.menu === menu) && entry.text === text)
}

/** In FRR's file and in networkd's unit alike. */
function addressOf(view: View, name: string, family: 4 | 6): string | undefined {
  const words = family === 4 ? 'ip address ' : 'ipv6 address '
  const address = view.entries
    .find(({ file, menu, text }) => file === frr && menu === `interface ${name}` && text.startsWith(words))
    ?.text.slice(words.length)
  const unit = name === 'lo' ? 'networkd/10-lo.network' : `networkd/40-${name}.network`
  return address !== undefined && has(view, unit, 'Network', `Address=${address}`) ? address : undefined
}

function addressFaults(view: View, segment: SegmentFacts, family: 4 | 6): string[] {
  const address = addressOf(view, device(segment), family) ?? '0.0.0.0/32'
  if (family === 6) return holds(`${segment.id} has no /64`, address.endsWith('::1/64'))
  const pool = view.world.facts.network.zones[segment.zone]?.v4 ?? ''
  return [
    ...holds(`${segment.id} (${address}) is outside ${pool}`, isInside(address, pool)),
    ...holds(`${segment.id} has no room`, 2 ** (32 - Number(address.split('/')[1])) >= segment.hosts + 3),
  ]
}

function linkFaults(view: View, link: ReturnType<typeof linkPorts>[number]): string[] {
  const [own, far] = [linkEnd(view, link.port), farEnd(view, link)]
  return [
    ...holds(
      `${own.v4} and ${far.v4} are not one link`,
      own.v4 !== undefined && far.v4 !== undefined && sameSubnet(own.v4, far.v4),
    ),
    ...holds(
      `${own.v6} and ${far.v6} are not one link`,
      own.v6 !== undefined && far.v6 !== undefined && sameSubnet(own.v6, far.v6),
    ),
    ...same('cost', own.cost, far.cost),
    ...same('v3 cost', own.cost3, far.cost3),
    ...same('cost', own.cost, String(Math.round(100_000 / link.speed))),
    ...same('MTU', own.mtu, far.mtu),
    ...[
      'ip ospf area 0',
      'ip ospf network point-to-point',
      'ipv6 ospf6 area 0',
      'ipv6 ospf6 network point-to-point',
    ].flatMap(text => holds(`${link.port}: no ${text}`, has(view, frr, `interface ${link.port}`, text))),
  ]
}

function reachFaults(view: View): string[] {
  const { zones } = view.world.facts.network
  const forward = view.entries.filter(({ menu }) => menu === 'forward').map(({ text }) => text)
  const here = [...new Set(view.router.segments.map(({ zone }) => zone))]
  return here.flatMap(zone => [
    ...(zones[zone]?.reaches ?? []).flatMap(to =>
      holds(
        `${zone} does not reach ${to}`,
        forward.some(
          text =>
            text.includes('accept') &&
            text.startsWith(`iifname @if-zone-${zone} `) &&
            (to === 'internet' ? text.includes('oifname @if-backbone') : text.includes(`daddr @net4-zone-${to} `)),
        ),
      ),
    ),
    ...Object.keys(zones)
      .filter(to => zones[zone]?.reaches.includes(to) === false)
      .flatMap(to =>
        holds(
          `${zone} reaches ${to}, against the YAML`,
          !forward.some(
            text =>
              text.includes('accept') &&
              text.startsWith(`iifname @if-zone-${zone} `) &&
              text.includes(`@net4-zone-${to} `),
          ),
        ),
      ),
  ])
}
