import { readFileSync } from 'node:fs'
import { prefixText, type Family } from '../../model/ip.ts'

/**
 * Prefixes that a router forwards by, each with the interfaces of its next hops; `drop` stands for a route to nowhere.
 */
export type Fib = ReadonlyMap<string, readonly string[]>

/** The kernel's table of the namespace that a process is in, by the text of its prefixes. */
export function readFib(process: number, family: Family): Fib {
  const text = readFileSync(`/proc/${process}/net/${family === 4 ? 'route' : 'ipv6_route'}`, 'utf8')
  return family === 4 ? fibV4(text) : fibV6(text)
}

const rejects = 0x200
const isUp = 0x1

/** One line a route, of several next hops the first; addresses as the machine's own words in hexadecimal. */
export function fibV4(text: string): Fib {
  const fib = new Map<string, string[]>()
  for (const line of text.split('\n').slice(1)) {
    const [name, destination, , flagText, , , , mask] = line.trim().split(/\s+/)
    if (name === undefined || destination === undefined || mask === undefined) continue
    const flags = Number.parseInt(flagText ?? '0', 16)
    if ((flags & isUp) === 0) continue
    add(
      fib,
      prefixText({ family: 4, bits: swapped(destination), length: lengthOf(swapped(mask)) }),
      (flags & rejects) === 0 ? name : 'drop',
    )
  }
  return fib
}

function swapped(hex: string): bigint {
  const value = Number.parseInt(hex, 16)
  return BigInt((((value & 0xff) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24)) >>> 0)
}

function lengthOf(mask: bigint): number {
  return mask === 0n ? 0 : 32 - (31 - Math.clz32(Number(~mask & 0xffff_ffffn)) + 1)
}

const localAddress = 0x8000_0000
const anycast = 0x0010_0000
const kernelMetrics = new Set(['ffffffff', '00000100'])

/**
 * One line a next hop. What belongs to the kernel alone is left out: addresses of its own, link-local and multicast.
 */
export function fibV6(text: string): Fib {
  const fib = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    if (line.length < 140 || line.startsWith('fe80') || line.startsWith('ff')) continue
    const flags = Number.parseInt(line.slice(132, 140), 16)
    if ((flags & localAddress) !== 0 || (flags & anycast) !== 0) continue
    const name = line.slice(140).trim()
    const reject = (flags & rejects) !== 0
    const bits = BigInt(`0x${line.slice(0, 32)}`)
    const length = Number.parseInt(line.slice(33, 35), 16)
    // The loopback's own addresses, and the kernel's last word in a table without a default.
    if (name === 'lo' && (!reject || kernelMetrics.has(line.slice(105, 113)))) continue
    add(fib, prefixText({ family: 6, bits, length }), reject ? 'drop' : name)
  }
  return fib
}

function add(fib: Map<string, string[]>, prefix: string, name: string): void {
  const found = fib.get(prefix)
  if (found === undefined) fib.set(prefix, [name])
  else if (!found.includes(name)) found.push(name)
}

/** A FIB as text, the same for the same routes in whatever order the kernel lists them. */
export function fibText(fib: Fib): string {
  return [...fib]
    .map(([prefix, names]) => `${prefix} ${names.toSorted().join()}`)
    .sort()
    .join('\n')
}
