import type { Network } from '../../model/network.ts'
import { hasAllocations } from '../../plan/lost-allocations.ts'
import { ledgerPath, ledgerText, parseLedger, type LedgerEntry } from '../../plan/ledger.ts'
import type { Source } from '../../source/source.ts'
import type { Draft } from '../draft/draft.ts'
import { isNumberKey } from '../draft/numbers-in-use.ts'

/**
 * The ledger with the numbers that running routers have already, so that no build gives them others; undefined where it
 * has them.
 */
export function proposedLedger(drafts: readonly Draft[], { declared }: Network, ledger: string): Source | undefined {
  const numbers = drafts.flatMap(({ facts }) =>
    facts.flatMap(({ key, value }): (readonly [string, LedgerEntry])[] =>
      isNumberKey(key) && typeof value === 'string' ? [[key, { value }]] : [],
    ),
  )
  if (numbers.length === 0) return undefined
  const before = parseLedger(ledger).value
  const ula = `network/${declared.network}/ula`
  // A ledger without it is taken for one that was cut off; marked so, the first build makes it.
  const waits = !hasAllocations(before) && declared.addressing.v6 === undefined
  const released = new Set([...(before.released ?? []), ...(waits ? [ula] : [])])
  const entries = new Map([...before.entries, ...numbers])
  for (const key of entries.keys()) released.delete(key)
  return { path: ledgerPath, text: ledgerText({ ...before, entries, released }) }
}
