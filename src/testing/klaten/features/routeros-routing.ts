import { addressIn, sameSubnet } from '../address.ts'
import { farEnd, linkEnd, linkPorts, tunnelName, tunnelsAt, uplinksAt } from '../ends.ts'
import { tunnelsOf, type TunnelFacts } from '../facts.ts'
import { commands, holds, same, viewOf, wants, type Feature, type View } from '../world.ts'
import { addressOn, loopback } from './routeros-basics.ts'

const hasFibre = (view: View): boolean => linkPorts(view).length > 0
const isLeased = (view: View): boolean => tunnelsAt(view).length > 0

/** OSPF on owned fibre, eBGP over leased circuits, iBGP between the cores, and the default. */
export const routing: readonly Feature[] = [
  {
    name: 'OSPFv2 and v3 on owned fibre',
    platform: 'routeros',
    applies: hasFibre,
    check: view => [
      ...(['2', '3'] as const).flatMap(version =>
        wants(view, '/routing ospf instance', { version, 'router-id': addressIn(loopback(view, '/ip address') ?? '') }),
      ),
      ...(['v2', 'v3'] as const).flatMap(version => [
        ...wants(view, '/routing ospf area', {
          name: `backbone-${version}`,
          instance: `ospf-${version}`,
          'area-id': '0.0.0.0',
        }),
        ...['lo0', ...view.router.segments.map(({ id }) => `vlan-${id}`)].flatMap(name =>
          holds(`${name} is not passive in ${version}`, passive(view, name, version)),
        ),
      ]),
      ...linkPorts(view).flatMap(link => linkFaults(view, link)),
    ],
    owns: ({ menu }) => menu.startsWith('/routing ospf'),
  },
  {
    name: 'OSPF authentication',
    platform: 'routeros',
    applies: hasFibre,
    check: view =>
      linkPorts(view).flatMap(link => [
        ...holds(
          `${link.port} is not signed by the network's key`,
          linkEnd(view, link.port).key?.includes(`<secret:${view.world.facts.network.routing.ospf_key.secret}/`) ??
            false,
        ),
        ...same(`kind and key of ${link.port}`, linkEnd(view, link.port).key, farEnd(view, link).key),
      ]),
    owns: ({ menu, words }) => menu === '/routing ospf interface-template' && words.has('auth'),
  },
  {
    name: 'BFD on owned fibre',
    platform: 'routeros',
    applies: hasFibre,
    check: view =>
      linkPorts(view).flatMap(link => {
        const [own, far] = [linkEnd(view, link.port), farEnd(view, link)]
        return [
          ...same(`interval of ${link.port}`, own.interval, far.interval),
          ...same(`multiplier of ${link.port}`, own.multiplier, far.multiplier),
          ...holds(`OSPF does not ask BFD on ${link.port}`, own.watched),
          ...same('interval', own.interval, '300'),
        ]
      }),
    owns: ({ menu, words }, view) =>
      menu === '/routing bfd configuration' && linkPorts(view).some(({ port }) => words.get('interfaces') === port),
  },
  {
    name: 'eBGP over leased circuits',
    platform: 'routeros',
    applies: isLeased,
    check: view => tunnelsAt(view).flatMap(tunnel => bgpFaults(view, tunnel)),
    owns: ({ menu, words }) => menu === '/routing bgp connection' && words.get('local.role') === 'ebgp',
  },
  {
    name: 'BGP policy',
    platform: 'routeros',
    applies: isLeased,
    check: policyFaults,
    owns: ({ menu, words }) => menu === '/routing filter rule' && /^(hub|leased)-/.test(words.get('chain') ?? ''),
  },
  {
    name: 'prefixes of its own',
    platform: 'routeros',
    applies: isLeased,
    check: view => [
      ...ownPrefixes(view).flatMap(prefix =>
        [
          ...commands(view, '/ip firewall address-list', { list: 'bgp-own' }),
          ...commands(view, '/ipv6 firewall address-list', { list: 'bgp-own' }),
        ].some(({ words }) => words.get('address') === prefix)
          ? []
          : [`${prefix} is not announced`],
      ),
    ],
    owns: ({ menu, words }) => menu.endsWith('address-list') && words.get('list') === 'bgp-own',
  },
  {
    name: 'BFD over leased circuits',
    platform: 'routeros',
    applies: isLeased,
    check: view =>
      tunnelsAt(view).flatMap(tunnel => {
        const name = tunnelName(tunnel)
        const [own, far] = [view, farView(view, tunnel)].map(
          end => commands(end, '/routing bfd configuration', { interfaces: name })[0]?.words,
        )
        return [
          ...same(`interval of ${name}`, own?.get('min-tx'), far?.get('min-tx')),
          ...same(`multiplier of ${name}`, own?.get('multiplier'), far?.get('multiplier')),
          ...same('interval', own?.get('min-rx'), '1000ms'),
        ]
      }),
    owns: ({ menu, words }) =>
      menu === '/routing bfd configuration' && words.get('interfaces')?.startsWith('wg-') === true,
  },
  {
    name: 'iBGP between the cores',
    platform: 'routeros',
    applies: ({ router }) => router.core,
    check: view => coresBeside(view).flatMap(core => ibgpFaults(view, core)),
    owns: ({ menu, words }) => menu === '/routing bgp connection' && words.get('local.role') === 'ibgp',
  },
  {
    name: 'leased sites handed on to OSPF, tagged',
    platform: 'routeros',
    applies: ({ router }) => router.core,
    check: view => [
      ...commands(view, '/routing ospf instance').flatMap(({ words }) => [
        ...same('redistribute', words.get('redistribute'), 'bgp'),
        ...same('in-filter-chain', words.get('in-filter-chain'), 'ospf-in'),
        ...same('out-filter-chain', words.get('out-filter-chain'), 'ospf-out'),
      ]),
      ...holds('the tag is not refused on the way back', rule(view, 'ospf-in', /ospf-ext-tag == 33010\) \{ reject/)),
      ...holds('leased routes are not tagged', rule(view, 'ospf-out', /protocol bgp .*set ospf-ext-tag 33010; accept/)),
    ],
    owns: ({ menu, words }) => menu === '/routing filter rule' && /^ospf-/.test(words.get('chain') ?? ''),
  },
  {
    name: 'default from the cores only, while an uplink lives',
    platform: 'routeros',
    applies: () => true,
    check: view =>
      view.router.core
        ? coreDefault(view)
        : holds(
            'a site makes a default',
            !view.entries.some(
              ({ menu, text }) =>
                (menu === '/routing ospf instance' && text.includes('originate-default')) ||
                (menu === '/ip route' && text.includes('dst-address=0.0.0.0/0')),
            ),
          ),
    owns: ({ menu, words }) =>
      words.has('originate-default') ||
      words.get('output.default-originate') !== undefined ||
      (menu === '/ip route' && words.get('check-gateway') === 'ping'),
  },
]

