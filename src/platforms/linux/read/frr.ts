import {
  familyOf,
  givenFact,
  neighborFacts,
  ospfFact,
  passiveFact,
  takenFact,
  type Bfd,
} from '../../reading/meaning.ts'

/** A block of `frr.conf`: its first line, and what stands in it; an address family has lines of its own. */
interface Block {
  readonly head: string
  readonly lines: readonly string[]
  readonly families: ReadonlyMap<string, readonly string[]>
}

export interface Frr {
  readonly blocks: readonly Block[]
  /** Lines of no block. */
  readonly top: readonly string[]
}

export function parseFrr(text: string): Frr {
  const top: string[] = []
  const blocks: { head: string; lines: string[]; families: Map<string, string[]> }[] = []
  let family: string[] | undefined
  for (const line of text.split('\n').filter(own => own !== '' && !own.startsWith('!'))) {
    const depth = line.length - line.trimStart().length
    const own = line.trim()
    if (own === 'exit' || own === 'exit-address-family') family = undefined
    else if (depth === 0) {
      if (/^(interface|router|route-map|bfd)\b/.test(own)) blocks.push({ head: own, lines: [], families: new Map() })
      else top.push(own)
      family = undefined
    } else if (/^(address-family|profile) /.test(own)) {
      family = []
      blocks.at(-1)?.families.set(own, family)
    } else (depth > 1 && family !== undefined ? family : (blocks.at(-1)?.lines ?? top)).push(own)
  }
  return { blocks, top }
}

export function secretIn(text: string | undefined): string | undefined {
  return /<secret:([^>]+)>/.exec(text ?? '')?.[1]
}

/** First group of the first line that fits. */
export function value(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const match = pattern.exec(line)
    if (match !== null) return match[1] ?? match[0]
  }
  return undefined
}

function profiles({ blocks }: Frr): Map<string, Bfd> {
  const families = blocks.filter(({ head }) => head === 'bfd').flatMap(block => [...block.families])
  return new Map(
    families.map(([head, lines]) => {
      const [tx, rx] = [
        value(lines, /^transmit-interval (\d+)$/) ?? '300',
        value(lines, /^receive-interval (\d+)$/) ?? '300',
      ]
      return [
        head.replace('profile ', ''),
        { intervalMs: tx === rx ? tx : `${rx}/${tx}`, multiplier: value(lines, /^detect-multiplier (\d+)$/) ?? '3' },
      ]
    }),
  )
}

/** `bfd profile` counts only where `bfd` stands too. */
function bfdOf(lines: readonly string[], asked: RegExp, profile: RegExp, frr: Frr): Bfd | undefined {
  const named = value(lines, profile)
  if (value(lines, asked) === undefined || named === undefined) return undefined
  return profiles(frr).get(named) ?? { intervalMs: '?', multiplier: named }
}

export function interfaceBlocks({ blocks }: Frr): { readonly name: string; readonly lines: readonly string[] }[] {
  return blocks
    .filter(({ head }) => head.startsWith('interface '))
    .map(({ head, lines }) => ({ name: head.slice(10), lines }))
}

export function ospfFacts(frr: Frr, at: (name: string) => string): string[] {
  const words = {
    2: ['ip ospf', 'router ospf', 'ospf router-id'],
    3: ['ipv6 ospf6', 'router ospf6', 'ospf6 router-id'],
  } as const
  return ([2, 3] as const).flatMap(version => {
    const [word, head, id] = words[version]
    const router = frr.blocks.find(block => block.head === head)?.lines ?? []
    return [
      ...(router.length === 0 ? [] : [`ospf${version} router-id ${value(router, new RegExp(`^${id} (\\S+)$`))}`]),
      ...interfaceBlocks(frr)
        .filter(({ lines }) => lines.includes(`${word} area 0`))
        .map(({ name, lines }) => {
          if (lines.includes(`${word} passive`)) return passiveFact(version, at(name))
          const kind = lines.includes(`${word} network point-to-point`) ? '' : '?'
          return (
            kind +
            ospfFact({
              version,
              key: at(name),
              cost: value(lines, new RegExp(`^${word} cost (\\d+)$`)) ?? 'none',
              authentication: version === 2 ? md5(lines) : trailer(lines),
              bfd: bfdOf(lines, new RegExp(`^${word} bfd$`), new RegExp(`^${word} bfd profile (\\S+)$`), frr),
            })
          )
        }),
      ...external(version, frr, router),
    ]
  })
}

function md5(lines: readonly string[]): string {
  const secret = secretIn(value(lines, /^ip ospf message-digest-key 1 md5 (.*)$/))
  return lines.includes('ip ospf authentication message-digest') && secret !== undefined ? `md5:${secret}` : 'none'
}

function trailer(lines: readonly string[]): string {
  const [, hash, key] =
    lines
      .map(line => /^ipv6 ospf6 authentication key-id 1 hash-algo (\S+) key (.*)$/.exec(line))
      .find(match => match !== null) ?? []
  return hash === undefined ? 'none' : `${hash}:${secretIn(key)}`
}

