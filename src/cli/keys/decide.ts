import type { KeyEnds, PairOwner, SharedKey } from './ends.ts'
import { newPrivateKey, newSharedKey, publicKeyOf } from './tunnel-key.ts'

/**
 * What becomes of a key. Left: `kept`. Changed: `made`, `renewed`, `from-store` (the store had it, the ledger gets the
 * public half), `mended` (the ledger had the public half of another one), `refiled` (the store had it under another
 * name). Wrong, and left: the ledger has a public half whose private one the store lacks (`private-missing`), what
 * stands in the store is no key (`unfit`).
 */
export type KeyState = 'kept' | 'made' | 'renewed' | 'from-store' | 'mended' | 'refiled' | 'private-missing' | 'unfit'

export interface PairOutcome {
  readonly owner: PairOwner
  readonly state: KeyState
  /** Public half that the ledger has afterwards. */
  readonly publicKey: string | undefined
}

export interface SharedOutcome {
  readonly key: SharedKey
  readonly state: KeyState
}

/** The private halves are apart from what is told: no report can hold one. */
export interface Decision {
  readonly pairs: readonly PairOutcome[]
  readonly shared: readonly SharedOutcome[]
  /** Entries for the store, by name of the secret. */
  readonly secrets: ReadonlyMap<string, string>
  /** Public halves for the ledger, by router. */
  readonly publicKeys: ReadonlyMap<PairOwner, string>
}

interface Found {
  readonly state: KeyState
  readonly privateKey?: string | undefined
  readonly publicKey: string | undefined
}

/**
 * Decides for each of these keys from what the store has. A private half counts for more than what the ledger says:
 * only it can be deployed.
 */
export function decideKeys({ pairs, shared }: KeyEnds, stored: ReadonlyMap<string, string>, renew: boolean): Decision {
  const secrets = new Map<string, string>()
  const publicKeys = new Map<PairOwner, string>()
  const elsewhere = byPublicKey(stored)
  const outcomes = pairs.map((owner): PairOutcome => {
    const { state, privateKey, publicKey } = pairOf(owner, stored, renew, elsewhere)
    if (privateKey !== undefined && stored.get(owner.secret) !== privateKey) secrets.set(owner.secret, privateKey)
    if (publicKey !== undefined && publicKey !== owner.publicKey) publicKeys.set(owner, publicKey)
    return { owner, state, publicKey }
  })
  const sharedOutcomes = shared.map((key): SharedOutcome => {
    const { state, value } = sharedOf(key, stored, renew)
    if (stored.get(key.secret) !== value) secrets.set(key.secret, value)
    return { key, state }
  })
  return { pairs: outcomes, shared: sharedOutcomes, secrets, publicKeys }
}

function pairOf(
  { secret, publicKey }: PairOwner,
  stored: ReadonlyMap<string, string>,
  renew: boolean,
  elsewhere: (publicKey: string) => string | undefined,
): Found {
  const own = stored.get(secret)
  if (renew) return madeAs(own === undefined && publicKey === undefined ? 'made' : 'renewed')
  if (own !== undefined) {
    const derived = publicKeyOf(own)
    if (derived === undefined) return { state: 'unfit', publicKey }
    if (publicKey === undefined) return { state: 'from-store', privateKey: own, publicKey: derived }
    return { state: derived === publicKey ? 'kept' : 'mended', privateKey: own, publicKey: derived }
  }
  if (publicKey === undefined) return madeAs('made')
  const other = elsewhere(publicKey)
  return other === undefined
    ? { state: 'private-missing', publicKey }
    : { state: 'refiled', privateKey: other, publicKey }
}

function madeAs(state: KeyState): Found {
  const privateKey = newPrivateKey()
  return { state, privateKey, publicKey: publicKeyOf(privateKey) }
}

function sharedOf(
  { secret, formerSecrets }: SharedKey,
  stored: ReadonlyMap<string, string>,
  renew: boolean,
): { readonly state: KeyState; readonly value: string } {
  const own = stored.get(secret)
  const former = formerSecrets.map(name => stored.get(name)).find(value => value !== undefined)
  if (renew) return { state: own === undefined && former === undefined ? 'made' : 'renewed', value: newSharedKey() }
  if (own !== undefined) return { state: 'kept', value: own }
  return former === undefined ? { state: 'made', value: newSharedKey() } : { state: 'refiled', value: former }
}

/**
 * Private halves of a store by their public ones, under whatever name: a router may have been renamed since. Worked out
 * when first asked.
 */
function byPublicKey(stored: ReadonlyMap<string, string>): (publicKey: string) => string | undefined {
  let known: ReadonlyMap<string, string> | undefined
  return publicKey => {
    known ??= new Map(
      [...stored.values()].flatMap((value): [string, string][] => {
        const derived = publicKeyOf(value)
        return derived === undefined ? [] : [[derived, value]]
      }),
    )
    return known.get(publicKey)
  }
}