function linkFaults(view: View, link: ReturnType<typeof linkPorts>[number]): string[] {
  const [own, far] = [linkEnd(view, link.port), farEnd(view, link)]
  return [
    ...holds(
      `${link.port} (${own.v4}) and ${link.far.router} (${far.v4}) are not one v4 link`,
      own.v4 !== undefined && far.v4 !== undefined && sameSubnet(own.v4, far.v4),
    ),
    ...holds(
      `${link.port} (${own.v6}) and ${link.far.router} (${far.v6}) are not one v6 link`,
      own.v6?.endsWith('/127') === true && far.v6 !== undefined && sameSubnet(own.v6, far.v6),
    ),
    ...same(`cost of ${link.port}`, own.cost, String(Math.round(100_000 / link.speed))),
    ...same(`cost of ${link.port}`, own.cost, far.cost),
    ...same(`v3 cost of ${link.port}`, own.cost3, far.cost3),
    ...same(`MTU of ${link.port}`, own.mtu, far.mtu),
    ...same(`MTU of ${link.port}`, own.mtu, String(link.mtu)),
  ]
}

function passive(view: View, name: string, version: string): boolean {
  return commands(view, '/routing ospf interface-template', { interfaces: name, area: `backbone-${version}` }).some(
    ({ text }) => text.endsWith(' passive'),
  )
}

