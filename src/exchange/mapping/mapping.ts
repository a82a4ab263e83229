import { z } from 'zod'
import { camelCase, snakeCase } from '../../source/source.ts'
import { eventsSheet, shotSheet } from '../read/otdr-sheets.ts'
import type { Table } from '../table.ts'
import { plainName, rankOf } from './fields.ts'
import { fields, type Field } from './field.ts'

/** What a table's rows are; `mixed` where each row says so itself, as placemarks do. */
const tableKinds = [
  'site',
  'structure',
  'cable',
  'device',
  'circuit',
  'address',
  'splice',
  'port',
  'trace',
  'event',
  'told',
  'mixed',
  'nothing',
] as const
type TableKind = (typeof tableKinds)[number]

export interface TableMapping {
  readonly file: string
  readonly sheet?: string
  readonly as: TableKind
  readonly columns: ReadonlyMap<string, Field>
  /** What the file itself does not say, and an engineer does: of a trace its core, and where it was shot. */
  readonly says?: { readonly core?: string | undefined; readonly from?: string | undefined } | undefined
  readonly origin: 'guessed' | 'given'
}

const column = z.strictObject({
  column: z.string(),
  /** The field, as files spell it; absent where the column means nothing here. */
  means: z.string().transform(camelCase).pipe(z.enum(fields)).optional(),
})
const entry = z.strictObject({
  file: z.string(),
  sheet: z.string().optional(),
  as: z.enum(tableKinds),
  columns: z.array(column).default([]),
  says: z.strictObject({ core: z.string().optional(), from: z.string().optional() }).optional(),
})
/** A saved mapping: what a guess was, or what an engineer made of it. */
export const mappingFile = z.strictObject({ tables: z.array(entry) })
export type MappingFile = z.output<typeof mappingFile>

/** The mapping of a table: the saved one for its file and sheet, else a guess from its column names. */
export function mappingOf(table: Table, saved: MappingFile | undefined): TableMapping {
  const { file, sheet } = table
  const known = saved?.tables.find(each => each.file === file && each.sheet === sheet)
  const place = { file, ...(sheet === undefined ? {} : { sheet }) }
  if (known === undefined) return { ...place, ...guessed(table), origin: 'guessed' }
  const columns = new Map<string, Field>()
  for (const { column, means } of known.columns) if (means !== undefined) columns.set(column, means)
  const { as, says } = known
  return { ...place, as, columns, says: says === undefined ? undefined : filledIn(says), origin: 'given' }
}

/** An entry that was left empty says nothing. */
function filledIn({ core, from }: NonNullable<TableMapping['says']>): TableMapping['says'] {
  return { core: core === '' ? undefined : core, from: from === '' ? undefined : from }
}

function guessed(table: Table): Pick<TableMapping, 'as' | 'columns'> {
  const columns = fieldsByName(table)
  // Of two names the one that the format itself gives is what its owner calls the thing.
  const second = table.columns.find(column => !columns.has(column) && rankOf('name', column) >= 0)
  if (second !== undefined && !isMeant(columns, 'ref')) columns.set(second, 'ref')
  promote(columns, 'name', 'ref')
  promote(columns, 'order', 'ref')
  const as = kindOf(table, columns, new Set(columns.values()))
  return { as, columns: inTableOf(as, columns) }
}

/** Each field by the column whose name says it best, and by all that say it in the same words. */
function fieldsByName(table: Table): Map<string, Field> {
  const columns = new Map<string, Field>()
  for (const field of fields) {
    const ranked = table.columns
      .filter(column => !columns.has(column))
      .map(column => ({ column, rank: rankOf(field, column) }))
    const [best] = ranked.filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank)
    if (best === undefined) continue
    // Placemarks of several hands write one name in several ways, of which each has one.
    for (const { column, rank } of ranked)
      if (rank === best.rank && !/ \(\d+\)$/.test(column)) columns.set(column, field)
    columns.set(best.column, field)
  }
  return columns
}

function isMeant(columns: ReadonlyMap<string, Field>, wanted: Field): boolean {
  return [...columns.values()].includes(wanted)
}

/** Where nothing is called an id, the name is one; else the number. */
function promote(columns: Map<string, Field>, from: Field, to: Field): void {
  const [column] = [...columns].find(([, field]) => field === from) ?? []
  if (column !== undefined && !isMeant(columns, to)) columns.set(column, to)
}

