import { contains, networkOf, parseAddress, parsePrefix, type Prefix } from '../../../model/ip.ts'
import { remembered } from '../../../source/remembered.ts'
import {
  familyOf,
  givenFact,
  neighborFacts,
  ospfFact,
  signedText,
  passiveFact,
  takenFact,
  type Bfd,
} from '../../reading/meaning.ts'
import { groups, value, values } from '../../reading/patterns.ts'
import { block, masked, secretIn, texts, type Config } from './text.ts'

function bfdTemplate(config: Config, name: string | undefined): Bfd | undefined {
  if (name === undefined) return undefined
  const [tx, rx, multiplier] =
    groups(
      texts(block(config, `bfd-template single-hop ${name}`)),
      /^interval min-tx (\d+) min-rx (\d+) multiplier (\d+)$/,
    ) ?? []
  return { intervalMs: tx === rx ? (tx ?? '?') : `${rx}/${tx}`, multiplier: multiplier ?? '?' }
}

function bfdOn(config: Config, lines: readonly string[]): Bfd | undefined {
  const classic = groups(lines, /^bfd interval (\d+) min_rx (\d+) multiplier (\d+)$/)
  if (classic !== undefined) return { intervalMs: classic[0] ?? '?', multiplier: classic[2] ?? '?' }
  return bfdTemplate(config, value(lines, /^bfd template (\S+)$/))
}

export function ospfFacts(config: Config, at: (name: string) => string): string[] {
  return ([2, 3] as const).flatMap(version => {
    const router = version === 2 ? block(config, 'router ospf 1') : block(config, 'router ospfv3 1')
    const inner = texts(
      version === 2 ? router : (router.find(({ text }) => text === 'address-family ipv6 unicast')?.children ?? []),
    )
    const passive = new Set(values(inner, /^passive-interface (\S+)$/))
    const [word, area] =
      version === 2 ? (['ip ospf', 'ip ospf 1 area 0'] as const) : (['ospfv3', 'ospfv3 1 ipv6 area 0'] as const)
    return [
      ...(router.length === 0 ? [] : [`ospf${version} router-id ${value(texts(router), /^router-id (\S+)$/)}`]),
      ...config.interfaces
        .filter(({ lines }) => lines.includes(area))
        .map(({ name, lines }) => {
          if (passive.has(name)) return passiveFact(version, at(name))
          const kind = lines.includes(`${word} network point-to-point`) ? '' : '?'
          return (
            kind +
            ospfFact({
              version,
              key: at(name),
              cost: value(lines, new RegExp(`^${word} cost (\\d+)$`)) ?? 'none',
              authentication: signed(
                config,
                value(lines, new RegExp(`^${word} authentication key-chain (\\S+)$`)),
                lines,
                version,
              ),
              bfd: lines.includes(`${word} bfd`) ? bfdOn(config, lines) : undefined,
            })
          )
        }),
      ...external(config, version, inner),
    ]
  })
}

function signed(config: Config, chain: string | undefined, lines: readonly string[], version: 2 | 3): string {
  const plain = lines.flatMap(line => {
    const [, id, key] = /^ip ospf message-digest-key (\d+) md5 (.*)$/.exec(line) ?? []
    return id === undefined ? [] : [[id, secretIn(key)] as const]
  })
  if (chain === undefined)
    return version === 2 && plain.length > 0 && lines.includes('ip ospf authentication message-digest')
      ? signedText('md5', plain)
      : 'none'
  const keys = block(config, `key chain ${chain}`)
    .map(({ text, children }) => ({ id: text.replace(/^key /, ''), words: texts(children) }))
    .toSorted((a, b) => Number(isNeverSent(a.words)) - Number(isNeverSent(b.words)))
  const algorithms = [...new Set(keys.map(({ words }) => value(words, /^cryptographic-algorithm (\S+)$/) ?? 'md5'))]
  const kind = version === 3 ? 'ios-trailer' : algorithms.join('/') === 'hmac-sha-256' ? 'sha256' : algorithms.join('/')
  return signedText(
    kind,
    keys.map(({ id, words }) => [id, secretIn(value(words, /^key-string (.*)$/))] as const),
  )
}

function isNeverSent(words: readonly string[]): boolean {
  return value(words, /^send-lifetime (.*)$/) !== undefined
}

function external(config: Config, version: 2 | 3, inner: readonly string[]): string[] {
  const first = value(inner, /^default-information originate metric (\d+) metric-type 1 route-map \S+$/)
  const [metric, tag, map] =
    groups(inner, /^redistribute bgp \d+ metric (\d+) metric-type 1(?: subnets)? tag (\d+) route-map (\S+)$/) ?? []
  const denied = value(
    texts(block(config, `route-map ${value(inner, /^distribute-list route-map (\S+) in$/)} deny 10`)),
    /^match tag (\d+)$/,
  )
  const marked =
    map !== undefined &&
    value(texts(block(config, `route-map ${map} permit 10`)), /^match (community) \S+$/) !== undefined
  return [
    ...(first === undefined ? [] : [`ospf${version} default metric=${first}`]),
    ...(metric === undefined ? [] : [`ospf${version} leased metric=${metric} tag=${marked ? tag : '?'}`]),
    ...(denied === undefined ? [] : [`ospf${version} refuses tag=${denied}`]),
  ]
}