/** The router at a tunnel's other end. */
export function farView(view: View, { circuit, core }: TunnelFacts): View {
  return viewOf(view.world, view.router.core ? circuit.site.id : core)
}

function connectionName(tunnel: TunnelFacts, core: boolean, family: 4 | 6): string {
  return `${core ? 'leased' : 'hub'}-${tunnel.circuit.circuit}-${tunnel.end}-v${family}`
}

function bgpFaults(view: View, tunnel: TunnelFacts): string[] {
  const far = farView(view, tunnel)
  return ([4, 6] as const).flatMap(family => {
    const own = commands(view, '/routing bgp connection', { name: connectionName(tunnel, view.router.core, family) })[0]
      ?.words
    const other = commands(far, '/routing bgp connection', { name: connectionName(tunnel, far.router.core, family) })[0]
      ?.words
    const menu = family === 4 ? '/ip address' : '/ipv6 address'
    const name = connectionName(tunnel, view.router.core, family)
    if (own === undefined) return [`no session ${name}`]
    return [
      ...same(`${name} remote.address`, own.get('remote.address'), other?.get('local.address')),
      ...same(
        `${name} remote.address`,
        own.get('remote.address'),
        addressIn(addressOn(far, menu, tunnelName(tunnel)) ?? ''),
      ),
      ...same(
        `${name} local.address`,
        own.get('local.address'),
        addressIn(addressOn(view, menu, tunnelName(tunnel)) ?? ''),
      ),
      ...same(`${name} remote.as`, own.get('remote.as'), asOf(far)),
      ...same(`${name} password`, own.get('tcp-md5-key'), other?.get('tcp-md5-key')),
      ...holds(
        `${name} has no key of its circuit`,
        own.get('tcp-md5-key')?.startsWith(`<secret:${view.world.facts.network.routing.bgp_key.secret}/circuit/`) ===
          true,
      ),
      ...same(`${name} use-bfd`, own.get('use-bfd'), 'yes'),
      ...same(`${name} role`, own.get('local.role'), 'ebgp'),
      ...same(`${name} filter`, own.get('input.filter'), name.replace(/-v\d$/, '-in')),
      ...same(`${name} filter`, own.get('output.filter-chain'), name.replace(/-v\d$/, '-out')),
      ...(view.router.core
        ? holds(`${name} has no limit of prefixes`, own.has(`input.limit-process-routes-ipv${family}`))
        : []),
    ]
  })
}

/** The AS that a router's own file gives it, in either dialect. */
function asOf(view: View): string | undefined {
  return (
    commands(view, '/routing bgp instance', { name: 'bgp-main' })[0]?.words.get('as') ??
    commands(view, '/routing bgp connection')
      .find(({ words }) => words.has('as'))
      ?.words.get('as')
  )
}

function policyFaults(view: View): string[] {
  return tunnelsAt(view).flatMap(tunnel => {
    const base = connectionName(tunnel, view.router.core, 4).replace(/-v4$/, '')
    const site = view.router.core ? farView(view, tunnel) : view
    const hub = ['0.0.0.0/0', '::/0', view.world.facts.network.addressing.v4]
    const [taken, given] = view.router.core ? [ownPrefixes(site), hub] : [hub, ownPrefixes(site)]
    return [
      ...taken.flatMap(prefix =>
        holds(
          `${base}-in does not take ${prefix}`,
          rule(
            view,
            `${base}-in`,
            new RegExp(`dst == ${escaped(prefix)}\\) \\{ set distance \\d+; set bgp-local-pref \\d+; accept`),
          ),
        ),
      ),
      ...given.flatMap(prefix =>
        holds(
          `${base}-out does not give ${prefix}`,
          rule(view, `${base}-out`, new RegExp(`dst == ${escaped(prefix)}\\) \\{ accept`)),
        ),
      ),
    ]
  })
}

