import { dirname, join } from 'node:path'
import type { Plan } from '../../plan/plan.ts'
import type { StorePlace } from '../../secrets/place.ts'
import { healFile } from '../disk/write-whole.ts'
import type { Decision } from '../keys/decide.ts'
import { keyEnds, type KeyEnds } from '../keys/ends.ts'
import { commandStore, fileStore, type OpenStore } from '../keys/key-store.ts'
import { makeKeys } from '../keys/make-keys.ts'
import { isRefusal, type Refusal } from '../shell/refusal.ts'
import { generated } from './generate.ts'
import type { SecretRow } from './state.ts'

interface MakingJob {
  readonly place: StorePlace
  readonly plan: Plan
  readonly rows: readonly SecretRow[]
  readonly ledgerPath: string
  /** Text of the ledger as it stands. */
  readonly ledger: string
}

export interface Made {
  readonly keys: Decision
  /** How many beside the keys. */
  readonly words: number
}

/** Locks to hold while a store, and the ledger with its public keys, are written. */
export function locksOf(place: StorePlace, folder: string): string[] {
  const own = place.kind === 'file' ? [join(dirname(place.path), '.serat-keys-lock.tmp')] : []
  return [join(folder, '.build-lock.tmp'), ...own]
}

/**
 * Makes what is missing and ours to make: tunnel keys with their public halves, then everything that is a mere word.
 * What is there stays as it is. Only for the holder of the locks.
 */
export function makeSecrets({ place, plan, rows, ledgerPath, ledger }: MakingJob): Made | Refusal {
  healFile(ledgerPath)
  if (place.kind === 'file') healFile(place.path)
  const ends = keyEnds(plan)
  const forKeys = opened(place, namesOf(ends))
  if (isRefusal(forKeys)) return forKeys
  const keys = makeKeys({ ends, renew: false, store: forKeys, ledgerPath, ledger })
  if (isRefusal(keys)) return keys
  // A store that was not there yet lacks all of them.
  const lacking = rows.map(row => (row.state === 'not-checked' ? { ...row, state: 'missing' as const } : row))
  const words = generated(lacking)
  // One that is asked name by name was asked for these just now.
  const store = opened(place, [])
  if (isRefusal(store)) return store
  const entries = new Map([...words].filter(([name]) => !store.values.has(name)))
  const fault = entries.size > 0 ? store.save(entries) : undefined
  return fault ?? { keys, words: entries.size }
}

function opened(place: StorePlace, names: readonly string[]): OpenStore | Refusal {
  return place.kind === 'file' ? fileStore(place.path, place.path) : commandStore(place, names)
}

function namesOf({ pairs, shared }: KeyEnds): string[] {
  return [
    ...pairs.map(({ secret }) => secret),
    ...shared.flatMap(({ secret, formerSecrets }) => [secret, ...formerSecrets]),
  ]
}
