import type { Cell } from '../table.ts'
import { limits } from './limits.ts'

const deepest = 4

/**
 * Values of nested data as cells: `status: {value, label}` is its value, a thing that is referred to its name, anything
 * else a column a key with dots between. Nothing, and empty text, is no cell.
 */
export function cellsOf(
  data: Readonly<Record<string, unknown>>,
  prefix: string,
  cells: Map<string, Cell>,
  depth = 0,
): void {
  for (const [key, value] of Object.entries(data)) {
    if (cells.size >= limits.columns) return
    const column = prefix + key
    // An agency's short name is no name: people read it.
    const plain = plainOf(key === 'tenant' ? (nameIn(value) ?? value) : value)
    if (plain !== undefined) cells.set(column, plain)
    else if (Array.isArray(value)) {
      const parts = value.flatMap(each => plainOf(each) ?? [])
      if (parts.length > 0) cells.set(column, parts.join('; ').slice(0, limits.cell))
    } else if (typeof value === 'object' && value !== null && depth < deepest)
      cellsOf({ ...value }, `${column}.`, cells, depth + 1)
  }
}

function nameIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
}

const namings = ['value', 'model', 'slug', 'name', 'address', 'prefix', 'cid', 'id'] as const

function plainOf(value: unknown): Cell | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim().slice(0, limits.cell)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const named = namings.find(key => Object.hasOwn(value, key))
  return named === undefined ? undefined : plainOf(Object.entries(value).find(([key]) => key === named)?.[1])
}
