import { longestCommon } from '../../../text/longest-common.ts'
import { isOrderedMenu } from '../../reading/sentences.ts'
import { itemsOf, type Item } from '../script/configuration.ts'
import { itemText, type Live } from './live.ts'
import { defaultOf, identitiesOf } from './tables.ts'

/** A place in a menu: what stands there before, and after. Without one of them it is removed or added. */
export interface Slot {
  readonly menu: string
  readonly old?: Item
  readonly next?: Item
  /** It stays as it is and goes to another place among those of its chain. */
  readonly moves?: true
}

/** A menu as it is and as it shall be: a slot of both is in both lists. */
export interface MenuSlots {
  readonly menu: string
  readonly before: readonly Slot[]
  readonly after: readonly Slot[]
}

export interface Sides<T> {
  readonly before: T
  readonly after: T
}

/** The menus of both sides, in the order of the new file, then what the old one alone has. */
export function slotsOf({ before, after }: Sides<Live>): MenuSlots[] {
  const menus = new Set([...after.configuration.menus.keys(), ...before.configuration.menus.keys()])
  return [...menus].map(menu => {
    const sides = { before: itemsOf(before.configuration, menu), after: itemsOf(after.configuration, menu) }
    if (before.settings.has(menu) || after.settings.has(menu)) return settingsSlots(menu, sides)
    const pairs = isOrderedMenu(menu) ? orderedPairs(menu, sides) : pairsByIdentity(menu, samePairs(menu, sides), sides)
    return assembled(menu, sides, pairs)
  })
}

type Items = Sides<readonly Item[]>
/** Old item to new one, by their numbers. */
type Pairs = ReadonlyMap<number, number>

const empty: Item = { values: new Map(), flags: new Set() }

function settingsSlots(menu: string, { before, after }: Items): MenuSlots {
  const slots = [{ menu, old: before[0] ?? empty, next: after[0] ?? empty }]
  return { menu, before: slots, after: slots }
}

function assembled(menu: string, { before, after }: Items, pairs: Pairs): MenuSlots {
  const kept = isOrderedMenu(menu) ? inPlace(pairs) : new Set(pairs.keys())
  const nextOf = new Map<number, Slot>()
  const old = before.map((item, i): Slot => {
    const at = pairs.get(i)
    const next = at === undefined ? undefined : after[at]
    if (at === undefined || next === undefined) return unpaired(menu, { old: item })
    const slot: Slot = { menu, old: item, next, ...(kept.has(i) ? {} : { moves: true }) }
    nextOf.set(at, slot)
    return slot
  })
  const now = after.map((next, i) => nextOf.get(i) ?? unpaired(menu, { next }))
  const [stood, stand] = [new Set(old), new Set(now)]
  return {
    menu,
    before: [...old, ...now.filter(slot => slot.old !== undefined && !stood.has(slot))],
    after: [...now, ...old.filter(slot => slot.next !== undefined && !stand.has(slot))],
  }
}

/**
 * What a router has whatever a file says of it, as a port, is neither made nor removed: it says only what it is known
 * by.
 */
function unpaired(menu: string, own: { readonly old: Item } | { readonly next: Item }): Slot {
  const item = 'old' in own ? own.old : own.next
  if (item.presumed !== true) return { menu, ...own }
  const keys = identitiesOf(menu).find(names => names.every(key => item.values.has(key))) ?? []
  const bare: Item = {
    values: new Map(keys.map(key => [key, item.values.get(key) ?? ''])),
    flags: new Set(),
    presumed: true,
  }
  return { menu, old: bare, next: bare, ...own }
}

/** Those whose partners ascend with them: of the rest each goes elsewhere. */
function inPlace(pairs: Pairs): ReadonlySet<number> {
  const olds = [...pairs.keys()].sort((a, b) => a - b)
  const byNext = [...pairs].sort(([, a], [, b]) => a - b).map(([old]) => old)
  const { before } = longestCommon(olds.map(String), byNext.map(String))
  return new Set(olds.filter((_, i) => before.has(i)))
}

/** What says the same on both sides. */
function samePairs(menu: string, { before, after }: Items): Map<number, number> {
  const free = Map.groupBy(after.keys(), i => itemText(menu, after[i] ?? empty))
  return new Map(
    before.flatMap((item, i): [number, number][] => {
      const at = free.get(itemText(menu, item))?.shift()
      return at === undefined ? [] : [[i, at]]
    }),
  )
}

