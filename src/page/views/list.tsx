import type { JSX } from 'preact'
import { fieldWords } from '../../change/report/field-text.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { capital } from '../../words/things.ts'
import type { FilledTable } from '../../show/table.ts'
import { messages } from '../messages.ts'
import { kindNoun } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { FilledTableView } from '../parts/table.tsx'
import { useWorld } from '../parts/world-context.ts'
import { shownTable } from '../things/facts.ts'
import { thingsOf } from '../things/graph.ts'
import { isListed, listWords } from '../things/lists.ts'
import type { Thing } from '../things/thing.ts'
import { UnknownView } from '../parts/unknown.tsx'

/** Every thing of a kind, or a table of what is there, taken and free. */
export function ListView({ kind, filter }: { readonly kind: string; readonly filter: string }): JSX.Element {
  const { say } = useReader()
  const world = useWorld()
  const listed = isListed(kind) ? listWords[kind] : undefined
  const table = listed?.filled?.(world) ?? (listed?.table === undefined ? undefined : shownTable(world, listed.table))
  const filled =
    table ??
    plainTable(
      kind,
      [...thingsOf(world)].filter(thing => thing.kind === kind),
    )
  if (listed === undefined && filled.rows.length === 0) return <UnknownView name={kind} />
  const noun = kindNoun(kind)
  const title = capital(say(listed?.words ?? { id: noun.id, en: noun.many }))
  return (
    <article>
      <h1>{title}</h1>
      <FilledTableView key={`${kind} ${filter}`} table={filled} caption={title} title="hidden" filter={filter} />
    </article>
  )
}

function capitalWords({ id, en }: Bilingual): Bilingual {
  return { id: capital(id), en: capital(en) }
}

/** Kinds without a table of their own: id, name, place. */
function plainTable(kind: string, things: readonly Thing[]): FilledTable {
  const columns = [
    { key: kind === 'structure' ? 'odf' : kind, title: messages.code, format: 'code' as const, width: 20 },
    { key: 'name', title: capitalWords(fieldWords(kind, 'name')), format: 'text' as const, width: 40 },
    { key: 'file', title: messages.source, format: 'text' as const, width: 40 },
  ]
  const rows = things.map(({ id, name, place }) => ({
    id,
    cells: new Map([
      [columns[0]?.key ?? '', `${kind}:${id}`],
      ['name', name === id ? '' : name],
      ['file', place === undefined ? '' : place.source.path],
    ]),
  }))
  return { ids: things.map(({ id }) => id), columns, narrow: columns, rows }
}
