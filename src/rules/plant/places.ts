import type { Cable, Network, Span, Structure } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { remembered } from '../../source/remembered.ts'

/** Where the point of a structure is written: at itself, at what it hangs on, or at its site. */
export function pointPlace({ structures }: Network, { declared, origin, site }: Structure): Place {
  if (site !== undefined) return inside(site.origin, 'location')
  const carrier = declared.on === undefined ? undefined : structures.get(declared.on)
  return inside(carrier?.origin ?? origin, 'at')
}

/** Two structures with one anchor are one place: a closure and its pole, the ODFs of a building. */
export function anchorOf({ declared, id }: Structure): string {
  return declared.site === undefined ? (declared.on ?? id) : `site ${declared.site}`
}

/** A cable as a line of places: `nodes[i]` and `nodes[i + 1]` are the ends of its span `i`, in the cable's direction. */
export interface CableLine {
  readonly nodes: readonly Structure[]
  /** Index of each place on the line, by anchor. */
  readonly position: ReadonlyMap<string, number>
  /** Index of the first span that does not begin where the one before it ends. */
  readonly brokenAt: number | undefined
}

export const cableLines: (network: Network) => ReadonlyMap<string, CableLine> = remembered(
  network => new Map([...network.cables.values()].map(cable => [cable.id, lineOf(network, cable)])),
)

function lineOf(network: Network, cable: Cable): CableLine {
  const nodes = [beginningOf(network, cable)]
  let brokenAt: number | undefined
  cable.spans.forEach((span, i) => {
    const here = anchorOf(nodes.at(-1)!)
    if (anchorOf(span.from) === here) nodes.push(span.to)
    else if (anchorOf(span.to) === here) nodes.push(span.from)
    else {
      brokenAt ??= i
      nodes.push(span.to)
    }
  })
  return { nodes, position: new Map(nodes.map((node, i) => [anchorOf(node), i])), brokenAt }
}

/** The declared beginning; else the end of the first span that the second does not share. */
function beginningOf(network: Network, { declared, spans }: Cable): Structure {
  const [first, second] = spans as readonly [Span, Span?]
  if (declared.from !== undefined) return network.structures.get(declared.from) ?? first.from
  if (second === undefined) return first.from
  const shared = [second.from, second.to].map(structure => anchorOf(structure))
  return shared.includes(anchorOf(first.from)) && !shared.includes(anchorOf(first.to)) ? first.to : first.from
}

/** Where the `i`th span of a cable is written: an item of its list, which may stand for a numbered range. */
export function spanPlace(cable: Cable, i: number): Place {
  let item = 0
  for (const span of cable.spans.slice(0, i)) {
    const [first = '', last = first] = (cable.declared.spans[item] ?? '').split('..')
    if (span.id === last) item++
  }
  return inside(cable.origin, 'spans', item)
}

/** Alive on the ground or on paper; what is retired is history. */
export function isLive({ declared }: { readonly declared: { readonly status: string } }): boolean {
  return declared.status !== 'retired'
}
