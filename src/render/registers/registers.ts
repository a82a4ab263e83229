import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { documentHtml } from '../document/html.ts'
import { textTable, type Block } from '../document/block.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { csv } from '../tables/csv.ts'
import type { Table } from '../tables/column.ts'
import { workbookArtifact } from '../tables/artifacts.ts'
import { totalled } from '../tables/totals.ts'
import { sheet, type Sheet } from '../tables/xlsx.ts'
import { dateText } from '../text/dates.ts'
import { notesOf } from '../text/notes.ts'
import { accrualTable } from './accrual.ts'
import { assetTable } from './assets.ts'
import { availabilityTable } from './availability.ts'
import { addendumTable, documentTable } from './papers.ts'
import { paymentTable } from './payments.ts'
import { spbeFigures } from './spbe.ts'

interface Register {
  /** Name of its file. */
  readonly name: string
  readonly sheet: Sheet
  /** With a row of totals, for the workbook. */
  readonly totalled: Sheet
  readonly csv: () => string
  readonly block: () => Block
}

/**
 * Registers of what happened, on a day: payments, debts, availability, addenda, papers, assets; for auditors, as files
 * and as paper.
 */
export function registerDocuments(network: Network, plan: Plan): Artifact[] {
  const { asOf } = plan
  const registers = once(() => registersOf(network, plan))
  const sources = once(() =>
    sourcesOf(
      [network],
      network.contracts.values(),
      network.payments.values(),
      network.tickets.values(),
      network.claims.values(),
      network.circuits.values(),
      network.uplinks.values(),
      network.routers.values(),
      network.cables.values(),
    ),
  )
  return [
    ...names.map(
      (name, i): Artifact => ({
        path: `registers/${name}.csv`,
        sources,
        content: () => registers()[i]?.csv() ?? '',
        sheets: () =>
          registers()
            .slice(i, i + 1)
            .map(register => register.sheet),
      }),
    ),
    workbookArtifact('registers/registers.xlsx', sources, () => registers().map(register => register.totalled)),
    {
      path: 'registers/registers.html',
      sources,
      content: () =>
        documentHtml({ title: `Register ${network.declared.name}`, page: 'A3 landscape' }, [
          { kind: 'heading', level: 1, text: `Register jaringan ${network.declared.name}, keadaan ${dateText(asOf)}` },
          ...notesOf(network).map(({ id }): Block => ({ kind: 'paragraph', text: `Catatan: ${id}` })),
          ...registers().map(({ block }) => block()),
        ]),
    },
    {
      path: 'registers/spbe.json',
      sources,
      content: () => `${JSON.stringify({ formatVersion: 1, ...spbeFigures(network, asOf) }, undefined, 2)}\n`,
    },
  ]
}

const names = ['payments', 'unpaid', 'availability', 'addenda', 'documents', 'assets'] as const

function registersOf(network: Network, plan: Plan): Register[] {
  const { asOf } = plan
  return [
    register(names[0], 'Pembayaran', paymentTable(network)),
    register(names[1], 'Belum dibayar', accrualTable(network, asOf)),
    register(names[2], 'Ketersediaan', availabilityTable(network, asOf)),
    register(names[3], 'Adendum', addendumTable(network)),
    register(names[4], 'Dokumen', documentTable(network)),
    register(names[5], 'Aset', assetTable(network, plan)),
  ]
}

/** A register of any kind of rows. */
function register<Row>(name: string, title: string, table: Table<Row>): Register {
  return {
    name,
    sheet: sheet(title, table),
    totalled: sheet(title, totalled(table)),
    csv: () => csv(table),
    block: () => ({ kind: 'table', caption: title, table: textTable(table) }),
  }
}
