import { bilingual } from '../../words/catalogue.ts'
import { number } from '../../words/figures.ts'
import { things } from '../../words/things.ts'
import { dateText } from '../text/dates.ts'

/** What stands on the page around its tables. */
const indonesian = {
  title: ({ network }: Named) => `Jaringan Pemerintah ${network}`,
  asOf: ({ day }: Dated) => `Keadaan per ${dateText(day)}.`,
  madeBy: 'Dibuat oleh Serat dari inventaris; jangan diubah di sini. Berkas lain: manifest.json.',
  withheld:
    'Sebagian berkas inventaris sengaja tidak dibawa halaman ini (--page-without), jadi tabelnya pun tidak; nyalakan skrip untuk sisanya.',
  aboutData: 'Catatan tentang data ini',
  ownedRoutes: 'rute serat milik',
  leasedCircuits: 'sirkuit sewa',
  contractsWorth: ({ contracts }: Contracts) => `nilai ${contracts} kontrak, dengan PPN`,
  openFindings: 'temuan terbuka',
  map: 'Peta',
  mapCaption:
    'Dari koordinat situs, tiang dan kabel. Sirkuit sewa digambar lurus; tabel di bawah memuat data yang sama.',
  findings: 'Temuan',
  openFindingsCaption: 'Temuan terbuka',
  waivedCaption: 'Diterima dengan alasan tertulis (waivers.yaml)',
  code: 'Kode',
  severity: 'Tingkat',
  finding: 'Temuan',
  place: 'Tempat',
  none: 'tidak ada.',
  moreFindings: ({ left }: Left) => `dan ${number(left).id} lagi; lihat serat check`,
  sites: 'Situs',
  sitesCaption: 'Situs dan mutu letaknya',
  agencies: 'Perangkat daerah',
  agenciesCaption: 'Perangkat daerah dan situsnya',
  routers: 'Router',
  ownedFibre: 'Serat milik',
  ownedFibreCaption: 'Rute serat milik',
  leased: 'Sirkuit sewa',
  leasedCaption: 'Sirkuit sewa; biaya tanpa PPN',
  uplinksCaption: 'Uplink internet di pusat',
  contracts: 'Kontrak dan anggaran',
  contractsCaption: 'Kontrak; uang dalam rupiah',
  budgetCaption: 'Baris anggaran terhadap pagu',
  addresses: 'Rencana alamat',
  poolsCaption: `Pool, ${things.zone.id} dan agregat`,
  addressesCaption: ({ family }: OfFamily) => `Alamat IPv${family}`,
  shortened: ({ shown, all, file }: Shortened) =>
    `${number(shown).id} baris pertama dari ${number(all).id}; semuanya ada di ${file}.`,
}

const english: typeof indonesian = {
  title: ({ network }) => `The government network of ${network}`,
  asOf: ({ day }) => `As of ${day}.`,
  madeBy: 'Made by Serat from the inventory; do not edit here. Other files: manifest.json.',
  withheld:
    'Some inventory files were left out of this page on purpose (--page-without), and so are its tables; turn scripts on for the rest.',
  aboutData: 'About these data',
  ownedRoutes: 'owned fibre routes',
  leasedCircuits: 'leased circuits',
  contractsWorth: ({ contracts }) => `value of ${contracts} contracts, with PPN`,
  openFindings: 'open findings',
  map: 'Map',
  mapCaption:
    'From the coordinates of sites, poles and cables. Leased circuits are drawn straight; the tables below hold the same data.',
  findings: 'Findings',
  openFindingsCaption: 'Open findings',
  waivedCaption: 'Accepted with a written reason',
  code: 'Code',
  severity: 'Severity',
  finding: 'Finding',
  place: 'Place',
  none: 'none.',
  moreFindings: ({ left }) => `and ${number(left).en} more; see serat check`,
  sites: 'Sites',
  sitesCaption: 'Sites and how well their places are known',
  agencies: 'Agencies',
  agenciesCaption: 'Agencies and their sites',
  routers: 'Routers',
  ownedFibre: 'Owned fibre',
  ownedFibreCaption: 'Owned fibre routes',
  leased: 'Leased circuits',
  leasedCaption: 'Leased circuits; fees without PPN',
  uplinksCaption: 'Internet uplinks at the hub',
  contracts: 'Contracts and budget',
  contractsCaption: 'Contracts; money in rupiah',
  budgetCaption: 'Budget lines against their ceilings',
  addresses: 'Address plan',
  poolsCaption: 'Pools, zones and aggregates',
  addressesCaption: ({ family }) => `IPv${family} addresses`,
  shortened: ({ shown, all, file }) => `The first ${number(shown).en} of ${number(all).en} rows; all are in ${file}.`,
}

interface Named {
  readonly network: string
}

interface Dated {
  /** `2026-11-02`. */
  readonly day: string
}

interface Contracts {
  readonly contracts: number
}

interface Left {
  readonly left: number
}

interface OfFamily {
  readonly family: 4 | 6
}

interface Shortened {
  readonly shown: number
  readonly all: number
  readonly file: string
}

export const messages = bilingual(indonesian, english)
