import { addressText, networkOf, parseAddress, parsePrefix, sizeOf } from '../../../model/ip.ts'
import { dhcpFact, natFact, networkText, shapeFacts, type Meaning } from '../../reading/meaning.ts'
import type { Folder } from '../../reading/folder.ts'
import { judgeOf, sourcesIn, unreadEntries } from './filter.ts'
import { addressesOn, bgpFacts, ospfFacts } from './routing.ts'
import { groups, value, values } from '../../reading/patterns.ts'
import { block, configOf, masked, secretIn, texts, type Config } from './text.ts'

type At = (name: string) => string

export function readIosxeMeaning(folder: Folder): Meaning {
  const config = configOf(folder)
  const keys = new Map(
    config.interfaces.flatMap(({ name, lines }): [string, string][] => {
      const key = lines.includes('ip address dhcp')
        ? 'dhcp'
        : addressesOn(lines).find(address => !address.includes(':'))
      return key === undefined ? [] : [[name, key]]
    }),
  )
  const at: At = name => keys.get(name) ?? `?${name}`
  const facts = [
    ...identity(config),
    ...addresses(config, at),
    ...ospfFacts(config, at),
    ...bgpFacts(config),
    ...tunnels(config, at),
    ...routes(config),
    ...translation(config, at),
    ...shaping(config, at),
    ...dhcp(config),
    ...services(config),
  ]
  return { facts: new Set(facts), keys, ...judgeOf(config, keys), unread: unreadEntries(config) }
}

const zones: Readonly<Record<string, string>> = {
  'WIB 7': 'Asia/Jakarta',
  'WITA 8': 'Asia/Makassar',
  'WIT 9': 'Asia/Jayapura',
}

function identity({ top, blocks }: Config): string[] {
  const banner = blocks.find(({ text }) => text.startsWith('banner login '))
  return [
    `hostname ${value(top, /^hostname (\S+)$/)}`,
    `domain ${value(top, /^ip domain name (\S+)$/)}`,
    `time-zone ${zones[value(top, /^clock timezone (\S+ \d+) 0$/) ?? '']}`,
    `banner ${texts(banner?.children ?? []).join(' | ')}`,
  ]
}

function addresses({ interfaces }: Config, at: At): string[] {
  return interfaces.flatMap(({ name, lines }) => {
    const own = addressesOn(lines)
    if (name.startsWith('Loopback')) return own.map(address => `loopback ${address}`)
    const vlan = value(lines, /^encapsulation dot1Q (\d+)$/) ?? /^(?:Vlan|BDI)(\d+)$/.exec(name)?.[1]
    const client = lines.includes('ip address dhcp')
    return [
      ...own.map(address => (address === at(name) ? `address ${address}` : `address ${at(name)} has ${address}`)),
      ...(client ? ['address dhcp'] : []),
      ...(vlan === undefined || (own.length === 0 && !client) ? [] : [`vlan ${at(name)} ${vlan}`]),
    ]
  })
}

function tunnels(config: Config, at: At): string[] {
  return config.interfaces
    .filter(({ name }) => name.startsWith('Tunnel'))
    .flatMap(({ name, lines }) => {
      const source = value(lines, /^tunnel source (\S+)$/) ?? '?'
      const to = value(lines, /^tunnel destination (\S+)$/)
      const mode = value(lines, /^tunnel mode (.*)$/)
      const profile = value(lines, /^tunnel protection ipsec profile (\S+)$/) ?? ''
      const sized = value(lines, /^ip mtu (\d+)$/)
      return [
        `tunnel ${at(name)} ${mode === 'ipsec dual-overlay' ? 'ipsec' : mode === 'gre ip' ? 'gre-ipsec' : `?${mode}`} from=${parseAddress(source) === undefined ? 'unknown' : source} to=${to ?? 'unknown'} secret=${keyFor(config, to)} ${begins(config, profile)}`,
        `tunnel-size ${at(name)} mtu=${sized === value(lines, /^ipv6 mtu (\d+)$/) ? sized : '?'}`,
        `tunnel-mss ${at(name)} v4=${value(lines, /^ip tcp adjust-mss (\d+)$/)}`,
        `tunnel-mss ${at(name)} v6=${value(lines, /^ipv6 tcp adjust-mss (\d+)$/)}`,
      ]
    })
}

