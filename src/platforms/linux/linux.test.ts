import { describe, expect, it } from 'vitest'
import type { Intent } from '../../intent/intent.ts'
import { practices } from '../../intent/practice.ts'
import { addressText } from '../../model/ip.ts'
import { backupSite, core, leasedSite, ringSite } from './linux.fixture.ts'
import { lineText, type Line } from '../text/line.ts'
import { linuxRenderer } from './linux.ts'

const intents: Readonly<Record<string, () => Intent>> = {
  'ring site': ringSite,
  'leased site': leasedSite,
  'site with backup': backupSite,
  core: core,
}

function filesOf(intent: Intent): ReadonlyMap<string, readonly Line[]> {
  return new Map(linuxRenderer.render(intent).map(file => [file.name, file.lines]))
}

function textOf(intent: Intent, name: string): string {
  const lines = filesOf(intent).get(name)
  if (lines === undefined) throw new Error(`no file ${name}`)
  return lines.map(lineText).join('\n')
}

/** What a pattern's first group matches, once each, sorted. */
function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(match => match[1] ?? ''))].sort()
}

describe.each(Object.entries(intents))('%s', (_title, make) => {
  const intent = make()
  const frr = textOf(intent, 'frr.conf')
  const nft = textOf(intent, 'nftables.conf')

  it('defines every name that frr.conf uses, and uses every one that it defines', () => {
    const routeMaps = found(frr, /^route-map (\S+) /gm)
    expect(found(frr, / route-map (\S+)(?: (?:in|out))?$/gm)).toEqual(routeMaps)
    expect(found(frr, /match ip address prefix-list (\S+)/g)).toEqual(found(frr, /^ip prefix-list (\S+)/gm))
    expect(found(frr, /match ipv6 address prefix-list (\S+)/g)).toEqual(found(frr, /^ipv6 prefix-list (\S+)/gm))
    expect(found(frr, /bfd profile (\S+)/g)).toEqual(found(frr, /^ profile (\S+)/gm))
    const interfaces = found(frr, /^interface (\S+)/gm)
    for (const name of found(frr, /match interface (\S+)/g)) expect(interfaces).toContain(name)
  })

  it('names a BFD profile only after BFD itself', () => {
    for (const [before] of frr.matchAll(/^(.*)bfd profile \S+$/gm)) {
      const plain = before.replace(/ profile \S+$/, '')
      expect(frr.indexOf(`${plain}\n`)).toBeLessThan(frr.indexOf(before))
      expect(frr).toContain(`${plain}\n`)
    }
  })

  it('gives every BGP neighbour a policy in and out, and its password', () => {
    const neighbors = found(frr, /neighbor (\S+) remote-as/g)
    for (const neighbor of neighbors) {
      expect(frr).toMatch(new RegExp(`neighbor ${neighbor} route-map \\S+ in\n`))
      expect(frr).toMatch(new RegExp(`neighbor ${neighbor} route-map \\S+ out\n`))
    }
    for (const { v4, password } of intent.bgp?.neighbors ?? []) {
      const signed = `neighbor ${addressText(v4.remote)} password <secret:${password.value?.secret}>`
      expect(frr.includes(signed)).toBe(password.value !== undefined)
    }
  })

  it('defines every set that the ruleset uses, and drops by default', () => {
    const sets = found(nft, /^ {2}set (\S+) \{/gm)
    for (const name of found(nft, /@([\w-]+)/g)) expect(sets).toContain(name)
    expect(nft).toContain('type filter hook input priority filter; policy drop;')
    expect(nft).toContain('type filter hook forward priority filter; policy drop;')
  })

  it('keeps the order of the rules', () => {
    for (const [chain, rules] of [
      ['input', intent.filter.input],
      ['forward', intent.filter.forward],
    ] as const) {
      const body = new RegExp(`chain ${chain} \\{\\n([^}]|\\{[^}]*\\})*?\\n {2}\\}`).exec(nft)?.[0] ?? ''
      const written = [...body.matchAll(/comment "([^",]+)/g)].map(match => match[1])
      expect(written.filter((name, i) => name !== written[i - 1])).toEqual(rules.map(rule => rule.name))
    }
  })

  it('makes every interface that it names', () => {
    const units = [...filesOf(intent)].filter(([name]) => name.startsWith('networkd/'))
    const matched = units.flatMap(([, lines]) => found(lines.map(lineText).join('\n'), /\[Match\]\nName=(\S+)/g))
    const devices = units.flatMap(([, lines]) => found(lines.map(lineText).join('\n'), /\[NetDev\]\nName=(\S+)/g))
    const ports = intent.ports.map(port => port.name.value)
    for (const name of [...found(frr, /^interface (\S+)/gm), ...found(nft, /[io]ifname "([^"]+)"/g)])
      expect(matched).toContain(name)
    for (const name of matched) expect([...devices, ...ports, 'lo']).toContain(name)
    for (const [, lines] of units) {
      for (const name of found(lines.map(lineText).join('\n'), /^(?:VLAN|Bridge)=([a-z]\S*)$/gm))
        expect(devices).toContain(name)
    }
    for (const name of [...matched, ...devices]) expect(name.length).toBeLessThanOrEqual(15)
  })

  it('explains every line', () => {
    const lines = linuxRenderer.render(intent).flatMap(file => file.lines)
    expect(lines.filter(line => line.from.length === 0 && line.practice === undefined)).toEqual([])
    for (const { practice } of lines) if (practice !== undefined) expect(practices).toHaveProperty(practice)
    // A third of these files is the grammar's own frame, which no value decides; of all of Klaten's lines, 60 % name a
    // place.
    expect(lines.filter(line => line.from.length > 0).length / lines.length).toBeGreaterThan(1 / 3)
  })

  it('holds no secret and no blank value', () => {
    for (const [name, lines] of filesOf(intent)) {
      const text = lines.map(lineText).join('\n')
      expect(text, name).not.toMatch(/undefined|NaN|\[object|^\w+=$/m)
      for (const line of lines)
        for (const part of line.parts)
          if (typeof part !== 'string') expect(JSON.stringify(part)).toMatch(/secret|missingKey/)
    }
  })

  it('writes the same on every run', () => {
    const texts = (of: Intent): readonly string[] =>
      linuxRenderer.render(of).map(file => file.name + '\n' + file.lines.map(lineText).join('\n'))
    expect(texts(make())).toEqual(texts(make()))
  })
})

describe('a fibre site', () => {
  const frr = textOf(ringSite(), 'frr.conf')

  it('speaks both versions of OSPF, signed, with BFD and a cost', () => {
    for (const words of [
      ' ip ospf area 0',
      ' ip ospf network point-to-point',
      ' ip ospf cost 100',
      ' ip ospf message-digest-key 1 md5 <secret:ospf-key>',
      ' ip ospf bfd',
      ' ipv6 ospf6 area 0',
      ' ipv6 ospf6 cost 100',
      ' ipv6 ospf6 authentication key-id 1 hash-algo hmac-sha-256 key <secret:ospf-key-3>',
      ' ipv6 ospf6 bfd',
    ]) {
      expect(frr.split(`${words}\n`).length - 1, words).toBeGreaterThanOrEqual(2)
    }
    expect(frr).not.toContain('router bgp')
  })

  it("serves DHCP with the pool, the phones' option and its own resolver", () => {
    const voice = textOf(ringSite(), 'networkd/40-vlan120.network')
    for (const words of [
      'PoolOffset=50',
      'PoolSize=151',
      'DNS=10.200.0.53',
      'NTP=10.200.0.123',
      'SendOption=150:ipv4address:10.200.0.20',
      'DefaultLeaseTimeSec=8h',
    ])
      expect(voice).toContain(words)
  })

  it('bridges desks with the trunk', () => {
    expect(textOf(ringSite(), 'networkd/20-eno3.network')).toContain('[BridgeVLAN]\nPVID=110\nEgressUntagged=110')
    expect(textOf(ringSite(), 'networkd/20-eno4.network')).toContain('Bridge=access')
    expect(textOf(leasedSite(), 'networkd/20-eno4.network')).toContain('VLAN=vlan110')
  })

  it('cannot be made to write a line of its own, or a pipe, by a description', () => {
    const intent = ringSite()
    const [first, ...rest] = intent.ports
    if (first === undefined) throw new Error('no port')
    const withText = (description: string): Intent => ({ ...intent, ports: [{ ...first, description }, ...rest] })
    expect(() => linuxRenderer.render(withText('x\n ip ospf cost 1'))).toThrow('line break')
    expect(textOf(withText('a | b ? “c” ＜secret:x＞'), 'frr.conf')).toContain(' description a / b . "c" secret:x\n')
    expect(textOf(withText('ꦱꦼꦫꦠ꧀'), 'frr.conf')).toContain(' description -\n')
    expect(textOf(withText('100%n \\'), 'networkd/20-enp1s0f0.network')).toContain('Description=100 persen n /\n')
  })

  it('refuses a link that FRR cannot authenticate as planned', () => {
    const intent = ringSite()
    expect(() =>
      linuxRenderer.render({
        ...intent,
        fibre: intent.fibre.map(link => ({ ...link, authentication: 'sha256' as const })),
      }),
    ).toThrow('cannot authenticate')
  })
})

describe('a leased site', () => {
  it('takes routes over a leased circuit at the leased distance, with the declared preference', () => {
    const frr = textOf(leasedSite(), 'frr.conf')
    expect(frr).toContain(
      ' match ip address prefix-list leased-c1-core-1-in-v4\n set local-preference 200\n set distance 150\nexit',
    )
    expect(frr).toContain(
      ' match ipv6 address prefix-list leased-c1-core-2-in-v6\n set local-preference 200\n set distance 150\nexit',
    )
    expect(frr).not.toContain('set tag')
  })

  it("begins its tunnels, and finds their ends by the provider's gateway", () => {
    expect(textOf(leasedSite(), 'networkd/50-wg51001.netdev')).toMatch(
      /PrivateKey=<secret:tunnel-c1>[\s\S]*Endpoint=203\.0\.113\.2:51001\nPersistentKeepalive=25/,
    )
    expect(textOf(backupSite(), 'networkd/50-wg51002.netdev')).toContain('PublicKey=<public-key:uplink-1>')
    expect(textOf(backupSite(), 'networkd/20-eno2.network')).toContain(
      '[Route]\nDestination=203.0.113.3/32\nGateway=_dhcp4',
    )
    expect(textOf(backupSite(), 'frr.conf')).not.toContain('203.0.113.3')
  })

  it("shapes to what was bought, classes by the packet's priority", () => {
    const network = textOf(leasedSite(), 'networkd/50-wg51001.network')
    const nft = textOf(leasedSite(), 'nftables.conf')
    expect(network).toContain('ClassId=1:1\nRate=9600K\nCeilRate=9600K')
    const classes = found(network, /ClassId=(1:\S+)/g)
    for (const id of found(nft, /meta priority set (\S+)/g)) expect(classes).toContain(id)
    expect(nft).toContain('oifname "wg51001" ip saddr 10.66.128.0/17 meta priority set 1:11')
  })
})

describe('a core', () => {
  const frr = textOf(core(), 'frr.conf')

  it('hands leased routes on with the tag and refuses them on the way back, in both families', () => {
    expect(frr).toContain('set tag 65001')
    expect(frr.split(' redistribute bgp metric 20 metric-type 1 route-map LEASED-TO-OSPF').length).toBe(3)
    expect(frr).toContain('route-map LEASED-RETURN deny 10\n match tag 65001\nexit\nroute-map LEASED-RETURN permit 20')
    expect(frr).toContain('ip protocol ospf route-map LEASED-RETURN\nipv6 protocol ospf6 route-map LEASED-RETURN')
  })

  it('announces the default only while its own uplink brings it', () => {
    expect(frr).toContain('route-map UPLINK-DEFAULT permit 10\n match interface eno2')
    expect(frr.split(' default-information originate metric 10 metric-type 1 route-map UPLINK-DEFAULT').length).toBe(3)
    expect(frr).not.toContain('originate always')
  })

  it('speaks iBGP with next-hop-self and leaves the preference alone', () => {
    expect(frr).toContain('  neighbor 10.255.0.12 next-hop-self')
    expect(frr).toContain('route-map core-2-in-v4 permit 10\n match ip address prefix-list core-2-in-v4\nexit')
  })

  it('limits what a leased site may send', () => {
    expect(frr).toContain('  neighbor 10.253.0.2 maximum-prefix 32')
  })

  it('permits nothing where nothing is to be announced', () => {
    expect(frr).toContain('ipv6 prefix-list uplink-a-out-v6 seq 5 deny any')
  })

  it('translates to its own pool and prefix, and clamps segments in tunnels', () => {
    const nft = textOf(core(), 'nftables.conf')
    expect(nft).toContain('oifname "eno2" ip saddr 10.0.0.0/8 snat ip to 203.0.113.12-203.0.113.14 persistent')
    expect(nft).toContain('oifname "eno2" ip6 saddr fd00:1:2::/48 snat ip6 prefix to 2001:db8:1000::/48')
    expect(nft).toContain('oifname "wg51001" meta nfproto ipv4 tcp flags syn / syn,rst tcp option maxseg size set 1380')
  })
})
