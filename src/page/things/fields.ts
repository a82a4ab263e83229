import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { fieldWords } from '../../change/report/field-text.ts'
import { schemaOfKind } from '../../load/kind-schema.ts'
import { hasSteps, keysOf, schemaAt, unwrapped } from '../../load/schema-walk.ts'
import type { FilledRow, FilledTable, Heading, Value } from '../../show/table.ts'
import { camelCase, snakeCase } from '../../source/source.ts'
import { capital } from '../../words/things.ts'
import type { World } from '../world/world.ts'
import { factsIn } from './facts.ts'
import { thingsOf } from './graph.ts'
import type { Thing } from './thing.ts'

type Field = readonly [field: string, words: Bilingual, more: string]

/** What a kind of things can say, as files spell it, what that is called, and what lies in it. */
export function fieldsOf(kind: string): readonly Field[] {
  const schema = unwrapped(schemaOfKind(kind))
  return keysOf(schema).map((key): Field => {
    const field = snakeCase(key)
    const inside = keysOf(schemaAt(schema, [key])).map(each => fieldWords(kind, `${field}.${snakeCase(each)}`))
    return [field, fieldWords(kind, field), inside.map(({ id, en }) => `${id} ${en}`).join(' ')]
  })
}

interface FieldTable {
  readonly words: Bilingual
  readonly table: FilledTable
  /** How many things of the kind there are: those that do not say it have no row. */
  readonly all: number
}

/** What every thing of a kind says in one field; undefined where the kind has no such field. */
export function fieldTable(world: World, kind: string, field: string): FieldTable | undefined {
  const words = fieldsOf(kind).find(([each]) => each === field)?.[1]
  if (words === undefined) return undefined
  const things = [...thingsOf(world)].filter(thing => thing.kind === kind)
  return { words, table: tableOf(kind, things, factsOfField(kind, field)), all: things.length }
}

type FactsOf = (thing: Thing) => ReturnType<typeof factsIn>

function factsOfField(kind: string, field: string): FactsOf {
  const key = camelCase(field)
  return ({ declared }) => {
    const value: unknown = hasSteps(declared) && !Array.isArray(declared) ? declared[key] : undefined
    return value === undefined ? [] : factsIn(kind, { [key]: value })
  }
}

/** A row for each thing that has anything to say, a column for each fact that any of them has. */
export function tableOf(kind: string, things: readonly Thing[], factsOf: FactsOf, isWhole = false): FilledTable {
  const headings = new Map<string, Heading>()
  const rows = things.flatMap((thing): FilledRow[] => {
    // A list of ids needs no second column of them.
    const facts = factsOf(thing).filter(({ value }) => value !== thing.id)
    if (facts.length === 0 && !isWhole) return []
    for (const fact of facts) headings.set(fact.heading.key, widest(headings.get(fact.heading.key), fact))
    const name = thing.name === thing.id ? '' : thing.name
    const cells: [string, Value][] = facts.map(({ heading, value }) => [heading.key, value])
    return [{ id: thing.id, cells: new Map([[`of:${kind}`, thing.id], ...cells, ['name', name]]) }]
  })
  headings.delete('name')
  const own = [...headings.values()]
  const isInner = ({ key }: Heading): boolean => key.includes('.')
  const columns = [...ownColumns(kind), ...own.filter(each => !isInner(each)), ...own.filter(isInner)]
  return { ids: rows.map(({ id }) => id), columns, narrow: columns, rows }
}

/** A column has the width of its longest text: sentences are given room. */
function widest(known: Heading | undefined, { heading, value }: ReturnType<FactsOf>[number]): Heading {
  const width = typeof value === 'string' ? Math.min(40, value.length) : heading.width
  return { ...heading, width: Math.max(known?.width ?? 0, width) }
}

function ownColumns(kind: string): readonly Heading[] {
  const name = fieldWords(kind, 'name')
  return [
    { key: `of:${kind}`, title: { id: 'Kode', en: 'Code' }, format: 'code', width: 20 },
    { key: 'name', title: { id: capital(name.id), en: capital(name.en) }, format: 'text', width: 40 },
  ]
}
