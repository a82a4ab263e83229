import { valueAt } from '../load/schema-walk.ts'
import { offsetsOf } from '../source/locate.ts'
import type { Source, Step } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'
import { isFlow } from './layout.ts'
import type { Splice } from './splice.ts'

/**
 * Items at the end of a list of a file, each in braces; the list is made where it is not there yet, under `key` as
 * files spell it.
 */
export function appended(source: Source, path: readonly Step[], items: readonly string[]): Splice {
  const had = valueAt(parseYaml(source).data, path)
  const place = { source, path }
  const count = Array.isArray(had) ? had.length : 0
  if (had !== undefined && had !== null && isFlow(place))
    return intoFlow(place, `${count > 0 ? ', ' : ''}${items.join(', ')}`)
  if (count > 0) {
    const last = { source, path: [...path, count - 1] }
    const [start] = offsetsOf(last)
    const dash = dashOf(source.text, start)
    const indent = columnOf(source.text, dash)
    return onLines(
      source,
      endOfEntry(source.text, dash),
      items.map(item => `${' '.repeat(indent)}- ${item}`),
    )
  }
  return entryOf(source, path.slice(0, -1), [`${String(path.at(-1))}:`, ...items.map(item => `  - ${item}`)])
}

/** Lines of a new entry at the end of a file, or of an item of one of its lists. */
function entryOf(source: Source, path: readonly Step[], lines: readonly string[]): Splice {
  const place = { source, path }
  if (path.length === 0) return onLines(source, source.text.trimEnd().length, ['', ...lines])
  if (isFlow(place)) {
    const [key = '', ...items] = lines
    return intoFlow(place, `, ${key} [${items.map(item => item.trim().slice(2)).join(', ')}]`)
  }
  const [start] = offsetsOf(place)
  const dash = dashOf(source.text, start)
  const indent = ' '.repeat(columnOf(source.text, dash) + 2)
  return onLines(
    source,
    endOfEntry(source.text, dash),
    lines.map(line => indent + line),
  )
}

/** The dash before the first key of an item: the first sign of its line. */
function dashOf(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1
  return line + text.slice(line).search(/\S/)
}

/** Before the closing bracket or brace. */
function intoFlow(place: { readonly source: Source; readonly path: readonly Step[] }, text: string): Splice {
  const [, end] = offsetsOf(place)
  const before = place.source.text.slice(0, end - 1).trimEnd().length
  return { path: place.source.path, from: before, to: before, text }
}

function onLines({ path }: Source, at: number, lines: readonly string[]): Splice {
  return { path, from: at, to: at, text: lines.map(line => `\n${line}`).join('') }
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1)
}

/**
 * Where the last line of an entry ends: before the next line that stands no deeper than it; what is blank or a comment
 * there belongs to what follows.
 */
function endOfEntry(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const depth = columnOf(text, at)
  const lines = text.slice(start).split('\n')
  const next = lines.findIndex((line, i) => i > 0 && line.trim() !== '' && line.search(/\S/) <= depth)
  const own = lines.slice(0, next < 0 ? lines.length : next)
  while (own.length > 1 && /^\s*(#.*)?$/.test(own.at(-1) ?? '')) own.pop()
  return start + own.join('\n').length
}
