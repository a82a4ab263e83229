import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { indentAt, isFlow } from '../edit/layout.ts'
import { kindOfFile } from '../load/kinds.ts'
import { hasSteps, keysOf, schemaAt, unwrapped, valueAt } from '../load/schema-walk.ts'
import { offsetsOf } from '../source/locate.ts'
import { scalarsIn } from '../source/scalars.ts'
import { snakeCase, type Place, type Source, type Step } from '../source/source.ts'
import type { Stretch } from './stretch.ts'
import { isRequired } from './complete.ts'
import { editorMessages as messages } from './messages.ts'
import { samePath, thingAround } from './project.ts'

/** Keys that must be there, written out empty where the model has them; their values are a person's. */
export function missingKeys({ code, at }: Diagnostic): Stretch[] {
  if (code !== 'LOD011') return []
  const { source } = at
  const thing = thingAround(source, at.path)
  if (thing === undefined) return []
  const path = at.path.slice(thing.at.length)
  const schema = unwrapped(schemaAt(kindOfFile(thing.kind).schema, path))
  const data = valueAt(thing.data, path)
  if (!hasSteps(data) || Array.isArray(data) || Object.keys(data).length === 0) return []
  const keys = keysOf(schema)
  return keys
    .filter(key => isRequired(schema, key) && !Object.hasOwn(data, key))
    .map(key => {
      const behind = keys.slice(keys.indexOf(key) + 1)
      const next = Object.keys(data).find(had => behind.includes(had))
      const group: Place = { source, path: at.path }
      const splice =
        next === undefined ? atEnd(group, Object.keys(data), snakeCase(key)) : before(group, next, snakeCase(key))
      return { title: messages.addKey({ key: snakeCase(key) }), isMeant: true, splice }
    })
}

function before({ source, path }: Place, next: string, key: string): Stretch['splice'] {
  const place: Place = { source, path: [...path, next], key: true }
  const [from] = offsetsOf(place)
  const text = isFlow({ source, path }) ? `${key}: , ` : `${key}:\n${indentAt(place)}`
  return { path: source.path, from, to: from, text }
}

function atEnd({ source, path }: Place, had: readonly string[], key: string): Stretch['splice'] {
  const last = had.at(-1) ?? ''
  const end = endOf(source, [...path, last])
  if (isFlow({ source, path })) return { path: source.path, from: end, to: end, text: `, ${key}: ` }
  const line = source.text.indexOf('\n', end)
  const at = line < 0 ? source.text.length : line
  const indent = indentAt({ source, path: [...path, last], key: true })
  return { path: source.path, from: at, to: at, text: `\n${indent}${key}:` }
}

/** Where an entry ends: with its last word, or the bracket behind it. */
function endOf(source: Source, path: readonly Step[]): number {
  const inside = scalarsIn(source).filter(scalar => samePath(scalar.path.slice(0, path.length), path))
  const furthest = inside.reduce((end, { to }) => Math.max(end, to), 0)
  const place: Place = { source, path }
  return isFlow(place) ? Math.max(furthest, offsetsOf(place)[1]) : furthest
}

/** A key that means nothing here, or that is written twice, with its value, where that is one word. */
export function removedKey({ code, at }: Diagnostic): Stretch[] {
  const { source, path } = at
  const value =
    code === 'LOD010' || code === 'LOD006'
      ? scalarsIn(source).findLast(each => !each.isKey && samePath(each.path, path))
      : undefined
  if (value === undefined || value.to < 0) return []
  const { text } = source
  const [from] = offsetsOf(at)
  const written = text.slice(from, offsetsOf(at)[1])
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  const lineEnd = text.indexOf('\n', value.to)
  const isAlone = text.slice(lineStart, from).trim() === '' && /^\s*(#.*)?$/.test(text.slice(value.to, lineEnd))
  const behind = /^\s*,\s*/.exec(text.slice(value.to))?.[0].length
  const ahead = /,\s*$/.exec(text.slice(0, from))?.[0].length
  const stretch =
    isAlone && lineEnd >= 0
      ? { from: lineStart, to: lineEnd + 1 }
      : behind !== undefined
        ? { from, to: value.to + behind }
        : ahead !== undefined
          ? { from: from - ahead, to: value.to }
          : undefined
  if (stretch === undefined) return []
  const splice = { path: source.path, ...stretch, text: '' }
  return [{ title: messages.removeKey({ key: written }), isMeant: false, splice }]
}
