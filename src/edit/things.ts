import { kindOf, type FileKindName } from '../load/kinds.ts'
import { declarationsIn, referencesIn } from '../load/references.ts'
import { hasSteps, valueAt } from '../load/schema-walk.ts'
import type { Kind } from '../model/kind.ts'
import { remembered } from '../source/remembered.ts'
import type { Place, Source, Step } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'

/** A thing of a file, as plain data. */
interface Thing {
  readonly kind: FileKindName
  readonly source: Source
  /** Steps from the root of the file: none, or its number in a list. */
  readonly at: readonly Step[]
  readonly data: unknown
  /** How many things its file holds. */
  readonly among: number
}

export function thingsIn(sources: readonly Source[]): Thing[] {
  return sources.flatMap(thingsOf)
}

const thingsOf = remembered((source: Source): readonly Thing[] => {
  const { data } = parseYaml(source)
  const all: unknown[] = Array.isArray(data) ? data : [data]
  return all.flatMap((one, i) => {
    const kind = kindOf(source.path, one)
    const at = Array.isArray(data) ? [i] : []
    return kind === undefined || !hasSteps(one) ? [] : { kind, source, at, data: one, among: all.length }
  })
})

/** Where a thing is declared by name. */
export interface Declaration {
  readonly thing: Thing
  readonly kind: Kind
  readonly id: string
  /** Of the name: a value, or the key of an entry. */
  readonly place: Place
  /** Steps in the file to what is declared. */
  readonly entry: readonly Step[]
  /** The text that declares it: a range, or the id. */
  readonly text: string
}

export function declarationsOf(things: readonly Thing[]): Declaration[] {
  return things.flatMap(declaredIn)
}

const declaredIn = remembered((thing: Thing): readonly Declaration[] =>
  declarationsIn(thing.kind, thing.data).map(({ kind, id, path }): Declaration => {
    const value = valueAt(thing.data, path)
    const isKey = typeof value !== 'string'
    const full = [...thing.at, ...path]
    return {
      thing,
      kind,
      id,
      place: { source: thing.source, path: full, ...(isKey ? { key: true as const } : {}) },
      entry: isKey ? full : full.slice(0, -1),
      text: isKey ? id : value,
    }
  }),
)

/** A place that names a thing. */
export interface Naming {
  readonly thing: Thing
  readonly kinds: readonly Kind[]
  readonly place: Place
  /** As it is written there. */
  readonly text: string
}

/** Every place that names a thing of one of these kinds by this id. */
export function namingsOf(things: readonly Thing[], kinds: readonly Kind[], id: string): Naming[] {
  return things.flatMap(thing => {
    if (!mayName(thing.source, id)) return []
    return referencesIn(thing.kind, thing.data)
      .filter(reference => reference.names.includes(id) && reference.kinds.some(kind => kinds.includes(kind)))
      .map(({ kinds: among, path, key }): Naming => {
        const value = valueAt(thing.data, path)
        return {
          thing,
          kinds: among,
          place: { source: thing.source, path: [...thing.at, ...path], ...(key === undefined ? {} : { key }) },
          text: key === true ? id : String(value),
        }
      })
  })
}

/**
 * Most files do not have the letters of a name. One with a range may name it all the same if the name is numbered, and
 * one whose quotes hold signs by their numbers.
 */
function mayName({ text }: Source, id: string): boolean {
  if (text.includes(id) || text.includes('\\')) return true
  const stem = id.replace(/\d+$/, '')
  return stem !== id && text.includes('..') && text.includes(stem)
}
