import type { Network } from '../model/network.ts'
import { remembered } from '../source/remembered.ts'

/**
 * True where something of these kinds was declared and could not be loaded: what seems to be absent may be among it, and a finding about
 * its absence would only repeat the one about the file.
 */
export function mayHide(network: Network, ...kinds: readonly string[]): boolean {
  return kinds.some(kind => missingKinds(network).has(kind))
}

const missingKinds = remembered(
  (network: Network): ReadonlySet<string> => new Set([...network.missing].map(name => name.split(':')[0] ?? '')),
)
