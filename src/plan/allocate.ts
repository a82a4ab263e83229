import { hash } from 'node:crypto'
import type { Place } from '../source/source.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import type { Conflict } from './plan.ts'
import { byText } from '../text/order.ts'

/** Who asks for a place. The key is its identity; a former key is that of an earlier name (`was`), whose allocation follows it. */
export interface Claim<Size> {
  readonly key: string
  readonly formerKeys: readonly string[]
  readonly size: Size
  readonly at: Place
  /** A place that must be this one, as the file writes it, with where. */
  readonly pinned?: Pin | undefined
}

interface Pin {
  readonly text: string
  readonly at: Place
}

/** What can be given away: numbers, or prefixes of several sizes, each place held by one. */
export interface Space<Size, Value> {
  readonly name: string
  /** How many aligned places of this size there are. */
  readonly places: (size: Size) => number
  readonly valueAt: (size: Size, place: number) => Value
  readonly text: (value: Value) => string
  /** Undefined where the text is no value of this kind. */
  readonly parse: (text: string) => Value | undefined
  readonly isInside: (value: Value) => boolean
  /** Too small for what is asked. */
  readonly isTooSmall: (value: Value, size: Size) => boolean
  /** Takes it, or answers who has it. */
  readonly take: (value: Value, owner: string) => string | undefined
}

/** The ledger while a plan is being made: what was recorded, and what is recorded from now on. */
export interface Allocation {
  readonly conflicts: readonly Conflict[]
  /** The recorded value of a key or of its former ones, kept from now on. */
  readonly keep: (key: string, formerKeys?: readonly string[]) => string | undefined
  readonly record: (key: string, value: string) => void
  /**
   * All claims on one space, in one go. `group` names the ledger entries that hold places of it; where several spaces share them,
   * `asked` are the keys of all their claims: what is in use elsewhere holds nothing here.
   */
  readonly allocate: <Size, Value>(
    space: Space<Size, Value>,
    group: string,
    claims: readonly Claim<Size>[],
    asked?: ReadonlySet<string>,
  ) => ReadonlyMap<string, Value>
  /** The ledger afterwards: what nobody asked for is retired, on this day. */
  readonly ledger: (asOf: string) => Ledger
}

/** The group of a ledger key: its kind and purpose; VLANs are counted by site. */
function groupOf(key: string): string {
  const kind = key.slice(0, key.indexOf('/'))
  const purpose = key.slice(key.lastIndexOf('/') + 1)
  return purpose === 'vlan' ? `${key.split('/').slice(0, 2).join('/')}/vlan` : `${kind}/${purpose}`
}

/**
 * Hands out places by identity. Pins win, then what the ledger records is kept, then what is retired stays taken; what is new is looked
 * for from a hash of its identity on, so that two branches rarely take the same place, and in order of key, so that the order of files
 * means nothing.
 */
export function allocation(before: Ledger): Allocation {
  const books: Books = {
    before,
    after: new Map(),
    inherited: new Set(),
    places: new Map(),
    conflicts: [],
    groups: Map.groupBy(before.entries, ([key]) => groupOf(key)),
  }
  return {
    conflicts: books.conflicts,
    keep: (key, formerKeys = []) => {
      const value = recorded(books, key, formerKeys)
      if (value !== undefined) books.after.set(key, { value })
      return value
    },
    record: (key, value) => {
      books.after.set(key, { value })
    },
    allocate: (space, group, claims, asked) => allocateAll(books, space, group, claims, asked),
    ledger: asOf => afterwards(books, asOf),
  }
}

/** The ledger before, what is known of it, and what is written anew. */
interface Books {
  readonly before: Ledger
  readonly after: Map<string, LedgerEntry>
  /** Former keys whose allocation went to a new name. */
  readonly inherited: Set<string>
  /** Where each claim stands, for the other party of a conflict. */
  readonly places: Map<string, Place>
  readonly conflicts: Conflict[]
  readonly groups: ReadonlyMap<string, readonly (readonly [string, LedgerEntry])[]>
}

