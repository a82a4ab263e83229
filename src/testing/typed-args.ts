import { z } from 'zod'
import { fileKinds, type FileKindName } from '../load/kinds.ts'
import { scalarWords } from '../load/words.ts'

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
}

const kinds: Readonly<Record<string, FileKindName>> = {
  SiteArgs: 'site',
  FibreRouteArgs: 'route',
  LeasedCircuitArgs: 'circuit',
}

/** The text of `api/args.ts`: what a file of each kind may say, as types that need nobody's library, each field with its words. */
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

function objectOf({ properties = {}, required = [] }: Schema, without: readonly string[]): string {
  const fields = Object.entries(properties).filter(([key]) => !without.includes(key))
  return `{\n${fields
    .map(([key, field]) => `${docOf(field)}readonly ${key}${required.includes(key) ? '' : '?'}: ${typeOf(field)}\n`)
    .join('')}}`
}

function docOf(field: Schema): string {
  const { description, scalar, default: given, names } = field.type === 'array' ? { ...field.items, ...field } : field
  const words = description ?? (scalar === undefined ? undefined : scalarWords[scalar]?.en)
  const said = [
    ...(names === undefined ? [] : [`names a ${names.join(' or ')}`]),
    ...(words === undefined ? [] : [words]),
    ...(given === undefined || typeof given === 'object' ? [] : [`default ${String(given)}`]),
  ]
  return said.length === 0 ? '' : `/** ${upper(said.join('; '))}. */\n`
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
