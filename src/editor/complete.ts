import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { kindOf, kindOfFile, type FileKindName } from '../load/kinds.ts'
import { hasSteps, isOptional, keysOf, meaningOf, schemaAt, unwrapped, valueAt } from '../load/schema-walk.ts'
import { snakeCase, type Source } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'
import { z } from 'zod'
import { choicesFor, namesOf, type Choice } from './choices.ts'
import { cursorAt, type Cursor } from './cursor.ts'
import { editorMessages } from './messages.ts'
import { declared, type Project } from './project.ts'

/** What may be written at the cursor, and which text it takes the place of. */
interface Completion {
  readonly from: number
  readonly to: number
  readonly wants: Cursor['wants']
  readonly choices: readonly Choice[]
}

export function completeAt(project: Project, source: Source, offset: number): Completion | undefined {
  const cursor = cursorAt(source, offset)
  if (cursor === undefined) return undefined
  const around = thingWith(cursor)
  if (around === undefined) return undefined
  const { kind, data, path } = around
  const schema = schemaAt(kindOfFile(kind).schema, path)
  // While its file does not parse, what stands in it still holds its ports and cores.
  const isBroken = parseYaml(source).data === undefined
  const choices =
    cursor.wants === 'key'
      ? keyChoices(project, schema, valueAt(data, path))
      : choicesFor({ project, schema, data, path, network: isBroken ? project.whole : undefined })
  return { from: cursor.from, to: cursor.to, wants: cursor.wants, choices }
}

/** The thing that the cursor stands in, by the text that has a word there. */
function thingWith({ source, path }: Cursor): { kind: FileKindName; data: unknown; path: Cursor['path'] } | undefined {
  const { data } = parseYaml(source)
  const at = Array.isArray(data) ? path.slice(0, 1) : []
  const thing = valueAt(data, at)
  const kind = kindOf(source.path, thing)
  return kind === undefined ? undefined : { kind, data: thing, path: path.slice(at.length) }
}

/** Keys that are not there yet, those that must be first. */
function keyChoices(project: Project, schema: z.core.$ZodType | undefined, data: unknown): Choice[] {
  const inner = unwrapped(schema)
  const had = new Set(hasSteps(data) ? Object.keys(data) : [])
  if (inner instanceof z.ZodRecord) {
    const kinds = namesOf(inner.keyType)
    const known = declared(project).filter(({ kind, id }) => kinds.includes(kind) && !had.has(id))
    return [...new Set(known.map(({ id }) => id))].map(word => ({ word, detail: '', rank: 0 }))
  }
  return keysOf(inner)
    .filter(key => !had.has(key))
    .map(key => {
      const rank = isRequired(inner, key) ? 0 : 1
      const meaning = meaningOf(inner, key)
      return { word: snakeCase(key), detail: '', rank, ...(meaning === undefined ? {} : { meaning: inWords(meaning) }) }
    })
}

function inWords(meaning: Bilingual & { readonly example: string }): Bilingual {
  const example = editorMessages.example(meaning)
  return { id: `${meaning.id}\n${example.id}`, en: `${meaning.en}\n${example.en}` }
}

export function isRequired(schema: z.core.$ZodType | undefined, key: string): boolean {
  return schema instanceof z.ZodObject && !isOptional(schema.shape[key])
}
