import { offsetsOf } from '../source/locate.ts'
import type { Place } from '../source/source.ts'
import { indentAt, isFlow } from './layout.ts'
import type { Splice } from './splice.ts'

/** Entries behind the name: on a line each, or in the brackets. */
export function added(entry: Place, name: Place, text: string): Splice {
  const { source } = entry
  const [, end] = offsetsOf(name)
  if (isFlow(entry)) return { path: source.path, from: end, to: end, text: `, ${text}` }
  const line = source.text.indexOf('\n', end)
  const at = line < 0 ? source.text.length : line
  const indent = indentAt({ ...name, key: true })
  const lines = text.startsWith('changes') ? [text] : text.split(', ')
  return { path: source.path, from: at, to: at, text: lines.map(each => `\n${indent}${each}`).join('') }
}
