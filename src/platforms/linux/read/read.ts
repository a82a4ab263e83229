import { addressOf, addressText, contains, networkOf, parseAddress, parsePrefix } from '../../../model/ip.ts'
import { dhcpFact, foreignLogFact, natFact, shapeFacts, type Meaning } from '../../reading/meaning.ts'
import type { Folder } from '../../reading/folder.ts'
import { interfaceBlocks, ospfFacts, parseFrr, secretIn, value, type Frr } from './frr.ts'
import { bgpFacts } from './frr-bgp.ts'
import { unreadFrr } from './frr-unread.ts'
import { nftJudge, parseNft, type Ruleset } from './nft.ts'
import { all, get, linesOf, unitOf, type Unit } from './unit.ts'

interface Files {
  readonly frr: Frr
  readonly nft: Ruleset
  readonly units: readonly Unit[]
}

export function readLinux(folder: Folder): Meaning {
  const files: Files = {
    frr: parseFrr(folder.get('frr.conf') ?? ''),
    nft: parseNft(folder.get('nftables.conf') ?? ''),
    units: [...folder]
      .filter(([name]) => /^networkd\/.*\.(network|netdev)$/.test(name))
      .map(([, text]) => unitOf(text)),
  }
  const { frr } = files
  const keys = keysOf(files)
  const at = (name: string): string => keys.get(name) ?? `?${name}`
  const own = interfaceBlocks(frr).flatMap(({ lines }) =>
    lines.flatMap(line => parsePrefix(/^ipv?6? address (\S+)$/.exec(line)?.[1] ?? '') ?? []),
  )
  const ownAddress = (remote: string): string => {
    const far = parseAddress(remote)
    const near = own.find(prefix => far !== undefined && contains(networkOf(prefix), far))
    return near === undefined ? 'none' : addressText(addressOf(near))
  }
  const facts = [
    `hostname ${value(frr.top, /^hostname (\S+)$/)}`,
    ...addresses(files, at),
    ...ospfFacts(frr, at),
    ...bgpFacts(frr, ownAddress),
    ...tunnels(files, at),
    ...routes(files),
    ...translation(files, at),
    ...shaping(files, at),
    ...dhcp(files),
    ...foreignLogs(files, at),
  ]
  return {
    facts: new Set(facts),
    keys,
    ...nftJudge(files.nft, keys),
    unread: [...unreadFrr(frr), ...files.nft.unread, ...strayed(files)],
  }
}

function keysOf({ frr, units }: Files): Map<string, string> {
  const dhcp = units
    .filter(unit => get(unit, 'Network', 'DHCP') === 'ipv4')
    .map((unit): [string, string] => [get(unit, 'Match', 'Name') ?? '', 'dhcp'])
  const given = interfaceBlocks(frr).flatMap(({ name, lines }): [string, string][] => {
    const address = value(lines, /^ip address (\S+)$/)
    return address === undefined ? [] : [[name, address]]
  })
  return new Map([...dhcp, ...given])
}

/** Where a technician plugs in: what its unit says of itself. */
function localInterfaces(units: Files['units']): ReadonlySet<string | undefined> {
  return new Set(
    units
      .filter(unit => get(unit, 'Network', 'Description')?.includes('technician on site'))
      .map(unit => get(unit, 'Match', 'Name')),
  )
}

function addresses({ frr, units }: Files, at: (name: string) => string): string[] {
  const local = localInterfaces(units)
  return [
    ...interfaceBlocks(frr).flatMap(({ name, lines }) =>
      lines.flatMap(line => {
        const address = /^ipv?6? address (\S+)$/.exec(line)?.[1]
        if (address === undefined) return []
        if (local.has(name)) return `local-port ${address}`
        return name === 'lo'
          ? `loopback ${address}`
          : address === at(name)
            ? `address ${address}`
            : `address ${at(name)} has ${address}`
      }),
    ),
    ...units.filter(unit => get(unit, 'Network', 'DHCP') === 'ipv4').map(() => 'address dhcp'),
    ...units.flatMap(unit =>
      get(unit, 'NetDev', 'Kind') === 'vlan'
        ? [`vlan ${at(get(unit, 'NetDev', 'Name') ?? '')} ${get(unit, 'VLAN', 'Id')}`]
        : [],
    ),
  ]
}

/** Addresses that one of the two files has and the other has not: the kernel would get both. */
function strayed({ frr, units }: Files): string[] {
  const pairs = (list: readonly [string, readonly string[]][]): Set<string> =>
    new Set(
      list.flatMap(([name, addresses]) =>
        addresses.filter(address => !address.startsWith('fe80:')).map(address => `${name} ${address}`),
      ),
    )
  const inFrr = pairs(
    interfaceBlocks(frr).map(({ name, lines }) => [
      name,
      lines.flatMap(line => /^ipv?6? address (\S+)$/.exec(line)?.[1] ?? []),
    ]),
  )
  const inUnits = pairs(
    units.flatMap(unit => {
      const name = get(unit, 'Match', 'Name')
      return name === undefined ? [] : [[name, all(unit, 'Network', 'Address')]]
    }),
  )
  return [...[...inFrr].filter(pair => !inUnits.has(pair)), ...[...inUnits].filter(pair => !inFrr.has(pair))].map(
    pair => `${pair} in one file alone`,
  )
}

