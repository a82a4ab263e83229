import type { Cable, Network, Site, Span, Structure } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'

/** Longitude and latitude of a site. */
export function siteAt({ declared: { location } }: Site): Point {
  return [location.lon, location.lat]
}

/** Where a structure stands: at a point of its own, on another structure, or in a site's building. Undefined where none of them is known. */
export function structureAt(network: Network, structure: Structure): Point | undefined {
  let current: Structure | undefined = structure
  for (let depth = 0; current !== undefined && depth < 10; depth++) {
    const { at, on, site }: Structure['declared'] = current.declared
    if (at !== undefined) return at
    if (site !== undefined) {
      const found = network.sites.get(site)
      return found === undefined ? undefined : siteAt(found)
    }
    current = on === undefined ? undefined : network.structures.get(on)
  }
  return undefined
}

/** From end to end with its bends; undefined where an end has no place. */
export function spanLine(network: Network, span: Span): Point[] | undefined {
  const from = structureAt(network, span.from)
  const to = structureAt(network, span.to)
  return from === undefined || to === undefined ? undefined : [from, ...(span.declared.via ?? []), to]
}

export interface CablePath {
  /** Structures at its two ends; the same for a cable whose spans do not join. */
  readonly from: Structure | undefined
  readonly to: Structure | undefined
  /** One line, or one for each run of spans that join. */
  readonly lines: readonly (readonly Point[])[]
}

/** A cable along its spans, each turned so that it goes on where the one before it ended. */
export function cablePath(network: Network, { declared, spans }: Cable): CablePath {
  const lines: Point[][] = []
  let line: Point[] = []
  let from: Structure | undefined
  let end: Structure | undefined
  for (const [i, span] of spans.entries()) {
    const start: Structure = end !== undefined && touches(span, end) ? end : startOf(span, spans[i + 1], declared.from)
    const joins = start.id === end?.id
    const points = spanLine(network, span) ?? []
    const walked = start.id === span.from.id ? points : points.toReversed()
    if (!joins && line.length > 0) {
      lines.push(line)
      line = []
    }
    line.push(...(joins && line.length > 0 ? walked.slice(1) : walked))
    from ??= start
    end = start.id === span.from.id ? span.to : span.from
  }
  if (line.length > 0) lines.push(line)
  return { from, to: end, lines: lines.filter(({ length }) => length > 1) }
}

/** The end of a first span that the next one does not share. */
function startOf(span: Span, next: Span | undefined, from: string | undefined): Structure {
  if (from === span.to.id) return span.to
  if (from === span.from.id || next === undefined) return span.from
  return touches(next, span.from) && !touches(next, span.to) ? span.to : span.from
}

function touches(span: Span, { id }: Structure): boolean {
  return span.from.id === id || span.to.id === id
}
