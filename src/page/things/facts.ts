import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { fieldWords } from '../../change/report/field-text.ts'
import { hasSteps } from '../../load/schema-walk.ts'
import { tableKinds } from '../../show/kinds.ts'
import type { FilledTable, Heading, Value } from '../../show/table.ts'
import { remembered } from '../../source/remembered.ts'
import { snakeCase } from '../../source/source.ts'
import { capital } from '../../words/things.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { World } from '../world/world.ts'
import { isFiller } from './fillers.ts'
import { thingAt } from './graph.ts'

/** One fact of a thing: a heading and a value as tables have them. */
interface Fact {
  readonly heading: Heading
  readonly value: Value
}

type TableName = keyof typeof tableKinds

/** The table of `serat show` that has a row for each thing of a kind. */
const tableOf: Readonly<Record<string, TableName>> = {
  site: 'sites',
  tenant: 'tenants',
  router: 'routers',
  circuit: 'circuits',
  uplink: 'uplinks',
  contract: 'contracts',
  route: 'routes',
  zone: 'zones',
  waiver: 'waivers',
}

/** A table of `serat show`, filled once for a world. */
export function shownTable(world: World, name: TableName): FilledTable {
  const tables = filledOf(world)
  const known = tables.get(name)
  if (known !== undefined) return known
  const filled = tableKinds[name](world)
  tables.set(name, filled)
  return filled
}

const filledOf: (world: World) => Map<TableName, FilledTable> = remembered(() => new Map())

/** What `serat show` says of a thing, else what its declaration says. */
export function factsOf(world: World, kind: string, id: string): readonly Fact[] {
  const name = Object.hasOwn(tableOf, kind) ? tableOf[kind] : undefined
  if (name !== undefined) {
    const { columns, rows } = shownTable(world, name)
    const row = rows.find(each => each.id === id)
    return columns.map(heading => ({ heading, value: row?.cells.get(heading.key) })).filter(isSaid)
  }
  return declaredFacts(world, kind, id)
}

/** What the declaration of a thing says, and how long it is. */
export function declaredFacts(world: World, kind: string, id: string): readonly Fact[] {
  return [...scalarsIn(kind, thingAt(world, `${kind}:${id}`)?.declared), ...lengthsOf(world, kind, id)].filter(isSaid)
}

function isSaid({ value }: Fact): boolean {
  return value !== undefined && value !== '' && !(typeof value === 'object' && value.length === 0)
}

/** The scalars of a declaration and of the maps right below it; lists are links or stand in the source beside. */
function scalarsIn(kind: string, data: unknown, under = ''): Fact[] {
  if (!hasSteps(data) || Array.isArray(data)) return []
  return Object.entries(data).flatMap(([key, value]): Fact[] => {
    const name = under + snakeCase(key)
    if (isScalar(value)) return [fact(kind, name, value)]
    return under === '' ? scalarsIn(kind, value, `${name}.`) : []
  })
}

/** All that a part of a declaration says; what lies in lists or deeper is one text. */
export function factsIn(kind: string, data: object, under = ''): readonly Fact[] {
  return Object.entries(data).flatMap(([key, value]: [string, unknown]): readonly Fact[] => {
    const name = under + snakeCase(key)
    if (isScalar(value)) return [fact(kind, name, value)]
    if (under === '' && hasSteps(value) && !Array.isArray(value)) return factsIn(kind, value, `${name}.`)
    const text = textOf(value)
    return text === '' ? [] : [fact(kind, name, text)]
  })
}

function textOf(value: unknown): string {
  if (isScalar(value)) return typeof value === 'boolean' ? said(value) : String(value)
  if (!hasSteps(value)) return ''
  if (Array.isArray(value)) return value.map(textOf).join(value.every(isScalar) ? ', ' : '; ')
  return Object.entries(value)
    .map(([key, each]) => `${snakeCase(key)} ${textOf(each)}`)
    .join(', ')
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function fact(kind: string, key: string, declared: string | number | boolean): Fact {
  const value = typeof declared === 'boolean' ? said(declared) : declared
  const title = titlesOf(kind, key)
  const format = key.endsWith('rupiah')
    ? 'rupiah'
    : typeof value === 'number'
      ? 'decimal'
      : /^\d{4}-\d\d-\d\d$/.test(value)
        ? 'date'
        : 'text'
  return { heading: { key, title, format, width: 20 }, value }
}

/** Thousands of things say the same few fields. */
const titles = new Map<string, Bilingual>()

function titlesOf(kind: string, key: string): Bilingual {
  const name = `${kind} ${key}`
  const title = titles.get(name) ?? titleOf(kind, key)
  titles.set(name, title)
  return title
}

/** `marks_m.start` is said as what marks are, in as many words as a narrow column holds, and what their start is. */
function titleOf(kind: string, key: string): Bilingual {
  const { id, en } = fieldWords(kind, key)
  const [parent, own] = key.split('.')
  if (parent === undefined || own === undefined) return { id: capital(id), en: capital(en) }
  const above = fieldWords(kind, parent)
  return { id: `${beginningOf(above.id)}: ${id}`, en: `${beginningOf(above.en)}: ${en}` }
}

function beginningOf(words: string): string {
  const first = words.split(' ').slice(0, 3)
  while (first.length > 1 && isFiller(first.at(-1) ?? '')) first.pop()
  return capital(first.join(' '))
}

function said(value: boolean): string {
  return value ? '✓' : '–'
}

/** Lengths as the plan has them, in metres. */
function lengthsOf({ network }: World, kind: string, id: string): Fact[] {
  const plant = planPlant(network)
  const metres = (key: string, words: Bilingual, value: number): Fact => ({
    heading: { key, title: words, format: 'decimal', width: 12 },
    value,
  })
  const cable = kind === 'cable' ? plant.cables.get(id) : undefined
  if (cable !== undefined)
    return [
      metres('drawn_m', { id: 'Panjang di tanah', en: 'Length along the ground' }, cable.drawnM),
      metres('sheath_m', { id: 'Panjang selubung', en: 'Length of the sheath' }, cable.sheathM),
      metres('glass_m', { id: 'Panjang serat', en: 'Length of the glass' }, cable.glassM),
    ]
  const span = kind === 'span' ? plant.spans.get(id) : undefined
  return span === undefined ? [] : [metres('drawn_m', { id: 'Panjang', en: 'Length' }, span.drawnM)]
}
