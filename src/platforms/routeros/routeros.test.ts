import { describe, expect, it } from 'vitest'
import type { Intent } from '../../intent/intent.ts'
import { lineText, type Line } from '../text/line.ts'
import { backupSite, core, ringSite, kinds, leasedSite, type DialectId } from './routeros.fixture.ts'
import { linesBy, secretsIn } from '../../testing/intents/written.ts'
import { nameFaults } from './routeros.names.ts'
import { skipped, treeErrors, treesAbsent } from './routeros.tree.ts'
import { routerosRenderer } from './routeros.ts'

const dialects: readonly DialectId[] = ['7.12', '7.18', '7.19', '7.20']
const cases = dialects.flatMap(dialect => kinds.map(([name, make]) => ({ name, dialect, intent: make(dialect) })))

const linesOf = (intent: Intent): readonly Line[] => linesBy(routerosRenderer, intent)

function scriptOf(intent: Intent): string {
  return linesOf(intent).map(lineText).join('\n') + '\n'
}

/** The lines of a menu, without its path. */
function section(intent: Intent, path: string): string[] {
  const found: string[] = []
  let menu = ''
  for (const text of scriptOf(intent).split('\n')) {
    const [, own, command] = /^(\/.*?) ((?:add|set|remove) .*)$/.exec(text) ?? []
    if (text.startsWith('/')) menu = own ?? text
    if (menu === path && !text.startsWith('/')) found.push(text)
    if (own === path && command !== undefined) found.push(command)
  }
  return found
}

describe.each(cases)('$name, $dialect', ({ intent }) => {
  it('is one file, named for the host', () =>
    expect(routerosRenderer.render(intent).map(({ name }) => name)).toEqual([`${intent.identity.hostname.value}.rsc`]))
  it('defines every name before its use, each once', () => expect(nameFaults(scriptOf(intent))).toEqual([]))
  it('gives every line a place or a practice', () => {
    expect(
      linesOf(intent)
        .filter(({ from, practice }) => from.length === 0 && practice === undefined)
        .map(lineText),
    ).toEqual([])
  })
  it('is plain ASCII, one command a line', () => expect(scriptOf(intent)).toMatch(/^[\x20-\x7e\n]*$/))
  it('ends every chain in both families with a drop', () => {
    for (const path of ['/ip firewall filter', '/ipv6 firewall filter']) {
      for (const chain of ['input', 'forward']) {
        expect(
          section(intent, path)
            .filter(text => text.includes(`chain=${chain} `))
            .at(-1),
        ).toBe(`add chain=${chain} action=drop comment="default deny"`)
      }
    }
  })
  it('never speeds past the queues', () => expect(scriptOf(intent)).not.toContain('fasttrack'))
  it('is the same on every run', () => expect(scriptOf(intent)).toBe(scriptOf(intent)))
})

it('names a place for at least 60 % of the lines', () => {
  const lines = cases.flatMap(({ intent }) => linesOf(intent))
  expect(lines.filter(({ from }) => from.length > 0).length / lines.length).toBeGreaterThan(0.6)
})

describe('the name checker', () => {
  it.each([
    ['/ip address add address=10.0.0.1/24 interface=gone', 'interface=gone names nothing'],
    [
      '/ip dhcp-server add name=a interface=ether1 address-pool=p\n/ip pool add name=p ranges=10.0.0.2-10.0.0.3',
      'address-pool=p names nothing',
    ],
    ['/interface bridge\nadd name=x\nadd name=x', 'makes x twice'],
    ['/ip firewall filter add chain=input src-address-list=noc', 'src-address-list=noc names nothing'],
    ['/routing bgp connection add name=a input.filter=x', 'input.filter=x names nothing'],
  ])('finds the fault of %s', (script, fault) => expect(nameFaults(script).join('\n')).toContain(fault))
})

