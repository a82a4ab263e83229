import { z } from 'zod'
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Edited } from '../edit/edited.ts'
import { spliced } from '../edit/splice.ts'
import { kindOfFile } from '../load/kinds.ts'
import { valueAt } from '../load/schema-walk.ts'
import { daysAfter } from '../model/days.ts'
import { id } from '../model/scalars.ts'
import type { Source } from '../source/source.ts'
import { missingKeys, removedKey } from './key-fixes.ts'
import { editorMessages as messages } from './messages.ts'
import { thingAround, type Project } from './project.ts'
import type { Stretch } from './stretch.ts'
import { otherValues } from './value-fixes.ts'

/** A change of the inventory that mends a finding, or takes it out of the way. */
interface Fix {
  readonly title: Bilingual
  /** Most probably what was meant. */
  readonly isMeant: boolean
  readonly edited: Edited
}

/** What can be done about a finding with one click; empty where a person has to think. */
export function fixesFor(project: Project, diagnostic: Diagnostic): Fix[] {
  const stretches = [
    ...otherValues(project, diagnostic),
    ...missingKeys(diagnostic),
    ...removedKey(diagnostic),
    ...withoutTabs(diagnostic),
    ...waiver(project, diagnostic),
  ]
  const { sources } = project
  return [
    ...stretches.map(({ title, isMeant, splice }): Fix => {
      const isThere = sources.some(({ path }) => path === splice.path)
      const all = isThere ? sources : [...sources, { path: splice.path, text: '' }]
      return { title, isMeant, edited: { sources: spliced(all, [splice]), removed: [] } }
    }),
    ...fileName(project, diagnostic),
  ]
}

/** The file under the name of the thing in it. */
function fileName({ sources }: Project, { code, at }: Diagnostic): Fix[] {
  const { source } = at
  const thing = code === 'LOD023' ? thingAround(source, at.path) : undefined
  const name = thing === undefined ? undefined : valueAt(thing.data, [kindOfFile(thing.kind).key])
  // What is no name of a thing may lead out of the folder.
  if (typeof name !== 'string' || !z.safeParse(id, name).success) return []
  const folder = source.path.slice(0, source.path.lastIndexOf('/') + 1)
  const path = `${folder}${name}.yaml`
  if (path === source.path || sources.some(each => each.path === path)) return []
  const moved = sources.map((each): Source => (each.path === source.path ? { path, text: each.text } : each))
  return [{ title: messages.nameFile({ path }), isMeant: true, edited: { sources: moved, removed: [source.path] } }]
}

/** Two spaces in place of each tab that indents. */
function withoutTabs({ code, at: { source } }: Diagnostic): Stretch[] {
  const { path, text } = source
  const spaced = text.replaceAll(/^[ \t]+/gm, blanks => blanks.replaceAll('\t', '  '))
  if (code !== 'LOD005' || spaced === text) return []
  return [{ title: messages.withoutTabs, isMeant: true, splice: { path, from: 0, to: text.length, text: spaced } }]
}

const waivedDays = 90

/** A warning may be accepted by somebody, for a reason, until a day. */
function waiver({ sources, compilation: { asOf } }: Project, { code, severity, about = [] }: Diagnostic): Stretch[] {
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
  return [{ title: messages.waive({ code }), isMeant: false, splice: { path, from: end, to: end, text } }]
}
