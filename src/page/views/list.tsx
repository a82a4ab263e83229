import type { JSX } from 'preact'
import { capital } from '../../words/things.ts'
import type { FilledTable } from '../../show/table.ts'
import { remembered } from '../../source/remembered.ts'
import { kindNoun } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { FilledTableView } from '../parts/table.tsx'
import { useWorld } from '../parts/world-context.ts'
import { declaredFacts, shownTable } from '../things/facts.ts'
import { tableOf } from '../things/fields.ts'
import { thingsOf } from '../things/graph.ts'
import { isListed, listWords } from '../things/lists.ts'
import type { World } from '../world/world.ts'
import { UnknownView } from '../parts/unknown.tsx'

/** Every thing of a kind, or a table of what is there, taken and free. */
export function ListView({ kind, filter }: { readonly kind: string; readonly filter: string }): JSX.Element {
  const { say } = useReader()
  const world = useWorld()
  const listed = isListed(kind) ? listWords[kind] : undefined
  const table = listed?.filled?.(world) ?? (listed?.table === undefined ? undefined : shownTable(world, listed.table))
  const filled = table ?? declaredTable(world, kind)
  if (listed === undefined && filled.rows.length === 0) return <UnknownView name={kind} />
  const noun = kindNoun(kind)
  const title = capital(say(listed?.words ?? { id: noun.id, en: noun.many }))
  return (
    <article>
      <h1>{title}</h1>
      <FilledTableView key={kind} table={filled} caption={title} title="hidden" filter={filter} addressed />
    </article>
  )
}

const declaredBy: (world: World) => Map<string, FilledTable> = remembered(() => new Map())

/** Kinds without a table of `serat show`: what their declarations say. */
function declaredTable(world: World, kind: string): FilledTable {
  const known = declaredBy(world).get(kind)
  if (known !== undefined) return known
  const things = [...thingsOf(world)].filter(thing => thing.kind === kind)
  const made = tableOf(kind, things, ({ id }) => declaredFacts(world, kind, id), true)
  declaredBy(world).set(kind, made)
  return made
}
