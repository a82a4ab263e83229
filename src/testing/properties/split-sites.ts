/** How many sites there are, the hub among them, and how they are reached. */
export interface Reach {
  readonly sites: number
  readonly rings: 0 | 1 | 2 | 3
  readonly leasedPercent: number
}

export interface Split {
  /** Sites on each ring. */
  readonly rings: readonly number[]
  readonly spurs: number
  readonly leased: number
}

const mostOnRing = 8

/** How the sites of a shape are reached, beside the hub. */
export function splitSites({ sites, rings, leasedPercent }: Reach): Split {
  const others = sites - 1
  const leased = Math.floor((others * leasedPercent) / 100)
  const fibre = others - leased
  const each = rings === 0 ? 0 : Math.min(mostOnRing, Math.floor(fibre / rings))
  const sizes = Array.from({ length: each < 2 ? 0 : rings }, () => each)
  return { rings: sizes, spurs: fibre - sizes.length * each, leased }
}
