import type { Network } from '../../model/network.ts'
import { axes, moneyBy, sumOf, type Axis, type MoneyRow } from '../../money/by-axis.ts'
import type { Plan } from '../../plan/plan.ts'
import { dateText } from '../text/dates.ts'
import { times } from '../../words/dates.ts'
import { capital, things } from '../../words/things.ts'
import type { Artifact } from '../artifact.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { csvArtifact, workbookArtifact } from '../tables/artifacts.ts'
import type { Table } from '../tables/column.ts'
import { markdownTable } from '../tables/markdown.ts'
import { sheet } from '../tables/xlsx.ts'
import { notesMarkdown } from '../text/notes.ts'
import { moneyColumns } from './columns.ts'
import { lineFinder, operandsOf } from './operands.ts'

const axisWords: Readonly<Record<Axis, string>> = {
  contract: capital(things.contract.id),
  circuit: capital(things.circuit.id),
  site: capital(things.site.id),
  opd: capital(things.tenant.id),
  kecamatan: capital(things.area.id),
  provider: capital(things.provider.id),
  budget: capital(things.budget.id),
  month: capital(times.month.id),
  year: 'Tahun anggaran',
  rate: 'Rupiah per Mbit per detik',
}

/** Money by every axis: the same postings, cut another way, with the day that decides what is due. */
export function moneyDocuments(network: Network, { asOf }: Plan): Artifact[] {
  const tables = once(() => new Map(axes.map(axis => [axis, moneyBy(network, axis, asOf)])))
  const rowsOf = (axis: Axis): MoneyRow[] => withTotal(tables().get(axis) ?? [])
  const columns = moneyColumns(asOf)
  const tableOf = (axis: Axis): Table<MoneyRow> => ({
    columns,
    rows: rowsOf(axis),
    at: ({ operands }) => operands.map(({ posting }) => posting.at),
  })
  const sources = once(() =>
    sourcesOf(
      [network],
      network.contracts.values(),
      network.circuits.values(),
      network.uplinks.values(),
      network.payments.values(),
      network.plants.values(),
    ),
  )
  return [
    ...axes.map((axis): Artifact => csvArtifact(`money/by-${axis}.csv`, sources, () => tableOf(axis))),
    { path: 'money/money.json', sources, content: () => moneyJson(tables(), asOf) },
    {
      path: 'money/money.md',
      sources,
      content: () => moneyMarkdown(network, tableOf, asOf),
      sheets: () => axes.map(axis => sheet(axisWords[axis], tableOf(axis))),
    },
    workbookArtifact('money/money.xlsx', sources, () => axes.map(axis => sheet(axisWords[axis], tableOf(axis)))),
  ]
}

function withTotal(rows: readonly MoneyRow[]): MoneyRow[] {
  const total: MoneyRow = {
    key: 'jumlah',
    name: 'Jumlah (total)',
    committed: sumOf(rows.map(({ committed }) => committed)),
    due: sumOf(rows.map(({ due }) => due)),
    paid: sumOf(rows.map(({ paid }) => paid)),
    rent: sumOf(rows.map(({ rent }) => rent)),
    operands: rows.flatMap(({ operands }) => operands),
  }
  return [...rows, total]
}

/** Every figure with the operands that it is the sum of, and where each of them stands. */
function moneyJson(tables: ReadonlyMap<Axis, readonly MoneyRow[]>, asOf: string): string {
  const lineOf = lineFinder()
  const by = Object.fromEntries(
    [...tables].map(([axis, rows]) => [
      axis,
      rows.map(row => {
        const { key, name, committed, due, paid, rent } = row
        return { key, name, committed, due, paid, rent, operands: operandsOf(row, asOf, lineOf) }
      }),
    ]),
  )
  return JSON.stringify({ formatVersion: 1, asOf, currency: 'IDR', by }, undefined, 1) + '\n'
}

function moneyMarkdown(network: Network, tableOf: (axis: Axis) => Table<MoneyRow>, asOf: string): string {
  const parts = axes.map(axis => `## ${axisWords[axis]}\n\n${markdownTable(tableOf(axis))}`)
  const policy =
    'Setiap baris tagihan dibulatkan sekali ke rupiah; PPN dihitung per tagihan bulanan dan dibagi ke barisnya ' +
    'tanpa sisa. Jatuh tempo: bulan yang sudah dilayani pada tanggal ini. ' +
    '*Each line of an invoice is rounded once; PPN is of the invoice. Due: months served on this day.*'
  return [`# Uang menurut setiap sudut\n\nKeadaan ${dateText(asOf)}. ${policy}\n`, notesMarkdown(network), ...parts]
    .filter(part => part !== '')
    .join('\n')
}
