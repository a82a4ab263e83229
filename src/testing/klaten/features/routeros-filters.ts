import { networkIs } from '../address.ts'
import { linkPorts, segmentInterface, tunnelsAt } from '../ends.ts'
import { commands, holds, wants, type Feature, type View } from '../world.ts'
import { addressOn } from './routeros-basics.ts'

const families = ['/ip firewall', '/ipv6 firewall'] as const
const isSite = ({ router }: View): boolean => !router.core
const hasBackbone = (view: View): boolean => linkPorts(view).length + tunnelsAt(view).length > 0

/** Zones with default deny, sources, transit, and who may manage; and what serves the hosts. */
export const filters: readonly Feature[] = [
  {
    name: 'default deny',
    platform: 'routeros',
    applies: () => true,
    check: view =>
      families.flatMap(family =>
        (['input', 'forward'] as const).flatMap(chain => {
          const last = commands(view, `${family} filter`, { chain }).at(-1)
          return holds(
            `${family} ${chain} does not end in a drop of everything`,
            last !== undefined && /^add chain=\w+ action=drop comment="default deny"$/.test(last.text),
          )
        }),
      ),
    owns: ({ menu, words }) => menu.endsWith('filter') && words.get('comment') === 'default deny',
  },
  {
    name: 'zones',
    platform: 'routeros',
    applies: isSite,
    check: view => [
      ...view.router.segments.flatMap(segment =>
        wants(view, '/interface list member', { list: `zone-${segment.zone}`, interface: segmentInterface(segment) }),
      ),
      ...Object.entries(view.world.facts.network.zones).flatMap(([zone, { v4 }]) => [
        ...wants(view, '/ip firewall address-list', { list: `zone-${zone}`, address: v4 }),
        ...wants(view, '/ipv6 firewall address-list', { list: `zone-${zone}` }),
      ]),
      ...families.flatMap(family => reachFaults(view, family)),
    ],
    owns: ({ menu, words }) => menu === '/interface list member' && words.get('list')?.startsWith('zone-') === true,
  },
  {
    name: 'what a zone reaches',
    platform: 'routeros',
    applies: view => isSite(view) && zonesHere(view).length > 0,
    check: view => families.flatMap(family => reachFaults(view, family)),
    owns: ({ menu, words }) => menu.endsWith('firewall filter') && /-(to|into)-/.test(words.get('comment') ?? ''),
  },
  {
    name: 'source checks',
    platform: 'routeros',
    applies: isSite,
    check: view =>
      families.flatMap(family =>
        view.router.segments.flatMap(segment => {
          const name = segmentInterface(segment)
          const [rule] = commands(view, `${family} raw`, { chain: 'prerouting', action: 'drop', 'in-interface': name })
          const own = addressOn(view, family === '/ip firewall' ? '/ip address' : '/ipv6 address', name) ?? ''
          return holds(
            `${name} lets foreign sources in`,
            networkIs(own, rule?.words.get('src-address')?.slice(1) ?? '0.0.0.0/0') &&
              rule?.words.get('src-address')?.startsWith('!') === true,
          )
        }),
      ),
    owns: ({ menu }) => menu.endsWith('firewall raw'),
  },
  {
    name: 'transit before state',
    platform: 'routeros',
    applies: hasBackbone,
    check: view => [
      ...families.flatMap(family => {
        const chain = commands(view, `${family} filter`, { chain: 'forward' }).map(({ words }) => words)
        const transit = chain.findIndex(
          words =>
            words.get('action') === 'accept' &&
            words.get('in-interface-list') === 'backbone' &&
            words.get('out-interface-list') === 'backbone' &&
            !words.has('connection-state'),
        )
        const state = chain.findIndex(words => words.has('connection-state'))
        return holds(`${family} looks at state before transit`, transit >= 0 && state >= 0 && transit < state)
      }),
      ...linkPorts(view).flatMap(({ port }) =>
        wants(view, '/interface list member', { list: 'backbone', interface: port }),
      ),
    ],
    owns: ({ menu, words }) => menu.endsWith('filter') && words.get('comment') === 'transit',
  },
  {
    name: 'management from the NOC only',
    platform: 'routeros',
    applies: () => true,
    check: view => [
      ...families.flatMap(family => [
        ...wants(view, `${family} filter`, {
          chain: 'input',
          action: 'accept',
          'in-interface-list': 'backbone',
          'src-address-list': 'noc',
          protocol: 'tcp',
          'dst-port': '22',
        }),
        ...wants(view, `${family} filter`, {
          chain: 'input',
          action: 'accept',
          'in-interface-list': 'backbone',
          'src-address-list': 'noc',
          protocol: 'udp',
          'dst-port': '161',
        }),
        ...commands(view, `${family} filter`, { chain: 'input', action: 'accept' })
          .filter(
            ({ words }) =>
              /\b(22|161)\b/.test(words.get('dst-port') ?? '') &&
              words.get('src-address-list') !== 'noc' &&
              words.get('in-interface-list') !== 'local',
          )
          .map(({ text }) => `open to others: ${text}`),
      ]),
      ...nocPools(view).flatMap(pool => [
        ...wants(view, '/ip firewall address-list', { list: 'noc', address: pool }),
        ...holds(
          'SSH is not held to the NOC',
          commands(view, '/ip service').some(
            ({ text, words }) =>
              text.startsWith('set ssh ') && words.get('address')?.split(',').includes(pool) === true,
          ),
        ),
      ]),
      ...['telnet', 'ftp', 'www', 'api', 'api-ssl', 'winbox'].flatMap(service =>
        holds(
          `${service} is on`,
          commands(view, '/ip service').some(
            ({ text }) =>
              text.startsWith('set telnet,') && text.includes(`${service}`) && text.endsWith(' disabled=yes'),
          ),
        ),
      ),
      ...['/tool mac-server', '/tool mac-server mac-winbox'].flatMap(menu =>
        wants(view, menu, { 'allowed-interface-list': 'none' }),
      ),
      ...wants(view, '/ip neighbor discovery-settings', { 'discover-interface-list': 'none' }),
    ],
    owns: ({ menu, words }) =>
      menu === '/ip service' ||
      menu.startsWith('/tool') ||
      (menu.endsWith('filter') && words.get('src-address-list') === 'noc'),
  },
  {
    name: 'DHCP',
    platform: 'routeros',
    applies: ({ router }) => router.segments.some(({ dhcp }) => dhcp),
    check: view =>
      view.router.segments.flatMap(({ id, dhcp, tftp, guest }) => {
        const name = `dhcp-${id}`
        if (!dhcp)
          return holds(`${id} is served, against the YAML`, commands(view, '/ip dhcp-server', { name }).length === 0)
        const address = addressOn(view, '/ip address', `vlan-${id}`) ?? ''
        const network = commands(view, '/ip dhcp-server network').find(({ words }) =>
          networkIs(address, words.get('address') ?? '0.0.0.0/0'),
        )?.words
        const { services, domain } = view.world.facts.network
        return [
          ...wants(view, '/ip pool', { name }),
          ...wants(view, '/ip dhcp-server', { name, interface: `vlan-${id}`, 'address-pool': name, disabled: 'no' }),
          ...holds(`${id}: gateway`, network?.get('gateway') === address.split('/')[0]),
          ...holds(`${id}: domain`, network?.get('domain') === domain),
          ...holds(
            `${id}: resolver`,
            network?.get('dns-server') === (guest ? address.split('/')[0] : services.dns.v4.join(',')),
          ),
          ...(tftp === undefined
            ? []
            : [
                ...wants(view, '/ip dhcp-server option', { code: '150', value: `'${tftp}'` }),
                ...holds(`${id}: option`, network?.get('dhcp-option') === `settings-${id}`),
              ]),
        ]
      }),
    owns: ({ menu }) => menu.startsWith('/ip dhcp-server') || menu === '/ip pool',
  },
]