export function bgpFacts(config: Config): string[] {
  const router = config.blocks.find(({ text }) => text.startsWith('router bgp '))
  if (router === undefined) return []
  const as = router.text.slice(11)
  const lines = texts(router.children)
  const family = (name: 4 | 6): string[] =>
    texts(router.children.find(({ text }) => text === `address-family ipv${name}`)?.children ?? [])
  const remotes = [...new Set(values(lines, /^neighbor (\S+) remote-as \d+$/))]
  return [
    `bgp as=${as} router-id=${value(lines, /^bgp router-id (\S+)$/)}`,
    ...family(4).flatMap(line => {
      const [, address, mask] = /^network (\S+) mask (\S+)$/.exec(line) ?? []
      const prefix = masked(address ?? '', mask ?? '')
      return prefix === undefined ? [] : [`bgp own ${address}/${prefix.length}`]
    }),
    ...values(family(6), /^network (\S+)$/).map(prefix => `bgp own ${prefix}`),
    ...remotes
      .filter(remote => family(familyOf(remote)).includes(`neighbor ${remote} activate`))
      .flatMap(remote => neighbor(config, as, remote, own(lines, remote), family(familyOf(remote)))),
  ]
}

function own(lines: readonly string[], remote: string): string[] {
  return lines.filter(line => line.startsWith(`neighbor ${remote} `)).map(line => line.slice(remote.length + 10))
}

function neighbor(
  config: Config,
  as: string,
  remote: string,
  lines: readonly string[],
  family: readonly string[],
): string[] {
  const inside = own(family, remote)
  const remoteAs = value(lines, /^remote-as (\d+)$/) ?? '?'
  const through = interfaceTo(config, remote, value(lines, /^update-source (\S+)$/))
  const distances = groups(family, /^distance bgp (\d+) (\d+) (\d+)$/) ?? ['20', '200']
  const distance = (remoteAs === as ? distances[1] : distances[0]) ?? '?'
  const set = (way: 'in' | 'out'): string[] =>
    texts(block(config, `route-map ${value(inside, new RegExp(`^route-map (\\S+) ${way}$`))} permit 10`))
  return [
    ...neighborFacts({
      remote,
      remoteAs,
      localAs: value(lines, /^local-as (\d+) no-prepend replace-as$/) ?? as,
      local: through?.address ?? 'none',
      password: secretIn(value(lines, /^password 0 (.*)$/)),
      bfd: lines.includes('fall-over bfd') ? bfdOn(config, through?.lines ?? []) : undefined,
      maximum: value(inside, /^maximum-prefix (\d+)$/),
      hold: value(lines, /^timers \d+ (\d+)$/),
    }),
    ...prefixesOf(config, familyOf(remote), set('in')).map(pattern =>
      takenFact({ remote, ...pattern, preference: value(set('in'), /^set local-preference (\d+)$/) ?? 100, distance }),
    ),
    ...prefixesOf(config, familyOf(remote), set('out')).map(({ prefix, upTo }) => givenFact(remote, prefix, upTo)),
  ]
}

/** Addresses on an interface with their networks; asked for every neighbour of every interface. */
const networksOn = remembered(
  (lines: readonly string[]): readonly { readonly text: string; readonly network: Prefix }[] =>
    addressesOn(lines).flatMap(text => {
      const prefix = parsePrefix(text)
      return prefix === undefined ? [] : [{ text, network: networkOf(prefix) }]
    }),
)

export function addressesOn(lines: readonly string[]): string[] {
  return lines.flatMap(line => {
    const [, address, mask] = /^ip address (\S+) (\d\S+)$/.exec(line) ?? []
    const prefix = address === undefined || mask === undefined ? undefined : masked(address, mask)
    if (prefix !== undefined) return [`${address}/${prefix.length}`]
    return /^ipv6 address (\S+\/\d+)$/.exec(line)?.[1] ?? []
  })
}

/** The interface that a session leaves by, and the router's own address there. */
function interfaceTo(
  { interfaces }: Config,
  remote: string,
  named: string | undefined,
): { readonly address: string; readonly lines: readonly string[] } | undefined {
  const far = parseAddress(remote)
  for (const { name, lines } of interfaces) {
    if (named !== undefined && named !== name) continue
    const near = networksOn(lines).find(
      ({ network }) =>
        far !== undefined && network.family === far.family && (named !== undefined || contains(network, far)),
    )
    if (near !== undefined) return { address: near.text.split('/')[0] ?? '', lines }
  }
  return undefined
}

function prefixesOf(
  { prefixLists }: Config,
  family: 4 | 6,
  map: readonly string[],
): { readonly prefix: string; readonly upTo: number | undefined }[] {
  const [word, match] =
    family === 4
      ? (['ip', /^match ip address prefix-list (\S+)$/] as const)
      : (['ipv6', /^match ipv6 address prefix-list (\S+)$/] as const)
  const list = value(map, match)
  return (prefixLists.get(`${word} prefix-list ${list}`) ?? []).flatMap(line => {
    const [, prefix, upTo] = / seq \d+ permit (\S+)(?: le (\d+))?$/.exec(line) ?? []
    return prefix === undefined ? [] : [{ prefix, upTo: upTo === undefined ? undefined : Number(upTo) }]
  })
}
