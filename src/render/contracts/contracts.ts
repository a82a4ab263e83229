import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import type { Artifact } from '../artifact.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { column, within } from '../tables/column.ts'
import { csvArtifact, workbookArtifact } from '../tables/artifacts.ts'
import { totalled } from '../tables/totals.ts'
import { sheet, type Sheet } from '../tables/xlsx.ts'
import { notesOf } from '../text/notes.ts'
import { lineColumns } from './columns.ts'
import { contractJson } from './json.ts'
import { contractMarkdown } from './markdown.ts'
import { recordsOf, type ContractRecord } from './record.ts'
import { budgetTable, registerTable } from './register.ts'

/** A record for every contract, and the register of all. */
export function contracts(network: Network): Artifact[] {
  const records = once(() => recordsOf(network))
  const byId = once(() => new Map(records().map(record => [record.contract.id, record])))
  const all = once(() =>
    sourcesOf([network], network.contracts.values(), network.circuits.values(), network.uplinks.values()),
  )
  return [
    ...[...network.contracts.keys()].flatMap(id => recordArtifacts(network, id, byId)),
    csvArtifact('contracts/register.csv', all, () => registerTable(records())),
    workbookArtifact('contracts/register.xlsx', all, () => registerSheets(network, records())),
  ]
}

function recordArtifacts(network: Network, id: string, records: () => ReadonlyMap<string, ContractRecord>): Artifact[] {
  const record = (): ContractRecord => {
    const found = records().get(id)
    if (found === undefined) throw new Error(`no record of contract ${id}`)
    return found
  }
  const sources = (): string[] =>
    sourcesOf(
      [network],
      record().drawing.contracts,
      record().lines.map(({ bought }) => bought),
    )
  return [
    { path: `contracts/${id}.json`, sources, content: () => contractJson(network, record()) },
    {
      path: `contracts/${id}.md`,
      sources,
      content: () => contractMarkdown(network, record()),
      sheets: () => [linesSheet(record())],
    },
  ]
}

function registerSheets(network: Network, records: readonly ContractRecord[]): Sheet[] {
  const lines = records.flatMap(({ contract, lines: own }) => own.map(line => ({ contract: contract.id, line })))
  const owner = column('contract', 'Kontrak', 'Contract', 'code', 16, (row: (typeof lines)[number]) => row.contract)
  const notes = [
    column('id', 'Catatan', 'Indonesian', 'text', 140, ({ id }: Bilingual) => id),
    column('en', 'Note', 'English', 'text', 140, ({ en }: Bilingual) => en),
  ]
  return [
    sheet('Kontrak', totalled(registerTable(records))),
    sheet(
      'Sirkuit',
      totalled({
        columns: [owner, ...within(lineColumns, ({ line }: (typeof lines)[number]) => line)],
        rows: lines,
        at: ({ line }) => [line.term.at('monthlyRupiah'), line.term.fromAt],
      }),
    ),
    sheet('Anggaran', totalled(budgetTable(network))),
    ...(notesOf(network).length === 0 ? [] : [sheet('Catatan', { columns: notes, rows: notesOf(network) })]),
  ]
}

/** The price lines of one contract, as its record has them. */
function linesSheet({ lines }: ContractRecord): Sheet {
  return sheet('Sirkuit', {
    columns: lineColumns,
    rows: lines,
    at: ({ term }) => [term.at('monthlyRupiah'), term.fromAt],
  })
}
