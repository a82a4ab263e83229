import { Address4, Address6 } from 'ip-address'

/** An IP address; `bits` counts from the lowest. */
export interface Address {
  readonly family: 4 | 6
  readonly bits: bigint
}

/** A prefix, or an address with the length of its prefix where `bits` has a host part. */
export interface Prefix extends Address {
  readonly length: number
}

export type Family = 4 | 6

export function widthOf(family: Family): number {
  return family === 4 ? 32 : 128
}

/** Undefined where the text is no address. */
export function parseAddress(text: string): Address | undefined {
  if (text.includes('/')) return undefined
  try {
    return text.includes(':')
      ? { family: 6, bits: new Address6(text).bigInt() }
      : { family: 4, bits: new Address4(text).bigInt() }
  } catch {
    return undefined
  }
}

/** Undefined where the text is no prefix; host bits are kept. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf('/')
  if (slash < 0) return undefined
  const address = parseAddress(text.slice(0, slash))
  const length = Number(text.slice(slash + 1))
  if (address === undefined || !Number.isInteger(length) || length < 0 || length > widthOf(address.family))
    return undefined
  return { ...address, length }
}

export function addressText({ family, bits }: Address): string {
  if (family === 6) return textV6(bits)
  const value = Number(bits)
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
}

/** In the form of RFC 5952: the longest run of zero groups, the first of equal ones, is shortened. */
function textV6(bits: bigint): string {
  const digits = bits.toString(16).padStart(32, '0')
  const groups: string[] = []
  let [start, longest, length] = [0, 1, 0]
  for (let i = 0; i < 8; i++) {
    const group = digits.slice(i * 4 + zerosBefore(digits, i * 4), i * 4 + 4)
    groups.push(group)
    length = group === '0' ? length + 1 : 0
    if (length > longest) [start, longest] = [i + 1 - length, length]
  }
  if (longest < 2) return groups.join(':')
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + longest).join(':')}`
}

/** Zeros that a group of four digits begins with, of which the last may be its only one. */
function zerosBefore(digits: string, start: number): number {
  let zeros = 0
  while (zeros < 3 && digits[start + zeros] === '0') zeros++
  return zeros
}

/** `10.32.0.1/32`, with the host part as it is. */
export function prefixText(prefix: Prefix): string {
  return `${addressText(prefix)}/${prefix.length}`
}

/** Number of addresses in a prefix. */
export function sizeOf({ family, length }: Prefix): bigint {
  return 1n << BigInt(widthOf(family) - length)
}

/** The prefix without its host part. */
export function networkOf(prefix: Prefix): Prefix {
  return { ...prefix, bits: prefix.bits & ~(sizeOf(prefix) - 1n) }
}

/** The `n`th address of a prefix, which keeps the prefix's length. */
export function nth(prefix: Prefix, n: number | bigint): Prefix {
  return { ...prefix, bits: networkOf(prefix).bits + BigInt(n) }
}

export function addressOf(prefix: Prefix): Address {
  return { family: prefix.family, bits: prefix.bits }
}

export function hostPrefix(address: Address): Prefix {
  return { family: address.family, bits: address.bits, length: widthOf(address.family) }
}

export function contains(outer: Prefix, inner: Prefix | Address): boolean {
  if (outer.family !== inner.family) return false
  const length = 'length' in inner ? inner.length : widthOf(inner.family)
  if (length < outer.length) return false
  const shift = BigInt(widthOf(outer.family) - outer.length)
  return outer.bits >> shift === inner.bits >> shift
}

export function overlaps(a: Prefix, b: Prefix): boolean {
  return a.length <= b.length ? contains(a, b) : contains(b, a)
}

/** `255.255.255.0` for a v4 length of 24. */
export function maskText(length: number): string {
  return addressText({ family: 4, bits: length === 0 ? 0n : (0xffff_ffffn << BigInt(32 - length)) & 0xffff_ffffn })
}

/** The subnets `1000/52` of a /48: the 16-bit field after it, and how much of the whole is fixed. */
export function subnetsOf(site48: Prefix, subnets: string): Prefix {
  const [field = '0', length = '64'] = subnets.split('/')
  return { family: 6, bits: networkOf(site48).bits | (BigInt(`0x${field}`) << 64n), length: Number(length) }
}
