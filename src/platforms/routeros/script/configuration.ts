import { findOf, type Command, type Condition, type Target } from './commands.ts'

/** What a router holds: the items of each menu in their order. A menu of settings holds one item. */
export interface Configuration {
  readonly menus: ReadonlyMap<string, readonly Item[]>
}

export interface Item {
  readonly values: ReadonlyMap<string, string>
  readonly flags: ReadonlySet<string>
  /** A script acts on it that never made it: it must have been there before. */
  readonly presumed?: true
}

export interface Applied {
  readonly configuration: Configuration
  /** Why the router would stop here. */
  readonly faults: readonly string[]
}

export const nothing: Configuration = { menus: new Map() }

export function itemsOf({ menus }: Configuration, menu: string): readonly Item[] {
  return menus.get(menu) ?? []
}

/** What the router holds after one more command. It stops where a command has a fault, and then nothing has changed. */
export function apply(before: Configuration, command: Command): Applied {
  if (command.faults.length > 0) return { configuration: before, faults: command.faults }
  const change = changes[command.verb]
  if (change === undefined) return { configuration: before, faults: [] }
  const result = change(itemsOf(before, command.menu), command)
  if (typeof result === 'string') return { configuration: before, faults: [result] }
  return { configuration: { menus: new Map(before.menus).set(command.menu, result) }, faults: [] }
}

/** What the router holds after all of them; it stops at the first fault. */
export function applyAll(before: Configuration, commands: readonly Command[]): Applied {
  let configuration = before
  for (const command of commands) {
    const next = apply(configuration, command)
    if (next.faults.length > 0) return next
    configuration = next.configuration
  }
  return { configuration, faults: [] }
}

/** Items of a menu that a target means, in their order. */
export function itemsMeant(configuration: Configuration, menu: string, target: Target): readonly Item[] {
  const items = itemsOf(configuration, menu)
  const chosen = matching(items, target)
  return items.filter((_, i) => chosen.has(i))
}

type Change = (items: readonly Item[], command: Command) => readonly Item[] | string

const changes: Readonly<Record<string, Change>> = {
  add: (items, { values, flags }) => {
    const where = values.get('place-before')
    const own = new Map([...values].filter(([key]) => key !== 'place-before'))
    const at = where === undefined ? items.length : placeOf(items, where)
    return at < 0 ? 'nothing stands where it should be placed before' : items.toSpliced(at, 0, { values: own, flags })
  },
  set: (items, command) => {
    const { target, values, flags } = command
    if (target === undefined) return [merged(items[0] ?? { values: new Map(), flags: new Set() }, values, flags)]
    const chosen = matching(items, target)
    const set = items.map((item, i) => (chosen.has(i) ? merged(item, values, flags) : item))
    return [...set, ...presumedOf(target, items).map(item => merged(item, values, flags))]
  },
  remove: (items, { target }) => without(items, target),
  move: (items, { target, values, flags }) => {
    const where = values.get('destination') ?? [...flags][0] ?? ''
    if (target === undefined) return 'nothing is named to move'
    const chosen = matching(items, target)
    const before = placeOf(items, where)
    if (before < 0) return 'nothing stands where it should be moved to'
    const kept = (from: number, to: number): Item[] => items.slice(from, to).filter((_, i) => !chosen.has(from + i))
    return [...kept(0, before), ...items.filter((_, i) => chosen.has(i)), ...kept(before, items.length)]
  },
  disable: (items, { target }) => switched(items, target, 'yes'),
  enable: (items, { target }) => switched(items, target, 'no'),
  unset: (items, { target, flags }) => {
    const chosen = target === undefined ? new Set(items.keys()) : matching(items, target)
    return items.map((item, i) =>
      chosen.has(i) ? merged(item, new Map(), new Set([...flags].map(key => `!${key}`))) : item,
    )
  },
}

function without(items: readonly Item[], target: Target | undefined): readonly Item[] | string {
  if (target === undefined) return 'nothing is named to remove'
  const chosen = matching(items, target)
  return items.filter((_, i) => !chosen.has(i))
}

function switched(
  items: readonly Item[],
  target: Target | undefined,
  disabled: 'yes' | 'no',
): readonly Item[] | string {
  if (target === undefined) return 'nothing is named'
  const chosen = matching(items, target)
  const named = 'names' in target ? target.names.filter(name => !items.some(item => isNamed(item, name))) : []
  return [
    ...items.map((item, i) => (chosen.has(i) ? merged(item, new Map([['disabled', disabled]]), new Set()) : item)),
    ...named.map(
      (name): Item => ({
        values: new Map([
          ['name', name],
          ['disabled', disabled],
        ]),
        flags: new Set(),
        presumed: true,
      }),
    ),
  ]
}

function merged(item: Item, values: ReadonlyMap<string, string>, flags: ReadonlySet<string>): Item {
  const kept = new Map([...item.values, ...values])
  const own = new Set(item.flags)
  for (const flag of flags) {
    if (!flag.startsWith('!')) own.add(flag)
    own.delete(flag.slice(1))
    if (flag.startsWith('!')) kept.delete(flag.slice(1))
  }
  return { ...item, values: kept, flags: own }
}

/** Indices of the items that a target means. */
function matching(items: readonly Item[], target: Target): ReadonlySet<number> {
  const chosen = items.flatMap((item, i) => {
    if ('find' in target) return target.find.every(condition => holds(item, condition)) ? [i] : []
    return target.names.some(name => isNamed(item, name) || name === String(i)) ? [i] : []
  })
  return new Set(chosen)
}

function isNamed({ values }: Item, name: string): boolean {
  return values.get('name') === name
}

function holds({ values, flags }: Item, { key, operator, value }: Condition): boolean {
  const own = values.get(key) ?? (flags.has(key) ? 'yes' : key === 'disabled' ? 'no' : '')
  if (operator === '=') return own === value
  return operator === '!=' ? own !== value : new RegExp(value).test(own)
}

/**
 * The items that a `set` speaks of where none were made: known by their names, or by what it asks for, if it asks for
 * equal values alone.
 */
function presumedOf(target: Target, items: readonly Item[]): Item[] {
  const flags = new Set<string>()
  if ('names' in target)
    return target.names
      .filter(name => !/^\d+$/.test(name) && !items.some(item => isNamed(item, name)))
      .map(name => ({ values: new Map([['name', name]]), flags, presumed: true }))
  if (target.find.length === 0 || target.find.some(({ operator }) => operator !== '=')) return []
  if (matching(items, target).size > 0) return []
  return [{ values: new Map(target.find.map(({ key, value }) => [key, value])), flags, presumed: true }]
}

function placeOf(items: readonly Item[], where: string): number {
  const find = where.startsWith('[') ? findOf(where.slice(1)) : undefined
  if (find === undefined) return /^\d+$/.test(where) && Number(where) < items.length ? Number(where) : -1
  return items.findIndex(item => find.every(condition => holds(item, condition)))
}
