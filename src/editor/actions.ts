import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.ts'
import { kindOfFile } from '../load/kinds.ts'
import { keysOf, schemaAt, unwrapped, valueAt, hasSteps } from '../load/schema-walk.ts'
import { daysAfter } from '../model/days.ts'
import { offsetsOf } from '../source/locate.ts'
import { snakeCase, type Source } from '../source/source.ts'
import { nearest } from '../text/nearest.ts'
import { choicesFor } from './choices.ts'
import { isRequired } from './complete.ts'
import { editorMessages as messages } from './messages.ts'
import { thingAround, type Project } from './project.ts'

/** A change of one stretch of one file that mends a finding, or takes it out of the way. */
interface Fix {
  readonly title: Bilingual
  readonly path: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What can be done about a finding with one click; empty where a person has to think. */
export function fixesFor(project: Project, diagnostic: Diagnostic): Fix[] {
  return [...nearNames(project, diagnostic), ...missingKeys(diagnostic), ...waiver(project, diagnostic)]
}

/** Names, words and keys that are nearly what is written. */
function nearNames(project: Project, { code, severity, at }: Diagnostic): Fix[] {
  const thing = thingAround(at.source, at.path)
  if (severity !== 'error' || !code.startsWith('LOD') || thing === undefined) return []
  const [from, to] = offsetsOf(at)
  const written = at.source.text.slice(from, to).replace(/^['"]|['"]$/g, '')
  const path = at.path.slice(thing.at.length)
  const { schema: root } = kindOfFile(thing.kind)
  const schema = schemaAt(root, path)
  const known =
    at.key === true
      ? keysOf(schemaAt(root, path.slice(0, -1))).map(snakeCase)
      : choicesFor({ project, schema, data: thing.data, path }).map(({ word }) => word)
  if (known.includes(written)) return []
  const word = nearest(written, known)
  return word === undefined ? [] : [{ title: messages.replaceBy({ word }), path: at.source.path, from, to, text: word }]
}

/** Keys that must be there, written out empty at the end of their group; their values are a person's. */
function missingKeys({ code, at }: Diagnostic): Fix[] {
  if (code !== 'LOD011') return []
  const thing = thingAround(at.source, at.path)
  if (thing === undefined) return []
  const path = at.path.slice(thing.at.length)
  const schema = unwrapped(schemaAt(kindOfFile(thing.kind).schema, path))
  const data = valueAt(thing.data, path)
  if (!hasSteps(data) || Array.isArray(data)) return []
  const first = Object.keys(data)[0]
  if (first === undefined) return []
  const [from] = offsetsOf({ source: at.source, path: [...at.path, first], key: true })
  const lineStart = at.source.text.lastIndexOf('\n', from - 1) + 1
  const before = at.source.text.slice(lineStart, from)
  const isFlow = !/^[\s-]*$/.test(before)
  return keysOf(schema)
    .filter(key => isRequired(schema, key) && !Object.hasOwn(data, key))
    .map(key => ({
      title: messages.addKey({ key: snakeCase(key) }),
      path: at.source.path,
      from,
      to: from,
      text: isFlow ? `${snakeCase(key)}: , ` : `${snakeCase(key)}: \n${before.replaceAll('-', ' ')}`,
    }))
}

const waivedDays = 90

/** A warning may be accepted by somebody, for a reason, until a day. */
function waiver({ sources, compilation: { asOf } }: Project, { code, severity, about = [] }: Diagnostic): Fix[] {
  if (severity !== 'warning' || code.startsWith('LOD') || about.length === 0) return []
  const path = 'waivers.yaml'
  const file: Source = sources.find(source => source.path === path) ?? { path, text: '' }
  const end = file.text.length
  const name = `${code.toLowerCase()}-${(about[0] ?? '').replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 40).replace(/-$/, '')
  const text = `${file.text === '' || file.text.endsWith('\n') ? '' : '\n'}- waiver: ${name}
  code: ${code}
  things: [${about.join(', ')}]
  reason:
  decided_by:
  until: ${daysAfter(asOf, waivedDays)}
`
  return [{ title: messages.waive({ code }), path, from: end, to: end, text }]
}
