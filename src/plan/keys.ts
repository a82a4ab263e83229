/** Keys of the ledger: `kind/id/purpose`, by identity. */

interface Identified {
  readonly id: string
  readonly was: readonly string[]
}

export interface Key {
  readonly key: string
  readonly formerKeys: readonly string[]
}

/** The key of one thing's allocation, and the keys that it had under earlier names. */
export function keyOf(kind: string, owner: Identified, purpose: string): Key {
  return { key: `${kind}/${owner.id}/${purpose}`, formerKeys: owner.was.map(former => `${kind}/${former}/${purpose}`) }
}

/** The key of something that two things make up: a segment of a site, a circuit's tunnel to a core. */
export function keyOfPair(kind: string, owner: Identified, part: Identified, purpose: string): Key {
  const names = [owner.id, ...owner.was].flatMap(first =>
    [part.id, ...part.was].map(second => `${kind}/${first}/${second}/${purpose}`),
  )
  const [key = '', ...formerKeys] = names
  return { key, formerKeys }
}

export function identified(id: string, was: readonly string[] | undefined): Identified {
  return { id, was: was ?? [] }
}
