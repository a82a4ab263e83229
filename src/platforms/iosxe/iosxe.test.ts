import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Intent } from '../../intent/intent.ts'
import { dialectOf } from '../../model/platform.ts'
import { addressText } from '../../model/ip.ts'
import { iosxe } from './platform.ts'
import { formFaults } from './form-faults.fixture.ts'
import { senseFaults } from './sense-faults.fixture.ts'
import { readIosxe } from './read/blocks.ts'
import { fileText } from '../../lab/boot/secrets.ts'
import { iosBanner, iosName, iosSecret, iosText } from './text.ts'
import { lineText, type Line } from '../text/line.ts'
import { intentOfRouter, replacing } from '../../testing/reference-intents.ts'
import { intentsAfter } from './iosxe.fixture.ts'
import { linesBy, secretsIn } from '../../testing/intents/written.ts'
import { nameFaults } from './iosxe.names.ts'
import { iosxeRenderer } from './iosxe.ts'

const linesOf = (intent: Intent): readonly Line[] => linesBy(iosxeRenderer, intent)

function textOf(intent: Intent): string {
  return linesOf(intent)
    .map(line => `${lineText(line)}\n`)
    .join('')
}

/** What stands below a line. */
function below(intent: Intent, head: string): string[] {
  return readIosxe(textOf(intent))
    .filter(({ text }) => text === head)
    .flatMap(({ children }) => children.map(({ text }) => text))
}

/** Classes of a policy with what is done to them. */
function policy(intent: Intent, name: string): string[] {
  return readIosxe(textOf(intent))
    .filter(({ text }) => text === `policy-map type inspect ${name}`)
    .flatMap(({ children }) =>
      children.map(({ text, children: [action] }) => `${text.replace(/^class (type inspect )?/, '')}: ${action?.text}`),
    )
}

function lines(intent: Intent, pattern: RegExp): string[] {
  return textOf(intent)
    .split('\n')
    .filter(text => pattern.test(text))
}

