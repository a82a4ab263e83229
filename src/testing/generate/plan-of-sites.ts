/**
 * How many sites of each kind an inventory has: Klaten's proportion, 20 on fibre and 24 leased beside the hub, 5 of the
 * 20 on spurs.
 */
export interface Mix {
  readonly leased: number
  /** Sites on each ring. */
  readonly rings: readonly number[]
  readonly spurs: number
}

const onRing = 5

export function mixOf(sites: number): Mix {
  const leased = Math.round(((sites - 1) * 24) / 44)
  const fibre = sites - 1 - leased
  const ringSites = Math.round(fibre * 0.75)
  const count = Math.max(1, Math.round(ringSites / onRing))
  const rings = Array.from(
    { length: count },
    (_, i) => Math.floor(((i + 1) * ringSites) / count) - Math.floor((i * ringSites) / count),
  )
  return { leased, rings, spurs: fibre - ringSites }
}