describe('a site on fibre', () => {
  const intent = ringSite('7.20')
  it('authenticates OSPFv2 in both kinds, and v3 only where the two ends agree', () => {
    const templates = section(intent, '/routing ospf interface-template')
    expect(
      templates
        .filter(text => text.includes('area=backbone-v2') && text.includes('type=ptp'))
        .map(text => /auth=(\w+)/.exec(text)?.[1]),
    ).toEqual(['sha256', 'md5'])
    expect(templates.filter(text => text.includes('area=backbone-v3') && text.includes('auth='))).toEqual([])
    const [link, ...others] = intent.fibre
    const signed = { ...intent, fibre: [{ ...link!, authentication3: 'hmac-sha-256' as const }, ...others] }
    expect(
      section(signed, '/routing ospf interface-template').filter(
        text => text.includes('area=backbone-v3') && text.includes('auth=sha256'),
      ),
    ).toHaveLength(1)
  })
  it('has passive interfaces without a value, and BFD on both links', () => {
    expect(section(intent, '/routing ospf interface-template')).toContain(
      'add area=backbone-v2 interfaces=vlan-data passive',
    )
    expect(
      section(intent, '/routing bfd configuration').every(text =>
        text.includes('min-rx=300ms min-tx=300ms multiplier=3'),
      ),
    ).toBe(true)
  })
  it('switches VLAN filtering on as its last act, and then says what it holds', () =>
    expect(lineText(linesOf(intent).at(-3)!)).toBe('/interface bridge set [ find name=br-lan ] vlan-filtering=yes'))
  it('serves DHCP with option 150 as a string within a string', () => {
    expect(section(intent, '/ip dhcp-server option')).toEqual([
      `add name=settings-voice code=150 value="'10.200.0.20'"`,
    ])
    expect(section(intent, '/ip pool')).toContain('add name=dhcp-data ranges=10.66.110.50-10.66.110.200')
  })
  it('checks sources at access interfaces in both families', () => {
    expect(section(intent, '/ip firewall raw')).toContain(
      'add chain=prerouting action=drop in-interface=vlan-data src-address=!10.66.110.0/24 comment="foreign source"',
    )
    expect(section(intent, '/ipv6 firewall raw')).toContain(
      'add chain=prerouting action=drop in-interface=vlan-voice src-address=!fd00:1:2:120::/64 comment="foreign source"',
    )
  })
  it("adds an account before it removes the factory's", () => {
    const users = section(intent, '/user')
    expect(users.findIndex(text => text.includes('group=full'))).toBeLessThan(
      users.indexOf('remove [ find name=admin ]'),
    )
  })
  it("keeps the factory's name where that is the account asked for", () => {
    const users = section(
      {
        ...intent,
        management: { ...intent.management, breakGlass: { ...intent.management.breakGlass, user: 'admin' } },
      },
      '/user',
    )
    expect(users.join('\n')).toContain('set [ find name=admin ] group=full')
    expect(users.join('\n')).not.toContain('remove')
  })
  it('holds secrets by name only', () => {
    expect(secretsIn(linesOf(intent))).toEqual([
      'break-glass',
      'ospf-key',
      'radius',
      'read-only',
      'snmp-auth',
      'snmp-priv',
    ])
  })
  it('answers names only where somebody may ask', () => {
    expect(section(intent, '/ip dns')).toContain('set allow-remote-requests=no')
    expect(section(leasedSite('7.20'), '/ip dns')).toContain('set allow-remote-requests=yes')
  })
})

