import type { Item } from '../script/configuration.ts'
import { exclusivesOf, identitiesOf, isHeld } from './tables.ts'
import { lostKeys, settings, type MenuSlots, type Sides, type Slot } from './slots.ts'
import type { Live } from './live.ts'

/** One command to come. */
export type Operation =
  | { readonly verb: 'set'; readonly slot: Slot; readonly values: ReadonlyMap<string, string> }
  /** In front of a slot that stands already; at the end of its menu without one. */
  | { readonly verb: 'add' | 'move'; readonly slot: Slot; readonly before: Slot | undefined }
  | { readonly verb: 'remove'; readonly slot: Slot }

/** Why a change cannot be made command by command: the item that would be made anew while others hold on to it. */
interface Held {
  readonly menu: string
  readonly name: string
}

/** Or what a menu of settings no longer says: RouterOS unsets values of items alone, and no default of it is known. */
interface Lost {
  readonly menu: string
  readonly lostKeys: readonly string[]
}

/**
 * What is new is made, in the order of the new file, before anything of the old goes, in the reverse order of the old
 * file: whatever is named is there, and a way stands before another is taken. Only what a new thing would collide with
 * goes first, with all that names it.
 */
export function operationsOf(menus: readonly MenuSlots[], lives: Sides<Live>): Ordered | Held | Lost {
  for (const { menu, old, next } of menus.flatMap(({ after }) => after)) {
    const lost = old && next ? lostKeys(menu, old, next) : []
    if (lost.length > 0) return { menu, lostKeys: lost }
  }
  const { menus: slots, removed, made, early } = parted(menus.map(withoutMovesToTheEnd), lives)
  const added = made.filter(({ operation: { verb } }) => verb === 'add').map(({ operation }) => operation.slot)
  const held = added.find(slot => isHeld(slot.menu) && removed.some(gone => isAgain(slot, gone)))
  if (held !== undefined) return { menu: held.menu, name: held.next?.values.get('name') ?? '' }
  const latestFirst = removed.toSorted((a, b) => timeOf(b.old, lives.before) - timeOf(a.old, lives.before))
  const removals = (gone: readonly Slot[]): Operation[] => gone.map(slot => ({ verb: 'remove', slot }))
  const operations = [
    ...removals(latestFirst.filter(slot => early.has(slot))),
    ...made.toSorted((a, b) => a.at - b.at).map(({ operation }) => operation),
    ...removals(latestFirst.filter(slot => !early.has(slot))),
  ]
  return { menus: slots, operations }
}

export interface Ordered {
  /** Slots as the operations know them. */
  readonly menus: readonly MenuSlots[]
  readonly operations: readonly Operation[]
}

interface Parted {
  readonly menus: readonly MenuSlots[]
  readonly removed: readonly Slot[]
  readonly made: readonly Made[]
  readonly early: ReadonlySet<Slot>
}

/** What names a thing that goes first cannot be set afterwards: it goes with it, and is made anew. */
function parted(menus: readonly MenuSlots[], lives: Sides<Live>): Parted {
  const removed = menus.flatMap(({ before, after }) => {
    const stays = new Set(after)
    return before.filter(slot => !stays.has(slot))
  })
  const made = menus.flatMap(own => making(own, lives))
  const early = earlyOnes(
    removed,
    made.map(({ operation }) => operation),
  )
  const names = new Set([...early].flatMap(({ old }) => old?.values.get('name') ?? []))
  const left = new Set(
    made.flatMap(({ operation: { verb, slot } }) =>
      verb !== 'add' && namesOf(slot).some(name => names.has(name)) ? [slot] : [],
    ),
  )
  return left.size === 0
    ? { menus, removed, made, early }
    : parted(
        menus.map(own => halved(own, left)),
        lives,
      )
}

interface Made {
  readonly operation: Operation
  readonly at: number
}

function timeOf(item: Item | undefined, { madeAt }: Live): number {
  return (item && madeAt.get(item)) ?? 0
}

/** Sets, additions and moves of one menu. Rules of one menu come in their own order, at the time of the first. */
function making({ after }: MenuSlots, { after: live }: Sides<Live>): Made[] {
  let at = 0
  return after.flatMap((slot, i): Made[] => {
    at = Math.max(at, timeOf(slot.next, live))
    if (slot.old === undefined) return [{ operation: { verb: 'add', slot, before: anchor(after, i) }, at }]
    const values = settings(slot.menu, slot.old, slot.next ?? slot.old) ?? new Map<string, string>()
    return [
      ...(slot.moves ? [{ operation: { verb: 'move', slot, before: anchor(after, i) } as const, at }] : []),
      ...(values.size > 0 ? [{ operation: { verb: 'set', slot, values } as const, at }] : []),
    ]
  })
}

/** The next of its chain that stands there already and stays. */
function anchor(after: readonly Slot[], i: number): Slot | undefined {
  const chain = after[i]?.next?.values.get('chain')
  if (chain === undefined) return undefined
  return after.slice(i + 1).find(slot => isStanding(slot) && slot.next?.values.get('chain') === chain)
}

function isStanding({ old, moves }: Slot): boolean {
  return old !== undefined && moves !== true
}

/** Nothing can be moved behind the last: it is made anew there. */
function withoutMovesToTheEnd(own: MenuSlots): MenuSlots {
  const ending = own.after.filter((slot, i) => slot.moves === true && anchor(own.after, i) === undefined)
  return halved(own, new Set(ending))
}

/** These slots as what goes and what comes. */
function halved({ menu, before, after }: MenuSlots, slots: ReadonlySet<Slot>): MenuSlots {
  const half =
    (side: 'old' | 'next') =>
    (slot: Slot): Slot => {
      const item = slot[side]
      return slots.has(slot) && item !== undefined ? { menu, [side]: item } : slot
    }
  return { menu, before: before.map(half('old')), after: after.map(half('next')) }
}

/** Whether RouterOS would refuse the new one while the old one is there. */
function collide({ menu, next }: Slot, { menu: other, old }: Slot): boolean {
  if (menu !== other || next === undefined || old === undefined) return false
  return exclusivesOf(menu).some(keys =>
    keys.every(key => next.values.get(key) !== undefined && next.values.get(key) === old.values.get(key)),
  )
}

/** Whether the new one goes by the name of the old one, so that what holds on to it stays. */
function isAgain({ menu, next }: Slot, { menu: other, old }: Slot): boolean {
  const keys = identitiesOf(menu).find(own => own.every(key => next?.values.has(key)))
  return menu === other && keys?.every(key => next?.values.get(key) === old?.values.get(key)) === true
}

function earlyOnes(removed: readonly Slot[], made: readonly Operation[]): ReadonlySet<Slot> {
  const early = new Set(removed.filter(gone => made.some(({ slot }) => slot !== gone && collide(slot, gone))))
  for (let size = -1; size !== early.size; ) {
    size = early.size
    const names = new Set([...early].flatMap(({ old }) => old?.values.get('name') ?? []))
    for (const slot of removed) if (namesOf(slot).some(name => names.has(name))) early.add(slot)
  }
  return early
}

/** Everything that an item names. */
function namesOf({ old }: Slot): string[] {
  return [...(old?.values ?? [])]
    .filter(([key]) => key !== 'name' && key !== 'comment')
    .flatMap(([, value]) => value.split(','))
}