function zonesHere({ router }: View): string[] {
  return [...new Set(router.segments.map(({ zone }) => zone))]
}

function nocPools({ world }: View): string[] {
  return Object.values(world.facts.network.zones)
    .filter(({ kind }) => kind === 'noc')
    .map(({ v4 }) => v4)
}

/** A rule for each zone that `reaches` names, towards it and from the backbone into it, and none between two others. */
function reachFaults(view: View, family: string): string[] {
  const { zones } = view.world.facts.network
  const forward = commands(view, `${family} filter`, { chain: 'forward', action: 'accept' }).map(({ words }) => words)
  const missing = zonesHere(view).flatMap(zone => [
    ...(zones[zone]?.reaches ?? []).flatMap(to =>
      holds(
        `${family}: ${zone} does not reach ${to}`,
        to === 'internet'
          ? forward.some(
              words =>
                words.get('in-interface-list') === `zone-${zone}` && words.get('out-interface-list') === 'backbone',
            )
          : forward.some(
              words =>
                words.get('in-interface-list') === `zone-${zone}` && words.get('dst-address-list') === `zone-${to}`,
            ),
      ),
    ),
    ...Object.entries(zones)
      .filter(([, { reaches }]) => reaches.includes(zone))
      .flatMap(([from]) =>
        holds(
          `${family}: ${from} does not come into ${zone}`,
          forward.some(
            words =>
              words.get('src-address-list') === `zone-${from}` && words.get('out-interface-list') === `zone-${zone}`,
          ),
        ),
      ),
  ])
  const strange = forward.flatMap(words => {
    const from = (
      words.get('in-interface-list') === 'backbone' ? words.get('src-address-list') : words.get('in-interface-list')
    )?.replace('zone-', '')
    const to = (words.get('dst-address-list') ?? words.get('out-interface-list'))?.replace('zone-', '')
    return from === undefined ||
      to === undefined ||
      zones[from] === undefined ||
      zones[to] === undefined ||
      zones[from].reaches.includes(to)
      ? []
      : [`${family}: ${from} reaches ${to}, against the YAML`]
  })
  return [...missing, ...strange]
}