describe('a leased site', () => {
  const intent = leasedSite('7.20')
  it('reaches tunnel ends over the provider only', () => {
    expect(section(intent, '/ip route')).toContain(
      'add dst-address=203.0.113.1/32 gateway=198.51.100.9 comment="end of a tunnel, never through a tunnel"',
    )
  })
  it('begins the WireGuard tunnel and keeps it alive', () => {
    expect(section(intent, '/interface wireguard peers').join('\n')).toMatch(
      /endpoint-address=203\.0\.113\.1 endpoint-port=51000 persistent-keepalive=25s/,
    )
  })
  it('encrypts GRE in transport mode', () => {
    expect(section(intent, '/ip ipsec policy').join('\n')).toContain(
      'tunnel=no src-address=198.51.100.10/32 dst-address=203.0.113.2/32 protocol=gre action=encrypt level=require',
    )
  })
  it('clamps segments to the tunnel in both families', () => {
    expect(section(intent, '/ip firewall mangle')[0]).toContain(
      'out-interface=wg-c1-core-1 protocol=tcp tcp-flags=syn tcp-mss=1381-65535 new-mss=1380',
    )
    expect(section(intent, '/ipv6 firewall mangle')[0]).toContain('tcp-mss=1361-65535 new-mss=1360')
  })
  it('takes default and summary at the leased distance, and announces its own only', () => {
    expect(section(intent, '/routing filter rule').slice(0, 6)).toEqual([
      'add chain=leased-c1-core-1-in rule="if (dst == 0.0.0.0/0) { set distance 150; set bgp-local-pref 200; accept }"',
      'add chain=leased-c1-core-1-in rule="if (dst == ::/0) { set distance 150; set bgp-local-pref 200; accept }"',
      'add chain=leased-c1-core-1-in rule="if (dst == 10.0.0.0/8) { set distance 150; set bgp-local-pref 200; accept }"',
      'add chain=leased-c1-core-1-in rule="if (dst == fd00:1:2::/48) { set distance 150; set bgp-local-pref 200; accept }"',
      'add chain=leased-c1-core-1-out rule="if (dst in 10.66.0.0/16 && dst-len <= 28) { accept }"',
      'add chain=leased-c1-core-1-out rule="if (dst in fd00:1:2::/48 && dst-len <= 64) { accept }"',
    ])
  })
  it('names the AS where its dialect wants it', () => {
    expect(section(intent, '/routing bgp instance')).toEqual([
      'add name=bgp-main as=4200000066 router-id=10.255.0.11 vrf=main',
    ])
    expect(section(intent, '/routing bgp connection')[0]).toContain('instance=bgp-main')
    expect(section(intent, '/routing bgp connection')[0]).toContain(' afi=ip ')
    const older = leasedSite('7.18')
    expect(section(older, '/routing bgp instance')).toEqual([])
    expect(section(older, '/routing bgp connection')[0]).toContain('as=4200000066 router-id=10.255.0.11')
    expect(section(older, '/routing bgp connection')[0]).toContain(' address-families=ip ')
  })
  it('shapes what leaves, routing first and then by class', () => {
    const queues = section(intent, '/queue simple').filter(text => text.includes('dst=wg-c1-core-1'))
    expect(queues.every(text => text.includes('max-limit=9600k/0'))).toBe(true)
    expect(queues.map(text => /packet-marks=(\S+) priority=(\d)/.exec(text)?.slice(1, 3))).toEqual([
      undefined,
      ['class-router', '1'],
      ['class-voice', '2'],
      ['class-data', '3'],
      ['no-mark', '8'],
    ])
    expect(section(intent, '/ip firewall mangle')).toContain(
      'add chain=forward action=mark-packet src-address=10.66.128.0/17 new-packet-mark=class-voice passthrough=no comment="voice"',
    )
  })
})

describe('a site with backup', () => {
  const intent = backupSite('7.18')
  it("keeps the provider's default in a table that only the tunnel end asks", () => {
    expect(section(intent, '/ip dhcp-client').join('\n')).toContain(
      'interface=ether5 add-default-route=yes default-route-tables=under-c9',
    )
    expect(section(intent, '/routing rule')).toEqual([
      'add dst-address=203.0.113.3/32 action=lookup-only-in-table table=under-c9 comment="end of a tunnel, never through a tunnel"',
    ])
  })
  it('shows the public key that nobody has made yet', () => {
    const parts = linesOf(intent).flatMap(({ parts }) => parts)
    expect(parts).toContainEqual({ missingKey: 'uplink-1' })
    expect(scriptOf(intent)).toContain('public-key="<public-key:uplink-1>"')
  })
})

