import { contains, networkOf, parseAddress, parsePrefix, prefixText, widthOf, type Prefix } from '../model/ip.ts'
import type { Space } from './space.ts'

/** Whole numbers from `from` to `to`, each held by one; of `reserved` each by the owner beside it. */
export function numberSpace(
  name: string,
  from: number,
  to: number,
  reserved: Iterable<readonly [number, string]> = [],
): Space<1, number> {
  const owners = new Map<number, string>()
  for (const [value, owner] of reserved) takeOnce(owners, value, owner)
  return {
    name,
    holds: `${from} to ${to} but ${[...owners].join(' ')}`,
    places: () => Math.max(0, to - from + 1),
    valueAt: (_size, place) => from + place,
    text: String,
    parse: text => (/^\d{1,10}$/.test(text) ? Number(text) : undefined),
    isInside: value => value >= from && value <= to,
    isTooSmall: () => false,
    take: (value, owner) => takeOnce(owners, value, owner),
  }
}

function takeOnce(owners: Map<number, string>, value: number, owner: string): string | undefined {
  const other = owners.get(value)
  if (other === undefined) owners.set(value, owner)
  return other
}

/**
 * Prefixes of any length inside a pool. A place is free when no prefix above, below or equal is taken: asked of two
 * sets of aligned blocks, so that a question costs as many steps as the pool has levels, however full it is.
 */
export function prefixSpace(name: string, pool: Prefix, reserved: readonly Prefix[] = []): Space<number, Prefix> {
  const width = widthOf(pool.family)
  const first = networkOf(pool).bits
  const taken = new Map<string | number, string>()
  const covered = new Map<string | number, string>()
  const numberOf = (bits: bigint, length: number): number =>
    Number((bits - first) >> BigInt(width - length)) * 64 + (length - pool.length)
  const take = (value: Prefix, owner: string): string | undefined => {
    const prefix = networkOf(value)
    const below = covered.get(numberOf(prefix.bits, prefix.length))
    if (below !== undefined) return below
    for (let length = pool.length; length <= prefix.length; length++) {
      const above = taken.get(numberOf(prefix.bits, length))
      if (above !== undefined) return above
    }
    taken.set(numberOf(prefix.bits, prefix.length), owner)
    for (let length = pool.length; length <= prefix.length; length++) {
      const block = numberOf(prefix.bits, length)
      if (!covered.has(block)) covered.set(block, owner)
    }
    return undefined
  }
  for (const prefix of reserved) take(prefix, `${name}/reserved`)
  return {
    name,
    holds: `${prefixText(pool)} but ${reserved.map(prefixText).join(' ')}`,
    places: length => (length < pool.length ? 0 : 2 ** Math.min(length - pool.length, 48)),
    valueAt: (length, place) => ({
      family: pool.family,
      bits: first + (BigInt(place) << BigInt(width - length)),
      length,
    }),
    text: prefixText,
    parse: text => strictPrefix(text, pool),
    isInside: prefix => contains(pool, prefix),
    isTooSmall: (prefix, length) => prefix.length > length,
    take,
  }
}

/** An address is a prefix of full length; host bits beside a shorter one are a mistake. */
function strictPrefix(text: string, { family }: Prefix): Prefix | undefined {
  const address = parseAddress(text)
  if (address !== undefined) return address.family === family ? { ...address, length: widthOf(family) } : undefined
  const prefix = parsePrefix(text)
  return prefix !== undefined && prefix.family === family && networkOf(prefix).bits === prefix.bits ? prefix : undefined
}

/** Single addresses of a pool, written without a length. The pool's first address is nobody's. */
export function addressSpace(name: string, pool: Prefix): Space<number, Prefix> {
  const first: Prefix = { family: pool.family, bits: networkOf(pool).bits, length: widthOf(pool.family) }
  const space = prefixSpace(name, pool, [first])
  return {
    ...space,
    holds: `addresses of ${space.holds}`,
    text: value => prefixText(value).replace(/\/\d+$/, ''),
  }
}

/**
 * Subnets of 64 bits in a zone's range, recorded as the field that tells them apart (`0x4a1c`): the rest follows from
 * the network's /48.
 */
export function subnetSpace(name: string, pool: Prefix): Space<number, Prefix> {
  const space = prefixSpace(name, pool)
  const base = networkOf({ ...pool, length: 48 }).bits
  return {
    ...space,
    holds: `subnets of ${space.holds}`,
    text: subnetField,
    parse: text =>
      /^0x[0-9a-f]{4}$/.test(text) ? { family: 6, bits: base | (BigInt(text) << 64n), length: 64 } : undefined,
  }
}

/** Bits 48 to 63 of a prefix, as the ledger writes them. */
export function subnetField({ bits }: Prefix): string {
  return `0x${((bits >> 64n) & 0xffffn).toString(16).padStart(4, '0')}`
}
