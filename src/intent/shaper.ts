import type { Prefix } from '../model/ip.ts'
import type { From, Sourced } from './sourced.ts'

/** Traffic out of an interface is held to a rate; classes of a lower priority number go first. */
export interface Shaper {
  readonly interface: string
  readonly rateKbps: number
  /** Which address of a packet tells its class: the source at a site, the destination at a core. */
  readonly match: 'source' | 'destination'
  readonly classes: readonly {
    readonly name: string
    readonly priority: Sourced<number>
    readonly v4: Prefix
    readonly v6: Sourced<Prefix>
    readonly from: From
  }[]
  readonly from: From
}

/**
 * A quarter of the rate is promised in equal parts to the classes, the router itself and the rest, so that none
 * starves: kbit/s of one part.
 */
export function promisedKbps({ rateKbps, classes }: Pick<Shaper, 'rateKbps' | 'classes'>): number {
  const names = new Set(classes.map(({ name }) => name))
  return atLeastKbps(Math.floor(rateKbps / 4 / (names.size + 2)))
}

/** No queue and no policer is held to less than a packet a second or so. */
export function atLeastKbps(kbps: number): number {
  return Math.max(8, kbps)
}
