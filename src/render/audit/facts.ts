/** What an audit says of the history that its inventory comes from. */
export interface AuditFacts {
  readonly year: number
  /** Version of this program. */
  readonly version: string
  readonly inventoryHash: string
  /** Undefined outside of a Git repository. */
  readonly history: History | undefined
}

export interface History {
  readonly commit: string
  /** Files of the inventory that differ from the commit, as Git names them; what they say nobody has approved. */
  readonly uncommitted: readonly string[]
  /** Of the inventory, the newest first. */
  readonly commits: readonly Approval[]
  readonly tags: readonly SignedTag[]
  /** The clone does not reach back to the beginning of the year before. */
  readonly isShallow: boolean
}

/** A commit as Git knows who stands for it. */
export interface Approval {
  readonly commit: string
  readonly date: string
  readonly subject: string
  /** Git's letter: G good, U good by a key that nobody vouches for, N none, E cannot be checked; others are bad. */
  readonly signature: string
  /** Fingerprint of the key; empty without a signature. */
  readonly key: string
  /** `Approved-by`, `Reviewed-by` and `Acked-by` lines. */
  readonly trailers: readonly string[]
}

export interface SignedTag {
  readonly tag: string
  readonly commit: string
  readonly date: string
  readonly isSigned: boolean
}
