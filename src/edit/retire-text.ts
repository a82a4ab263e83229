import { valueAt } from '../load/schema-walk.ts'
import { offsetsOf } from '../source/locate.ts'
import type { Place } from '../source/source.ts'
import { added } from './added.ts'
import { indentAt, isFlow } from './layout.ts'
import { scalarSplice, type Splice } from './splice.ts'
import type { Declaration } from './things.ts'

/** `status: retired`; of what is bought a change from its day on, which leaves what was before as it was. */
export function endOf({ kind, place, entry, thing }: Declaration, on: string): Splice[] {
  const { source } = thing
  const inner = entry.slice(thing.at.length)
  if (kind === 'circuit' || kind === 'uplink')
    return [changeOf({ source, path: entry }, place, valueAt(thing.data, [...inner, 'changes']), on)]
  const status = valueAt(thing.data, [...inner, 'status'])
  const dated = kind === 'site' || kind === 'route' ? 'until' : 'retired'
  const known = valueAt(thing.data, [...inner, dated]) !== undefined
  return [
    ...(status === undefined
      ? [added({ source, path: entry }, place, known ? 'status: retired' : `status: retired, ${dated}: ${on}`)]
      : [scalarSplice({ source, path: [...entry, 'status'] }, 'retired')]),
  ]
}

function changeOf(entry: Place, name: Place, had: unknown, on: string): Splice {
  const text = `{ from: ${on}, status: retired }`
  if (!Array.isArray(had) || had.length === 0) return added(entry, name, `changes: [${text}]`)
  const { source } = entry
  const changes: Place = { source, path: [...entry.path, 'changes'] }
  const first: Place = { source, path: [...changes.path, 0] }
  const [, end] = offsetsOf({ source, path: [...changes.path, had.length - 1] })
  if (isFlow(changes)) return { path: source.path, from: end, to: end, text: `, ${text}` }
  // Before the first: the order of changes means nothing, their days do.
  const [start] = offsetsOf(first)
  const dash = source.text.lastIndexOf('-', start)
  const indent = indentAt({ source, path: first.path }).slice(0, -2)
  return { path: source.path, from: dash, to: dash, text: `- ${text}\n${indent}` }
}

/** An item of a list in brackets, with its comma. */
export function outOfList(place: Place): Splice {
  const { text, path } = place.source
  const [from, to] = offsetsOf(place)
  const behind = /^,\s*/.exec(text.slice(to))?.[0].length
  if (behind !== undefined) return { path, from, to: to + behind, text: '' }
  const before = /,\s*$/.exec(text.slice(0, from))?.[0].length ?? 0
  return { path, from: from - before, to, text: '' }
}

/** An item of a block list, from its dash to the next item; comments above the next one are the next one's. */
export function outOfFile({ thing, entry, place }: Declaration): Splice {
  const { text, path } = thing.source
  const [start] = offsetsOf({ ...place, ...(place.key === true ? {} : { key: true as const }) })
  const line = text.lastIndexOf('\n', start - 1) + 1
  const indent = /^ */.exec(text.slice(line))?.[0].length ?? 0
  const rest = text.slice(line).split('\n')
  const end = rest.findIndex((each, i) => i > 0 && each.trim() !== '' && (/^ */.exec(each)?.[0].length ?? 0) <= indent)
  const lines = end < 0 ? rest.length : end
  const taken = rest.slice(0, lines)
  while (taken.length > 1 && (taken.at(-1)?.trim() === '' || /^\s*#/.test(taken.at(-1) ?? ''))) taken.pop()
  const length = taken.join('\n').length + 1
  return {
    path,
    from: line,
    to: Math.min(text.length, line + length),
    text: entry.length === 0 ? text.slice(line, line) : '',
  }
}
