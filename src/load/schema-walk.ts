import { z } from 'zod'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Step } from '../source/source.ts'
import { own } from '../text/own.ts'

type Schema = z.core.$ZodType

/** The value inside plain data; undefined where no such step leads anywhere. */
export function valueAt(data: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((value, step) => (hasSteps(value) ? own(value, String(step)) : undefined), data)
}

/** Maps and lists: both have their entries under the text of a step. */
export function hasSteps(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}

/**
 * The schema of a value inside another, through optional and default wrappers; of a union, the first member that has
 * the step.
 */
export function schemaAt(schema: Schema | undefined, path: readonly Step[]): Schema | undefined {
  const inner = unwrapped(schema)
  const [step, ...rest] = path
  if (step === undefined || inner === undefined) return inner
  if (inner instanceof z.ZodUnion)
    return inner.options.map(option => schemaAt(option, path)).find(found => found !== undefined)
  return schemaAt(childOf(inner, step), rest)
}

function childOf(schema: Schema, step: Step): Schema | undefined {
  if (schema instanceof z.ZodObject) return own(schema.shape, String(step))
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodRecord) return schema.valueType
  if (schema instanceof z.ZodTuple) return schema.def.items[Number(step)]
  return undefined
}

/** Without what says that it may be absent. */
export function unwrapped(schema: Schema | undefined): Schema | undefined {
  return isOptional(schema) || schema instanceof z.ZodNullable ? unwrapped(schema.def.innerType) : schema
}

export function isOptional(schema: unknown): schema is z.ZodOptional | z.ZodDefault | z.ZodPrefault {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
}

/** What the model says about a scalar: the name of its form, and the kinds of things that it names. */
export function scalarOf(schema: Schema | undefined): string | undefined {
  const scalar = metaOf(schema)?.['scalar']
  return typeof scalar === 'string' ? scalar : undefined
}

export function metaOf(schema: Schema | undefined): Readonly<Record<string, unknown>> | undefined {
  return schema === undefined ? undefined : z.globalRegistry.get(schema)
}

/** What a key of a group means and an example of it; of a union, of the first member that has it. */
export function meaningOf(schema: Schema | undefined, key: string): KeyMeaning | undefined {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodUnion)
    return inner.options.map(option => meaningOf(option, key)).find(found => found !== undefined)
  const keys = metaOf(inner)?.['keys']
  const found: unknown = hasSteps(keys) ? own(keys, key) : undefined
  if (!Array.isArray(found)) return undefined
  const [id, en, example] = found.map(String)
  return { id: id ?? '', en: en ?? '', example: example ?? '' }
}

interface KeyMeaning extends Bilingual {
  readonly example: string
}

/** Where a secret is named. */
export function isSecret(schema: Schema | undefined): boolean {
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, 'secret') && Object.hasOwn(schema.shape, 'bytes')
}

/** The schema of the names of a map. */
export function keySchemaOf(schema: Schema | undefined): Schema | undefined {
  return schema instanceof z.ZodRecord ? schema.keyType : undefined
}

export function keysOf(schema: Schema | undefined): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(option => keysOf(unwrapped(option)))
  return []
}

/** The key that tells the forms of a union apart, and its choices; undefined for what is no such union. */
export function discriminated(
  schema: Schema | undefined,
): { readonly key: string; readonly choices: readonly string[] } | undefined {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return undefined
  const key = schema.def.discriminator
  const choices = schema.options.flatMap(option => {
    const literal = childOf(option, key)
    return literal instanceof z.ZodLiteral ? [...literal.values].map(String) : []
  })
  return { key, choices }
}
