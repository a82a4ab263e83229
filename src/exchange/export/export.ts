import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../../render/artifact.ts'
import { csv } from '../../render/tables/csv.ts'
import { xlsx } from '../../render/tables/xlsx.ts'
import { layersOf } from './geo.ts'
import { exportGpkg } from './gpkg.ts'
import { exportKml } from './kml.ts'
import { exportNetbox } from './netbox.ts'
import { exportOfds } from './ofds.ts'
import { cablesTable, exportedFrom, exportSheets, sitesTable, splicesTable, structuresTable } from './tables.ts'

export const exportFormats = ['csv', 'xlsx', 'kml', 'gpkg', 'ofds', 'netbox'] as const
export type ExportFormat = (typeof exportFormats)[number]

interface ExportedFrom {
  readonly network: Network
  readonly plan: Plan
  readonly asOf: string
}

/** The files of an export, with a list of what its format has no place for. */
export function exportArtifacts(
  format: ExportFormat,
  { network, plan, asOf }: ExportedFrom,
  what: 'everything' | 'form',
): Artifact[] {
  const things = exportedFrom(network, what)
  const files: Readonly<Record<ExportFormat, () => Artifact[]>> = {
    csv: () => [
      { path: 'situs.csv', content: () => csv(sitesTable(things.sites)) },
      { path: 'struktur.csv', content: () => csv(structuresTable(things.structures)) },
      { path: 'kabel.csv', content: () => csv(cablesTable(things.cables)) },
      { path: 'splice.csv', content: () => csv(splicesTable(things.splices, things.cables)) },
    ],
    xlsx: () => [{ path: 'serat.xlsx', content: () => xlsx(exportSheets(things)) }],
    kml: () => [{ path: 'serat.kml', content: () => exportKml(network.declared.name, layersOf(things)) }],
    gpkg: () => [{ path: 'serat.gpkg', content: () => exportGpkg(things, asOf) }],
    ofds: () => [{ path: 'ofds.json', content: () => exportOfds(network, things) }],
    netbox: () => exportNetbox(network, plan).map(([path, text]) => ({ path, content: () => text })),
  }
  return [...files[format](), { path: 'README.md', content: () => lostText(format) }]
}

const always: readonly Bilingual[] = [
  {
    id: 'rute serat, gulungan cadangan, keadaan core, perbaikan kabel, serat gelap sewaan, pengukuran',
    en: 'routes of light, slack coils, states of cores, repairs of cables, rented dark fibre, measurements',
  },
  { id: 'kontrak, anggaran, pembayaran, tiket', en: 'contracts, budgets, payments, tickets' },
  { id: 'zona, kebijakan, alamat selain yang dipatok', en: 'zones, policies, addresses that are not pinned' },
  {
    id: 'pada apa sebuah closure atau ODF berada (tiangnya, situsnya): yang ada titiknya',
    en: 'on what a closure or ODF stands (its pole, its site): its point is there',
  },
  {
    id: 'jenis kabel selain jumlah corenya; pemasangan, duct, galian, dan kedalaman tiap bentang bila berbeda-beda; izin dan sewanya',
    en:
      "a cable's type but for its number of cores; " +
      'how each of its spans is laid, its duct, trench and depth where they differ; permits and their rent',
  },
]

const noSplices: Bilingual = { id: 'sambungan core', en: 'splices of cores' }

const lost: Readonly<Record<ExportFormat, readonly Bilingual[]>> = {
  csv: always,
  xlsx: always,
  kml: [...always, noSplices],
  gpkg: [...always, noSplices],
  ofds: [
    ...always,
    noSplices,
    {
      id: 'situs, dan struktur yang tidak dilalui kabel; pemilik, port, tray, tanggal',
      en: 'sites, and structures that no cable uses; owners, ports, trays, dates',
    },
  ],
  netbox: [...always, { id: 'seluruh jaringan serat', en: 'the whole plant' }],
}

function lostText(format: ExportFormat): string {
  return `# ${format}

Yang tidak dibawa format ini:

${lost[format].map(({ id }) => `- ${id}`).join('\n')}

What this format does not carry:

${lost[format].map(({ en }) => `- ${en}`).join('\n')}
`
}
