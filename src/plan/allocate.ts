import { hash } from 'node:crypto'
import { noMemory } from '../source/memory.ts'
import { shared } from '../source/shared.ts'
import type { Place } from '../source/source.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import type { Conflict } from './plan.ts'
import type { Claim, Pin, Space } from './space.ts'
import { byText } from '../text/order.ts'

/** The ledger while a plan is being made: what was recorded, and what is recorded from now on. */
export interface Allocation {
  readonly conflicts: readonly Conflict[]
  /** The recorded value of a key or of its former ones, kept from now on. */
  readonly keep: (key: string, formerKeys?: readonly string[]) => string | undefined
  readonly record: (key: string, value: string) => void
  /**
   * All claims on one space, in one go. `group` names the ledger entries that hold places of it; where several spaces
   * share them, `asked` are the keys of all their claims: what is in use elsewhere holds nothing here.
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
 * Hands out places by identity. Pins win, then what the ledger records is kept, then what is retired stays taken; what
 * is new is looked for from a hash of its identity on, so that two branches rarely take the same place, and in order of
 * key, so that the order of files means nothing.
 */
export function allocation(before: Ledger, kept = noMemory): Allocation {
  const books: Books = {
    before,
    after: new Map(),
    inherited: new Set(),
    conflicts: [],
    groups: kept.again('groups', [before], () => Map.groupBy(before.entries, ([key]) => groupOf(key))),
  }
  // What the ledger afterwards is made of.
  const made: unknown[] = [before]
  const steady = kept.each<unknown>('claims')
  const standing = kept.each<unknown>('handed out')
  const written: Iterable<readonly [string, LedgerEntry]>[] = []
  const record = (key: string, value: string): void => {
    written.push([[key, { value }]])
    made.push(key, value)
  }
  return {
    conflicts: books.conflicts,
    keep: (key, formerKeys = []) => {
      const value = recorded(books, key, formerKeys)
      if (value !== undefined) record(key, value)
      return value
    },
    record,
    allocate: <Size, Value>(
      space: Space<Size, Value>,
      group: string,
      claims: readonly Claim<Size>[],
      asked?: ReadonlySet<string>,
    ) => {
      const name = `${space.name} ${group}`
      const same = steady(name, claims, earlier => (earlier === undefined ? claims : shared(earlier, claims)))
      const of = [before, [...books.inherited].join(' '), space.holds, same, asked]
      const hand = (earlier?: unknown): Handed<Value> =>
        handedOut(books, { space, group, claims, asked }, earlier as Handed<Value> | undefined)
      // Under the name of a space stands what was handed out of it.
      const handed = standing(name, of, hand) as Handed<Value>
      for (const key of handed.inherited) books.inherited.add(key)
      books.conflicts.push(...handed.conflicts)
      written.push(handed.after)
      made.push(handed)
      return handed.granted
    },
    ledger: asOf => kept.again('ledger', [asOf, ...made], () => afterwards(books, written, asOf)),
  }
}

/** All that comes of one question. */
interface Handed<Value> {
  readonly granted: ReadonlyMap<string, Value>
  readonly after: ReadonlyMap<string, LedgerEntry>
  readonly inherited: ReadonlySet<string>
  readonly conflicts: readonly Conflict[]
}

interface Question<Size, Value> {
  readonly space: Space<Size, Value>
  readonly group: string
  readonly claims: readonly Claim<Size>[]
  readonly asked: ReadonlySet<string> | undefined
}

/**
 * In books of its own, so that the same question to the same ledger has the same answer; values that are as they were
 * `earlier` are the same.
 */
function handedOut<Size, Value>(
  books: Books,
  question: Question<Size, Value>,
  earlier: Handed<Value> | undefined,
): Handed<Value> {
  const own: Books = { ...books, after: new Map(), inherited: new Set(books.inherited), conflicts: [] }
  const granted = allocateAll(own, question)
  if (earlier !== undefined)
    for (const [key, value] of granted) {
      const was = earlier.granted.get(key)
      if (was !== undefined) granted.set(key, shared(was, value))
    }
  return { ...own, granted }
}

/** The ledger before, what is known of it, and what is written anew. */
interface Books {
  readonly before: Ledger
  readonly after: Map<string, LedgerEntry>
  /** Former keys whose allocation went to a new name. */
  readonly inherited: Set<string>
  readonly conflicts: Conflict[]
  readonly groups: ReadonlyMap<string, readonly (readonly [string, LedgerEntry])[]>
}

function allocateAll<Size, Value>(
  books: Books,
  { space, group, claims, asked = new Set(claims.map(({ key }) => key)) }: Question<Size, Value>,
): Map<string, Value> {
  const granted = new Map<string, Value>()
  const sorted = claims.toSorted(byText(({ key }) => key))
  const give = (claim: Claim<Size>, value: Value | undefined): void => {
    if (value !== undefined) granted.set(claim.key, value)
  }
  // Where each claim stands, for the other party of a conflict.
  const places = new Map(sorted.map(({ key, at, pinned }) => [key, pinned?.at ?? at]))
  const keeping = { books, space, places }
  for (const claim of sorted) if (claim.pinned !== undefined) give(claim, keepPlace(keeping, claim, claim.pinned))
  for (const claim of sorted) {
    const text = recorded(books, claim.key, claim.formerKeys)
    if (text !== undefined && claim.pinned === undefined) give(claim, keepPlace(keeping, claim, { text, at: claim.at }))
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

interface Keeping<Size, Value> {
  readonly books: Books
  readonly space: Space<Size, Value>
  readonly places: ReadonlyMap<string, Place>
}

/**
 * A place that was asked for by value; it is kept even where something is wrong with it, since moving it is a person's
 * decision.
 */
function keepPlace<Size, Value>(
  { books, space, places }: Keeping<Size, Value>,
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
    books.conflicts.push({ kind: 'overlap', ...asked, other: { key: other, at: places.get(other) } })
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

function afterwards(
  { before, inherited }: Books,
  written: readonly Iterable<readonly [string, LedgerEntry]>[],
  asOf: string,
): Ledger {
  const entries = new Map<string, LedgerEntry>()
  for (const part of written) for (const [key, entry] of part) entries.set(key, entry)
  for (const [key, { value, retired }] of before.entries)
    if (!entries.has(key) && !inherited.has(key)) entries.set(key, { value, retired: retired ?? asOf })
  return { entries, writtenBy: before.writtenBy }
}

/** 48 bits of SHA-1: evenly spread, the same on every machine. No security hangs on it. */
export function hashOf(identity: string): number {
  return parseInt(hash('sha1', identity).slice(0, 12), 16)
}
