import { ospfFact, passiveFact, signedText, type Bfd } from '../../reading/meaning.ts'

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
      if (/^(interface|router|route-map|bfd|key chain)\b/.test(own))
        blocks.push({ head: own, lines: [], families: new Map() })
      else top.push(own)
      family = undefined
    } else if (/^(address-family|profile|key) /.test(own)) {
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
export function bfdOf(lines: readonly string[], asked: RegExp, profile: RegExp, frr: Frr): Bfd | undefined {
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
              authentication: version === 2 ? md5(lines) : trailer(frr, lines),
              bfd: bfdOf(lines, new RegExp(`^${word} bfd$`), new RegExp(`^${word} bfd profile (\\S+)$`), frr),
            })
          )
        }),
      ...external(version, frr, router),
    ]
  })
}

function md5(lines: readonly string[]): string {
  const keys = lines.flatMap(line => {
    const [, id, key] = /^ip ospf message-digest-key (\d+) md5 (.*)$/.exec(line) ?? []
    return id === undefined ? [] : [[id, secretIn(key)] as const]
  })
  return lines.includes('ip ospf authentication message-digest') && keys.length > 0 ? signedText('md5', keys) : 'none'
}

function trailer(frr: Frr, lines: readonly string[]): string {
  const chain = value(lines, /^ipv6 ospf6 authentication keychain (\S+)$/)
  if (chain !== undefined) return chained(frr, chain)
  const [, id, hash, key] =
    lines
      .map(line => /^ipv6 ospf6 authentication key-id (\d+) hash-algo (\S+) key (.*)$/.exec(line))
      .find(match => match !== null) ?? []
  return id === undefined || hash === undefined ? 'none' : signedText(hash, [[id, secretIn(key)]])
}

/** The key of a chain that is sent by, then those that are taken only. */
function chained({ blocks }: Frr, name: string): string {
  const keys = [...(blocks.find(({ head }) => head === `key chain ${name}`)?.families ?? [])].map(([head, lines]) => ({
    key: [head.slice(4), secretIn(value(lines, /^key-string (.*)$/))] as const,
    algorithm: value(lines, /^cryptographic-algorithm (\S+)$/) ?? '?',
    isSent: value(lines, /^send-lifetime (.*)$/) === undefined,
  }))
  const kinds = [...new Set(keys.map(({ algorithm }) => algorithm))]
  const inTurn = keys.toSorted((a, b) => Number(b.isSent) - Number(a.isSent))
  return signedText(
    kinds.join('/'),
    inTurn.map(({ key }) => key),
  )
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

export function mapsOf(
  { blocks }: Frr,
  name: string,
): { readonly action: string; readonly lines: readonly string[] }[] {
  return blocks.flatMap(({ head, lines }) => {
    const [, own, action] = /^route-map (\S+) (permit|deny) \d+$/.exec(head) ?? []
    return own === name && action !== undefined ? [{ action, lines }] : []
  })
}

export function own(lines: readonly string[], remote: string): string[] {
  return lines.filter(line => line.startsWith(`neighbor ${remote} `)).map(line => line.slice(remote.length + 10))
}
