import { parseAddress } from '../../../model/ip.ts'
import { foreignLogFact, idleFact, natFact, networkText, type At, type Meaning } from '../../reading/meaning.ts'
import type { Folder } from '../../reading/folder.ts'
import { judgeOf, sourcesIn, unreadEntries } from './filter.ts'
import { addressesOn, bgpFacts, ospfFacts } from './routing.ts'
import { groups, value } from '../../reading/patterns.ts'
import { block, configOf, masked, secretIn, texts, type Config } from './text.ts'
import { shaping } from './shaping.ts'
import { dhcp, services } from './services.ts'
import { isLocal } from './local.ts'

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
    ...closed(config, at),
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

function closed(config: Config, at: At): string[] {
  const ms = value(config.top, /^ip access-list logging interval (\d+)$/)
  const logs = (list: string): boolean =>
    [`ip access-list extended ${list}`, `ipv6 access-list ${list}`].some(head =>
      texts(block(config, head)).some(line => /^deny .* log$/.test(line)),
    )
  return config.interfaces.flatMap(({ name, lines }) => [
    ...(lines.includes('shutdown') ? [idleFact(name)] : []),
    ...lines
      .flatMap(line => /^(?:ip access-group|ipv6 traffic-filter) (SOURCE-\S+) in$/.exec(line)?.[1] ?? [])
      .filter(logs)
      .map(() => foreignLogFact(at(name), ms === undefined ? 'all' : 1000 / Number(ms))),
  ])
}

function addresses({ interfaces }: Config, at: At): string[] {
  return interfaces.flatMap(({ name, lines }) => {
    const own = addressesOn(lines)
    if (name.startsWith('Loopback')) return own.map(address => `loopback ${address}`)
    if (isLocal(lines)) return own.map(address => `local-port ${address}`)
    const vlan = value(lines, /^encapsulation dot1Q (\d+)$/) ?? /^(?:Vlan|BDI)(\d+)$/.exec(name)?.[1]
    const client = lines.includes('ip address dhcp')
    return [
      ...own.map(address => (address === at(name) ? `address ${address}` : `address ${at(name)} has ${address}`)),
      ...(client ? ['address dhcp'] : []),
      ...(vlan === undefined || (own.length === 0 && !client) ? [] : [`vlan ${at(name)} ${vlan}`]),
    ]
  })
}

/** What the reader calls each mode. */
const tunnelModes: ReadonlyMap<string | undefined, string> = new Map([
  ['ipsec dual-overlay', 'ipsec'],
  ['gre ip', 'gre-ipsec'],
])

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
        `tunnel ${at(name)} ${tunnelModes.get(mode) ?? `?${mode}`} ` +
          `from=${parseAddress(source) === undefined ? 'unknown' : source} to=${to ?? 'unknown'} ` +
          `secret=${keyFor(config, to)} ${begins(config, profile)}`,
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
