import type { Kind } from '../model/kind.ts'
import { unnamed } from '../model/missing.ts'
import type { Step } from '../source/source.ts'
import { heldBy, kindOfFile, kindsAt, type FileKindName, type Held } from './kinds.ts'
import { namesOfRange } from '../text/ranges.ts'
import { hasSteps, valueAt } from './schema-walk.ts'

/** `Missing` while it is being collected. */
export type MissingSoFar = Map<Kind, Set<string | typeof unnamed>>

type Name = string | typeof unnamed

export function addMissing(missing: MissingSoFar, kind: Kind, name: Name): void {
  const names = missing.get(kind)
  if (names === undefined) missing.set(kind, new Set([name]))
  else names.add(name)
}

/**
 * What a file that could not be read may have declared: by its name where a file is a thing, else any thing of its
 * kinds.
 */
export function missFile(missing: MissingSoFar, path: string): void {
  for (const kind of kindsAt(path)) {
    const { namedByFile, also = [] } = kindOfFile(kind)
    for (const same of [kind, ...also]) addMissing(missing, same, namedByFile === true ? fileNameOf(path) : unnamed)
    for (const held of heldBy(kind)) missEntry(missing, held, unnamed)
  }
}

/** A thing that could not be kept at all, and everything that it holds. */
export function missThing(missing: MissingSoFar, kind: FileKindName, data: unknown): void {
  const { key, also = [] } = kindOfFile(kind)
  const name = nameAt(data, key)
  for (const same of [kind, ...also]) addMissing(missing, same, name)
  for (const held of heldBy(kind)) {
    const entries = valueAt(data, [held.list])
    for (const step of hasSteps(entries) ? Object.keys(entries) : [])
      for (const entry of namesOfEntry(held, step, valueAt(entries, [step]))) missEntry(missing, held, entry)
    if (entries !== undefined && !hasSteps(entries)) missEntry(missing, held, unnamed)
  }
}

/**
 * A thing that lost the parts at these paths: the thing is not whole, and the entries that the parts lie in are missing
 * or not whole.
 */
export function missParts(
  missing: MissingSoFar,
  kind: FileKindName,
  data: unknown,
  harmed: readonly (readonly Step[])[],
): void {
  const { key } = kindOfFile(kind)
  if (harmed.length > 0)
    addMissing(
      missing,
      kind,
      harmed.some(([first, second]) => first === key && second === undefined) ? unnamed : nameAt(data, key),
    )
  for (const [list, step, field, ...deeper] of harmed) {
    for (const held of heldBy(kind).filter(one => one.list === list)) {
      const nameless = step === undefined || (field === held.key && field !== undefined && deeper.length === 0)
      const entry = nameless ? undefined : valueAt(data, [held.list, step])
      for (const name of namesOfEntry(held, step, entry)) missEntry(missing, held, name)
    }
  }
}

function missEntry(missing: MissingSoFar, { kind, makes = [] }: Held, name: Name): void {
  for (const same of [kind, ...makes]) addMissing(missing, same, name)
}

/** Entries of a map are named by its keys, those of a list by a key of theirs. */
function namesOfEntry({ key }: Held, step: Step | undefined, entry: unknown): Name[] {
  if (key === undefined) return [typeof step === 'string' && /^[a-z][a-z0-9-]*$/.test(step) ? step : unnamed]
  const name = nameAt(entry, key)
  return name === unnamed ? [unnamed] : namesOfRange(name)
}

function nameAt(data: unknown, key: string): Name {
  const name = valueAt(data, [key])
  return typeof name === 'string' ? name : unnamed
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
}
