import { addressText, parsePrefix, prefixText, sizeOf, type Prefix } from '../../model/ip.ts'

/** The pools of a new network, cut from its aggregate in 256 blocks; what is not cut is left for later. */
const cuts = {
  loopback: [0, 1],
  noc: [2, 1],
  services: [3, 1],
  link: [4, 4],
  tunnel: [8, 4],
  transfer: [12, 4],
  management: [16, 16],
  voice: [32, 16],
  surveillance: [48, 16],
  government: [64, 64],
  guest: [192, 64],
} as const satisfies Record<string, readonly [first: number, blocks: number]>

type PoolName = keyof typeof cuts

export interface Pools {
  readonly prefix: (name: PoolName) => string
  /** The address that is this far into the pool of servers. */
  readonly server: (host: number) => string
}

/** Of an aggregate that `answersOf` accepted. */
export function poolsOf(aggregate: string): Pools {
  const whole = parsePrefix(aggregate) ?? { family: 4, bits: 0n, length: 8 }
  const cut = (name: PoolName): Prefix => {
    const [first, blocks] = cuts[name]
    const bits = whole.bits + (sizeOf(whole) / 256n) * BigInt(first)
    const length = whole.length + 8 - Math.log2(blocks)
    // Each of its addresses may log in to every router: never more than a /24 (SEC006).
    return { family: 4, bits, length: name === 'noc' ? Math.max(length, 24) : length }
  }
  return {
    prefix: name => prefixText(cut(name)),
    server: host => addressText({ family: 4, bits: cut('services').bits + BigInt(host) }),
  }
}
