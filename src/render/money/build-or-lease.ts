import type { Network } from '../../model/network.ts'
import { buildOrLease, type BuildOrLease } from '../../money/build-or-lease.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { once } from '../once.ts'
import { sourcesOf } from '../sources-of.ts'
import { csvArtifact, workbookArtifact } from '../tables/artifacts.ts'
import type { Table } from '../tables/column.ts'
import { markdownTable } from '../tables/markdown.ts'
import { totalled } from '../tables/totals.ts'
import { sheet } from '../tables/xlsx.ts'
import { dateText } from '../text/dates.ts'
import { notesMarkdown } from '../text/notes.ts'
import { buildOrLeaseColumns } from './build-or-lease-columns.ts'
import { lineFinder } from './operands.ts'

/** What each leased site costs a year beside fibre to it, ranked. */
export function buildOrLeaseDocuments(network: Network, plan: Plan): Artifact[] {
  const table = once((): Table<BuildOrLease> => {
    const columns = buildOrLeaseColumns(network)
    return {
      columns,
      rows: buildOrLease(network, plan),
      at: ({ site, joint, circuits }) => [
        site.origin,
        ...circuits.map(({ at }) => at('monthlyRupiah')),
        ...(joint === undefined ? [] : [joint.structure.origin]),
      ],
    }
  })
  const sources = once(() =>
    sourcesOf([network], network.sites.values(), network.circuits.values(), network.plants.values()),
  )
  const title = 'Bangun atau sewa'
  return [
    csvArtifact('money/build-or-lease.csv', sources, table),
    { path: 'money/build-or-lease.json', sources, content: () => json(table(), plan.asOf) },
    {
      path: 'money/build-or-lease.md',
      sources,
      content: () => markdown(network, plan, table()),
      sheets: () => [sheet(title, table())],
    },
    workbookArtifact('money/build-or-lease.xlsx', sources, () => [sheet(title, totalled(table()))]),
  ]
}

/** Every row with the operands of each of its sums, and where each of them stands. */
function json({ columns, rows }: Table<BuildOrLease>, asOf: string): string {
  const lineOf = lineFinder()
  const sites = rows.map(row => ({
    ...Object.fromEntries(columns.map(({ key, value }) => [key, value(row) ?? null])),
    operands: Object.fromEntries(
      columns.flatMap(({ key, from }) =>
        from === undefined
          ? []
          : [[key, from(row).map(({ of, value, at }) => ({ of, value, file: at.source.path, line: lineOf(at) }))]],
      ),
    ),
  }))
  return `${JSON.stringify({ formatVersion: 1, asOf, currency: 'IDR', sites }, undefined, 1)}\n`
}

function markdown(network: Network, { asOf }: Plan, table: Table<BuildOrLease>): string {
  const missing =
    network.declared.policy.fibreCost === undefined
      ? 'Biaya membangun belum ada: tulis `policy.fibre_cost` di network.yaml. ' +
        '*No cost of building is known: write `policy.fibre_cost` in network.yaml.*\n'
      : ''
  const policy =
    'Sewa: dua belas bulan biaya hari itu, tanpa PPN. Membangun: garis lurus dari titik sambung terdekat ' +
    'ditambah kelokan jalan, dengan harga satuan `policy.fibre_cost`; sungai, izin, dan tanah tidak dihitung. ' +
    'Kembali: membangun dibagi hemat setahun, dibulatkan ke atas. ' +
    '*Lease: twelve months of the day’s fees, without PPN. ' +
    'Building: the straight line from the nearest joint and the detour of roads, ' +
    'at the unit prices of `policy.fibre_cost`; rivers, permits and land are not counted. ' +
    'Paid back: building over what a year saves, rounded up.*'
  return [
    `# Bangun atau sewa\n\nKeadaan ${dateText(asOf)}. ${policy}\n`,
    missing,
    notesMarkdown(network),
    markdownTable(table),
  ]
    .filter(part => part !== '')
    .join('\n')
}
