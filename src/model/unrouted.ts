import { contains, overlaps, parsePrefix, type Prefix } from './ip.ts'

/**
 * IPv4 ranges that no router forwards: this network, loopback, link-local (RFC 6890), multicast (RFC 5771), reserved
 * (RFC 1112).
 */
const unrouted = prefixes('0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4')

/** IPv4 ranges that everybody may use at home: RFC 1918, and RFC 6598 for carriers. */
const private4 = prefixes('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10')

/** What of a prefix no router forwards, as ranges; nothing where it is no prefix. */
export function unroutedIn(text: string): string[] {
  const prefix = parsePrefix(text)
  if (prefix === undefined) return []
  return unrouted.filter(each => overlaps(each.prefix, prefix)).map(each => each.text)
}

/** Whether all of a prefix is private. */
export function isPrivate(prefix: Prefix): boolean {
  return private4.some(each => contains(each.prefix, prefix))
}

interface Range {
  readonly text: string
  readonly prefix: Prefix
}

function prefixes(...texts: readonly string[]): Range[] {
  return texts.flatMap(text => {
    const prefix = parsePrefix(text)
    return prefix === undefined ? [] : [{ text, prefix }]
  })
}
