import { addressOf, contains, networkOf, parseAddress, parsePrefix, type Address, type Prefix } from '../../model/ip.ts'
import { readIosxe, type IosBlock } from './read/blocks.ts'

/** What does not fit together within one router: addresses, next hops, sessions; one sentence each. */
export function senseFaults(text: string): string[] {
  const blocks = readIosxe(text)
  const interfaces = blocks.filter(block => block.text.startsWith('interface '))
  const own = interfaces.flatMap(block =>
    block.children
      .flatMap(child => addressIn(child.text) ?? [])
      .map(prefix => ({ name: block.text.slice(10), prefix })),
  )
  return [
    ...overlapping(own),
    ...hops(
      blocks,
      own.map(({ prefix }) => prefix),
    ),
    ...sessions(
      blocks,
      own.map(({ prefix }) => prefix),
    ),
    ...tunnels(interfaces, blocks),
    ...twins(interfaces),
    ...sequences(blocks),
  ]
}

function addressIn(text: string): Prefix | undefined {
  const v4 = /^ip address (\S+) (\d\S+)$/.exec(text)
  if (v4 !== null)
    return parsePrefix(
      `${v4[1]}/${[...(parseAddress(v4[2] ?? '')?.bits ?? 0n).toString(2)].filter(bit => bit === '1').length}`,
    )
  return parsePrefix(/^ipv6 address (\S+)$/.exec(text)?.[1] ?? '')
}

function overlapping(own: readonly { readonly name: string; readonly prefix: Prefix }[]): string[] {
  return own.flatMap((one, i) =>
    own
      .slice(i + 1)
      .filter(
        ({ prefix }) =>
          contains(networkOf(one.prefix), addressOf(prefix)) || contains(networkOf(prefix), addressOf(one.prefix)),
      )
      .map(other => `${one.name} and ${other.name} have addresses of one subnet`),
  )
}

function hops(blocks: readonly IosBlock[], own: readonly Prefix[]): string[] {
  return blocks.flatMap(({ number, text }) => {
    const hop = parseAddress(/^ip route \S+ \S+ (\S+)/.exec(text)?.[1] ?? /^ipv6 route \S+ (\S+)/.exec(text)?.[1] ?? '')
    return hop === undefined || reachable(hop, own)
      ? []
      : [`${number}: "${text}" has a next hop on no subnet of this router`]
  })
}

function reachable(hop: Address, own: readonly Prefix[]): boolean {
  return own.some(prefix => contains(networkOf(prefix), hop) && prefix.bits !== hop.bits)
}

/**
 * Every session has its AS, both policies in its family, and a far end on a subnet of ours unless it goes from the
 * loopback.
 */
function sessions(blocks: readonly IosBlock[], own: readonly Prefix[]): string[] {
  return blocks
    .filter(({ text }) => text.startsWith('router bgp '))
    .flatMap(({ children }) => {
      const families = new Map(
        children
          .filter(({ text }) => text.startsWith('address-family '))
          .map(({ text, children: inner }) => [text.slice(15), inner.map(child => child.text)]),
      )
      const said = children.map(({ text }) => text)
      const peers = [
        ...new Set(
          [...said, ...[...families.values()].flat()].flatMap(text => /^neighbor (\S+)/.exec(text)?.[1] ?? []),
        ),
      ]
      return peers.flatMap(peer => {
        const family = families.get(peer.includes(':') ? 'ipv6' : 'ipv4') ?? []
        const address = parseAddress(peer)
        return [
          ...(said.some(text => text.startsWith(`neighbor ${peer} remote-as `)) ? [] : [`neighbor ${peer} has no AS`]),
          ...(family.includes(`neighbor ${peer} activate`) ? [] : [`neighbor ${peer} is not active`]),
          ...['in', 'out']
            .filter(
              way => !family.some(text => text.startsWith(`neighbor ${peer} route-map `) && text.endsWith(` ${way}`)),
            )
            .map(way => `neighbor ${peer} has no policy ${way}`),
          ...(said.some(text => text.startsWith(`neighbor ${peer} update-source `)) ||
          (address !== undefined && reachable(address, own))
            ? []
            : [`neighbor ${peer} is on no subnet of this router`]),
        ]
      })
    })
}

/** Each far end of a tunnel has a key and an identity. */
function tunnels(interfaces: readonly IosBlock[], blocks: readonly IosBlock[]): string[] {
  const ends = interfaces.flatMap(({ children }) =>
    children.flatMap(({ text }) => /^tunnel destination (\S+)/.exec(text)?.[1] ?? []),
  )
  const keys = blocks
    .filter(({ text }) => text.startsWith('crypto ikev2 keyring '))
    .flatMap(({ children }) =>
      children.flatMap(peer => peer.children.flatMap(({ text }) => /^address (\S+)/.exec(text)?.[1] ?? [])),
    )
  const identities = blocks
    .filter(({ text }) => text.startsWith('crypto ikev2 profile '))
    .flatMap(({ children }) =>
      children.flatMap(({ text }) => /^match identity remote address (\S+)/.exec(text)?.[1] ?? []),
    )
  return [
    ...ends.filter(end => !keys.includes(end)).map(end => `the tunnel to ${end} has no key`),
    ...ends.filter(end => !identities.includes(end)).map(end => `the tunnel to ${end} has no identity`),
    ...[...keys, ...identities].filter(end => !ends.includes(end)).map(end => `${end} is the end of no tunnel`),
    ...ends.filter((end, i) => ends.indexOf(end) !== i).map(end => `two tunnels to ${end}`),
  ]
}

/** What is said in one family is said in the other. */
function twins(interfaces: readonly IosBlock[]): string[] {
  const pairs = [
    [/^ip ospf 1 area 0$/, /^ospfv3 1 ipv6 area 0$/],
    [/^ip ospf network /, /^ospfv3 network /],
    [/^ip ospf bfd$/, /^ospfv3 bfd$/],
    [/^ip access-group /, /^ipv6 traffic-filter /],
    [/^ip tcp adjust-mss /, /^ipv6 tcp adjust-mss /],
  ] as const
  return interfaces.flatMap(({ text, children }) =>
    pairs.flatMap(([v4, v6]) => {
      const [one, two] = [v4, v6].map(pattern => children.some(child => pattern.test(child.text)))
      return one === two ? [] : [`${text} has ${v4.source} or ${v6.source}, and not both`]
    }),
  )
}

function sequences(blocks: readonly IosBlock[]): string[] {
  const last = new Map<string, number>()
  return blocks.flatMap(({ number, text }) => {
    const match = /^(ip|ipv6) prefix-list (\S+) seq (\d+)/.exec(text)
    if (match === null) return []
    const key = `${match[1]} ${match[2]}`
    const wrong = (last.get(key) ?? 0) >= Number(match[3])
    last.set(key, Number(match[3]))
    return wrong ? [`${number}: "${text}" is out of order`] : []
  })
}
