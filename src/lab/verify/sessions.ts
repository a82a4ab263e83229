import type { Intent } from '../../intent/intent.ts'
import { addressText } from '../../model/ip.ts'

/**
 * Sessions of one router, each by a name that does not depend on how they are shown: `ospf sfp28-1`, `bgp 10.32.0.2`,
 * `bfd`…
 */
export interface Sessions {
  readonly ospf: readonly string[]
  readonly ospf6: readonly string[]
  readonly bgp: readonly string[]
  /** Number only: peers over link-local addresses have no name beforehand. */
  readonly bfd: number
}

export function expectedSessions({ fibre, bgp }: Intent): Sessions {
  const links = fibre.map(link => link.interface.value).sort()
  const neighbors = bgp?.neighbors ?? []
  const watched = neighbors.filter(({ bfd }) => bfd !== undefined)
  return {
    ospf: links,
    ospf6: links,
    bgp: neighbors
      .flatMap(({ v4, v6 }) => [v4, ...(v6.value === undefined ? [] : [v6.value])])
      .map(({ remote }) => addressText(remote))
      .sort(),
    bfd: 2 * links.length + watched.reduce((sum, { v6 }) => sum + (v6.value === undefined ? 1 : 2), 0),
  }
}

export const sessionCommands = [
  'show ip ospf neighbor json',
  'show ipv6 ospf6 neighbor json',
  'show bgp summary json',
  'show bfd peers json',
]

interface Shown {
  readonly neighbors?: unknown
  readonly ipv4Unicast?: { readonly peers?: Readonly<Record<string, { readonly state?: string }>> }
  readonly ipv6Unicast?: Shown['ipv4Unicast']
  readonly [key: string]: unknown
}

/** What `vtysh` shows for `sessionCommands`: those that are up. */
export function shownSessions(text: string): Sessions {
  const documents = jsonDocuments(text)
  const objects = documents.filter((each): each is Shown => !Array.isArray(each))
  const peers = documents.filter(Array.isArray).flat() as { readonly status?: string }[]
  return {
    ospf: objects.flatMap(fullV4).sort(),
    ospf6: objects.flatMap(fullV6).sort(),
    bgp: objects
      .flatMap(({ ipv4Unicast, ipv6Unicast }) =>
        [ipv4Unicast, ipv6Unicast].flatMap(each => Object.entries(each?.peers ?? {})),
      )
      .filter(([, { state }]) => state === 'Established')
      .map(([peer]) => peer)
      .sort(),
    bfd: peers.filter(({ status }) => status === 'up').length,
  }
}

function fullV4({ neighbors }: Shown): string[] {
  if (typeof neighbors !== 'object' || neighbors === null || Array.isArray(neighbors)) return []
  return (Object.values(neighbors).flat() as { readonly nbrState?: string; readonly ifaceName?: string }[])
    .filter(({ nbrState }) => nbrState?.startsWith('Full') === true)
    .map(({ ifaceName = '' }) => ifaceName.slice(0, ifaceName.indexOf(':')))
}

function fullV6({ neighbors }: Shown): string[] {
  if (!Array.isArray(neighbors)) return []
  return (neighbors as { readonly state?: string; readonly interfaceName?: string }[])
    .filter(({ state }) => state === 'Full')
    .map(({ interfaceName = '' }) => interfaceName)
}

/** Documents one behind the other: each ends where its first bracket is closed. */
export function jsonDocuments(text: string): unknown[] {
  const documents: unknown[] = []
  let [begin, depth, quoted] = [-1, 0, false]
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '"' && text[i - 1] !== '\\') quoted = !quoted
    if (quoted) continue
    if ((sign === '{' || sign === '[') && depth++ === 0) begin = i
    if ((sign === '}' || sign === ']') && --depth === 0) documents.push(JSON.parse(text.slice(begin, i + 1)))
  }
  return documents
}