function external(version: 2 | 3, frr: Frr, router: readonly string[]): string[] {
  const map = (name: string | undefined): readonly { readonly action: string; readonly lines: readonly string[] }[] =>
    name === undefined ? [] : mapsOf(frr, name)
  const first = /^default-information originate metric (\d+) metric-type 1 route-map (\S+)$/
  const shared = /^redistribute bgp metric (\d+) metric-type 1 route-map (\S+)$/
  const [, metric, condition] = router.map(line => first.exec(line)).find(match => match !== null) ?? []
  const [, leased, handed] = router.map(line => shared.exec(line)).find(match => match !== null) ?? []
  const back = value(
    frr.top,
    version === 2 ? /^ip protocol ospf route-map (\S+)$/ : /^ipv6 protocol ospf6 route-map (\S+)$/,
  )
  const refused = map(back)
    .filter(({ action }) => action === 'deny')
    .flatMap(({ lines }) => value(lines, /^match tag (\d+)$/) ?? [])
  return [
    ...(metric !== undefined &&
    map(condition).some(({ lines }) => lines.some(line => line.startsWith('match interface ')))
      ? [`ospf${version} default metric=${metric}`]
      : []),
    ...(leased === undefined
      ? []
      : [`ospf${version} leased metric=${leased} tag=${value(map(handed)[0]?.lines ?? [], /^set tag (\d+)$/)}`]),
    ...refused.map(tag => `ospf${version} refuses tag=${tag}`),
  ]
}

function mapsOf({ blocks }: Frr, name: string): { readonly action: string; readonly lines: readonly string[] }[] {
  return blocks.flatMap(({ head, lines }) => {
    const [, own, action] = /^route-map (\S+) (permit|deny) \d+$/.exec(head) ?? []
    return own === name && action !== undefined ? [{ action, lines }] : []
  })
}

export function bgpFacts(frr: Frr, ownAddress: (remote: string) => string): string[] {
  const router = frr.blocks.find(({ head }) => head.startsWith('router bgp '))
  if (router === undefined) return []
  const as = router.head.slice(11)
  const remotes = [...new Set(router.lines.flatMap(line => /^neighbor (\S+) remote-as \d+$/.exec(line)?.[1] ?? []))]
  const family = (remote: string): readonly string[] =>
    router.families.get(`address-family ipv${familyOf(remote)} unicast`) ?? []
  return [
    `bgp as=${as} router-id=${value(router.lines, /^bgp router-id (\S+)$/)}`,
    ...[...router.families.values()]
      .flat()
      .flatMap(line => /^network (\S+)$/.exec(line)?.[1] ?? [])
      .map(prefix => `bgp own ${prefix}`),
    ...remotes
      .filter(remote => family(remote).includes(`neighbor ${remote} activate`))
      .flatMap(remote =>
        neighbor(
          frr,
          { as, remote, lines: own(router.lines, remote), inside: own(family(remote), remote) },
          ownAddress,
        ),
      ),
  ]
}

function own(lines: readonly string[], remote: string): string[] {
  return lines.filter(line => line.startsWith(`neighbor ${remote} `)).map(line => line.slice(remote.length + 10))
}

interface Session {
  readonly as: string
  readonly remote: string
  readonly lines: readonly string[]
  readonly inside: readonly string[]
}

function neighbor(frr: Frr, { as, remote, lines, inside }: Session, ownAddress: (remote: string) => string): string[] {
  const remoteAs = value(lines, /^remote-as (\d+)$/) ?? '?'
  const usual = remoteAs === as ? 200 : 20
  const patterns = (
    way: 'in' | 'out',
  ): { readonly prefix: string; readonly upTo: number | undefined; readonly lines: readonly string[] }[] =>
    mapsOf(frr, value(inside, new RegExp(`^route-map (\\S+) ${way}$`)) ?? '')
      .filter(({ action }) => action === 'permit')
      .flatMap(map => prefixesOf(frr, familyOf(remote), map.lines).map(prefix => ({ ...prefix, lines: map.lines })))
  return [
    ...neighborFacts({
      remote,
      remoteAs,
      localAs: value(lines, /^local-as (\d+) no-prepend replace-as$/) ?? as,
      local: value(lines, /^update-source (\S+)$/) ?? ownAddress(remote),
      password: secretIn(value(lines, /^password (.*)$/)),
      bfd: bfdOf(lines, /^bfd$/, /^bfd profile (\S+)$/, frr),
      maximum: value(inside, /^maximum-prefix (\d+)$/),
      hold: value(lines, /^timers \d+ (\d+)$/),
    }),
    ...patterns('in').map(({ prefix, upTo, lines: set }) =>
      takenFact({
        remote,
        prefix,
        upTo,
        preference: value(set, /^set local-preference (\d+)$/) ?? 100,
        distance: value(set, /^set distance (\d+)$/) ?? usual,
      }),
    ),
    ...patterns('out').map(({ prefix, upTo }) => givenFact(remote, prefix, upTo)),
  ]
}

