import type { Network } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import { classed, type Classed } from './draft/classify.ts'
import { circuitsOf } from './draft/circuits.ts'
import { cablesOf } from './draft/cables.ts'
import { mappedRows, type Draft, type Drafting, type MappedRow } from './draft/draft.ts'
import { withDevices } from './draft/devices.ts'
import { cablesByName } from './draft/named.ts'
import { withPins } from './draft/pins.ts'
import { withPorts } from './draft/ports.ts'
import { sayWalkingOrder } from './draft/order.ts'
import { sitesOf } from './draft/sites.ts'
import { splicesOf } from './draft/splices.ts'
import { structuresOf } from './draft/structures.ts'
import { tracesOf } from './draft/traces.ts'
import type { Field } from './mapping/field.ts'
import { mappingOf, type MappingFile, type TableMapping } from './mapping/mapping.ts'
import { unused, type CellCount } from './report/unused.ts'
import { remarkOn, type Cell, type Remark, type Table } from './table.ts'
import { nameKey } from './values/ids.ts'
import { decimalOf, type Decimal } from './values/numbers.ts'
import type { FromUtm } from './values/utm.ts'

/** What an import makes of its files: things with their facts, and whatever else there is to say. */
export interface Proposal {
  readonly tables: readonly Table[]
  readonly mappings: readonly TableMapping[]
  readonly drafts: readonly Draft[]
  readonly remarks: readonly Remark[]
  readonly cells: CellCount
}

interface Importing {
  readonly tables: readonly Table[]
  readonly remarks: readonly Remark[]
  readonly saved: MappingFile | undefined
  readonly network: Network
  readonly plan: Plan
  readonly fromUtm: FromUtm
}

export function propose({ tables, remarks: told, saved, network, plan, fromUtm }: Importing): Proposal {
  const remarks = [...told]
  const drafting: Drafting = { network, plan, fromUtm, remark: remark => void remarks.push(remark) }
  const mappings = tables.map(table => mappingOf(table, saved))
  const rows = tables.flatMap((table, i): (readonly [MappedRow, Classed])[] => {
    const mapping = mappings[i]
    return mapping === undefined
      ? []
      : mappedRows(table, mapping, decimalsOf(table, mapping)).map(mapped => [mapped, classed(mapped)] as const)
  })
  for (const [{ row }, { as }] of rows) if (as === 'nothing') remarks.push(remarkOn(row, 'left-out', noKind))
  sayOfTwoKinds(rows, drafting)
  const drafts = draftsOf(rows, drafting)
  const left = unused(tables, mappings, drafts, remarks)
  return { tables, mappings, drafts, remarks: [...remarks, ...left.remarks], cells: left.cells }
}

/** Things of all kinds: what others stand on or name comes first. */
function draftsOf(rows: readonly (readonly [MappedRow, Classed])[], drafting: Drafting): Draft[] {
  const classes = Map.groupBy(rows, ([, { as }]) => as)
  const those = (as: Classed['as']): MappedRow[] => (classes.get(as) ?? []).map(([mapped]) => mapped)
  const standing = classes.get('structure') ?? []
  const structures = structuresOf(standing, drafting)
  sayWalkingOrder(standing, structures, drafting)
  const sites = withPins(
    withDevices(sitesOf(those('site'), drafting), those('device'), drafting),
    those('address'),
    drafting,
  )
  const cables = cablesOf(those('cable'), structures, drafting)
  const circuits = circuitsOf(those('circuit'), drafting)
  const known = { structures, cables: cablesByName(cables, drafting) }
  const splices = splicesOf(those('splice'), structures, known.cables, drafting)
  const ported = withPorts(structures.drafts, those('port'), known, drafting)
  const traces = tracesOf(those('trace'), those('event'), known, drafting)
  return [...ported, ...sites, ...cables, ...splices, ...circuits, ...traces]
}

/** One name for things of two kinds in one table: each has its place, and people should look. */
function sayOfTwoKinds(rows: readonly (readonly [MappedRow, Classed])[], { remark }: Drafting): void {
  const first = new Map<string, Classed['as']>()
  for (const [{ row, text }, { as }] of rows) {
    const ref = nameKey(text('ref'))
    if (ref === '' || (as !== 'site' && as !== 'structure' && as !== 'cable')) continue
    const key = JSON.stringify([row.at.file, row.at.sheet ?? '', ref])
    const before = first.get(key)
    if (before === undefined) first.set(key, as)
    else if (before !== as)
      remark({
        at: row.at,
        certainty: 'contradicted',
        why: {
          id: `nama ${ref} dipakai untuk dua jenis hal`,
          en: `the name ${ref} is used for things of two kinds`,
        },
      })
  }
}

const noKind = {
  id: 'tabel ini tidak memuat situs, struktur atau kabel; sebutkan `as` dalam berkas pemetaan',
  en: 'this table holds no sites, structures or cables; say `as` in the mapping file',
}

function decimalsOf(table: Table, mapping: TableMapping): ReadonlyMap<Field, Decimal> {
  return new Map([...mapping.columns].map(([column, field]) => [field, decimalOf(cellsIn(table, column))]))
}

function* cellsIn({ rows }: Table, column: string): Generator<Cell> {
  for (const { cells } of rows) {
    const cell = cells.get(column)
    if (cell !== undefined) yield cell
  }
}
