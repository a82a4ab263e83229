import type { Kind } from '../model/kind.ts'
import type { Network } from '../model/network.ts'

/**
 * True where something of these kinds was declared and could not be loaded: what seems to be absent may be among it,
 * and a finding about its absence would only repeat the one about the file.
 */
export function mayHide({ missing }: Network, ...kinds: readonly Kind[]): boolean {
  return kinds.some(kind => missing.has(kind))
}
