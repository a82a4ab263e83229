/** Metres east and north of the hub. */
export interface Spot {
  readonly east: number
  readonly north: number
}

const hub = { lat: -7.7125, lon: 110.5928 } as const
const metresPerDegree = 111_320

export function pointOf({ east, north }: Spot): [number, number] {
  const lon = hub.lon + east / (metresPerDegree * Math.cos((hub.lat * Math.PI) / 180))
  return [round(lon), round(hub.lat + north / metresPerDegree)]
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

export function metresBetween(a: Spot, b: Spot): number {
  return Math.hypot(a.east - b.east, a.north - b.north)
}

export function onTheWay(a: Spot, b: Spot, share: number): Spot {
  return { east: a.east + (b.east - a.east) * share, north: a.north + (b.north - a.north) * share }
}

/**
 * Corners of a regular polygon beside the side from `a` to `b`, in order from `a` on; the polygon lies to the right of
 * that side.
 */
export function polygonBeside(a: Spot, b: Spot, count: number): Spot[] {
  const turn = (2 * Math.PI) / (count + 2)
  let [east, north] = [a.east - b.east, a.north - b.north]
  let at = a
  return Array.from({ length: count }, () => {
    ;[east, north] = [east * Math.cos(turn) - north * Math.sin(turn), east * Math.sin(turn) + north * Math.cos(turn)]
    at = { east: at.east + east, north: at.north + north }
    return at
  })
}
