import { itemAt } from '../../text/item-at.ts'
import { elementName, type Elements, type SiteElement } from '../graph/elements.ts'
import { fibreHops } from '../graph/fibre-hops.ts'
import type { Family, Routing } from './routing.ts'
import { arrives, exitsFor, type Trace } from './walk.ts'
import { compareText } from '../../text/order.ts'

/** One step of a packet: from a router, over `route:`, `tunnel:` or `uplink:`, to a router or to `internet`. */
export interface Hop {
  readonly from: string
  readonly over: string
  readonly to: string
}

/**
 * All equally good paths from one place to another, as one set of hops, sorted; where nothing arrives, the way to where
 * it is dropped.
 */
export interface Way {
  readonly from: string
  readonly arrives: boolean
  readonly hops: readonly Hop[]
}

/** Every way that a site's service needs. */
export interface Ways {
  readonly toHub: Way
  readonly fromHub: Way
  readonly toInternet: Way
  /** From each core whose uplink the way out used. */
  readonly fromInternet: readonly Way[]
  /** Circuits and uplinks on all of these, sorted. */
  readonly circuits: readonly string[]
  readonly uplinks: readonly string[]
}

export function waysOf(routing: Routing, { router }: SiteElement, family: Family = 4): Ways {
  const {
    elements,
    elements: { hub },
  } = routing
  const toHub = wayBetween(routing, router, hub)
  const fromHub = wayBetween(routing, hub, router)
  const out = collector(routing)
  const exits = exitsFor(routing, router, family, out.trace)
  const toInternet = { from: nameOf(elements, router), arrives: exits.length > 0, hops: out.hops() }
  const fromInternet = exits.toSorted((a, b) => a - b).map(core => wayBetween(routing, core, router))
  const over = new Set([toHub, fromHub, toInternet, ...fromInternet].flatMap(({ hops }) => hops.map(hop => hop.over)))
  return { toHub, fromHub, toInternet, fromInternet, circuits: circuitsAmong(over), uplinks: among(over, 'uplink:') }
}

function wayBetween(routing: Routing, from: number, to: number): Way {
  const { trace, hops } = collector(routing)
  const all = arrives(routing, from, to, trace)
  return { from: nameOf(routing.elements, from), arrives: all, hops: hops() }
}

function among(over: ReadonlySet<string>, kind: string): string[] {
  return [...over]
    .filter(name => name.startsWith(kind))
    .map(name => name.slice(kind.length))
    .sort()
}

/** A tunnel's id begins with its circuit's. */
function circuitsAmong(over: ReadonlySet<string>): string[] {
  return [...new Set(among(over, 'tunnel:').map(id => id.slice(0, id.indexOf('/'))))].sort()
}

function nameOf({ routers }: Elements, router: number): string {
  return routers[router]?.router.id ?? ''
}

interface Collector {
  readonly trace: Trace
  readonly hops: () => readonly Hop[]
}

/** Writes down every hop that a walk tells of. */
function collector(routing: Routing): Collector {
  const {
    elements,
    elements: { firstTunnel, firstUplink, tunnelSite, tunnelCore, uplinks, routerOf },
  } = routing
  const found = new Map<string, Hop>()
  const note = (from: string, over: string, to: string): void => {
    found.set(`${from} ${over}`, { from, over, to })
  }
  return {
    trace: {
      precise: true,
      fibre(from, targets, stopAt) {
        for (const hop of fibreHops(routing, from, targets, stopAt))
          note(
            nameOf(elements, hop.from),
            elementName(elements, elements.firstLink + hop.link),
            nameOf(elements, hop.to),
          )
      },
      tunnel(tunnel, direction) {
        const [site, core] = [
          nameOf(elements, itemAt(tunnelSite, tunnel)),
          nameOf(elements, itemAt(tunnelCore, tunnel)),
        ]
        const name = elementName(elements, firstTunnel + tunnel)
        if (direction === 'up') note(site, name, core)
        else note(core, name, site)
      },
      uplink(uplink) {
        note(
          nameOf(elements, routerOf.get(uplinks[uplink]?.router.id ?? '') ?? -1),
          elementName(elements, firstUplink + uplink),
          'internet',
        )
      },
    },
    hops: () => [...found.values()].sort((a, b) => compareText(a.from, b.from) || compareText(a.over, b.over)),
  }
}

/** How many different paths a way consists of. */
export function pathCount({ from, hops }: Way): number {
  const next = Map.groupBy(hops, hop => hop.from)
  const known = new Map<string, number>()
  const count = (place: string): number => {
    const found = known.get(place)
    if (found !== undefined) return found
    known.set(place, 0)
    const onward = next.get(place)
    const made = onward === undefined ? 1 : onward.reduce((sum, hop) => sum + count(hop.to), 0)
    known.set(place, made)
    return made
  }
  return count(from)
}

/** One of the paths: at every fork the one whose name comes first. */
export function firstPath({ from, hops }: Way): readonly Hop[] {
  const next = Map.groupBy(hops, hop => hop.from)
  const path: Hop[] = []
  const seen = new Set<string>()
  for (let place = from; !seen.has(place); ) {
    seen.add(place)
    const hop = next.get(place)?.[0]
    if (hop === undefined) break
    path.push(hop)
    place = hop.to
  }
  return path
}
