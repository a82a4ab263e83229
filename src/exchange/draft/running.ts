import type { Plan, RouterPlan } from '../../plan/plan.ts'
import type { Fact, MappedRow } from './draft.ts'

/** A running router: what is planned for it, and what no single row of its export says. */
export interface Running {
  readonly plan: Plan
  readonly own: RouterPlan
  /** Where the peers of each of its interfaces are. */
  readonly endpoints: ReadonlyMap<string, readonly string[]>
  /** Addresses of its interfaces, as they are written. */
  readonly addresses: ReadonlyMap<string, readonly string[]>
  /** Interfaces that have a row of their own in OSPF. */
  readonly ospfPorts: ReadonlySet<string>
}

type OfExport = Pick<Running, 'endpoints' | 'addresses' | 'ospfPorts'>

/** What all the rows of one export say together. */
export function runningFrom(rows: readonly MappedRow[]): OfExport {
  const byInterface = (column: string): ReadonlyMap<string, readonly string[]> => {
    const having = rows.filter(mapped => textIn(mapped, column) !== '')
    return new Map(
      [...Map.groupBy(having, mapped => textIn(mapped, 'interface'))].map(([port, own]) => [
        port,
        own.map(mapped => textIn(mapped, column)),
      ]),
    )
  }
  const named = rows
    .filter(mapped => textIn(mapped, 'menu').startsWith('/routing ospf interface'))
    .flatMap(mapped => (textIn(mapped, 'interfaces') || textIn(mapped, 'interface')).split(','))
  return {
    endpoints: byInterface('endpoint-address'),
    addresses: byInterface('address'),
    ospfPorts: new Set(named.filter(port => port !== '' && port !== 'all')),
  }
}

/** Of a router without an export. */
export const nothingRunning: OfExport = { endpoints: new Map(), addresses: new Map(), ospfPorts: new Set() }

export function textIn({ row }: MappedRow, column: string): string {
  return String(row.cells.get(column) ?? '').trim()
}

export function placesOf({ row }: MappedRow): Fact['from'] {
  return [...row.cells.keys()].map(column => ({ ...row.at, column }))
}

/** The address or prefix of a row of any table of addresses. */
export function addressIn(mapped: MappedRow): string {
  return mapped.text('ipAddress') === '' ? mapped.text('prefix') : mapped.text('ipAddress')
}
