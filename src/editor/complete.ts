import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { kindOf, kindOfFile, kindsAt, type FileKindName } from '../load/kinds.ts'
import { hasSteps, isOptional, keysOf, meaningOf, schemaAt, unwrapped, valueAt } from '../load/schema-walk.ts'
import { isOddWord } from '../edit/splice.ts'
import { fileNameOf } from '../load/missing.ts'
import { snakeCase, type Source } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'
import { z } from 'zod'
import { choicesFor, isAlways, type Asked, type Choice } from './choices.ts'
import { cursorAt, type Cursor } from './cursor.ts'
import { editorMessages } from './messages.ts'
import { declared, type Project } from './project.ts'

type Schema = z.core.$ZodType

/** A choice, and the text that is written for it. */
interface Offer extends Choice {
  readonly text: string
}

/** What may be written at the cursor, and which text it takes the place of. */
interface Completion {
  readonly from: number
  readonly to: number
  readonly wants: Cursor['wants']
  readonly choices: readonly Offer[]
}

export function completeAt(project: Project, source: Source, offset: number): Completion | undefined {
  const cursor = cursorAt(source, offset)
  if (cursor === undefined) return undefined
  const around = thingWith(cursor)
  if (around === undefined) return undefined
  const schema = schemaAt(kindOfFile(around.kind).schema, around.path)
  const { from, to } = cursor
  // While its file does not parse, what stands in it still holds its ports and cores.
  const network = parseYaml(source).data === undefined ? project.whole : undefined
  const found = keysAt(project, cursor, around, schema) ?? valuesAt(project, cursor, { ...around, schema, network })
  return { from, to, ...found }
}

/** The thing that the cursor stands in, by the text that has a word there. */
interface Around {
  readonly kind: FileKindName
  readonly data: unknown
  readonly path: Cursor['path']
}

function thingWith({ source, path }: Cursor): Around | undefined {
  const { data } = parseYaml(source)
  const at = Array.isArray(data) ? path.slice(0, 1) : []
  const thing = valueAt(data, at)
  const kind = kindOf(source.path, thing)
  return kind === undefined ? undefined : { kind, data: thing, path: path.slice(at.length) }
}

type Found = Pick<Completion, 'wants' | 'choices'>

/** Keys, where one is typed or may begin: also of the first of a map, or of an item, of which nothing stands yet. */
function keysAt(project: Project, cursor: Cursor, around: Around, schema: Schema | undefined): Found | undefined {
  const { data, path } = around
  const ending = cursor.hasColon ? '' : ': '
  const offered = (map: Schema | undefined, sign = ''): Found => ({
    wants: 'key',
    choices: [...otherHeads(cursor, around), ...keyChoices(project, map, valueAt(data, path))].map(choice => ({
      ...choice,
      text: sign + choice.word + ending,
    })),
  })
  if (cursor.wants === 'key') return offered(schema)
  if (!cursor.isAlone) return undefined
  if (isMap(schema)) return offered(schema)
  const inner = unwrapped(schema)
  return inner instanceof z.ZodArray && isMap(inner.element) ? offered(inner.element, '- ') : undefined
}

function isMap(schema: Schema | undefined): boolean {
  const inner = unwrapped(schema)
  return inner instanceof z.ZodRecord || keysOf(inner).length > 0
}

/** Where several kinds of things share a folder, and nothing says yet which one this is: the names of the others. */
function otherHeads({ source }: Cursor, { kind, data, path }: Around): Choice[] {
  const kinds = kindsAt(source.path)
  if (path.length > 0 || (hasSteps(data) && kinds.some(one => Object.hasOwn(data, kindOfFile(one).key)))) return []
  return kinds
    .filter(one => one !== kind)
    .flatMap(one => {
      const { schema, key } = kindOfFile(one)
      return keyChoices(undefined, schema, undefined).filter(({ word }) => word === key)
    })
}

/** Values; of a list that has no item yet, with its sign or its brackets. */
function valuesAt(project: Project, cursor: Cursor, around: Around & Pick<Asked, 'schema' | 'network'>): Found {
  const inner = unwrapped(around.schema)
  const isList = inner instanceof z.ZodArray && !isMap(inner.element)
  const [before, after] = !isList ? ['', ''] : cursor.isAlone ? ['- ', ''] : ['[', ']']
  const asked = { ...around, project, schema: isList ? inner.element : inner, typed: cursor.typed }
  const choices = [...ownName(project, cursor, around), ...choicesFor(asked)].map(choice => {
    const isOdd = !cursor.isQuoted && isOddWord(choice.word) && isText(asked.schema, choice.word)
    return { ...choice, text: cursor.lead + before + (isOdd ? `"${choice.word}"` : choice.word) + after }
  })
  return { wants: 'value', choices }
}

/** What YAML would read as something else is meant as a text here. */
function isText(schema: Schema | undefined, word: string): boolean {
  return schema !== undefined && z.safeParse(schema, word).success
}

/** A thing that is named as its file. */
function ownName(project: Project, { source }: Cursor, { kind, path }: Around): Choice[] {
  const { key, namedByFile } = kindOfFile(kind)
  const name = fileNameOf(source.path)
  if (namedByFile !== true || path.length !== 1 || path[0] !== key) return []
  const isTaken = declared(project).some(({ kind: one, id }) => one === kind && id === name)
  return isTaken ? [] : [{ word: name, detail: isAlways(''), rank: 0 }]
}

/** Keys that are not there yet, those that must be first. */
function keyChoices(project: Project | undefined, schema: Schema | undefined, data: unknown): Choice[] {
  const inner = unwrapped(schema)
  const had = new Set(hasSteps(data) ? Object.keys(data) : [])
  if (inner instanceof z.ZodRecord) {
    const names = project === undefined ? [] : choicesFor({ project, schema: inner.keyType, data: undefined, path: [] })
    return names.filter(({ word }) => !had.has(word))
  }
  return [...new Set(keysOf(inner))]
    .filter(key => !had.has(key))
    .map(key => {
      const rank = isRequired(inner, key) ? 0 : 1
      const meaning = meaningOf(inner, key)
      const said = meaning === undefined ? {} : { meaning: inWords(meaning) }
      return { word: snakeCase(key), detail: isAlways(''), rank, ...said }
    })
}

function inWords(meaning: Bilingual & { readonly example: string }): Bilingual {
  const example = editorMessages.example(meaning)
  return { id: `${meaning.id}\n${example.id}`, en: `${meaning.en}\n${example.en}` }
}

export function isRequired(schema: Schema | undefined, key: string): boolean {
  return schema instanceof z.ZodObject && !isOptional(schema.shape[key])
}