function allocateAll<Size, Value>(
  books: Books,
  space: Space<Size, Value>,
  group: string,
  claims: readonly Claim<Size>[],
  asked: ReadonlySet<string> = new Set(claims.map(({ key }) => key)),
): ReadonlyMap<string, Value> {
  const granted = new Map<string, Value>()
  const sorted = claims.toSorted(byText(({ key }) => key))
  const give = (claim: Claim<Size>, value: Value | undefined): void => {
    if (value !== undefined) granted.set(claim.key, value)
  }
  for (const { key, at, pinned } of sorted) books.places.set(key, pinned?.at ?? at)
  for (const claim of sorted) if (claim.pinned !== undefined) give(claim, keepPlace(books, space, claim, claim.pinned))
  for (const claim of sorted) {
    const text = recorded(books, claim.key, claim.formerKeys)
    if (text !== undefined && claim.pinned === undefined)
      give(claim, keepPlace(books, space, claim, { text, at: claim.at }))
  }
  holdRetired(books, space, group, asked)
  // A size that found no place is not looked for again: nothing is given back in between.
  const full = new Set<Size>()
  for (const claim of sorted) if (!granted.has(claim.key)) give(claim, newPlace(books, space, claim, full))
  return granted
}

function recorded({ before, inherited }: Books, key: string, formerKeys: readonly string[]): string | undefined {
  const own = before.entries.get(key)
  if (own !== undefined) return own.value
  const former = formerKeys.find(name => before.entries.has(name))
  if (former === undefined) return undefined
  inherited.add(former)
  return before.entries.get(former)?.value
}

/** A place that was asked for by value; it is kept even where something is wrong with it, since moving it is a person's decision. */
function keepPlace<Size, Value>(
  books: Books,
  space: Space<Size, Value>,
  { key, size }: Claim<Size>,
  { text, at }: Pin,
): Value | undefined {
  const asked = { key, wanted: text, at, pool: space.name }
  const value = space.parse(text)
  if (value === undefined) {
    books.conflicts.push({ kind: 'malformed', ...asked })
    return undefined
  }
  books.after.set(key, { value: space.text(value) })
  if (!space.isInside(value)) {
    books.conflicts.push({ kind: 'outside-pool', ...asked })
    return value
  }
  if (space.isTooSmall(value, size)) books.conflicts.push({ kind: 'outgrown', ...asked })
  const other = space.take(value, key)
  if (other !== undefined)
    books.conflicts.push({ kind: 'overlap', ...asked, other: { key: other, at: books.places.get(other) } })
  return value
}

/** The first free place from the hash of the claim's identity on. */
function newPlace<Size, Value>(
  books: Books,
  space: Space<Size, Value>,
  { key, size, at }: Claim<Size>,
  full: Set<Size>,
): Value | undefined {
  const count = full.has(size) ? 0 : space.places(size)
  const start = count === 0 ? 0 : hashOf(key) % count
  for (let i = 0; i < count; i++) {
    const value = space.valueAt(size, (start + i) % count)
    if (space.take(value, key) !== undefined) continue
    books.after.set(key, { value: space.text(value) })
    return value
  }
  full.add(size)
  books.conflicts.push({ kind: 'exhausted', key, wanted: String(size), at, pool: space.name })
  return undefined
}

/** What nobody asks for any more keeps its place until a person releases it. */
function holdRetired<Size, Value>(
  { groups, inherited }: Books,
  space: Space<Size, Value>,
  group: string,
  asked: ReadonlySet<string>,
): void {
  for (const [key, { value: text }] of groups.get(group) ?? []) {
    if (asked.has(key) || inherited.has(key)) continue
    const value = space.parse(text)
    if (value !== undefined && space.isInside(value)) space.take(value, key)
  }
}

function afterwards({ before, after, inherited }: Books, asOf: string): Ledger {
  const entries = new Map(after)
  for (const [key, { value, retired }] of before.entries)
    if (!entries.has(key) && !inherited.has(key)) entries.set(key, { value, retired: retired ?? asOf })
  return { entries, writtenBy: before.writtenBy }
}

/** 48 bits of SHA-1: evenly spread, the same on every machine. No security hangs on it. */
export function hashOf(identity: string): number {
  return parseInt(hash('sha1', identity).slice(0, 12), 16)
}
