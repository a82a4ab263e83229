import { keyOf } from '../../plan/keys.ts'
import { ledgerText, parseLedger } from '../../plan/ledger.ts'
import type { PairOwner } from './ends.ts'

/** A ledger's text with these public halves. What a router had under an earlier name gives way to its own line. */
export function withPublicKeys(text: string, publicKeys: ReadonlyMap<PairOwner, string>): string {
  if (publicKeys.size === 0) return text
  const { value } = parseLedger(text)
  const entries = new Map(value.entries)
  for (const [{ router }, half] of publicKeys) {
    const { key, formerKeys } = keyOf('router', router, 'public-key')
    for (const former of formerKeys) entries.delete(former)
    entries.set(key, { value: half })
  }
  return ledgerText({ ...value, entries })
}
