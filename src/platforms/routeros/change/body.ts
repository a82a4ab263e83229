import { itemsOf, type Item } from '../script/configuration.ts'
import { findOnly, findText, valueText } from './find.ts'
import type { Live } from './live.ts'
import type { Operation } from './operations.ts'
import type { MenuSlots, Sides, Slot } from './slots.ts'

/** Commands in their order, and by menu what must be found exactly once before the first of them. */
export interface Body {
  readonly commands: readonly string[]
  readonly expected: ReadonlyMap<string, ReadonlySet<string>>
}

/** An item that nothing tells from the others of its menu. */
interface Alike {
  readonly menu: string
  readonly item: Item
}

interface Standing {
  readonly slot: Slot
  readonly item: Item
}

/** Writes operations down one after the other, each with what stands in its menu at that moment. */
export function bodyOf(
  operations: readonly Operation[],
  menus: readonly MenuSlots[],
  { before: live, after: next }: Sides<Live>,
): Body | Alike {
  const standing = new Map(
    menus.map(({ menu, before }): [string, readonly Standing[]] => [menu, before.flatMap(standingOf)]),
  )
  const expected = new Map<string, Set<string>>()
  const commands: string[] = []
  for (const operation of operations) {
    const { menu } = operation.slot
    const now = standing.get(menu) ?? []
    const isSettings = live.settings.has(menu) || next.settings.has(menu)
    for (const { old } of isSettings ? [] : selectedBy(operation)) {
      if (old === undefined) continue
      const conditions = findOnly(menu, old, itemsOf(live.configuration, menu))
      if (conditions === undefined) return { menu, item: old }
      const finds = expected.get(menu) ?? new Set()
      expected.set(menu, finds.add(findText(conditions)))
    }
    const text = isSettings ? settingText(operation) : commandText(operation, now)
    if (text === undefined) return { menu, item: operation.slot.old ?? operation.slot.next ?? nothingSaid }
    commands.push(`${menu} ${text}`)
    standing.set(menu, afterwards(operation, now))
  }
  return { commands, expected }
}

const nothingSaid: Item = { values: new Map(), flags: new Set() }

function standingOf(slot: Slot): Standing[] {
  return slot.old === undefined ? [] : [{ slot, item: slot.old }]
}

/** Slots that a command looks for. */
function selectedBy(operation: Operation): Slot[] {
  const own = operation.verb === 'add' ? [] : [operation.slot]
  return 'before' in operation && operation.before !== undefined ? [...own, operation.before] : own
}

function settingText(operation: Operation): string | undefined {
  return operation.verb === 'set' ? `set${argumentsText(operation.values)}` : undefined
}

function commandText(operation: Operation, now: readonly Standing[]): string | undefined {
  const place = 'before' in operation && operation.before !== undefined ? findIn(operation.before, now) : ''
  if (place === undefined) return undefined
  if (operation.verb === 'add') {
    const { values, flags } = operation.slot.next ?? nothingSaid
    const words = [...flags].map(flag => ` ${flag}`).join('')
    return `add${place === '' ? '' : ` place-before=${place}`}${argumentsText(values)}${words}`
  }
  const own = findIn(operation.slot, now)
  if (own === undefined) return undefined
  if (operation.verb === 'set') return `set ${own}${argumentsText(operation.values)}`
  return operation.verb === 'move' ? `move ${own} destination=${place}` : `remove ${own}`
}

function findIn(slot: Slot, now: readonly Standing[]): string | undefined {
  const own = now.find(standing => standing.slot === slot)
  const conditions =
    own &&
    findOnly(
      slot.menu,
      own.item,
      now.map(({ item }) => item),
    )
  return conditions && `[${findText(conditions)}]`
}

function argumentsText(values: ReadonlyMap<string, string>): string {
  return [...values].map(([key, value]) => ` ${key}=${valueText(value)}`).join('')
}

function afterwards(operation: Operation, now: readonly Standing[]): readonly Standing[] {
  const { slot, verb } = operation
  const rest = now.filter(standing => standing.slot !== slot)
  if (verb === 'remove') return rest
  if (verb === 'set')
    return now.map(standing => (standing.slot === slot ? { slot, item: slot.next ?? standing.item } : standing))
  const item = (verb === 'add' ? slot.next : slot.old) ?? nothingSaid
  const at =
    operation.before === undefined ? rest.length : rest.findIndex(standing => standing.slot === operation.before)
  return rest.toSpliced(at, 0, { slot, item })
}
