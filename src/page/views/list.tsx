import type { JSX } from 'preact'
import { capital } from '../../words/things.ts'
import type { FilledTable } from '../../show/table.ts'
import { messages } from '../messages.ts'
import { kindNoun } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { FilledTableView } from '../parts/table.tsx'
import { useWorld } from '../parts/world-context.ts'
import { shownTable } from '../things/facts.ts'
import { thingsOf } from '../things/graph.ts'
import type { Thing } from '../things/thing.ts'
import { UnknownView } from '../parts/unknown.tsx'

const tables = {
  site: 'sites',
  tenant: 'tenants',
  router: 'routers',
  circuit: 'circuits',
  uplink: 'uplinks',
  contract: 'contracts',
  route: 'routes',
  zone: 'zones',
  waiver: 'waivers',
  prefix: 'prefixes',
} as const

/** Every thing of a kind. */
export function ListView({ kind }: { readonly kind: string }): JSX.Element {
  const { say } = useReader()
  const world = useWorld()
  const table = isTabled(kind)
    ? shownTable(world, tables[kind])
    : plainTable(
        kind,
        [...thingsOf(world)].filter(thing => thing.kind === kind),
      )
  if (table.rows.length === 0) return <UnknownView name={kind} />
  const noun = kindNoun(kind)
  const title = capital(say({ id: noun.id, en: noun.many }))
  return (
    <article>
      <h1>{title}</h1>
      <FilledTableView key={kind} table={table} caption={title} />
    </article>
  )
}

function isTabled(kind: string): kind is keyof typeof tables {
  return Object.hasOwn(tables, kind)
}

/** Kinds without a table of their own: id, name, place. */
function plainTable(kind: string, things: readonly Thing[]): FilledTable {
  const columns = [
    { key: kind === 'structure' ? 'odf' : kind, title: messages.code, format: 'code' as const, width: 20 },
    { key: 'name', title: messages.facts, format: 'text' as const, width: 40 },
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