function keyFor({ blocks }: Config, to: string | undefined): string | undefined {
  const peers = blocks
    .filter(({ text }) => text.startsWith('crypto ikev2 keyring '))
    .flatMap(({ children }) => children)
  return secretIn(
    value(
      texts(peers.find(({ children }) => texts(children).includes(`address ${to}`))?.children ?? []),
      /^pre-shared-key (.*)$/,
    ),
  )
}

function begins(config: Config, profile: string): string {
  const lines = texts(block(config, `crypto ipsec profile ${profile}`))
  if (lines.length === 0) return 'nobody'
  return lines.includes('responder-only') ? 'answers' : 'begins'
}

function routes({ top, blocks }: Config): string[] {
  const probes = new Map(
    blocks.flatMap(({ text, children }): [string, string][] => {
      const id = /^ip sla (\d+)$/.exec(text)?.[1]
      const target = value(texts(children), /^icmp-echo (\S+) source-interface \S+$/)
      return id === undefined || target === undefined ? [] : [[id, target]]
    }),
  )
  const tracks = new Map(
    top.flatMap((line): [string, string][] => {
      const [, track = '', sla = ''] = /^track (\d+) ip sla (\d+) reachability$/.exec(line) ?? []
      return track === '' ? [] : [[track, probes.get(sla) ?? '?']]
    }),
  )
  return top.flatMap(line => {
    const [, address = '', mask = '', via, name, track] =
      /^ip route (\S+) (\d\S+) (\S+)(?: dhcp)?(?: name (\S+))?(?: track (\d+))?$/.exec(line) ?? []
    const [, to6, via6] = /^ipv6 route (\S+) (\S+)(?: name \S+)?$/.exec(line) ?? []
    if (to6 !== undefined) return [`route ${to6} via ${via6 === 'Null0' ? 'drop' : via6}`]
    const prefix = masked(address, mask)
    if (prefix === undefined || name === 'probe') return []
    const dhcp = / dhcp( |$)/.test(line)
    return [
      `route ${address}/${prefix.length} via ${via === 'Null0' ? 'drop' : dhcp ? 'dhcp' : via}`,
      ...(track === undefined ? [] : [`watch ${via} by ${tracks.get(track)}`]),
    ]
  })
}

function translation(config: Config, at: At): string[] {
  const { top, interfaces } = config
  const outside6 = interfaces.filter(({ lines }) => lines.includes('nat66 outside')).map(({ name }) => at(name))
  return [
    ...top.flatMap(line => {
      const [, map, pool] = /^ip nat inside source route-map (\S+) pool (\S+) overload$/.exec(line) ?? []
      const [first, last] = groups(top, new RegExp(`^ip nat pool ${pool} (\\S+) (\\S+) prefix-length \\d+$`)) ?? []
      if (map === undefined || first === undefined || last === undefined) return []
      const lines = texts(block(config, `route-map ${map} permit 10`))
      const out = value(lines, /^match interface (\S+)$/) ?? '?'
      const outside = interfaces.some(({ name, lines: own }) => name === out && own.includes('ip nat outside'))
      return sourcesIn(config, `ip access-list extended ${value(lines, /^match ip address (\S+)$/)}`).map(entry => {
        const [, address = '', wildcard = ''] = /^permit ip (\S+) (\S+) any$/.exec(entry) ?? []
        const prefix = masked(address, wildcard, true)
        return natFact(outside ? at(out) : '?', prefix === undefined ? '?' : networkText(prefix), first, last)
      })
    }),
    ...top.flatMap(line => {
      const [, inside, outside] = /^nat66 prefix inside (\S+) outside (\S+)$/.exec(line) ?? []
      return inside === undefined ? [] : outside6.map(out => `npt ${out} ${inside} as ${outside}`)
    }),
  ]
}

