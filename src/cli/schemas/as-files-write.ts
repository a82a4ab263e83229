import type { Language } from '../../diagnostic/diagnostic.ts'
import { scalarWords } from '../../load/words.ts'
import { snakeCase } from '../../source/source.ts'

export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/**
 * Property names as files write them, and words for the scalars. Names that users choose, keys of records, stay as they
 * are.
 */
export function asFilesWrite(schema: JsonSchema, language: Language): JsonSchema {
  const { keys } = schema
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
      switch (keyword) {
        case 'scalar':
          return describe(String(value), language)
        case 'names':
        case 'keys':
          return []
        case 'properties':
          return [
            [
              keyword,
              mapped(value, (key, inner) => [
                snakeCase(key),
                meant(keys, key, asFilesWrite(inner, language), language),
              ]),
            ],
          ]
        case '$defs':
        case 'definitions':
          return [[keyword, mapped(value, (key, inner) => [key, asFilesWrite(inner, language)])]]
        case 'required':
          return [[keyword, (value as string[]).map(snakeCase)]]
        case 'default':
          return [[keyword, defaultAsFilesWrite(value)]]
        case 'anyOf':
        case 'oneOf':
        case 'allOf':
        case 'prefixItems':
        case 'items':
        case 'additionalItems':
        case 'additionalProperties':
        case 'propertyNames':
        case 'not':
          return [[keyword, within(value, language)]]
        default:
          return [[keyword, value]]
      }
    }),
  )
}

/** Of one schema, or of each in a list; other values stay. */
function within(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map(inner => within(inner, language))
  return isSchema(value) ? asFilesWrite(value, language) : value
}

/** A property says what its key means, what may stand there, and an example. */
function meant(keys: unknown, key: string, schema: JsonSchema, language: Language): JsonSchema {
  const found: unknown = isSchema(keys) ? keys[key] : undefined
  if (!Array.isArray(found)) return schema
  const [id, en, example] = found.map(String)
  const form = typeof schema['description'] === 'string' ? ` (${schema['description']})` : ''
  const sample = `${language === 'id' ? 'Contoh' : 'Example'}: ${example}`
  return { ...schema, description: `${(language === 'id' ? id : en) ?? ''}${form}. ${sample}` }
}

function describe(scalar: string, language: Language): [string, string][] {
  const words = scalarWords[scalar]
  return words === undefined ? [] : [['description', words[language]]]
}

function mapped(value: unknown, change: (key: string, inner: JsonSchema) => [string, JsonSchema]): object {
  return Object.fromEntries(
    Object.entries(value as Record<string, JsonSchema>).map(([key, inner]) => change(key, inner)),
  )
}

/** Defaults are objects of fixed keys, never of names. */
function defaultAsFilesWrite(value: unknown): unknown {
  if (!isSchema(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snakeCase(key), defaultAsFilesWrite(inner)]))
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