/**
 * What a word means in tables of one kind: an address is one of the network; a number is a port, and a cable or core
 * the one behind it.
 */
const meanings: Readonly<Partial<Record<TableKind, Readonly<Partial<Record<Field, Field>>>>>> = {
  address: { address: 'ipAddress' },
  port: { ports: 'port', line: 'cableA', cores: 'coreA' },
}

function inTableOf(kind: TableKind, columns: ReadonlyMap<string, Field>): ReadonlyMap<string, Field> {
  return new Map(
    [...columns].map(([column, field]) => {
      const means = meanings[kind]?.[field]
      return [column, means === undefined || isMeant(columns, means) ? field : means]
    }),
  )
}

const words: readonly (readonly [TableKind, RegExp])[] = [
  [
    'structure',
    /\b(tiang|pole|poles|closure|closures|jc|odp|odc|odf|otb|handhole|manhole|terminal|terminals|struktur|structures?)\b/,
  ],
  ['cable', /\b(kabel|cables?|spans?|ruas|jalur fo)\b/],
  ['told', /^(tunnels|neighbours)$/],
  ['device', /\b(devices?|routers?|perangkat jaringan)\b/],
  ['circuit', /\b(sirkuit|circuits?|layanan)\b/],
  ['address', /\b(ip addresses|addresses|alamat ip|prefix(es)?|ip plan)\b/],
  ['site', /\b(situs|sites?|opd|kantor|lokasi|skpd|puskesmas|sekolah)\b/],
]

function kindOf(
  { file, sheet = '', rows }: Table,
  columns: ReadonlyMap<string, Field>,
  taken: ReadonlySet<Field>,
): TableKind {
  if (sheet === shotSheet) return 'trace'
  if (sheet === eventsSheet) return 'event'
  // `Kode Tiang`, `Nama OPD`: what a table's things are called says what they are.
  const namingColumn = [...columns].find(([, field]) => field === 'ref')?.[0] ?? ''
  if (rows.some(({ shape }) => shape !== undefined)) return 'mixed'
  if (taken.size === 0) return 'nothing'
  if (taken.has('cableA') && taken.has('cableB')) return 'splice'
  if (isOfPorts(columns, taken)) return 'port'
  const said = [sheet, namingColumn, file].flatMap(
    each => words.find(([, pattern]) => pattern.test(plainName(each)))?.[0] ?? [],
  )[0]
  if (said !== undefined) return said
  if (taken.has('cid')) return 'circuit'
  if (taken.has('prefix') || (taken.has('ipAddress') && !hasPlace(taken))) return 'address'
  if (taken.has('from') && taken.has('to')) return 'cable'
  if (taken.has('address') || taken.has('tenant') || taken.has('kecamatan')) return 'site'
  return hasPlace(taken) ? 'structure' : 'nothing'
}

/** Rows of ports: a port's own number, and a cable or core behind it; nothing stands anywhere. */
function isOfPorts(columns: ReadonlyMap<string, Field>, taken: ReadonlySet<Field>): boolean {
  const isNumber = [...columns].some(
    ([column, field]) => field === 'port' || (field === 'ports' && /^ports?$/.test(plainName(column))),
  )
  const hasCore = (['line', 'cores', 'cableA', 'coreA'] as const).some(field => taken.has(field))
  return isNumber && hasCore && !hasPlace(taken)
}

function hasPlace(taken: ReadonlySet<Field>): boolean {
  return taken.has('lat') || taken.has('position') || taken.has('easting')
}

/** What was guessed or given, as the file that can be changed and given back. */
export function savedMapping(mappings: readonly TableMapping[], tables: readonly Table[]): object {
  return {
    tables: mappings.map((mapping, i) => ({
      file: mapping.file,
      ...(mapping.sheet === undefined ? {} : { sheet: mapping.sheet }),
      as: mapping.as,
      ...(mapping.as === 'trace' ? { says: { core: mapping.says?.core ?? '', from: mapping.says?.from ?? '' } } : {}),
      columns: (tables[i]?.columns ?? []).map(column => {
        const field = mapping.columns.get(column)
        return { column, ...(field === undefined ? {} : { means: snakeCase(field) }) }
      }),
    })),
  }
}
