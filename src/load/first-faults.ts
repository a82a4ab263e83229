import { z } from 'zod'
import type { Step } from '../source/source.ts'
import { faultsOf, type Held, type ShapeFault } from './issues.ts'
import { hasSteps, schemaAt } from './schema-walk.ts'

/** A thing of fewer values is held against the model at once: whatever is wrong with it is bearable. */
const wideThing = 10_000
/** A part of fewer values is one step. */
const widePart = 1_000
/** With more faults than these nobody reads on. */
const mostFaults = 1_000

/**
 * The first faults of a thing of which there are more than anybody reads; undefined where there are fewer, or it is
 * small. The validator keeps every fault until its end, so a large thing is held against the model part by part before
 * it is as a whole. `size` is that of its data.
 */
export function firstOfTooMany(held: Held, size: number): readonly ShapeFault[] | undefined {
  if (size <= wideThing) return undefined
  const faults: ShapeFault[] = []
  for (const { schema, data, path } of partsOf({ schema: held.root, data: held.data, path: [] })) {
    const { error } = z.safeParse(schema, data)
    for (const issue of error?.issues ?? []) faults.push(...faultsOf(held, issue, path))
    if (faults.length > mostFaults) return faults
  }
  return undefined
}

interface Part {
  readonly schema: z.core.$ZodType
  readonly data: unknown
  readonly path: readonly Step[]
}

/** Entries of lists and groups, and of those that are wide themselves theirs; in the order of the file. */
function* partsOf({ schema, data, path }: Part): Generator<Part, undefined> {
  if (!hasSteps(data)) return undefined
  for (const [key, value] of Object.entries(data)) {
    const step = Array.isArray(data) ? Number(key) : key
    const inner = schemaAt(schema, [step])
    if (inner === undefined) continue
    const part = { schema: inner, data: value, path: [...path, step] }
    if (countTo(value, widePart) <= widePart) yield part
    else yield* partsOf(part)
  }
  return undefined
}

/** Values of a thing, as far as they matter: any number above that of a wide one where there are more. */
export function sizeOf(data: unknown): number {
  return countTo(data, wideThing)
}

/** The number of values, or any number above `most`. */
function countTo(data: unknown, most: number): number {
  if (!hasSteps(data)) return 1
  let count = 1
  for (const value of Array.isArray(data) ? data : Object.values(data)) {
    if (count > most) return count
    count += hasSteps(value) ? countTo(value, most - count) : 1
  }
  return count
}
