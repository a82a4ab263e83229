import { groupIndex } from '../../model/fibre.ts'
import type { Hop, Line, RoutePlan } from '../../plan/plant/plant-plan.ts'
import type { Side } from '../../plan/plant/position.ts'

/** One shot of a reflectometer, as its operator notes it. */
export type Reading = Shot & (OfRoute | OfCore)

/** On a core that lights a route. */
export interface OfRoute {
  readonly route: string
}

/** On a core that no route lights: a spare one, a faulty one, a dead one. */
export interface OfCore {
  readonly cable: string
  readonly core: number
}

interface Shot {
  /**
   * The end that it was shot from: `a`, `b` (of a cable its start and end), or the id of the router, site, ODF or
   * closure there.
   */
  readonly from: string
  /** Distance that the instrument shows for the event. */
  readonly readingM: number
  /** Group index that the instrument was set to; the glass's own where it is not known. */
  readonly ior?: number
  /** Length of the launch lead before the ODF port. */
  readonly launchM?: number
  /**
   * Helix factor that the instrument was set to: its axis then shows sheath, not glass (EXFO: glass = shown x (1 +
   * helix)).
   */
  readonly helixSetPercent?: number
  readonly wavelengthNm?: number
  readonly pulseNs?: number
}

/** Where an end goes by several names. */
export function sideOf({ route, hops }: RoutePlan, from: string): Side | undefined {
  if (from === 'a' || from === 'b') return from
  const names = {
    a: [route.a.router.id, route.a.router.siteId, hops[0]?.from.id],
    b: [route.b.router.id, route.b.router.siteId, hops.at(-1)?.to.id],
  }
  const sides = (['a', 'b'] as const).filter(side => names[side].includes(from))
  return sides.length === 1 ? sides[0] : undefined
}

/**
 * Glass from the ODF port to the event; negative inside the launch lead. The instrument measures time, `L = c*t /
 * (2*n)` (practice F5): what it shows, times its own index, is the optical path, from which each cable's glass takes
 * its length times its own index.
 */
export function glassOf(
  plan: Line,
  side: Side,
  { readingM, ior, launchM = 0, helixSetPercent = 0, wavelengthNm = 1550 }: Shot,
): number {
  const usual = indexAt(undefined, wavelengthNm)
  const hops = side === 'a' ? plan.hops : plan.hops.toReversed()
  const set = ior ?? indexAt(hops[0], wavelengthNm)
  let path = readingM * (1 + helixSetPercent / 100) * set - launchM * (ior === undefined ? set : usual)
  let glassM = 0
  for (const hop of hops) {
    const index = ior === undefined ? set : indexAt(hop, wavelengthNm)
    const lengthM = hop.glassToM - hop.glassFromM
    if (path <= lengthM * index) return glassM + path / index
    path -= lengthM * index
    glassM += lengthM
  }
  return glassM + path / (ior === undefined ? set : usual)
}

/** Group index of the glass of a cable at a wavelength. */
export function indexAt(hop: Hop | undefined, wavelengthNm: number): number {
  const window = wavelengthNm < 1430 ? 'nm1310' : 'nm1550'
  return hop?.cable.cable.type.declared.groupIndex?.[window] ?? groupIndex[window].value
}