/** Those left on both sides that are the same one by one of the menu's identities, and can be set. */
function pairsByIdentity(menu: string, same: Map<number, number>, { before, after }: Items): Map<number, number> {
  const pairs = new Map(same)
  const taken = new Set(pairs.values())
  for (const keys of identitiesOf(menu)) {
    const [olds, nexts] = [unique(before, keys), unique(after, keys)]
    for (const [identity, i] of olds) {
      const at = nexts.get(identity)
      if (at === undefined || pairs.has(i) || taken.has(at)) continue
      if (settings(menu, before[i] ?? empty, after[at] ?? empty) === undefined) continue
      pairs.set(i, at)
      taken.add(at)
    }
  }
  return pairs
}

/** Items by their values of these keys, where each has all of them and no two the same. */
function unique(items: readonly Item[], keys: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (const [i, { values }] of items.entries()) {
    const own = keys.map(key => values.get(key))
    if (own.includes(undefined)) continue
    const identity = own.join('\t')
    if (found.has(identity)) twice.add(identity)
    found.set(identity, i)
  }
  for (const identity of twice) found.delete(identity)
  return found
}

/**
 * Chain by chain: what is the same in the same order stays; the rest are pairs by identity, or by their place between
 * the same two.
 */
function orderedPairs(menu: string, { before, after }: Items): Pairs {
  const chainOf = ({ values }: Item): string => values.get('chain') ?? ''
  const [olds, nexts] = [
    Map.groupBy(before.keys(), i => chainOf(before[i] ?? empty)),
    Map.groupBy(after.keys(), i => chainOf(after[i] ?? empty)),
  ]
  const pairs = new Map<number, number>()
  for (const [chain, own] of olds) {
    const now = nexts.get(chain) ?? []
    const sides = { before: own.map(i => before[i] ?? empty), after: now.map(i => after[i] ?? empty) }
    for (const [i, at] of chainPairs(menu, sides)) pairs.set(own[i] ?? 0, now[at] ?? 0)
  }
  return pairs
}

function chainPairs(menu: string, sides: Items): Pairs {
  const { before, after } = sides
  const common = longestCommon(
    before.map(item => itemText(menu, item)),
    after.map(item => itemText(menu, item)),
  )
  const pairs = new Map(
    [...common.before].sort((a, b) => a - b).map((i, n) => [i, [...common.after].sort((a, b) => a - b)[n] ?? 0]),
  )
  const rest = {
    before: before.map((item, i) => (pairs.has(i) ? empty : item)),
    after: after.map((item, i) => (common.after.has(i) ? empty : item)),
  }
  for (const [i, at] of samePairs(menu, rest))
    if (rest.before[i] !== empty && rest.after[at] !== empty) pairs.set(i, at)
  return betweenPairs(menu, pairsByIdentity(menu, pairs, sides), sides)
}

/** Where as many are left between two that stay as shall be there, each becomes the other. */
function betweenPairs(menu: string, pairs: Map<number, number>, { before, after }: Items): Pairs {
  const stays = inPlace(pairs)
  const bounds = [...pairs].filter(([i]) => stays.has(i)).sort(([a], [b]) => a - b)
  const taken = new Set(pairs.values())
  let [from, to] = [0, 0]
  for (const [i, at] of [...bounds, [before.length, after.length] as const]) {
    const olds = range(from, i).filter(n => !pairs.has(n))
    const nexts = range(to, at).filter(n => !taken.has(n))
    const fits = olds.length === nexts.length
    for (const [n, old] of olds.entries()) {
      const next = nexts[n]
      if (!fits || next === undefined) break
      if (settings(menu, before[old] ?? empty, after[next] ?? empty) !== undefined) pairs.set(old, next)
    }
    ;[from, to] = [i + 1, at + 1]
  }
  return pairs
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}

/** Values that make the one item the other; undefined where that cannot be said by setting values. */
export function settings(menu: string, old: Item, next: Item): ReadonlyMap<string, string> | undefined {
  if (lostKeys(menu, old, next).length > 0) return undefined
  const takenBack = [...old.values.keys()]
    .filter(key => !next.values.has(key))
    .map((key): [string, string] => [key, defaultOf(menu, key) ?? ''])
  return new Map([...next.values, ...takenBack].filter(([key, value]) => said(menu, key, old) !== value))
}

/** What only one of them says and no value takes back: flags, and keys of which no default is known. */
export function lostKeys(menu: string, old: Item, next: Item): readonly string[] {
  const unsaid = [...old.values.keys()].filter(key => !next.values.has(key) && defaultOf(menu, key) === undefined)
  const flags = [...old.flags, ...next.flags].filter(flag => old.flags.has(flag) !== next.flags.has(flag))
  return [...unsaid, ...flags]
}

function said(menu: string, key: string, { values }: Item): string | undefined {
  return values.get(key) ?? defaultOf(menu, key)
}