function escaped(text: string): string {
  return text.replace(/[.]/g, '\\.')
}

function rule(view: View, chain: string, pattern: RegExp): boolean {
  return commands(view, '/routing filter rule', { chain }).some(({ words }) => pattern.test(words.get('rule') ?? ''))
}

/** Loopback and segments of a site by its own addresses; a core announces the whole network and its public prefixes. */
function ownPrefixes(view: View): string[] {
  if (view.router.core)
    return [
      view.world.facts.network.addressing.v4,
      ...uplinksAt(view)
        .filter(({ routing }) => routing.kind === 'bgp')
        .map(({ nat_pool }) => nat_pool),
    ]
  const segments = view.router.segments.flatMap(({ id }) => [
    commands(view, '/ip firewall raw', { 'in-interface': `vlan-${id}` }),
    commands(view, '/ipv6 firewall raw', { 'in-interface': `vlan-${id}` }),
  ])
  return [
    loopback(view, '/ip address') ?? '?',
    loopback(view, '/ipv6 address') ?? '?',
    ...segments.map(([entry]) => entry?.words.get('src-address')?.slice(1) ?? '?'),
  ]
}

function coresBeside({ world, router }: View): string[] {
  return [...world.facts.routers.values()].filter(({ core, id }) => core && id !== router.id).map(({ id }) => id)
}

function ibgpFaults(view: View, core: string): string[] {
  const far = viewOf(view.world, core)
  return ([4, 6] as const).flatMap(family => {
    const own = commands(view, '/routing bgp connection', { name: `${core}-v${family}` })[0]?.words
    const menu = family === 4 ? '/ip address' : '/ipv6 address'
    return [
      ...same('remote.address', own?.get('remote.address'), addressIn(loopback(far, menu) ?? '')),
      ...same('local.address', own?.get('local.address'), addressIn(loopback(view, menu) ?? '')),
      ...same('remote.as', own?.get('remote.as'), String(view.world.facts.network.as_numbers.hub)),
      ...same('nexthop-choice', own?.get('nexthop-choice'), 'force-self'),
      ...same('local.role', own?.get('local.role'), 'ibgp'),
    ]
  })
}

/**
 * BGP with the provider, or a default that hangs on a probe; OSPF and the leased sites hear of it while it is
 * installed.
 */
function coreDefault(view: View): string[] {
  return [
    ...commands(view, '/routing ospf instance').flatMap(({ words }) =>
      same('originate-default', words.get('originate-default'), 'if-installed'),
    ),
    ...holds('no OSPF instance', commands(view, '/routing ospf instance').length === 2),
    ...tunnelsOf(view.world.facts)
      .filter(({ core }) => core === view.router.id)
      .flatMap(tunnel =>
        ([4, 6] as const).flatMap(family =>
          wants(view, '/routing bgp connection', {
            name: connectionName(tunnel, true, family),
            'output.default-originate': 'if-installed',
          }),
        ),
      ),
    ...uplinksAt(view).flatMap(({ uplink, address, routing }) =>
      routing.kind === 'bgp'
        ? wants(view, '/routing bgp connection', {
            name: `${uplink}-v4`,
            'remote.address': address.gateway,
            'remote.as': String(routing.as),
            'local.role': 'ebgp',
          })
        : [
            ...wants(view, '/ip route', { 'dst-address': `${routing.probe}/32`, gateway: address.gateway }),
            ...wants(view, '/ip route', {
              'dst-address': '0.0.0.0/0',
              gateway: String(routing.probe),
              'check-gateway': 'ping',
            }),
          ],
    ),
  ]
}
