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

export interface Pin {
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
export function groupOf(key: string): string {
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
  const after = new Map<string, LedgerEntry>()
  const inherited = new Set<string>()
  const places = new Map<string, Place>()
  const conflicts: Conflict[] = []
  const groups = Map.groupBy(before.entries, ([key]) => groupOf(key))

  const recorded = (key: string, formerKeys: readonly string[]): string | undefined => {
    const own = before.entries.get(key)
    if (own !== undefined) return own.value
    const former = formerKeys.find(name => before.entries.has(name))
    if (former === undefined) return undefined
    inherited.add(former)
    return before.entries.get(former)?.value
  }

  const conflict = (
    kind: Conflict['kind'],
    key: string,
    wanted: string,
    at: Place,
    pool: string,
    other?: string,
  ): void => {
    conflicts.push({
      kind,
      key,
      wanted,
      at,
      pool,
      ...(other === undefined ? {} : { other: { key: other, at: places.get(other) } }),
    })
  }

  /** Gives a place that was asked for by value; it is kept even where something is wrong with it, since moving it is a person's decision. */
  const grant = <Size, Value>(
    space: Space<Size, Value>,
    { key, size }: Claim<Size>,
    { text, at }: Pin,
    granted: Map<string, Value>,
  ): void => {
    const value = space.parse(text)
    if (value === undefined) return conflict('malformed', key, text, at, space.name)
    granted.set(key, value)
    after.set(key, { value: space.text(value) })
    if (!space.isInside(value)) return conflict('outside-pool', key, text, at, space.name)
    if (space.isTooSmall(value, size)) conflict('outgrown', key, text, at, space.name)
    const other = space.take(value, key)
    if (other !== undefined) conflict('overlap', key, text, at, space.name, other)
  }

  const grantNew = <Size, Value>(
    space: Space<Size, Value>,
    { key, size, at }: Claim<Size>,
    granted: Map<string, Value>,
    full: Set<Size>,
  ): void => {
    if (full.has(size)) return conflict('exhausted', key, String(size), at, space.name)
    const count = space.places(size)
    const start = count === 0 ? 0 : hashOf(key) % count
    for (let i = 0; i < count; i++) {
      const value = space.valueAt(size, (start + i) % count)
      if (space.take(value, key) !== undefined) continue
      granted.set(key, value)
      after.set(key, { value: space.text(value) })
      return
    }
    full.add(size)
    conflict('exhausted', key, String(size), at, space.name)
  }

  const holdRetired = <Size, Value>(space: Space<Size, Value>, group: string, asked: ReadonlySet<string>): void => {
    for (const [key, { value: text }] of groups.get(group) ?? []) {
      if (asked.has(key) || inherited.has(key)) continue
      const value = space.parse(text)
      if (value !== undefined && space.isInside(value)) space.take(value, key)
    }
  }

  return {
    conflicts,
    keep: (key, formerKeys = []) => {
      const value = recorded(key, formerKeys)
      if (value !== undefined) after.set(key, { value })
      return value
    },
    record: (key, value) => {
      after.set(key, { value })
    },
    allocate: (space, group, claims, asked = new Set(claims.map(({ key }) => key))) => {
      const granted = new Map<string, ReturnType<typeof space.valueAt>>()
      const sorted = [...claims].sort(byText(({ key }) => key))
      for (const { key, at, pinned } of sorted) places.set(key, pinned?.at ?? at)
      for (const claim of sorted) if (claim.pinned !== undefined) grant(space, claim, claim.pinned, granted)
      for (const claim of sorted) {
        const text = recorded(claim.key, claim.formerKeys)
        if (text !== undefined && claim.pinned === undefined) grant(space, claim, { text, at: claim.at }, granted)
      }
      holdRetired(space, group, asked)
      // A size that found no place is not looked for again: nothing is given back in between.
      const full = new Set<(typeof sorted)[number]['size']>()
      for (const claim of sorted) if (!granted.has(claim.key)) grantNew(space, claim, granted, full)
      return granted
    },
    ledger: asOf => {
      const entries = new Map(after)
      for (const [key, { value, retired }] of before.entries) {
        if (!entries.has(key) && !inherited.has(key)) entries.set(key, { value, retired: retired ?? asOf })
      }
      return { entries }
    },
  }
}

/** 48 bits of SHA-1: evenly spread, the same on every machine. No security hangs on it. */
export function hashOf(identity: string): number {
  return parseInt(hash('sha1', identity).slice(0, 12), 16)
}
