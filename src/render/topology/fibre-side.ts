import type { FibreRoute, Network } from '../../model/network.ts'
import { byText } from '../../text/order.ts'

const rowHeight = 84

interface RowHeading {
  readonly text: string
  readonly kind: 'ring' | 'spur'
  readonly y: number
}

interface Row {
  readonly sites: readonly string[]
  readonly y: number
}

interface FibreSide {
  readonly rows: readonly Row[]
  readonly headings: readonly RowHeading[]
  readonly height: number
}

/** Each ring with the spurs that hang on it right below, then those of the hub. */
export function fibreSide(network: Network): FibreSide {
  const drawn = new Set<string>([network.hub.id])
  const rings = ringsOf(network).map(([ring, routes]) => {
    const chain = chainOf(network, routes).filter(site => !drawn.has(site))
    for (const site of chain) drawn.add(site)
    return { ring, chain }
  })
  const home = new Map(rings.flatMap(({ ring, chain }) => chain.map(site => [site, ring] as const)))
  const arms = Map.groupBy(armsOf(network, drawn), ({ from, sites }) => {
    const ring = home.get(from)
    // What hangs on a spur hangs on its ring.
    if (ring !== undefined) for (const site of sites) home.set(site, ring)
    return ring
  })
  const side: Growing = { rows: [], headings: [], height: 30 }
  for (const { ring, chain } of rings) {
    const own = arms.get(ring) ?? []
    placeRing(side, ring, turned(chain, new Set(own.map(({ from }) => from))))
    for (const arm of own) placeArm(side, arm)
  }
  for (const arm of arms.get(undefined) ?? []) placeArm(side, arm)
  return side
}

/** The way round that has what spurs hang on in its lower row, so that they cross nothing. */
function turned(chain: readonly string[], holding: ReadonlySet<string>): readonly string[] {
  const half = Math.ceil(chain.length / 2)
  const above = chain.slice(0, half).filter(site => holding.has(site)).length
  const below = chain.slice(half).filter(site => holding.has(site)).length
  return above > below ? chain.toReversed() : chain
}

interface Growing {
  readonly rows: Row[]
  readonly headings: RowHeading[]
  height: number
}

function placeRing(side: Growing, ring: string, chain: readonly string[]): void {
  const y = side.height
  const half = Math.ceil(chain.length / 2)
  side.headings.push({ text: ring, kind: 'ring', y: y + 6 })
  side.rows.push(
    { sites: chain.slice(0, half), y: y + 36 },
    { sites: chain.slice(half).reverse(), y: y + 36 + rowHeight },
  )
  side.height = y + rowHeight * 2 + 30
}

function placeArm(side: Growing, { from, sites }: Arm): void {
  side.headings.push({ text: from, kind: 'spur', y: side.height + 6 })
  side.rows.push({ sites, y: side.height + 36 })
  side.height += rowHeight + 10
}

function ringsOf({ routes }: Network): [string, FibreRoute[]][] {
  const rings = Map.groupBy(
    [...routes.values()].filter(({ declared }) => declared.ring !== undefined),
    ({ declared }) => declared.ring ?? '',
  )
  return [...rings].sort(byText(([ring]) => ring))
}

/** Sites of a ring from the hub round to the hub; of one that is open, from its end. */
function chainOf({ hub }: Network, routes: readonly FibreRoute[]): string[] {
  const next = new Map<string, string[]>()
  for (const { a, b } of routes) {
    for (const [from, to] of [
      [a.router.siteId, b.router.siteId],
      [b.router.siteId, a.router.siteId],
    ] as const)
      next.set(from, [...(next.get(from) ?? []), to])
  }
  const seen = new Set<string>([hub.id])
  const order: string[] = []
  const walk = (start: string): void => {
    for (let at: string | undefined = start; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      order.push(at)
      const here: string = at
      at = (next.get(here) ?? []).find(site => !seen.has(site))
    }
  }
  for (const site of next.get(hub.id) ?? []) walk(site)
  for (const site of next.keys()) walk(site)
  return order
}

interface Arm {
  readonly from: string
  readonly sites: readonly string[]
}

/** What hangs on something that is drawn already, a chain at a time. */
function armsOf(network: Network, drawn: Set<string>): Arm[] {
  const arms: Arm[] = []
  const ends = [...network.routes.values()].map(({ a, b }) => [a.router.siteId, b.router.siteId] as const)
  for (let found = true; found; ) {
    found = false
    for (const [one, other] of ends) {
      const [from, first] = drawn.has(one) ? [one, other] : [other, one]
      if (!drawn.has(from) || drawn.has(first)) continue
      const sites: string[] = []
      for (let at: string | undefined = first; at !== undefined; ) {
        drawn.add(at)
        sites.push(at)
        const here: string = at
        const onward = ends.find(pair => pair.includes(here) && pair.some(site => !drawn.has(site)))
        at = onward?.find(site => site !== here)
      }
      arms.push({ from, sites })
      found = true
    }
  }
  return arms
}
