import { z } from 'zod'
import type { Step } from '../source/source.ts'
import { own } from '../text/own.ts'
import { hasSteps, isOptional, schemaAt, valueAt } from './schema-walk.ts'

const hole = Symbol('left out')

/**
 * Takes away the nearest part around a fault that can be missed: an optional value, an entry of a map, an entry of one
 * of the file's own lists (where a hole keeps the others in their places). False where nothing around it can be missed.
 */
export function leaveOut(root: z.ZodType, data: unknown, path: readonly Step[]): boolean {
  for (let depth = path.length; depth > 0; depth--) {
    const owner = path.slice(0, depth - 1)
    const step = path[depth - 1]
    const container = valueAt(data, owner)
    if (step === undefined || !hasSteps(container)) continue
    if (own(container, String(step)) === hole) return true
    if (!canMiss(root, owner, step, container)) continue
    if (Array.isArray(container)) container[Number(step)] = hole
    else delete container[step]
    return true
  }
  return false
}

function canMiss(root: z.ZodType, owner: readonly Step[], step: Step, container: object): boolean {
  if (Array.isArray(container)) return owner.length === 1
  const schema = schemaAt(root, owner)
  const known = schema instanceof z.ZodObject ? own(schema.shape, String(step)) : undefined
  return known === undefined || isOptional(known)
}

/** For lists that lost entries: where each entry that is left stood in the file. */
export function indicesOf(data: unknown): ReadonlyMap<string, readonly number[]> {
  const lists = Object.entries(hasSteps(data) ? data : {}).filter(
    (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].includes(hole),
  )
  return new Map(lists.map(([key, list]) => [key, list.flatMap((item, i) => (item === hole ? [] : [i]))]))
}

export function closeGaps(data: unknown): unknown {
  if (!hasSteps(data)) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter(item => item !== hole) : value,
    ]),
  )
}
