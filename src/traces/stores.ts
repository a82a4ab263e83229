import type { Network } from '../model/network.ts'
import { isBegun, parseLedger } from '../plan/ledger.ts'
import { fromBackup, type Trace } from '../plan/lost-allocations.ts'
import { mapIn } from '../secrets/place.ts'

/**
 * Stores that hold tunnel keys of this network's routers whose public halves the ledger lacks: whoever makes a key
 * writes down both, so there was a ledger.
 */
export function keysInStores(files: readonly string[], ledgerText: string, { routers }: Network): Trace[] {
  if (isBegun(ledgerText)) return []
  const { entries } = parseLedger(ledgerText).value
  return files.flatMap((file): Trace[] => {
    const names = new Set(Object.keys(mapIn(file)))
    const unknown = [...routers.keys()].filter(
      id => names.has(`tunnel/${id}`) && !entries.has(`router/${id}/public-key`),
    )
    if (unknown.length === 0) return []
    const count = unknown.length
    return [
      {
        words: {
          id: `penyimpan rahasia ${file} memegang kunci terowongan ${count} routernya`,
          en: `the secret store ${file} holds the tunnel keys of ${count} of its routers`,
        },
        ledger: undefined,
        remedy: fromBackup,
      },
    ]
  })
}
