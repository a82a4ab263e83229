import { begunLedger, parseLedger } from '../../plan/ledger.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { realDisk, type Disk } from '../disk/disk.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import { decideKeys, type Decision } from './decide.ts'
import type { KeyEnds } from './ends.ts'
import type { OpenStore } from './key-store.ts'
import { withPublicKeys } from './ledger-lines.ts'

interface KeysJob {
  readonly ends: KeyEnds
  readonly renew: boolean
  readonly store: OpenStore
  readonly ledgerPath: string
  /** Text of the ledger as it stands. */
  readonly ledger: string
}

/**
 * Decides and writes: private halves first, so that a kill in between leaves no public half in the ledger that nobody
 * has the private one of. Running again takes up what the store has; a ledger without entries says first that this
 * began, since keys without one are those of a network that lost it. Only for the holder of the locks.
 */
export function makeKeys(
  { ends, renew, store, ledgerPath, ledger }: KeysJob,
  disk: Disk = realDisk,
): Decision | Refusal {
  const doubled = doubledSecret(ends)
  if (doubled !== undefined)
    return refuse(
      `rahasia ${doubled} dipakai sebuah router dan sebuah sirkuit; ganti nama salah satunya`,
      `secret ${doubled} would serve a router and a circuit; rename one of them`,
    )
  const decision = decideKeys(ends, store.values, renew)
  if (decision.secrets.size > 0 && decision.publicKeys.size > 0 && parseLedger(ledger).value.entries.size === 0)
    writeWhole(ledgerPath, begunLedger(), disk)
  const fault = decision.secrets.size > 0 ? store.save(decision.secrets) : undefined
  if (fault !== undefined) return fault
  if (decision.publicKeys.size > 0) writeWhole(ledgerPath, withPublicKeys(ledger, decision.publicKeys), disk)
  return decision
}

/** A router and a circuit of one name would have one secret for two purposes. */
function doubledSecret({ pairs, shared }: KeyEnds): string | undefined {
  const owned = new Set(pairs.map(({ secret }) => secret))
  return shared.find(({ secret }) => owned.has(secret))?.secret
}
