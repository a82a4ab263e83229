import type { Network } from '../model/network.ts'
import type { Ledger } from './ledger.ts'
import { makePlan } from './make-plan.ts'

/** Entries of a merged ledger that hold one place twice: the later key, and who has the place before it. */
export function clashesOf(network: Network, ledger: Ledger): ReadonlyMap<string, string> {
  const { conflicts } = makePlan({ network, ledger, asOf: '1970-01-01', entropy: new Uint8Array(5) })
  return new Map(
    conflicts.flatMap(({ kind, key, other }): [string, string][] =>
      kind === 'overlap' && other !== undefined ? [[key, other.key]] : [],
    ),
  )
}
