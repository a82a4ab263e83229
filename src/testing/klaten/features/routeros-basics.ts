import { addressIn, isInside } from '../address.ts'
import { commands, holds, same, wants, type Feature, type View } from '../world.ts'
import { circuitsAt, linkPorts, segmentInterface, uplinksAt } from '../ends.ts'

const always = (): boolean => true

/** What every RouterOS router has, whatever it is for. */
export const basics: readonly Feature[] = [
  {
    name: 'identity',
    platform: 'routeros',
    applies: always,
    check: view => [
      ...wants(view, '/system identity', { name: view.router.id }),
      ...wants(view, '/system clock', { 'time-zone-name': 'Asia/Jakarta' }),
    ],
    owns: ({ menu }) => menu === '/system identity' || menu === '/system clock',
  },
  {
    name: 'first load and way back in the header',
    platform: 'routeros',
    applies: always,
    check: ({ entries, router }) => [
      ...holds(
        'the file does not begin with its router',
        entries[0]?.menu === '#' && entries[0].text.includes(router.id),
      ),
      ...[
        '/system backup save',
        '/system scheduler remove [find name=serat-take-back]',
        `run-after-reset=${router.model === 'RB760iGS' ? 'flash/' : ''}${router.id}.rsc`,
      ].flatMap(advice =>
        holds(
          `no advice: ${advice}`,
          entries.some(({ menu, text }) => menu === '#' && text.includes(advice)),
        ),
      ),
    ],
    owns: ({ menu }) => menu === '#',
  },
  {
    name: 'fingerprint',
    platform: 'routeros',
    applies: always,
    check: view => wants(view, '/system script', { name: 'serat-state' }),
    owns: ({ menu }) => menu === '/system script',
  },
  {
    name: 'banner',
    platform: 'routeros',
    applies: always,
    check: view =>
      wants(view, '/system note', {
        'show-at-cli-login': 'yes',
        'show-at-login': 'yes',
        note: view.world.facts.network.banner.join('\r\n'),
      }),
    owns: ({ menu }) => menu === '/system note',
  },
  {
    name: 'interfaces',
    platform: 'routeros',
    applies: always,
    check: view => [
      ...portsInUse(view).flatMap(port => wants(view, '/interface ethernet', { 'default-name': port })),
      ...wants(view, '/interface bridge', { name: 'lo0' }),
    ],
    owns: ({ menu, words }) =>
      menu === '/interface ethernet' || (menu === '/interface bridge' && words.get('name') === 'lo0'),
  },
  {
    name: 'VLANs',
    platform: 'routeros',
    applies: ({ router }) => !router.core,
    check: view => [
      ...wants(view, '/interface bridge port', {
        bridge: 'br-lan',
        interface: view.router.trunk,
        'frame-types': 'admit-only-vlan-tagged',
      }),
      ...holds(
        'filtering is not switched on last',
        view.entries.filter(({ menu }) => menu !== ':' && menu !== '/system script').at(-1)?.text ===
          'set [ find name=br-lan ] vlan-filtering=yes',
      ),
      ...view.router.segments.flatMap(segment => vlanFaults(view, segment.id, segment.vlan)),
      ...holds('one VLAN for two segments', new Set(vlanIds(view)).size === vlanIds(view).length),
      ...Object.entries(view.router.desks).flatMap(([port, segment]) =>
        wants(view, '/interface bridge port', { interface: port, pvid: vlanOf(view, segment) ?? '?' }),
      ),
    ],
    owns: ({ menu, words }) =>
      /^\/interface bridge (port|vlan)$/.test(menu) ||
      (menu === '/interface vlan' && words.get('interface') === 'br-lan'),
  },
  {
    name: 'IPv4 addresses',
    platform: 'routeros',
    applies: always,
    check: view => [
      ...holds('no loopback', loopback(view, '/ip address')?.endsWith('/32') ?? false),
      ...view.router.segments.flatMap(segment => {
        const address = addressOn(view, '/ip address', segmentInterface(segment)) ?? '0.0.0.0/32'
        const pool = view.world.facts.network.zones[segment.zone]?.v4 ?? ''
        return [
          ...holds(`${segment.id} (${address}) is outside ${pool}`, isInside(address, pool)),
          ...holds(
            `${segment.id} (${address}) has no room for ${segment.hosts} hosts`,
            2 ** (32 - Number(address.split('/')[1])) >= segment.hosts + 3,
          ),
          ...(segment.pinned === undefined
            ? []
            : holds(`${segment.id} is not at its pin`, isInside(address, segment.pinned))),
        ]
      }),
    ],
    owns: ({ menu }) => menu === '/ip address',
  },
  {
    name: 'IPv6 addresses',
    platform: 'routeros',
    applies: always,
    check: view => [
      ...holds('no loopback', loopback(view, '/ipv6 address')?.endsWith('/128') ?? false),
      ...wants(view, '/ipv6 settings', { 'disable-ipv6': 'no', forward: 'yes' }),
      ...view.router.segments.flatMap(segment => [
        ...holds(
          `${segment.id} has no /64`,
          addressOn(view, '/ipv6 address', segmentInterface(segment))?.endsWith('::1/64') ?? false,
        ),
        ...wants(view, '/ipv6 nd', { interface: segmentInterface(segment) }),
      ]),
    ],
    owns: ({ menu }) => menu.startsWith('/ipv6 address') || menu === '/ipv6 nd',
  },
  {
    name: 'NTP',
    platform: 'routeros',
    applies: always,
    check: view =>
      wants(view, '/system ntp client', {
        enabled: 'yes',
        servers: view.world.facts.network.services.ntp.v4.join(','),
      }),
    owns: ({ menu }) => menu === '/system ntp client',
  },
  {
    name: 'DNS',
    platform: 'routeros',
    applies: always,
    check: view => [
      ...wants(view, '/ip dns', { servers: view.world.facts.network.services.dns.v4.join(',') }),
      ...wants(view, '/ip dns', {
        'allow-remote-requests': view.router.segments.some(({ guest }) => guest) ? 'yes' : 'no',
      }),
    ],
    owns: ({ menu }) => menu === '/ip dns',
  },
  {
    name: 'syslog',
    platform: 'routeros',
    applies: always,
    check: view => [
      ...wants(view, '/system logging action', {
        target: 'remote',
        remote: view.world.facts.network.services.syslog.v4,
        'src-address': addressIn(loopback(view, '/ip address') ?? ''),
      }),
      ...wants(view, '/system logging', { action: 'noc' }),
    ],
    owns: ({ menu }) => menu.startsWith('/system logging'),
  },
  {
    name: 'SNMPv3',
    platform: 'routeros',
    applies: always,
    check: snmpFaults,
    owns: ({ menu }) => menu.startsWith('/snmp'),
  },
  {
    name: 'users by reference',
    platform: 'routeros',
    applies: always,
    check: view => {
      const { break_glass: glass, read_only: looker, radius } = view.world.facts.network.management
      return [
        ...wants(view, '/user', {
          name: glass.user,
          group: 'full',
          password: `<secret:${glass.password.secret}/router/${view.router.id}>`,
        }),
        ...wants(view, '/user', {
          name: looker.user,
          group: 'noc_read',
          password: `<secret:${looker.password.secret}>`,
        }),
        ...wants(view, '/radius', {
          address: radius.server,
          secret: `<secret:${radius.secret.secret}/router/${view.router.id}>`,
          service: 'login',
        }),
        ...wants(view, '/user aaa', { 'use-radius': 'yes' }),
        ...holds(
          'the factory account stays',
          view.entries.some(({ menu, text }) => menu === '/user' && text === 'remove [ find name=admin ]'),
        ),
      ]
    },
    owns: ({ menu }) => /^\/(user|radius)/.test(menu),
  },
]

