import { describe, expect, it } from 'vitest'
import type { Intent } from '../../intent/intent.ts'
import { fileText } from '../../lab/boot/secrets.ts'
import { bounded, junosSecret, quote, quoteLines, words } from './text.ts'
import { lineText, type Line } from '../text/line.ts'
import { intentOfRouter, replacing } from '../../testing/reference-intents.ts'
import { intentsAfter } from './junos.fixture.ts'
import { linesBy, secretsIn } from '../../testing/intents/written.ts'
import { nameFaults } from './junos.names.ts'
import { skipped, treeAbsent, treeErrors } from './junos.tree.ts'
import { junosRenderer } from './junos.ts'
import { owned } from './render/head.ts'

const linesOf = (intent: Intent): readonly Line[] => linesBy(junosRenderer, intent)

function textOf(intent: Intent): string {
  return linesOf(intent).map(lineText).join('\n')
}

/** Statements that begin so, without what they begin with. */
function under(intent: Intent, start: string): string[] {
  return textOf(intent)
    .split('\n')
    .filter(text => text.startsWith(`set ${start} `))
    .map(text => text.slice(start.length + 5))
}

const plain = intentsAfter()
const guests = intentsAfter(replacing('network.yaml', /status: suspended } #/, 'status: active } #'))
const hostile = intentsAfter(
  replacing(
    'opd/bpbd.yaml',
    'name: Badan Penanggulangan Bencana Daerah',
    String.raw`name: 'Badan "x"; set system root-authentication \ $a # – café <x>'`,
  ),
)
const gre = intentsAfter(replacing('circuits/penyedia-a.yaml', /role: primary/, 'role: primary\n  tunnel: gre-ipsec'))
const variants = { plain, guests, hostile, gre }

describe.each(Object.entries(variants))('the reference network, %s', (_name, intents) => {
  const all = [...intents.values()]
  it('is one file a router', () => {
    expect(all).toHaveLength(47)
    for (const intent of all)
      expect(junosRenderer.render(intent).map(({ name }) => name)).toEqual([`${intent.identity.hostname.value}.set`])
  })
  it('defines every name that it uses, and puts every routed interface into one zone', () => {
    expect(
      all.flatMap(intent => nameFaults(textOf(intent)).map(fault => `${intent.identity.hostname.value}: ${fault}`)),
    ).toEqual([])
  })
  it('gives every line a place or a practice, and a place to at least 60 %', () => {
    const lines = all.flatMap(linesOf)
    expect(lines.filter(({ from, practice }) => from.length === 0 && practice === undefined).map(lineText)).toEqual([])
    expect(lines.filter(({ from }) => from.length > 0).length / lines.length).toBeGreaterThan(0.6)
  })
  it('is plain ASCII, one statement a line, in hierarchies that the header names', () => {
    const lines = all.flatMap(intent => textOf(intent).split('\n'))
    expect(lines.filter(text => !/^[\x20-\x7e]+$/.test(text))).toEqual([])
    expect(new Set(lines.filter(text => !text.startsWith('#')).map(text => /^set (\S+) /.exec(text)?.[1]))).toEqual(
      new Set(owned.filter(name => lines.some(text => text.startsWith(`set ${name} `)))),
    )
  })
  it('is the same on every run', () => {
    for (const intent of all) expect(textOf(intent)).toBe(textOf(intent))
  })
  it.skipIf(treeAbsent)(`is accepted by the vendor's command tree${skipped}`, async () => {
    const errors = await Promise.all(
      all.map(async intent =>
        (await treeErrors(fileText(linesOf(intent)))).map(error => `${intent.identity.hostname.value}: ${error}`),
      ),
    )
    expect(errors.flat()).toEqual([])
  })
})

describe('the checkers', () => {
  const text = textOf(intentOfRouter(plain, 'bpbd'))
  it.each([
    [' bind-interface st0.8173', ' bind-interface st0.1', 'unit st0.1 names nothing'],
    ['set security zones security-zone zone-voice interfaces irb.120', '', 'irb.120: in no zone'],
    [' import hub-ckt-bpbd-cadangan-uplink-1-in', ' import gone', 'policy-statement gone names nothing'],
    [' match source-address zone-noc', ' match source-address zone-gone', 'address zone-gone names nothing'],
  ])('of names finds the fault of %s', (from, to, fault) =>
    expect(nameFaults(text.replace(from, to)).join('\n')).toContain(fault),
  )
  it.skipIf(treeAbsent)(`of words finds a wrong word and a wrong value${skipped}`, async () => {
    const good = fileText(linesOf(intentOfRouter(plain, 'bpbd')))
    expect(await treeErrors(good.replace(' interface-type p2p', ' interface-type ptp'))).toHaveLength(1)
    expect(await treeErrors(good.replace(' bind-interface ', ' bound-interface '))).toHaveLength(1)
  })
})

describe('text', () => {
  it('is quoted, and never a line of its own', () => {
    expect(quote('a "b" \\ c; # $d').text).toBe(String.raw`"a \"b\" \\ c; # $d"`)
    expect(() => quote('a\nset system services telnet')).toThrow('line break')
    expect(quoteLines(['a', 'b']).text).toBe('"a\\nb\\n"')
    expect(() => words('a b')).toThrow('not a bare word')
    expect(junosSecret('a"b\\c')).toBe(String.raw`a\"b\\c`)
    expect(() => junosSecret('a\nb')).toThrow('printable')
  })
  it('stays one statement where a name is hostile', () => {
    const lines = textOf(intentOfRouter(hostile, 'bpbd')).split('\n')
    expect(lines.filter(text => text.startsWith('set snmp location'))).toEqual([
      String.raw`set snmp location "Badan \"x\"; set system root-authentication \\ $a # - cafe x"`,
    ])
    expect(lines).toHaveLength(textOf(intentOfRouter(plain, 'bpbd')).split('\n').length)
    const { identity, ...rest } = intentOfRouter(plain, 'bpbd')
    expect(() =>
      linesOf({ ...rest, identity: { ...identity, siteName: { value: 'a\nset system services telnet', from: [] } } }),
    ).toThrow('line break')
    expect(() => linesOf({ ...rest, identity: { ...identity, hostname: { value: 'a b', from: [] } } })).toThrow(
      'not a bare word',
    )
  })
  it('cuts names that are too long, and tells them apart', () => {
    const long = 'x'.repeat(80)
    expect(bounded(long, 63)).toHaveLength(63)
    expect(bounded(long, 63)).not.toBe(bounded(`${long}y`, 63))
    expect(bounded('short', 63)).toBe('short')
  })
  it('holds secrets by name only', () => {
    expect(secretsIn(linesOf(intentOfRouter(plain, 'bpbd')))).toEqual([
      'aaa/radius/router/bpbd',
      'bgp/leased/circuit/ckt-bpbd-cadangan',
      'ospf/backbone/md5/utara-4',
      'ospf/backbone/md5/utara-5',
      'snmp/auth/router/bpbd',
      'snmp/priv/router/bpbd',
      'tunnel/ckt-bpbd-cadangan',
      'users/break-glass/router/bpbd',
      'users/noc-ro',
    ])
  })
})

describe('a site on a ring', () => {
  const intent = intentOfRouter(plain, 'bpbd')
  it('signs OSPFv2 and leaves OSPFv3 unsigned, with BFD on both', () => {
    expect(under(intent, 'protocols ospf area 0.0.0.0 interface xe-0/0/16.0')).toEqual([
      'interface-type p2p',
      'metric 10',
      'authentication md5 1 key "<secret:ospf/backbone/md5/utara-4>"',
      'bfd-liveness-detection minimum-interval 300',
      'bfd-liveness-detection multiplier 3',
    ])
    expect(
      under(intent, 'protocols ospf3').filter(text => text.includes('authentication') || text.includes('ipsec-sa')),
    ).toEqual([])
  })
  it('forwards transit past connection state, and asks policies about its own segments', () => {
    expect(under(intent, 'firewall family inet filter transit-v4')).toEqual([
      'term own from destination-prefix-list own-v4',
      'term own then accept',
      'term transit then packet-mode',
      'term transit then accept',
    ])
    for (const { v4 } of intent.access!.segments)
      expect(
        under(intent, 'policy-options prefix-list own-v4').some(text => text.endsWith(`/${v4.value.length}`)),
      ).toBe(true)
    expect(under(intent, 'interfaces xe-0/0/16 unit 0').filter(text => text.includes('filter'))).toEqual([
      'family inet filter input transit-v4',
      'family inet6 filter input transit-v6',
    ])
  })
  it('checks sources at access interfaces in both families', () => {
    const filters = under(intent, 'interfaces irb').filter(text => text.includes('filter'))
    expect(filters).toHaveLength(2 * intent.filter.sourceChecks.length)
    for (const text of filters) {
      const [, family, name] = / family (inet6?) filter input (\S+)/.exec(text) ?? []
      expect(under(intent, `firewall family ${family} filter ${name}`).at(-1)).toBe('term foreign-source then discard')
    }
  })
  it('serves DHCP with option 150 for phones', () => {
    expect(under(intent, 'access address-assignment pool dhcp-voice family inet')).toContain(
      'dhcp-attributes option 150 ip-address 10.33.16.20',
    )
    expect(under(intent, 'system services dhcp-local-server group access')).toEqual([
      'interface irb.110',
      'interface irb.120',
    ])
  })
  it("protects itself: the last term of both filters drops, SSH and SNMP are the NOC's", () => {
    for (const [family, suffix] of [
      ['inet', 'v4'],
      ['inet6', 'v6'],
    ] as const) {
      const terms = under(intent, `firewall family ${family} filter protect-router-${suffix}`)
      expect(terms.slice(-2)).toEqual(['term default-deny then count default-deny', 'term default-deny then discard'])
      expect(terms).toContain(`term ssh-from-noc from source-prefix-list noc-${suffix}`)
      expect(under(intent, `interfaces lo0 unit 0 family ${family}`)).toContain(`filter input protect-router-${suffix}`)
    }
    expect(under(intent, 'system services').filter(text => !/^(ssh|dhcp-local-server) /.test(text))).toEqual([])
  })
  it('denies by default, and lets a zone into what the intent says', () => {
    expect(under(intent, 'security policies default-policy')).toEqual(['deny-all'])
    const pairs = new Set(
      under(intent, 'security policies').flatMap(
        text => /^from-zone (\S+) to-zone (\S+) policy (\S+) then permit/.exec(text)?.slice(1, 4).join(' ') ?? [],
      ),
    )
    expect([...pairs].filter(pair => pair.startsWith('zone-management'))).toEqual([])
    expect([...pairs].filter(pair => pair.startsWith('zone-government'))).toEqual([
      'zone-government backbone government-to-services',
      'zone-government backbone government-to-internet',
    ])
    expect([...pairs]).toContain('backbone zone-management noc-into-management')
  })
  it('holds what leaves a tunnel to the rate bought, the most urgent class last', () => {
    const [shaper] = intent.shapers
    const name = under(intent, `interfaces st0 unit ${shaper!.interface.split('.')[1]}`).flatMap(
      text => /family inet filter output (\S+)/.exec(text)?.[1] ?? [],
    )[0]
    const policers = under(intent, `firewall family inet filter ${name}`).flatMap(
      text => /^term (\S+) then policer (\S+)/.exec(text)?.slice(1, 3).join(' ') ?? [],
    )
    expect(policers.map(text => text.split(' ')[0])).toEqual([
      'rest',
      'surveillance',
      'government',
      'management',
      'voice',
    ])
    expect(policers.at(-1)).toBe(`voice rate-${shaper!.rateKbps}`)
    expect(under(intent, `firewall policer rate-${shaper!.rateKbps}`)).toContain(
      `if-exceeding bandwidth-limit ${shaper!.rateKbps}k`,
    )
  })
})

describe('tunnels', () => {
  it('are route-based, begun by the site', () => {
    const vpn = under(intentOfRouter(plain, 'kec-ngawen'), 'security ipsec vpn')
    expect(vpn.filter(text => text.includes('establish-tunnels')).every(text => text.endsWith('immediately'))).toBe(
      true,
    )
    expect(
      under(intentOfRouter(plain, 'core-1'), 'security ipsec vpn')
        .filter(text => text.includes('establish-tunnels'))
        .every(text => text.endsWith('responder-only')),
    ).toBe(true)
  })
  it('carry GRE inside IPsec, whose own packets stay outside', () => {
    const site = [...gre.values()].find(
      ({ role, tunnels }) => role === 'site' && tunnels.some(({ kind }) => kind === 'gre-ipsec'),
    )!
    expect(under(site, 'routing-instances gre').filter(text => text.includes('static route'))).toHaveLength(2)
    expect(under(site, 'security ipsec vpn').filter(text => text.endsWith('service junos-gre'))).toHaveLength(2)
    expect(
      under(site, 'interfaces gr-0/0/0').filter(text => text.endsWith('tunnel routing-instance destination gre')),
    ).toHaveLength(2)
  })
  it("say names where an address is not known beforehand, and keep the provider's default to themselves", () => {
    const site = intentOfRouter(plain, 'kec-tulung')
    expect(
      under(site, 'security ike gateway').filter(text =>
        text.endsWith('local-identity hostname kec-tulung.klaten.example'),
      ),
    ).toHaveLength(2)
    expect(under(site, 'routing-instances')).toEqual([
      'under-ckt-kec-tulung instance-type virtual-router',
      'under-ckt-kec-tulung interface ge-0/0/0.0',
    ])
    expect(
      under(intentOfRouter(plain, 'core-1'), 'security ike gateway').filter(text =>
        text.endsWith('dynamic hostname kec-tulung.klaten.example'),
      ),
    ).toHaveLength(1)
  })
})

describe('a core', () => {
  const intent = intentOfRouter(plain, 'core-1')
  it('marks routes of its own leased sites, hands those on with a tag, and refuses the tag on the way back', () => {
    const statement = under(intent, 'policy-options policy-statement')
    expect(statement.filter(text => text.startsWith('ospf-in '))).toEqual([
      'ospf-in term leased from tag 33010',
      'ospf-in term leased then reject',
    ])
    expect(statement.filter(text => text.startsWith('ospf-out term leased '))).toEqual([
      'ospf-out term leased from protocol bgp',
      'ospf-out term leased from community leased-here',
      'ospf-out term leased then metric 20',
      'ospf-out term leased then tag 33010',
      'ospf-out term leased then external type 1',
      'ospf-out term leased then accept',
    ])
    expect(under(intent, 'policy-options community')).toEqual(['leased-here members large:4200000000:33010:0'])
    expect(
      statement
        .filter(text => text.includes(' community add '))
        .every(text => /^leased-\S+-in term v[46] then /.test(text)),
    ).toBe(true)
    expect(statement.filter(text => text.includes(' community delete '))).toEqual([
      'core-2-in term v4 then community delete leased-here',
      'core-2-in term v6 then community delete leased-here',
    ])
  })
  it('announces the default while its own provider brings it', () => {
    expect(under(intent, 'policy-options policy-statement ospf-out term default-uplink-1-v4').slice(0, 4)).toEqual([
      'from family inet',
      'from protocol bgp',
      'from neighbor 203.0.113.1',
      'from route-filter 0.0.0.0/0 exact',
    ])
    expect(
      under(intentOfRouter(plain, 'core-2'), 'policy-options policy-statement ospf-out term default-uplink-2-v4').slice(
        0,
        3,
      ),
    ).toEqual(['from family inet', 'from protocol static', 'from route-filter 0.0.0.0/0 exact'])
  })
  it('gives the other core what BGP brought, with itself as next hop', () => {
    expect(under(intent, 'policy-options policy-statement core-2-out term v4')).toEqual([
      'from family inet',
      'from route-filter 10.32.0.0/11 upto /32',
      'from protocol bgp',
      'then next-hop self',
      'then accept',
    ])
  })
  it("puts fibre before leased circuits, and its own provider before the other core's", () => {
    const distance = (start: string): number =>
      Number(
        /preference (\d+)/.exec(under(intent, start).find(text => /^(external-)?preference /.test(text)) ?? '')?.[1],
      )
    expect(distance('protocols bgp group provider')).toBeLessThan(distance('protocols ospf'))
    expect(distance('protocols ospf')).toBeLessThan(distance('protocols bgp group leased-site'))
    expect(distance('protocols bgp group leased-site')).toBeLessThan(distance('protocols bgp group core'))
  })
  it('takes from a leased circuit what was planned behind it, and nothing else', () => {
    const unit = intent.tunnels[0]!.interface.value.split('.')[1]!
    expect(under(intent, `interfaces st0 unit ${unit}`)).toContain(`family inet filter input source-st0-${unit}-v4`)
    const lines = under(intent, `firewall family inet filter source-st0-${unit}-v4`)
    expect(lines.slice(-4)).toEqual(
      ['count foreign-source', 'log', 'syslog', 'discard'].map(action => `term foreign-source then ${action}`),
    )
    expect(lines.filter(text => / source-address /.test(text)).length).toBeGreaterThan(3)
  })
  it('translates to a pool of its own, and prefixes both ways', () => {
    expect(under(intent, 'security nat source')).toContain('pool pool-1 address 203.0.113.64/32 to 203.0.113.71/32')
    expect(under(intent, 'security nat static')).toContain(
      'rule-set prefix-1 rule own then static-nat nptv6-prefix fde9:287e:fdcf::/48',
    )
  })
  it('lets the provider speak BGP and IKE to it, and nothing else', () => {
    expect(under(intent, 'security zones security-zone uplink host-inbound-traffic').sort()).toEqual([
      'protocols bgp',
      'protocols ndp',
      'system-services ike',
      'system-services ping',
    ])
  })
  it('sees half of a connection on a ring, and bears it', () =>
    expect(under(intent, 'security flow tcp-session')).toEqual(['no-syn-check', 'no-sequence-check']))
})

describe('guests', () => {
  const intent = intentOfRouter(guests, 'dinas-arpus')
  it('reach the internet and no private address, and that is logged', () => {
    const policies = under(intent, 'security policies from-zone zone-guest to-zone backbone policy')
    expect(policies.filter(text => text.includes(' then '))).toEqual([
      'guest-not-private then deny',
      'guest-not-private then log session-init',
      'guest-to-internet then permit',
    ])
    const elsewhere = under(intent, 'security policies from-zone zone-guest').filter(text =>
      text.endsWith(' then permit'),
    )
    expect(elsewhere).toEqual(['to-zone backbone policy guest-to-internet then permit'])
  })
  it('ask the router for names and addresses', () => {
    expect(under(intent, 'security zones security-zone zone-guest host-inbound-traffic')).toEqual(
      expect.arrayContaining(['system-services dns', 'system-services dhcp']),
    )
    expect(under(intent, 'system services dns dns-proxy')).toEqual([
      'interface irb.150',
      'default-domain * forwarders 10.33.16.53',
    ])
  })
})
