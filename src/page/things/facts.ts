import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { fieldWords } from '../../change/report/field-text.ts'
import { hasSteps } from '../../load/schema-walk.ts'
import { tableKinds } from '../../show/kinds.ts'
import type { FilledTable, Heading, Value } from '../../show/table.ts'
import { remembered } from '../../source/remembered.ts'
import { snakeCase } from '../../source/source.ts'
import { length } from '../../words/figures.ts'
import { capital } from '../../words/things.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { World } from '../world/world.ts'

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
  return [...declaredFacts(kind, declarationOf(world, kind, id)), ...lengthsOf(world, kind, id)].filter(isSaid)
}

function isSaid({ value }: Fact): boolean {
  return value !== undefined && value !== '' && !(typeof value === 'object' && value.length === 0)
}

function declarationOf({ network }: World, kind: string, id: string): unknown {
  const maps: Readonly<Record<string, ReadonlyMap<string, { readonly declared: object }>>> = {
    area: network.areas,
    provider: network.providers,
    budget: network.budgets,
    payment: network.payments,
    ticket: network.tickets,
    claim: network.claims,
    work: network.works,
    trace: network.traces,
    power: network.powers,
    cable: network.cables,
    cabletype: network.cableTypes,
    structure: network.structures,
    span: network.spans,
    slack: network.slacks,
    handoff: network.handoffs,
    segment: network.segmentKinds,
    plant: network.plants,
  }
  return Object.hasOwn(maps, kind) ? maps[kind]?.get(id)?.declared : undefined
}

/** The scalars of a declaration and of the maps right below it; lists are links or stand in the source beside. */
function declaredFacts(kind: string, data: unknown, under = ''): Fact[] {
  if (!hasSteps(data) || Array.isArray(data)) return []
  return Object.entries(data).flatMap(([key, value]): Fact[] => {
    const name = under + snakeCase(key)
    if (typeof value === 'string' || typeof value === 'number') return [fact(kind, name, value)]
    if (typeof value === 'boolean') return [fact(kind, name, said(value))]
    if (under === '' && hasSteps(value) && !Array.isArray(value)) return declaredFacts(kind, value, `${name}.`)
    return []
  })
}

function fact(kind: string, key: string, value: string | number): Fact {
  const title = titleOf(kind, key)
  const format = key.endsWith('rupiah')
    ? 'rupiah'
    : typeof value === 'number'
      ? 'decimal'
      : /^\d{4}-\d\d-\d\d$/.test(value)
        ? 'date'
        : 'text'
  return { heading: { key, title, format, width: 20 }, value }
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
  return capital(words.split(' ').slice(0, 3).join(' '))
}

function said(value: boolean): string {
  return value ? '✓' : '–'
}

/** Lengths as the plan has them, in metres. */
function lengthsOf({ network }: World, kind: string, id: string): Fact[] {
  const plant = planPlant(network)
  const metres = (key: string, words: Bilingual, value: number): Fact => ({
    heading: { key, title: words, format: 'text', width: 20 },
    value: length(value).id,
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