function tunnels({ units, nft }: Files, at: (name: string) => string): string[] {
  return units
    .filter(unit => get(unit, 'NetDev', 'Kind') === 'wireguard')
    .flatMap(unit => {
      const name = get(unit, 'NetDev', 'Name') ?? ''
      const open = all(unit, 'WireGuardPeer', 'AllowedIPs').join(',') === '0.0.0.0/0,::/0'
      const peer = open ? /^<public-key:(.*)>$/.exec(get(unit, 'WireGuardPeer', 'PublicKey') ?? '')?.[1] : '?'
      const clamps = (nft.chains.get('clamp')?.rules ?? []).flatMap(rule => {
        const [, out, family, size] =
          /^oifname "([^"]+)" meta nfproto ipv([46]) tcp flags syn \/ syn,rst tcp option maxseg size set (\d+)$/.exec(
            rule,
          ) ?? []
        return out === name ? [`tunnel-mss ${at(name)} v${family}=${size}`] : []
      })
      return [
        `tunnel ${at(name)} wireguard port=${get(unit, 'WireGuard', 'ListenPort')} ` +
          `to=${get(unit, 'WireGuardPeer', 'Endpoint') ?? 'unknown'} peer=${peer} ` +
          `secret=${secretIn(get(unit, 'WireGuard', 'PrivateKey'))}`,
        `tunnel-size ${at(name)} mtu=${get(unit, 'NetDev', 'MTUBytes')}`,
        ...clamps,
      ]
    })
}

function routes({ frr: { top }, units }: Files): string[] {
  return [
    ...top.flatMap(line => {
      const [, to, via] = /^(?:ip|ipv6) route (\S+) (\S+)(?: \S+)?$/.exec(line) ?? []
      return to === undefined ? [] : [`route ${to} via ${via === 'blackhole' ? 'drop' : via}`]
    }),
    ...units.flatMap(unit =>
      unit.sections
        .filter(({ name, lines }) => name === 'Route' && lines.includes('Gateway=_dhcp4'))
        .map(({ lines }) => `route ${lines.find(line => line.startsWith('Destination='))?.slice(12)} via dhcp`),
    ),
  ]
}

function translation({ nft }: Files, at: (name: string) => string): string[] {
  const rules = [...nft.chains.values()].flatMap(chain => chain.rules)
  return rules.flatMap(rule => {
    const [, out = '', source = '', first = '', last = first] =
      /^oifname "([^"]+)" ip saddr (\S+) snat ip to ([\d.]+)(?:-([\d.]+))?( persistent)?$/.exec(rule) ?? []
    const [, out6 = '', inside = '', outside = ''] =
      /^oifname "([^"]+)" ip6 saddr (\S+) snat ip6 prefix to (\S+)$/.exec(rule) ?? []
    return [
      ...(out === '' ? [] : [natFact(at(out), source, first, last)]),
      ...(out6 === '' ? [] : [`npt ${at(out6)} ${inside} as ${outside}`]),
    ]
  })
}

function foreignLogs({ nft }: Files, at: (name: string) => string): string[] {
  return (nft.chains.get('sources')?.rules ?? []).flatMap(rule => {
    const [, name = '', limited] =
      /^iifname "([^"]+)" ip6? saddr .*?(?:limit rate (\d+)\/second burst \d+ packets )?log prefix /.exec(rule) ?? []
    return name === '' ? [] : [foreignLogFact(at(name), limited ?? 'all')]
  })
}

function shaping({ units, nft }: Files, at: (name: string) => string): string[] {
  return units
    .filter(unit => linesOf(unit, 'HierarchyTokenBucket').length > 0)
    .flatMap(unit => {
      const name = get(unit, 'Match', 'Name') ?? ''
      const classes = unit.sections
        .filter(section => section.name === 'HierarchyTokenBucketClass')
        .map(
          ({ lines }) =>
            new Map(lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])),
        )
      const marks = (nft.chains.get('classes')?.rules ?? []).flatMap(rule => {
        const [, way, prefix, id] =
          new RegExp(`^oifname "${name}" ip6? ([sd])addr (\\S+) meta priority set (\\S+)$`).exec(rule) ?? []
        return prefix === undefined ? [] : [{ way, prefix, id }]
      })
      const order = classes
        .filter(own => marks.some(({ id }) => id === own.get('ClassId')))
        .toSorted((a, b) => Number(a.get('Priority')) - Number(b.get('Priority')))
      const way = marks.every(mark => mark.way === 's') ? 'source' : 'destination'
      return shapeFacts(
        `${at(name)} by ${way}`,
        classes
          .find(own => own.get('Parent') === 'root')
          ?.get('CeilRate')
          ?.replace(/K$/, '') ?? '?',
        order.map(own => marks.filter(({ id }) => id === own.get('ClassId')).map(({ prefix }) => prefix)),
      )
    })
}

function dhcp({ units }: Files): string[] {
  return units
    .filter(unit => get(unit, 'Network', 'DHCPServer') === 'yes')
    .map(unit => {
      const server = (key: string): string | undefined => get(unit, 'DHCPServer', key)
      const prefix = parsePrefix(all(unit, 'Network', 'Address').find(address => !address.includes(':')) ?? '')
      const nth = (n: number): string =>
        prefix === undefined ? '?' : addressText({ family: 4, bits: networkOf(prefix).bits + BigInt(n) })
      const first = Number(server('PoolOffset'))
      return dhcpFact({
        first: nth(first),
        last: nth(first + Number(server('PoolSize')) - 1),
        gateway: server('Router') ?? '?',
        dns: all(unit, 'DHCPServer', 'DNS').join(','),
        ntp: all(unit, 'DHCPServer', 'NTP').join(','),
        hours: server('DefaultLeaseTimeSec')?.replace(/h$/, '') ?? '?',
        tftp: /^150:ipv4address:(.*)$/.exec(server('SendOption') ?? '')?.[1],
      })
    })
}