function prefixesOf(
  { top }: Frr,
  family: 4 | 6,
  lines: readonly string[],
): { readonly prefix: string; readonly upTo: number | undefined }[] {
  const [word, match] =
    family === 4
      ? (['ip', /^match ip address prefix-list (\S+)$/] as const)
      : (['ipv6', /^match ipv6 address prefix-list (\S+)$/] as const)
  const list = value(lines, match)
  if (list === undefined) return [{ prefix: 'anything', upTo: undefined }]
  return top.flatMap(line => {
    const [, prefix, upTo] =
      new RegExp(`^${word} prefix-list ${list} seq \\d+ permit (\\S+)(?: le (\\d+))?$`).exec(line) ?? []
    return prefix === undefined ? [] : [{ prefix, upTo: upTo === undefined ? undefined : Number(upTo) }]
  })
}

/** Forms that a line may have, by the block that it stands in; a line of none is one that nobody understood. */
const forms: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [
    /^interface /,
    [
      /^description /,
      /^ip address \d+\.\d+\.\d+\.\d+\/\d+$/,
      /^ipv6 address [0-9a-f:]+\/\d+$/,
      /^no ipv6 nd suppress-ra$/,
      /^ipv6 nd (prefix|rdnss) \S+( .*)?$/,
      /^ipv6 nd ra-\S+ .*$/,
      /^ip ospf (area 0|passive|network point-to-point|cost \d{1,5}|authentication message-digest|message-digest-key 1 md5 \S+|bfd|bfd profile \S+)$/,
      /^ipv6 ospf6 (area 0|passive|network point-to-point|cost \d{1,5}|authentication key-id 1 hash-algo \S+ key \S+|bfd|bfd profile \S+)$/,
    ],
  ],
  [
    /^router ospf6?$/,
    [
      /^ospf6? router-id \S+$/,
      /^log-adjacency-changes$/,
      /^redistribute bgp metric \d+ metric-type 1 route-map \S+$/,
      /^default-information originate metric \d+ metric-type 1 route-map \S+$/,
    ],
  ],
  [
    /^router bgp \d+$/,
    [
      /^bgp (router-id \S+|log-neighbor-changes|ebgp-requires-policy)$/,
      /^no bgp default ipv4-unicast$/,
      /^neighbor \S+ (remote-as [1-9]\d*|description .*|local-as \d+ no-prepend replace-as|update-source \S+|password \S+|timers .*|bfd|bfd profile \S+|ebgp-multihop.*|passive)$/,
    ],
  ],
  [
    /^route-map /,
    [
      /^match (ip|ipv6) address prefix-list \S+$/,
      /^match (tag \d+|interface \S+|source-protocol \S+)$/,
      /^set (local-preference|distance|tag|weight) \d+$/,
    ],
  ],
  [
    /^address-family /,
    [
      /^network \S+$/,
      /^neighbor \S+ (activate|next-hop-self|default-originate.*|route-map \S+ (in|out)|maximum-prefix \d+)$/,
      /^redistribute static route-map \S+$/,
      /^redistribute (ospf6?|kernel|static).*$/,
    ],
  ],
  [/^profile /, [/^(detect-multiplier|transmit-interval|receive-interval) \d+$/]],
  [/^bfd$/, []],
]
const topForms = [
  /^(frr defaults traditional|hostname \S+|log syslog \S+|service integrated-vtysh-config|no zebra nexthop kernel enable)$/,
  /^(ip|ipv6) prefix-list \S+ seq \d+ permit \S+( le \d+)?$/,
  /^(ip|ipv6) route \S+ (\S+|blackhole)( \S+)?$/,
  /^(ip|ipv6) protocol \S+ route-map \S+$/,
]

export function unreadFrr({ blocks, top }: Frr): string[] {
  const of = (head: string, lines: readonly string[]): string[] => {
    const known = forms.find(([pattern]) => pattern.test(head))?.[1]
    return known === undefined ? [head] : lines.filter(line => !known.some(form => form.test(line)) || malformed(line))
  }
  return [
    ...top.filter(line => !topForms.some(form => form.test(line)) || malformed(line)),
    ...blocks.flatMap(({ head, lines, families }) => [
      ...of(head, lines),
      ...[...families].flatMap(([own, inner]) => of(own, inner)),
    ]),
  ]
}

/** Numbers that no address has. */
function malformed(line: string): boolean {
  return (
    [...line.matchAll(/(?<![\d.:])(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/(\d+))?/g)].some(
      ([, ...parts]) => parts.slice(0, 4).some(part => Number(part) > 255) || Number(parts[4] ?? 0) > 32,
    ) || [...line.matchAll(/[0-9a-f]*:[0-9a-f:]+\/(\d+)/g)].some(([, length]) => Number(length) > 128)
  )
}
