import type { Intent } from '../../intent/intent.ts'
import { addressOf, networkOf, nth, type Address } from '../../model/ip.ts'

/** Over what a router is managed: who comes, to which of its addresses, through which interfaces. */
export interface NocWay {
  /** One host of each prefix of the NOC, and the router's own address of that family. */
  readonly calls: readonly { readonly from: Address; readonly to: Address }[]
  readonly interfaces: readonly string[]
}

export function nocWayOf({ management, loopback, filter }: Intent): NocWay {
  const backbone = filter.interfaceSets.find(({ name }) => name === 'backbone')?.members ?? []
  return {
    calls: management.noc.map(({ prefix }) => ({
      from: addressOf(nth(networkOf(prefix), 9)),
      to: addressOf(prefix.family === 4 ? loopback.v4 : loopback.v6),
    })),
    interfaces: backbone.map(({ interface: name }) => name.value),
  }
}
