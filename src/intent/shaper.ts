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
