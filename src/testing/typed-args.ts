import { parse } from 'yaml'
import { z } from 'zod'
import { fileKinds, type FileKindName } from '../load/kinds.ts'
import { scalarWords } from '../load/words.ts'
import type { Meaning } from '../model/meanings/meaning.ts'
import { camelCase } from '../source/source.ts'

interface Schema {
  readonly type?: string
  readonly scalar?: string
  readonly names?: readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  /** What each key of an object means. */
  readonly keys?: Readonly<Record<string, Meaning>>
}

const kinds: Readonly<Record<string, FileKindName>> = {
  SiteArgs: 'site',
  FibreRouteArgs: 'route',
  LeasedCircuitArgs: 'circuit',
}

/**
 * The text of `api/args.ts`: what a file of each kind may say, as types that need nobody's library, each field with its
 * words.
 */
export function typedArgs(): string {
  const blocks = Object.entries(kinds).map(([name, kind]) => {
    const schema = z.toJSONSchema(fileKinds[kind].schema, { io: 'input', target: 'draft-7' }) as Schema
    return `/** What the file of a ${kind} says, in the spelling of code. */\nexport interface ${name} ${objectOf(schema, [fileKinds[kind].key])}\n`
  })
  return `// Made from the schemas in \`model/\`: SERAT_UPDATE=1 npx vitest run --project fast src/api/args.test.ts

/** A site that a program has declared; it may stand wherever a site's or its router's id may. */
export interface DeclaredSite {
  readonly kind: 'site'
  readonly id: string
}

${blocks.join('\n')}`
}

function typeOf(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return choices.map(typeOf).join(' | ')
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ')
  switch (schema.type) {
    case 'object':
      return schema.properties === undefined
        ? `Readonly<Record<string, ${typeOf(asSchema(schema.additionalProperties))}>>`
        : objectOf(schema, [])
    case 'array':
      return `readonly (${typeOf(schema.items ?? {})})[]`
    case 'string':
      return schema.names?.some(name => name === 'site' || name === 'router') === true
        ? 'string | DeclaredSite'
        : 'string'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    default:
      throw new Error(`no type for ${JSON.stringify(schema)}`)
  }
}

function objectOf({ properties = {}, required = [], keys = {} }: Schema, without: readonly string[]): string {
  const fields = Object.entries(properties).filter(([key]) => !without.includes(key))
  return `{\n${fields
    .map(
      ([key, field]) =>
        `${docOf(key, field, keys[key])}readonly ${key}${required.includes(key) ? '' : '?'}: ${typeOf(field)}\n`,
    )
    .join('')}}`
}

/** What a key means, how it is written, and a value that it may have. */
function docOf(key: string, field: Schema, meaning: Meaning | undefined): string {
  const { description, scalar, default: given, names } = field.type === 'array' ? { ...field.items, ...field } : field
  const words = description ?? (scalar === undefined ? undefined : scalarWords[scalar]?.en)
  const said = [
    ...(names === undefined ? [] : [`names ${/^[aeiou]/.test(names[0] ?? '') ? 'an' : 'a'} ${names.join(' or ')}`]),
    ...(words === undefined ? [] : [words]),
    ...(given === undefined || typeof given === 'object' ? [] : [`default ${String(given)}`]),
  ]
  const form = said.length === 0 ? [] : [`${upper(said.join('; '))}.`]
  if (meaning === undefined) return form.length === 0 ? '' : `/** ${form.join('')} */\n`
  const [, en, example] = meaning
  return `/** ${[`${upper(en)}.`, ...form].join(' ')} Example: \`${key}: ${inCode(parse(example))}\` */\n`
}

/** A value of a file in the spelling of code. */
function inCode(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inCode).join(', ')}]`
  if (value === null || typeof value !== 'object') return literal(value)
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${nameInCode(camelCase(key))}: ${inCode(each)}`)
    .join(', ')} }`
}

function nameInCode(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key)
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value)
}

function asSchema(value: Schema | boolean | undefined): Schema {
  if (typeof value === 'object') return value
  throw new Error('a record without a type for its values')
}