describe('a core', () => {
  const intent = core('7.20')
  it('answers tunnels and begins none', () =>
    expect(section(intent, '/interface wireguard peers').join('\n')).not.toContain('endpoint'))
  it('has a static default only while an address behind the provider answers', () => {
    expect(section(intent, '/ip route')).toContain(
      'add dst-address=192.0.2.53/32 gateway=198.51.100.1 scope=10 comment="probe of uplink-b"',
    )
    expect(section(intent, '/ip route').join('\n')).toContain(
      'add dst-address=0.0.0.0/0 gateway=192.0.2.53 scope=30 target-scope=11 check-gateway=ping',
    )
  })
  it('hands leased routes on with a tag and refuses them on the way back', () => {
    expect(
      section(intent, '/routing ospf instance').every(text =>
        text.includes(
          'originate-default=if-installed redistribute=bgp in-filter-chain=ospf-in out-filter-chain=ospf-out',
        ),
      ),
    ).toBe(true)
    expect(
      section(intent, '/routing filter rule')
        .slice(0, 3)
        .map(text => /rule=("[^"]*")/.exec(text)?.[1]),
    ).toEqual([
      '"if (ospf-ext-tag == 65001) { reject } else { accept }"',
      '"if (dst == 0.0.0.0/0 || dst == ::/0) { set ospf-ext-type type1; set ospf-ext-metric 10; accept }"',
      '"if (protocol bgp && bgp-input-remote-as != 4200000000) { set ospf-ext-type type1; set ospf-ext-metric 20; set ospf-ext-tag 65001; accept }"',
    ])
  })
  it('announces a default to leased sites only while it has one', () => {
    const connections = section(intent, '/routing bgp connection')
    expect(connections.filter(text => text.includes('output.default-originate=if-installed'))).toHaveLength(12)
    expect(connections.find(text => text.includes('name=uplink-a-v4'))).not.toContain('default-originate')
  })
  it('speaks to the other core over loopbacks, with itself as next hop', () => {
    expect(section(intent, '/routing bgp connection').find(text => text.includes('name=core-2-v4'))).toMatch(
      /local\.role=ibgp local\.address=10\.255\.0\.11 .*nexthop-choice=force-self multihop=yes use-bfd=yes/,
    )
  })
  it('knows the provider by the AS that the provider knows it by', () => {
    expect(section(intent, '/routing bgp instance')).toContain(
      'add name=uplink-a as=64510 router-id=203.0.113.10 vrf=main',
    )
    expect(section(core('7.18'), '/routing bgp connection').find(text => text.includes('name=uplink-a-v4'))).toContain(
      'as=64510 ',
    )
  })
  it('takes nothing it did not name', () =>
    expect(section(intent, '/routing filter rule')).toContain('add chain=uplink-a-out rule="reject"'))
  it("translates to a pool of its own, and holds the addresses that lie in the provider's subnet", () => {
    expect(section(intent, '/ip firewall nat').map(text => /to-addresses=(\S+)/.exec(text)?.[1])).toEqual([
      '203.0.113.12-203.0.113.14',
      '192.0.2.0-192.0.2.7',
    ])
    expect(section(intent, '/ip address').filter(text => text.includes('/32 interface=ether1'))).toHaveLength(3)
  })
  it('translates prefixes both ways', () => {
    expect(
      section(intent, '/ipv6 firewall nat').map(text =>
        /action=(\w+).*address=(\S+) to-address=(\S+)/.exec(text)?.slice(1, 4),
      ),
    ).toEqual([
      ['netmap', 'fd00:1:2::/48', '2001:db8:1000::/48'],
      ['netmap', '2001:db8:1000::/48', 'fd00:1:2::/48'],
    ])
  })
})

describe("the vendor's command tree", () => {
  it.skipIf(treesAbsent).each(cases)(`accepts $name, $dialect${skipped}`, async ({ intent, dialect }) => {
    expect(await treeErrors(scriptOf(intent), dialect)).toEqual([])
  })

  it.skipIf(treesAbsent)(`is of use: a wrong word and a wrong value are found${skipped}`, async () => {
    const script = scriptOf(ringSite('7.20'))
    expect(await treeErrors(script.replace(' cost=100', ' kost=100'), '7.20')).toHaveLength(1)
    expect(await treeErrors(script.replace('type=ptp', 'type=p2p'), '7.20')).toHaveLength(1)
    expect(await treeErrors(scriptOf(leasedSite('7.20')), '7.18')).not.toEqual([])
  })
})
