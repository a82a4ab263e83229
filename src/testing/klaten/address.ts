/** Arithmetic of addresses as plain numbers, apart from the compiler's own. */

export function bitsOf(address: string): bigint {
  if (!address.includes(':')) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
  const [head = '', tail = ''] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const gap = address.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : []
  return [...left, ...gap, ...right].reduce((sum, part) => sum * 65_536n + BigInt(`0x${part}`), 0n)
}

/** `10.0.0.5/29` is inside `10.0.0.0/24`; an address alone counts as a prefix of one. */
export function isInside(inner: string, outer: string): boolean {
  const width = inner.includes(':') ? 128 : 32
  if (outer.includes(':') !== inner.includes(':')) return false
  const [address = '', length = String(width)] = inner.split('/')
  const [base = '', room = '0'] = outer.split('/')
  const shift = BigInt(width - Number(room))
  return Number(length) >= Number(room) && bitsOf(address) >> shift === bitsOf(base) >> shift
}

/** Both ends of a link: one prefix, two addresses. */
export function sameSubnet(one: string, other: string): boolean {
  const [, length] = one.split('/')
  return other.split('/')[1] === length && addressIn(one) !== addressIn(other) && isInside(addressIn(one), other)
}

export function addressIn(prefix: string): string {
  return prefix.split('/')[0] ?? ''
}

export function networkIs(prefix: string, network: string): boolean {
  return prefix.split('/')[1] === network.split('/')[1] && isInside(prefix, network) && isInside(network, prefix)
}
