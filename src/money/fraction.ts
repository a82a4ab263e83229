/** An exact number: `over` is positive. Money is computed in these and becomes whole rupiah once. */
export interface Fraction {
  readonly of: bigint
  readonly over: bigint
}

export const zero: Fraction = { of: 0n, over: 1n }

/** `fraction(3, 4)`; both must be whole numbers. */
export function fraction(of: number | bigint, over: number | bigint = 1): Fraction {
  return { of: BigInt(of), over: BigInt(over) }
}

/** A number as people write it, with at most nine decimals: `99.5` is 995/10. */
export function decimal(value: number): Fraction {
  const [whole = '0', rest = ''] = value
    .toFixed(9)
    .replace(/\.?0+$/, '')
    .split('.')
  return { of: BigInt(whole + rest), over: 10n ** BigInt(rest.length) }
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return a.over === b.over
    ? { of: a.of + b.of, over: a.over }
    : { of: a.of * b.over + b.of * a.over, over: a.over * b.over }
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { of: a.of * b.of, over: a.over * b.over }
}

export function sumOf(parts: Iterable<Fraction>): Fraction {
  let sum = zero
  for (const part of parts) sum = plus(sum, part)
  return sum
}

/** Whole rupiah, half up. */
export function wholeRupiah({ of, over }: Fraction): number {
  const twice = 2n * of + over
  const down = twice / (2n * over)
  // Division of BigInt goes towards zero; rounding half up goes down.
  return Number(twice < 0n && down * 2n * over !== twice ? down - 1n : down)
}

/**
 * Whole rupiah shared by weights, so that the shares add up to the whole: each rounded down, and what is left a rupiah
 * each to those with the largest remainders, the earlier of equals first. Without any weight the first takes all.
 */
export function shared(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) return weights.map((_, i) => (i === 0 ? whole : 0))
  const exact = weights.map((weight, i) => {
    const of = BigInt(whole) * BigInt(weight)
    const down = of >= 0n || of % total === 0n ? of / total : of / total - 1n
    return { i, down, rest: of - down * total }
  })
  let left = Number(BigInt(whole) - exact.reduce((sum, { down }) => sum + down, 0n))
  const shares = exact.map(({ down }) => Number(down))
  for (const { i } of exact.toSorted((a, b) => Number(b.rest - a.rest))) {
    if (left === 0) break
    shares[i] = (shares[i] ?? 0) + 1
    left -= 1
  }
  return shares
}