function shaping(config: Config, at: At): string[] {
  return config.interfaces.flatMap(({ name, lines }) => {
    const policy = value(lines, /^service-policy output (\S+)$/)
    const [shaper] = policy === undefined ? [] : block(config, `policy-map ${policy}`)
    if (shaper === undefined) return []
    const inner = block(config, `policy-map ${value(texts(shaper.children), /^service-policy (\S+)$/)}`)
    const classes = inner
      .map(({ text, children }) => ({ name: text.slice(6), rank: rankOf(texts(children)) }))
      .filter(own => own.name !== 'class-default' && own.name !== 'Q-ROUTING')
      .toSorted((a, b) => a.rank - b.rank)
    const ends = classes.map(own => prefixesOf(config, own.name))
    const way = ends.flat().every(end => end.way === 'source') ? 'source' : 'destination'
    return shapeFacts(
      `${at(name)} by ${way}`,
      Number(value(texts(shaper.children), /^shape average (\d+)$/)) / 1000,
      ends.map(own => own.map(({ prefix }) => prefix)),
    )
  })
}

/** Levels of priority first, then the larger shares. */
function rankOf(lines: readonly string[]): number {
  const level = value(lines, /^priority level (\d+) /)
  return level !== undefined ? Number(level) : 1000 - Number(value(lines, /^bandwidth remaining ratio (\d+)$/) ?? 0)
}

function prefixesOf(
  config: Config,
  name: string,
): { readonly way: 'source' | 'destination'; readonly prefix: string }[] {
  return values(texts(block(config, `class-map match-any ${name}`)), /^match access-group name (\S+)$/).flatMap(list =>
    [`ip access-list extended ${list}`, `ipv6 access-list ${list}`]
      .flatMap(head => sourcesIn(config, head))
      .flatMap(entry => {
        const [, source, destination] =
          /^permit (?:ip|ipv6) (any|\S+\/\d+|\d\S+ \d\S+) (any|\S+\/\d+|\d\S+ \d\S+)$/.exec(entry) ?? []
        if (source === undefined || destination === undefined) return []
        const text = source === 'any' ? destination : source
        const [address = '', wildcard] = text.split(' ')
        const prefix = wildcard === undefined ? parsePrefix(text) : masked(address, wildcard, true)
        return [
          {
            way: source === 'any' ? ('destination' as const) : ('source' as const),
            prefix: prefix === undefined ? '?' : networkText(prefix),
          },
        ]
      }),
  )
}

function dhcp({ top, blocks }: Config): string[] {
  const excluded = top.flatMap(line => {
    const [, first, last] = /^ip dhcp excluded-address (\S+) (\S+)$/.exec(line) ?? []
    const [low, high] = [first, last].map(text => parseAddress(text ?? '')?.bits)
    return low === undefined || high === undefined ? [] : [{ low, high }]
  })
  return blocks
    .filter(({ text }) => text.startsWith('ip dhcp pool '))
    .map(({ children }) => {
      const lines = texts(children)
      const [address = '', mask = ''] = groups(lines, /^network (\S+) (\S+)$/) ?? []
      const prefix = masked(address, mask)
      if (prefix === undefined) return 'dhcp ?'
      const free: bigint[] = []
      for (let n = 1n; n < sizeOf(prefix) - 1n; n++) {
        const bits = networkOf(prefix).bits + n
        if (!excluded.some(({ low, high }) => bits >= low && bits <= high)) free.push(bits)
      }
      const [days, hours] = groups(lines, /^lease (\d+) (\d+) 0$/) ?? []
      const text = (bits: bigint | undefined): string =>
        bits === undefined ? 'none' : addressText({ family: 4, bits })
      return dhcpFact({
        first: text(free[0]),
        last: text(free.at(-1)),
        gateway: value(lines, /^default-router (\S+)$/) ?? '?',
        dns: value(lines, /^dns-server (.*)$/)?.replaceAll(' ', ',') ?? '',
        ntp: value(lines, /^option 42 ip (.*)$/)?.replaceAll(' ', ',') ?? '',
        hours: Number(days) * 24 + Number(hours),
        tftp: value(lines, /^option 150 ip (\S+)$/),
      })
    })
}

