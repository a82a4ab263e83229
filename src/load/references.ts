import { z } from 'zod'
import { isKind, type Kind } from '../model/kind.ts'
import type { Step } from '../source/source.ts'
import { heldBy, kindOfFile, type FileKindName } from './kinds.ts'
import { partsOfStep } from '../model/strands.ts'
import { namesOfRange } from '../text/ranges.ts'
import { hasSteps, keySchemaOf, metaOf, scalarOf, unwrapped } from './schema-walk.ts'

type Schema = z.core.$ZodType

/** A place at which a thing is named that is declared elsewhere. */
export interface Reference {
  /** The kinds that it may be of. */
  readonly kinds: readonly Kind[]
  /** The names that the text stands for: of a range all, of `c-utara-1/7` the cable. */
  readonly names: readonly string[]
  readonly path: readonly Step[]
  /** The key names it, not the value behind it. */
  readonly key?: true
}

/**
 * Every place in a thing of a file that refers to another thing, in the order of the model; `data` is plain or typed,
 * whole or not.
 */
export function referencesIn(kind: FileKindName, data: unknown): Reference[] {
  return [...found(kindOfFile(kind).schema, data, [])]
}

/** The kinds of things that a text of this schema may name. */
function kindsOf(schema: Schema | undefined): readonly Kind[] {
  const names = metaOf(schema)?.['names']
  return Array.isArray(names) ? names.filter((name): name is Kind => typeof name === 'string' && isKind(name)) : []
}

function* found(schema: Schema | undefined, data: unknown, path: readonly Step[]): Generator<Reference> {
  const inner = unwrapped(schema)
  const kinds = kindsOf(inner)
  if (typeof data === 'string' && kinds.length > 0) yield { kinds, names: namesIn(scalarOf(inner), data), path }
  if (typeof data === 'string' && scalarOf(inner) === 'thing') yield* thingIn(data, path)
  if (inner instanceof z.ZodUnion) {
    // What more than one form of a union would take refers to the same thing in each.
    for (const option of inner.options) {
      const among = [...found(option, data, path)]
      if (among.length > 0) return yield* among
    }
  }
  if (!hasSteps(data)) return
  if (inner instanceof z.ZodObject)
    for (const [key, child] of Object.entries(inner.shape)) yield* found(child, data[key], [...path, key])
  if (inner instanceof z.ZodArray)
    for (const [i, item] of Object.values(data).entries()) yield* found(inner.element, item, [...path, i])
  if (inner instanceof z.ZodRecord) {
    const named = kindsOf(keySchemaOf(inner))
    for (const [key, item] of Object.entries(data)) {
      if (named.length > 0) yield { kinds: named, names: [key], path: [...path, key], key: true }
      yield* found(inner.valueType, item, [...path, key])
    }
  }
}

/** `circuit:ckt-kec-bayat-1`; `circuit:*` names none. */
function thingIn(text: string, path: readonly Step[]): Reference[] {
  const [kind = '', name = ''] = text.split(':')
  return isKind(kind) && name !== '*' ? [{ kinds: [kind], names: [name], path }] : []
}

function namesIn(form: string | undefined, text: string): readonly string[] {
  if (form === 'range') return namesOfRange(text)
  return form === 'strands' || form === 'strand' || form === 'pathStep' ? [partsOfStep(text).name] : [text]
}

/** A thing that a file declares, with the place of its name. */
interface Declaration {
  readonly kind: Kind
  readonly id: string
  readonly path: readonly Step[]
}

/** The things that a thing of a file declares by name: itself, what shares its name, and its entries. */
export function declarationsIn(kind: FileKindName, data: unknown): Declaration[] {
  if (!hasSteps(data)) return []
  const { key, also = [] } = kindOfFile(kind)
  const id = data[key]
  const itself =
    typeof id === 'string' ? [kind, ...also].map((same): Declaration => ({ kind: same, id, path: [key] })) : []
  return [...itself, ...heldBy(kind).flatMap(held => entriesOf(held, data[held.list]))]
}

function entriesOf(held: ReturnType<typeof heldBy>[number], entries: unknown): Declaration[] {
  if (!hasSteps(entries)) return []
  const { kind, list, key, makes = [kind] } = held
  if (!Array.isArray(entries)) return Object.keys(entries).map(id => ({ kind, id, path: [list, id] }))
  return entries.flatMap((entry: unknown, i) => {
    const text = hasSteps(entry) && key !== undefined ? entry[key] : undefined
    if (typeof text !== 'string' || key === undefined) return []
    return makes.flatMap(made => namesOfRange(text).map(id => ({ kind: made, id, path: [list, i, key] })))
  })
}
