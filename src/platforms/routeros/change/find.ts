import type { Condition } from '../script/commands.ts'
import type { Item } from '../script/configuration.ts'
import { quote } from '../text.ts'
import { identitiesOf, isSearchable } from './tables.ts'

/**
 * Conditions that hold of one item among those of its menu: what it is known by, and of its other values as few as tell
 * it from the others; undefined where none do.
 */
export function findOnly(menu: string, item: Item, among: readonly Item[]): readonly Condition[] | undefined {
  const identity = identitiesOf(menu).find(keys => keys.every(key => item.values.has(key))) ?? []
  const conditions: Condition[] = []
  let left = among.filter(other => other !== item)
  for (const key of new Set([...identity, 'name', 'comment', ...item.values.keys()])) {
    const value = item.values.get(key)
    if (value === undefined || !isSearchable(key, value)) continue
    const narrowed = left.filter(other => other.values.get(key) === value)
    if (!identity.includes(key) && narrowed.length === left.length) continue
    conditions.push(conditionOf(key, value))
    left = narrowed
  }
  return left.length === 0 && conditions.length > 0 ? conditions : undefined
}

/** An address of one host is held with its length in some menus and without it in others. */
function conditionOf(key: string, value: string): Condition {
  const host = /^(\d+(?:\.\d+){3})\/32$/.exec(value)?.[1]
  if (host === undefined) return { key, operator: '=', value }
  return { key, operator: '~', value: `^${host.replaceAll('.', '\\.')}(/32)?$` }
}

export function findText(conditions: readonly Condition[]): string {
  return ['find', ...conditions.map(({ key, operator, value }) => `${key}${operator}${valueText(value)}`)].join(' ')
}

const bare = /^!?[A-Za-z0-9_.:/,+@%-]+$/

/**
 * A value as it is typed: as a bare word where it is one, else in quotes; lines of a text are parted as RouterOS does.
 */
export function valueText(value: string): string {
  if (bare.test(value)) return value
  return `"${value
    .split('\r\n')
    .map(text => quote(text).text.slice(1, -1))
    .join('\\r\\n')}"`
}