const plain = intentsAfter()
const guests = intentsAfter(replacing('network.yaml', /status: suspended } #/, 'status: active } #'))
const hostile = intentsAfter(
  replacing(
    'opd/bpbd.yaml',
    'name: Badan Penanggulangan Bencana Daerah',
    String.raw`name: 'Badan "x" # ? | ! \ – café <x>'`,
  ),
)
const mixed = intentsAfter(undefined, router => router !== 'core-1' && router !== 'core-2')
const selfReaching = intentsAfter(
  replacing(
    'network.yaml',
    /kind: government\n {4}reaches: \[services, internet\]/,
    'kind: government\n    reaches: [government, services, internet]',
  ),
)
const variants = { plain, guests, hostile, mixed }

describe.each(Object.entries(variants))('the reference network, %s', (name, intents) => {
  const all = [...intents.values()]
  it('is one file a router', () => {
    expect(all).toHaveLength(name === 'mixed' ? 45 : 47)
    for (const intent of all)
      expect(iosxeRenderer.render(intent).map(file => file.name)).toEqual([`${intent.identity.hostname.value}.cfg`])
  })
  const faults = (find: (text: string) => readonly string[], text: (intent: Intent) => string = textOf): string[] =>
    all.flatMap(intent => find(text(intent)).map(fault => `${intent.identity.hostname.value}: ${fault}`))
  it('has lines of known forms alone, masks and wildcards each in their places', () =>
    expect(faults(formFaults)).toEqual([]))
  it('has them with secrets in place too', () =>
    expect(faults(formFaults, intent => fileText(linesOf(intent)))).toEqual([]))
  it('defines every name before its use, each once, and uses every one', () => expect(faults(nameFaults)).toEqual([]))
  it('has addresses, next hops, tunnels and sessions that fit together', () => expect(faults(senseFaults)).toEqual([]))
  it('gives every line a place or a practice, and in the whole network a place to at least 60 %', () => {
    const all_ = all.flatMap(linesOf)
    expect(all_.filter(({ from, practice }) => from.length === 0 && practice === undefined).map(lineText)).toEqual([])
    if (name !== 'mixed') expect(all_.filter(({ from }) => from.length > 0).length / all_.length).toBeGreaterThan(0.6)
  })
  it('is plain ASCII, and no line calls for help', () =>
    expect(
      all
        .flatMap(intent => textOf(intent).split('\n'))
        .filter(text => !/^[\x20-\x7e]*$/.test(text) || text.includes('?')),
    ).toEqual([]))
  it('is the same on every run', () => {
    for (const intent of all) expect(textOf(intent)).toBe(textOf(intent))
  })
})

describe('golden files', () => {
  const folder = join(import.meta.dirname, '../../testing/golden/iosxe')
  /** `SERAT_UPDATE_IOSXE=1` writes these files and no others. */
  const update = process.env['SERAT_UPDATE_IOSXE'] === '1'
  const alone = intentsAfter(undefined, router => router === 'kec-pedan')
  const cases: readonly (readonly [string, Intent])[] = [
    ['core', intentOfRouter(plain, 'core-1')],
    ['ring-site', intentOfRouter(plain, 'bpkd')],
    ['ring-site-with-backup', intentOfRouter(plain, 'bpbd')],
    ['leased-site-ipsec', intentOfRouter(plain, 'kec-pedan')],
    ['leased-site-gre-to-routeros', intentOfRouter(alone, 'kec-pedan')],
    ['switch-model', intentOfRouter(plain, 'kec-gantiwarno')],
    ['guests', intentOfRouter(guests, 'kec-klaten-tengah')],
    ['desks-on-routed-ports', intentOfRouter(plain, 'pemkab')],
  ]
  it.each(cases)('%s', (name, intent) => {
    const file = join(folder, `${name}.cfg`)
    if (update) writeFileSync(file, textOf(intent))
    expect(existsSync(file), `${file}: SERAT_UPDATE_IOSXE=1 npx vitest run iosxe`).toBe(true)
    expect(textOf(intent)).toBe(readFileSync(file, 'utf8'))
  })
})

describe('the checkers', () => {
  const text = textOf(intentOfRouter(plain, 'bpbd'))
  const core = textOf(intentOfRouter(plain, 'core-1'))
  const faultsIn = (config: string): string =>
    [...formFaults(config), ...nameFaults(config), ...senseFaults(config)].join('\n')
  it.each<readonly [string | RegExp, string, string]>([
    [' encapsulation dot1Q 110\n', '', 'encapsulation before addresses'],
    [/( encapsulation dot1Q 110\n)( zone-member .*\n)( ip address .*\n)/, '$2$3$1', 'encapsulation before addresses'],
    [' 0.0.15.255', ' 255.255.240.0', 'no form that is known'],
    [/^( ip address \S+) 255\.255\.255\.\d+$/m, '$1 0.0.0.63', 'no form that is known'],
    [' permit ip any 10.33.16.0 0.0.15.255', ' permit ip any 10.33.16.0/20', 'no form that is known'],
    [/ zone-member security Z-zone-voice\n/, '', 'is in no zone'],
    [/ ipv6 traffic-filter SOURCE-\S+ in\n/, '', 'checks no sources'],
    ['zone-member security Z-zone-voice', 'zone-member security Z-gone', 'zone Z-gone names nothing'],
    [/ match ip address prefix-list \S+/, ' match ip address prefix-list GONE', 'prefix-list-4 GONE names nothing'],
    [/ match access-group name F-voice-to-services-6\n/, '', 'nothing uses list-6 F-voice-to-services-6'],
    [
      / ip ospf authentication key-chain OSPF-\S+/,
      ' ip ospf authentication key-chain OTHER',
      'key-chain OTHER names nothing',
    ],
    ['set transform-set SERAT-VTI-BEGINS', 'set transform-set OTHER', 'transform OTHER names nothing'],
    [' ospfv3 bfd\n', '', 'and not both'],
    [/ {2}neighbor \S+ route-map \S+ in\n/, '', 'has no policy in'],
    [/ {2}drop\n(?=policy-map)/, '  pass\n', 'does not end with a drop'],
    [' ip ospf network point-to-point', ' ip ospf network point-to-pont', 'no form that is known'],
    [/( tunnel destination )\S+/, '$1203.0.113.77', 'has no key'],
    [/^(ip route \S+ \S+ )\S+/m, '$1203.0.113.99', 'next hop on no subnet'],
    [/seq 10 permit/, 'seq 5 permit', 'is out of order'],
    ['Hanya untuk petugas', 'Hanya # untuk petugas', 'the banner has no end'],
    [/\nend\n/, '\n', 'the file has no end'],
  ])('find the fault of %s', (from, to, fault) => {
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    expect(faultsIn(changed)).toContain(fault)
  })
  it.each<readonly [string | RegExp, string, string]>([
    ['ip community-list standard LEASED', 'ip community-list standard OTHER', 'community-list LEASED names nothing'],
    [
      /neighbor \S+ default-originate route-map ANY-DEFAULT-4/,
      'neighbor 10.0.0.9 default-originate route-map ANY-DEFAULT-4',
      'neighbor 10.0.0.9 names nothing',
    ],
    [/^( match ip address NAT-\S+)$/m, '$1-GONE', 'names nothing'],
    [' service-policy input CONTROL-PLANE', ' service-policy input GONE', 'policy GONE names nothing'],
  ])('find in a core the fault of %s', (from, to, fault) => {
    const changed = core.replace(from, to)
    expect(changed).not.toBe(core)
    expect(faultsIn(changed)).toContain(fault)
  })
})

describe('text', () => {
  it('is one line without a sign that IOS XE acts upon', () => {
    expect(iosText('a "b" ? c – café <x>').text).toBe('a "b" . c - cafe x')
    expect(() => iosText('a\nusername x privilege 15')).toThrow('line break')
  })
  it('ends a banner by a sign that is not in it', () => {
    expect(iosBanner(['a # b', 'c ~ d']).delimiter.text).toBe('%')
    const { delimiter, texts } = iosBanner(['#~%@&$*+='])
    expect(texts.every(({ text }) => !text.includes(delimiter.text))).toBe(true)
  })
  it('keeps names within the limit, and apart', () => {
    expect(iosName('x'.repeat(80))).toHaveLength(40)
    expect(iosName('x'.repeat(80))).not.toBe(iosName(`${'x'.repeat(80)}y`))
    expect(() => iosName('a b')).toThrow('not a name')
  })
  it.each(['a b', 'a?b', 'é', '', '7', 'x'.repeat(17)])('refuses the secret %j', value =>
    expect(() => iosSecret({ secret: 's' }, 16).encode(value)).toThrow('secret s'),
  )
  it('stays one line where a name is hostile', () => {
    const intent = intentOfRouter(hostile, 'bpbd')
    expect(lines(intent, /^snmp-server location/)).toEqual(['snmp-server location Badan "x" # . | ! \\ - cafe x'])
    expect(textOf(intent).split('\n')).toHaveLength(textOf(intentOfRouter(plain, 'bpbd')).split('\n').length)
    const { identity, ...rest } = intentOfRouter(plain, 'bpbd')
    expect(() =>
      linesOf({ ...rest, identity: { ...identity, siteName: { value: 'a\nno aaa new-model', from: [] } } }),
    ).toThrow('line break')
    expect(() => linesOf({ ...rest, identity: { ...identity, hostname: { value: 'a b', from: [] } } })).toThrow(
      'not a bare word',
    )
    expect(
      formFaults(
        textOf({ ...rest, identity: { ...identity, banner: [{ value: 'nothing # of ~ this ^C', from: [] }] } }),
      ),
    ).toEqual([])
  })
  it('holds secrets by name only', () => {
    expect(secretsIn(linesOf(intentOfRouter(plain, 'bpbd')))).toEqual([
      'aaa/radius/router/bpbd',
      'bgp/leased/circuit/ckt-bpbd-cadangan',
      'ospf/backbone/sha256/utara-4',
      'ospf/backbone/sha256/utara-5',
      'snmp/auth/router/bpbd',
      'snmp/priv/router/bpbd',
      'tunnel/ckt-bpbd-cadangan',
      'users/break-glass/router/bpbd',
      'users/noc-ro',
    ])
  })
})

describe('a site on a ring', () => {
  const intent = intentOfRouter(plain, 'bpkd')
  const port = `interface ${intent.fibre[0]?.interface.value}`
  it('signs both versions of OSPF with its like, with BFD on both', () => {
    expect(below(intent, port).filter(text => /ospf|bfd/.test(text))).toEqual([
      'ip ospf network point-to-point',
      'ip ospf 1 area 0',
      'ip ospf cost 10',
      'ip ospf authentication key-chain OSPF-utara-2',
      'ip ospf bfd',
      'ospfv3 network point-to-point',
      'ospfv3 1 ipv6 area 0',
      'ospfv3 cost 10',
      'ospfv3 authentication key-chain OSPF-utara-2',
      'ospfv3 bfd',
      'bfd template BFD-300-3',
    ])
  })
  it('signs OSPFv2 by MD5 where the other end knows no more, and leaves OSPFv3', () => {
    const [link, ...others] = intent.fibre
    const text = textOf({
      ...intent,
      fibre: [{ ...link!, authentication: 'md5', authentication3: undefined }, ...others],
    })
    expect(text).toContain(
      ' ip ospf authentication message-digest\n ip ospf message-digest-key 1 md5 0 <secret:ospf/backbone/sha256/utara-2>\n',
    )
    expect(text.match(/ospfv3 authentication/g)).toHaveLength(1)
  })
  it('lets transit pass without a state: the backbone is one zone and has no policy with itself', () => {
    expect(
      intent.fibre.every(link =>
        below(intent, `interface ${link.interface.value}`).includes('zone-member security Z-backbone'),
      ),
    ).toBe(true)
    expect(lines(intent, /source Z-backbone destination Z-backbone/)).toEqual([])
  })
  it('lets an agency out to servers and the internet, and nowhere else inside', () => {
    expect(policy(intent, 'P-zone-government.backbone')).toEqual([
      'F-government-to-services: inspect',
      'F-government-not-private: drop',
      'F-government-to-internet: inspect',
      'class-default: drop',
    ])
    expect(policy(intent, 'P-NOTHING')).toEqual(['class-default: drop'])
    expect(
      below(
        intent,
        'zone-pair security zone-government.zone-government source Z-zone-government destination Z-zone-government',
      ),
    ).toEqual(['service-policy type inspect P-NOTHING'])
    expect(lines(intent, /^zone-pair security zone-government\.zone-(voice|management|surveillance) /)).toEqual([])
  })
  it('takes for itself what the intent takes, from each zone', () => {
    expect(policy(intent, 'P-backbone.self')).toEqual([
      'I-discovery: pass',
      'I-icmp: pass',
      'I-noc-only: inspect',
      'I-routing-neighbours: pass',
      'class-default: drop',
    ])
    expect(policy(intent, 'P-zone-government.self')).toEqual([
      'I-discovery: pass',
      'I-icmp: pass',
      'I-dhcp-government: pass',
      'class-default: drop',
    ])
    expect(policy(intent, 'P-SELF-IN')).toEqual(['I-discovery: pass', 'I-icmp: pass', 'class-default: drop'])
    expect(below(intent, 'ip access-list extended I-ssh-from-noc-4')).toEqual([
      'permit tcp 10.33.0.0 0.0.0.255 any eq 22',
    ])
  })
  it('holds echo and other ICMP to rates of their own where the processor is reached, and discovery to none', () => {
    const classes = readIosxe(textOf(intent)).find(({ text }) => text === 'policy-map CONTROL-PLANE')?.children ?? []
    expect(classes.slice(0, 3).map(({ text, children }) => [text, children[0]?.text])).toEqual([
      ['class C-DISCOVERY', 'police rate 5000 pps conform-action transmit exceed-action transmit'],
      ['class C-echo', 'police rate 50 pps burst 100 packets conform-action transmit exceed-action drop'],
      ['class C-icmp', 'police rate 50 pps burst 100 packets conform-action transmit exceed-action drop'],
    ])
  })
  it('checks sources at access interfaces in both families', () => {
    for (const { v4 } of intent.filter.sourceChecks) expect(v4[0]?.value.length).toBeGreaterThan(20)
    const [list] = lines(intent, /^ip access-list extended SOURCE-.*\.110-4$/)
    expect(below(intent, list ?? '')).toEqual([
      'permit udp host 0.0.0.0 eq 68 any eq 67',
      expect.stringMatching(/^permit ip 10\.\S+ 0\.0\.0\.\d+ any$/),
    ])
    expect(lines(intent, /^ (ip access-group|ipv6 traffic-filter) SOURCE-/)).toHaveLength(
      2 * intent.filter.sourceChecks.length,
    )
  })
  it('puts an account before AAA, and both doors on all lines', () => {
    const text = textOf(intent)
    expect(text.indexOf('\nusername ')).toBeLessThan(text.indexOf('\naaa new-model'))
    for (const vty of ['line vty 0 4', 'line vty 5 15'])
      expect(below(intent, vty).slice(0, 2)).toEqual(['access-class LOGIN-4 in vrf-also', 'ipv6 access-class NOC-6 in'])
  })
  it('shuts every port that nothing uses', () => {
    const idle = intent.router.model.ports.filter(({ name }) => !intent.ports.some(used => used.name.value === name))
    for (const { name } of idle) expect(below(intent, `interface ${name}`)).toEqual(['shutdown'])
  })
})

describe('a leased site', () => {
  const intent = intentOfRouter(plain, 'kec-pedan')
  const [tunnel] = intent.tunnels
  it('carries both families in one route-based tunnel', () => {
    expect(below(intent, `interface ${tunnel?.interface.value}`)).toEqual(
      expect.arrayContaining([
        'tunnel mode ipsec dual-overlay',
        'tunnel protection ipsec profile SERAT-VTI-BEGINS',
        'ip mtu 1400',
        'ip tcp adjust-mss 1360',
        'ipv6 tcp adjust-mss 1340',
        'bfd template BFD-1000-5',
      ]),
    )
    expect(below(intent, 'crypto ipsec transform-set SERAT-VTI-BEGINS esp-gcm 256')).toEqual(['mode tunnel'])
  })
  it('carries GRE in transport mode to a RouterOS core', () => {
    const gre = intentOfRouter(mixed, 'kec-pedan')
    expect(below(gre, `interface ${gre.tunnels[0]?.interface.value}`)).toEqual(
      expect.arrayContaining(['tunnel mode gre ip', 'tunnel protection ipsec profile SERAT-GRE-BEGINS']),
    )
    expect(below(gre, 'crypto ipsec transform-set SERAT-GRE-BEGINS esp-gcm 256')).toEqual(['mode transport'])
    expect(policy(gre, 'P-underlay.self').filter(text => text.includes('gre'))).toHaveLength(2)
    expect(intentOfRouter(mixed, 'bpkd').fibre.map(({ authentication }) => authentication)).toContain('sha256')
  })
  it("takes the default and the summary above OSPF's distance, and announces its own", () => {
    const name = `BGP-${intent.bgp?.neighbors[0]?.id.value}`
    expect(lines(intent, new RegExp(`^ip prefix-list ${name}-in-v4 `)).map(text => text.split(' permit ')[1])).toEqual([
      '0.0.0.0/0',
      '10.32.0.0/11',
    ])
    expect(lines(intent, /distance bgp/)).toEqual(['  distance bgp 150 200 200', '  distance bgp 150 200 200'])
    expect(lines(intent, new RegExp(`^ip prefix-list ${name}-out-v4 `))).toHaveLength(
      intent.bgp!.own.filter(({ prefix }) => prefix.family === 4).length,
    )
  })
  it('shapes what leaves, routing first and then by class', () => {
    const rate = intent.shapers[0]!.rateKbps
    expect(textOf(intent)).toContain(`shape average ${rate * 1000}\n`)
    const [child] = readIosxe(textOf(intent)).filter(({ text }) => text.startsWith('policy-map QC-source'))
    expect(child?.children.map(({ text, children: [first] }) => `${text.slice(6)}: ${first?.text}`)).toEqual([
      'Q-ROUTING: priority level 1 percent 5',
      'Q1-FROM-voice: priority level 2 percent 35',
      'Q2-FROM-management: bandwidth remaining ratio 8',
      'Q3-FROM-government: bandwidth remaining ratio 4',
      'Q4-FROM-surveillance: bandwidth remaining ratio 2',
      'class-default: bandwidth remaining ratio 1',
    ])
  })
  it('serves DHCP from the range that was decided, option 150 to phones', () => {
    const [dhcp] = intent.access!.segments.flatMap(segment =>
      segment.id === 'voice' && segment.dhcp !== undefined ? [segment.dhcp] : [],
    )
    expect(below(intent, 'ip dhcp pool SEG-voice')).toEqual(
      expect.arrayContaining(['option 150 ip 10.33.16.20', 'lease 0 8 0']),
    )
    expect(
      lines(intent, /^ip dhcp excluded-address/).some(text => text.endsWith(`.${Number(dhcp!.first.bits & 255n) - 1}`)),
    ).toBe(true)
  })
})

describe('a site on a ring with a circuit of its own', () => {
  const intent = intentOfRouter(plain, 'bpbd')
  it('sends into the circuit what is its own, and takes from it what is meant for it', () => {
    for (const { interface: name } of intent.tunnels)
      expect(below(intent, `interface ${name.value}`)).toEqual(
        expect.arrayContaining([
          'ip access-group OWN-IN-4 in',
          'ip access-group OWN-OUT-4 out',
          'ipv6 traffic-filter OWN-IN-6 in',
          'ipv6 traffic-filter OWN-OUT-6 out',
        ]),
      )
    for (const { interface: name } of intent.fibre)
      expect(below(intent, `interface ${name.value}`).filter(text => /access-group|traffic-filter/.test(text))).toEqual(
        [],
      )
    const own = intent.bgp!.own.filter(({ prefix }) => prefix.family === 4)
    expect(below(intent, 'ip access-list extended OWN-OUT-4')).toHaveLength(own.length)
    expect(
      below(intent, 'ip access-list extended OWN-OUT-4').every(text =>
        /^permit ip (host \S+|\S+ 0\.0\.0\.\d+) any$/.test(text),
      ),
    ).toBe(true)
    expect(below(intent, 'ip access-list extended OWN-IN-4')).toHaveLength(own.length + intent.tunnels.length)
    expect(below(intent, 'ip access-list extended OWN-IN-4').every(text => text.startsWith('permit ip any '))).toBe(
      true,
    )
  })
  it('refuses what a zone cannot tell, and never drops it without a word', () => {
    const rule = (name: string): Intent['filter']['forward'][number] =>
      intent.filter.forward.find(each => each.name === name)!
    const strange = { ...rule('fibre-not-leased'), out: { set: 'fibre' }, name: 'strange' }
    expect(() =>
      linesOf({ ...intent, filter: { ...intent.filter, forward: [strange, ...intent.filter.forward] } }),
    ).toThrow('rule strange')
  })
})

describe('guests', () => {
  const intent = intentOfRouter(guests, 'kec-klaten-tengah')
  it('reach the internet, their names and addresses, and are heard of where they try more', () => {
    expect(policy(intent, 'P-zone-guest.backbone')).toEqual([
      'F-guest-not-private: drop log',
      'F-guest-to-internet: inspect',
      'class-default: drop',
    ])
    expect(policy(intent, 'P-zone-guest.self')).toEqual([
      'I-discovery: pass',
      'I-icmp: pass',
      'I-dhcp-guest: pass',
      'I-dns-for-guests-udp: inspect',
      'I-dns-for-guests-tcp: inspect',
      'class-default: drop',
    ])
    for (const family of [4, 6])
      expect(lines(intent, new RegExp(`access-list (extended )?F-guest-not-private-${family}$`))).toHaveLength(1)
    expect(policy(intent, 'P-zone-guest.zone-government')).toEqual([
      'F-guest-not-private: drop log',
      'class-default: drop',
    ])
    expect(lines(intent, /^ip dns server$/)).toHaveLength(1)
    expect(lines(intentOfRouter(plain, 'kec-klaten-tengah'), /^ip dns server$/)).toEqual([])
  })
})

it('keeps agencies that share a building apart where their zone reaches itself', () => {
  const said = policy(intentOfRouter(selfReaching, 'pemkab'), 'P-zone-government.zone-government')
  expect(said.at(0)).toMatch(/^F-apart-data-\S+: drop$/)
  expect(said.slice(-3)).toEqual([
    expect.stringMatching(/^F-apart-data-\S+: drop$/),
    'F-government-to-government: inspect',
    'class-default: drop',
  ])
  const { v4 } = intentOfRouter(selfReaching, 'pemkab').access!.segments.find(({ id }) => id === 'data-setwan')!
  expect(below(intentOfRouter(selfReaching, 'pemkab'), 'ip access-list extended F-apart-data-setwan-4')).toEqual([
    expect.stringMatching(new RegExp(`^permit ip any 10\\.\\S+ 0\\.0\\.0\\.${2 ** (32 - v4.value.length) - 1}$`)),
  ])
})

describe('ports of a switch', () => {
  it('end VLANs at interfaces of their own', () => {
    const intent = intentOfRouter(plain, 'kec-gantiwarno')
    const vlans = intent.access!.segments.map(({ vlan }) => vlan.value)
    expect(below(intent, 'interface GigabitEthernet0/1/7')).toEqual([
      'description access switch of kec-gantiwarno',
      'switchport mode trunk',
      ...vlans.map((vlan, i) => `switchport trunk allowed vlan ${i === 0 ? '' : 'add '}${vlan}`),
      'switchport nonegotiate',
      'no shutdown',
    ])
    for (const vlan of vlans) expect(below(intent, `interface Vlan${vlan}`)).toContain('no shutdown')
    expect(lines(intent, /^vlan \d+$/)).toEqual(vlans.map(vlan => `vlan ${vlan}`))
    expect(lines(intent, /encapsulation/)).toEqual([])
  })
  it('take desks untagged', () => {
    const intent = intentOfRouter(plain, 'kec-gantiwarno')
    const [first, ...others] = intent.access!.segments
    const name = { value: 'GigabitEthernet0/1/4', from: [] }
    const port = { name, use: 'desk', description: 'desk', mtu: { value: 1500, from: [] }, from: [] } as const
    const desked = {
      ...intent,
      ports: [...intent.ports, port],
      idlePorts: intent.idlePorts.filter(({ value }) => value !== name.value),
      access: { ...intent.access!, segments: [{ ...first!, desks: [name] }, ...others] },
    }
    expect(below(desked, 'interface GigabitEthernet0/1/4').slice(1, 3)).toEqual([
      'switchport mode access',
      `switchport access vlan ${first!.vlan.value}`,
    ])
    expect([...formFaults(textOf(desked)), ...nameFaults(textOf(desked))]).toEqual([])
  })
  it('share a bridge domain with desks where all of them route', () => {
    const intent = intentOfRouter(plain, 'pemkab')
    const instance = (port: string): string[] =>
      readIosxe(textOf(intent))
        .filter(({ text }) => text === `interface ${port}`)
        .flatMap(({ children }) =>
          children
            .filter(({ text }) => text.startsWith('service instance'))
            .flatMap(({ children: inner }) => inner.map(({ text }) => text)),
        )
    expect(instance('GigabitEthernet0/0/0')).toEqual(['encapsulation untagged', 'bridge-domain 190'])
    expect(instance('TenGigabitEthernet0/1/3')).toEqual([
      'encapsulation dot1q 190',
      'rewrite ingress tag pop 1 symmetric',
      'bridge-domain 190',
    ])
    expect(below(intent, 'interface BDI190')).toContain('zone-member security Z-zone-noc')
  })
})

describe('a core', () => {
  const intent = intentOfRouter(plain, 'core-1')
  const other = intentOfRouter(plain, 'core-2')
  it("hands leased routes on with a tag, refuses them on the way back, and leaves the other core's alone", () => {
    for (const family of ['router ospf 1', 'router ospfv3 1']) {
      const said = readIosxe(textOf(intent))
        .filter(({ text }) => text === family)
        .flatMap(({ children }) =>
          children.flatMap(({ text, children: inner }) => [text, ...inner.map(child => child.text)]),
        )
      expect(said.filter(text => text.startsWith('redistribute'))).toEqual([
        expect.stringMatching(
          /^redistribute bgp 4200000000 metric 20 metric-type 1 .*tag 33010 route-map LEASED-TO-OSPF$/,
        ),
      ])
      expect(said).toEqual(
        expect.arrayContaining(['distribute-list route-map LEASED-RETURN in', 'distance ospf external 154']),
      )
    }
    expect(below(intent, 'route-map LEASED-TO-OSPF permit 10')).toEqual(['match community LEASED', 'set tag 33010'])
    expect(below(intent, 'route-map LEASED-RETURN deny 10')).toEqual(['match tag 33010'])
    const marked = readIosxe(textOf(intent))
      .filter(({ children }) => children.some(({ text }) => text === 'set community 33010'))
      .map(({ text }) => text)
    expect(marked.every(text => text.startsWith('route-map BGP-leased-') && / permit 10$/.test(text))).toBe(true)
    expect(marked).toHaveLength(2 * intent.tunnels.length)
    expect(lines(intent, /send-community/)).toEqual([])
  })
  it('tells the default to OSPF and to leased sites while it has one', () => {
    expect(lines(intent, /^ {1,2}default-information/)).toHaveLength(2)
    expect(lines(intent, /default-originate/)).toHaveLength(2 * intent.tunnels.length)
    expect(lines(intent, /default-originate/).every(text => / route-map ANY-DEFAULT-[46]$/.test(text))).toBe(true)
  })
  it('has a static default only while an address behind the provider answers', () => {
    expect(lines(other, /^(ip sla \d|track|ip route (0\.0\.0\.0|192\.0\.2\.250) )/)).toEqual([
      'ip sla 14',
      'track 14 ip sla 14 reachability',
      'ip route 192.0.2.250 255.255.255.255 198.51.100.1 name probe',
      'ip route 0.0.0.0 0.0.0.0 198.51.100.1 name uplink track 14',
    ])
  })
  it('speaks to the other core over loopbacks, with itself as next hop', () => {
    expect(lines(intent, /neighbor \S+ (update-source|next-hop-self)/)).toHaveLength(4)
  })
  it('knows the provider by the AS that the provider knows it by', () =>
    expect(lines(intent, /local-as/)).toEqual([
      ' neighbor 203.0.113.1 local-as 64500 no-prepend replace-as',
      ' neighbor 2001:db8:ffff:1::1 local-as 64500 no-prepend replace-as',
    ]))
  it('translates to its own pool and prefix, the uplink alone outside', () => {
    expect(lines(intent, /^(ip nat|nat66)/)).toEqual([
      'ip nat pool NAT-TenGigabitEthernet0-1-3 203.0.113.64 203.0.113.71 prefix-length 29',
      'ip nat inside source route-map NAT-TenGigabitEthernet0-1-3 pool NAT-TenGigabitEthernet0-1-3 overload',
      expect.stringMatching(/^nat66 prefix inside fd\S+\/48 outside 2001:db8:1000::\/48$/),
    ])
    expect(below(intent, 'interface TenGigabitEthernet0/1/3')).toEqual(
      expect.arrayContaining(['ip nat outside', 'nat66 outside']),
    )
    expect(lines(intent, /^ ip nat outside$/)).toHaveLength(1)
  })
  it('lets in over a leased circuit what was planned behind it, in both families, before anything else', () => {
    for (const { interface: name, peerV4 } of intent.tunnels) {
      const list = `SOURCE-${name.value}`
      const entries = below(intent, `ip access-list extended ${list}-4`)
      expect(entries[0]).toBe(`permit ip host ${addressText(peerV4)} any`)
      expect(entries.at(-1)).toBe('deny ip any any log')
      expect(entries.slice(0, -1).every(text => /^permit ip (host )?10\.\S+ (0\.0\.0\.\d+ )?any$/.test(text))).toBe(
        true,
      )
      expect(below(intent, `interface ${name.value}`)).toEqual(
        expect.arrayContaining([`ip access-group ${list}-4 in`, `ipv6 traffic-filter ${list}-6 in`]),
      )
    }
  })
  it('answers tunnels and begins none', () =>
    expect(below(intent, 'crypto ipsec profile SERAT-VTI-ANSWERS')).toContain('responder-only'))
  it('tells classes by destination, each once', () => {
    expect(below(intent, 'ip access-list extended Q1-TO-voice-4')).toEqual(['permit ip any 10.40.0.0 0.0.255.255'])
    expect(lines(intent, /^class-map match-any Q\d-TO-/)).toHaveLength(4)
  })
})

it('before 17.6 a route-based tunnel carries one family, so that GRE stands in', () => {
  expect(dialectOf(iosxe, '17.3.4')?.capabilities.tunnels).toEqual(['gre-ipsec'])
  expect(dialectOf(iosxe, '17.9.5')?.capabilities.tunnels).toEqual(['ipsec', 'gre-ipsec'])
  expect(dialectOf(iosxe, '16.9')).toBeUndefined()
})

it('says so where no hours are known for a time zone', () => {
  const intent = intentOfRouter(plain, 'bpkd')
  expect(
    lines(
      { ...intent, identity: { ...intent.identity, timeZone: { value: 'Mars/Olympus', from: [] } } },
      /time zone|^clock/,
    ),
  ).toEqual(['! no hours are known for the time zone Mars/Olympus: the clock shows UTC', 'clock timezone UTC 0 0'])
})
