import { isKind, type Kind } from './kind.ts'

/**
 * What is declared and could not be loaded: by kind its ids, or `unnamed` where some cannot be told, so that any may be
 * among them.
 */
export type Missing = ReadonlyMap<Kind, ReadonlySet<string | typeof unnamed>>

export const unnamed = Symbol('some that cannot be told by name')

/** The thing is declared, or may be, in a part of a file that could not be loaded. */
export function isMissing(missing: Missing, kind: Kind, id: string): boolean {
  const ids = missing.get(kind)
  return ids !== undefined && (ids.has(id) || ids.has(unnamed))
}

/** That very thing could not be loaded whole; `thing` is `kind:id`, as findings name what they are about. */
export function isHarmed(missing: Missing, thing: string): boolean {
  const colon = thing.indexOf(':')
  const kind = thing.slice(0, colon)
  return isKind(kind) && missing.get(kind)?.has(thing.slice(colon + 1)) === true
}