function snmpFaults(view: View): string[] {
  const { user, contact, trap_target, authentication, privacy } = view.world.facts.network.services.snmp
  return [
    ...wants(view, '/snmp community', {
      name: user,
      security: 'private',
      'authentication-password': `<secret:${authentication.secret}/router/${view.router.id}>`,
      'encryption-password': `<secret:${privacy.secret}/router/${view.router.id}>`,
      'write-access': 'no',
    }),
    ...wants(view, '/snmp community', { default: 'yes', 'read-access': 'no' }),
    ...wants(view, '/snmp', { enabled: 'yes', contact }),
    ...wants(view, '/snmp', { 'trap-version': '3', 'trap-target': trap_target, 'trap-community': user }),
    ...wants(view, '/snmp', { location: view.router.siteName }),
  ]
}

function portsInUse(view: View): string[] {
  const {
    world: { facts },
    router,
  } = view
  const handoffs = Object.values(facts.network.handoffs)
    .flatMap(({ ports }) => ports)
    .filter(end => end.router === router.id)
  return [
    ...linkPorts(view).map(({ port }) => port),
    ...handoffs.map(({ port }) => port),
    ...uplinksAt(view).map(({ port }) => port),
    ...(router.core
      ? []
      : [router.trunk, ...Object.keys(router.desks), ...circuitsAt(view).map(({ site }) => site.port)]),
  ]
}

function vlanFaults(view: View, segment: string, vlan: number | undefined): string[] {
  const id = vlanOf(view, segment)
  if (id === undefined) return [`no interface for ${segment}`]
  const bridged = commands(view, '/interface bridge vlan', { 'vlan-ids': id })
  return [
    ...(vlan === undefined ? [] : same(`VLAN of ${segment}`, id, String(vlan))),
    ...holds(
      `VLAN ${id} is not tagged on the trunk`,
      bridged.some(({ words }) => words.get('tagged') === `br-lan,${view.router.trunk}`),
    ),
  ]
}

function vlanOf(view: View, segment: string): string | undefined {
  return commands(view, '/interface vlan', { name: `vlan-${segment}` })[0]?.words.get('vlan-id')
}

function vlanIds(view: View): readonly (string | undefined)[] {
  return commands(view, '/interface vlan', { interface: 'br-lan' }).map(({ words }) => words.get('vlan-id'))
}

export function addressOn(view: View, menu: '/ip address' | '/ipv6 address', name: string): string | undefined {
  return commands(view, menu, { interface: name })[0]?.words.get('address')
}

export function loopback(view: View, menu: '/ip address' | '/ipv6 address'): string | undefined {
  return addressOn(view, menu, 'lo0')
}