function services(config: Config): string[] {
  const { top, blocks } = config
  const [user, authentication, privacy] =
    groups(top, /^snmp-server user (\S+) \S+ v3 auth sha (\S+) priv aes 128 (\S+)$/) ?? []
  const [list6 = '', list4 = ''] = groups(top, /^snmp-server group \S+ v3 priv read \S+ access ipv6 (\S+) (\S+)$/) ?? []
  const open = blocks
    .filter(({ text, children }) => text.startsWith('line vty') && !texts(children).includes('transport input none'))
    .map(({ children }) => texts(children))
  const ssh = open.flatMap(lines => [
    ...allowed(config, value(lines, /^access-class (\S+) in vrf-also$/)),
    ...allowed(config, value(lines, /^ipv6 access-class (\S+) in$/)),
  ])
  return [
    ...(value(top, /^ip name-server (.*)$/)?.split(' ') ?? []).map(server => `dns ${server}`),
    `dns-forwarder ${top.includes('ip dns server')}`,
    ...values(top, /^ntp server (\S+)(?: prefer)?$/).map(server => `ntp ${server}`),
    ...top.flatMap(line => {
      const [, host, port] = /^logging host (\S+) transport udp port (\d+)$/.exec(line) ?? []
      return host === undefined ? [] : [`syslog ${host}:${port}`]
    }),
    ...(user === undefined
      ? []
      : [`snmp user=${user} authentication=${secretIn(authentication)} privacy=${secretIn(privacy)}`]),
    `snmp contact ${value(top, /^snmp-server contact (.*)$/)}`,
    ...values(top, /^snmp-server host (\S+) version 3 priv \S+$/).map(host => `snmp trap ${host}`),
    ...[...allowed(config, list4), ...allowed(config, list6)].map(prefix => `snmp from ${prefix}`),
    ...ssh.map(prefix => `ssh from ${prefix}`),
    ...top.flatMap(line => {
      const [, name, level, secret] =
        /^username (\S+) privilege (\d+) algorithm-type scrypt secret (\S+)$/.exec(line) ?? []
      return name === undefined ? [] : [`user ${name} ${level === '15' ? 'full' : 'read'} ${secretIn(secret)}`]
    }),
    ...blocks
      .filter(({ text }) => text.startsWith('radius server '))
      .map(
        ({ children }) =>
          `radius ${value(texts(children), /^address ipv4 (\S+) auth-port 1812 acct-port 1813$/)} ${secretIn(value(texts(children), /^key (.*)$/))}`,
      ),
  ]
}

/** What a list permits before it denies everything; everybody, where there is none. */
function allowed(config: Config, name: string | undefined): string[] {
  if (name === undefined) return ['anywhere']
  const lines = [`ip access-list standard ${name}`, `ipv6 access-list ${name}`].flatMap(head => sourcesIn(config, head))
  const end = lines.findIndex(line => /^deny (any|ipv6 any any)/.test(line))
  return lines.slice(0, end < 0 ? undefined : end).flatMap(line => {
    const [, address = '', wildcard = ''] = /^permit (\d\S+) (\d\S+)$/.exec(line) ?? []
    const prefix = parsePrefix(/^permit ipv6 (\S+) any$/.exec(line)?.[1] ?? '') ?? masked(address, wildcard, true)
    return prefix === undefined ? [] : [networkText(prefix)]
  })
}
