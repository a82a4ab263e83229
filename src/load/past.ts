import type { Kind } from '../model/kind.ts'

/**
 * Things that have lived: by kind and id, the day on which they were found gone, or nothing where no build has seen
 * that yet.
 */
export type Past = ReadonlyMap<Kind, ReadonlyMap<string, string | undefined>>

/** What has become of a name that nothing has any more. */
export type Fate =
  | { readonly kind: 'renamed'; readonly to: string }
  | { readonly kind: 'removed'; readonly day: string | undefined }

interface Renamable {
  readonly declared: object
}

/** Undefined where the name has never been. */
export function fateOf(kind: Kind, id: string, table: ReadonlyMap<string, unknown>, past: Past): Fate | undefined {
  for (const [to, thing] of table)
    if (isRenamable(thing) && formerNames(thing).includes(id)) return { kind: 'renamed', to }
  const lived = past.get(kind)
  return lived?.has(id) === true ? { kind: 'removed', day: lived.get(id) } : undefined
}

function isRenamable(thing: unknown): thing is Renamable {
  return typeof thing === 'object' && thing !== null && 'declared' in thing && typeof thing.declared === 'object'
}

function formerNames({ declared }: Renamable): readonly unknown[] {
  return 'was' in declared && Array.isArray(declared.was) ? declared.was : []
}
