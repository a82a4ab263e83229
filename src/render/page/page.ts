import { createHash } from 'node:crypto'
import type { Bilingual, Diagnostic } from '../../diagnostic/diagnostic.ts'
import { priceNow } from '../../money/stages.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { things, type Noun } from '../../words/things.ts'
import type { Artifact } from '../artifact.ts'
import { budgetTable } from '../contracts/register.ts'
import { ipColumnsInWords } from '../ip-plan/columns.ts'
import { isPool } from '../ip-plan/row.ts'
import { ipRows } from '../ip-plan/rows.ts'
import { sourcesOf } from '../sources-of.ts'
import { bilingual } from '../tables/bilingual.ts'
import { pick } from '../tables/column.ts'
import { htmlTable } from '../tables/html.ts'
import { dateText } from '../text/dates.ts'
import { xmlText } from '../text/escape.ts'
import { notesOf } from '../text/notes.ts'
import { grouped, rupiahText } from '../text/numbers.ts'
import { svg } from '../topology/svg/svg.ts'
import { findingsHtml } from './findings.ts'
import { circuitTable, contractTable, uplinkTable } from './lease-tables.ts'
import { sectionHtml, shortened, type Section } from './section.ts'
import { routerTable, routeTable, siteTable, tenantTable } from './site-tables.ts'
import { style } from './style.ts'

/**
 * `index.html`: the whole network for people who read. One file that asks for nothing else: no script, no font, no picture from
 * elsewhere, and a policy that forbids them. Beside the manifest it is the one artifact that says the date.
 */
export function page(
  network: Network,
  plan: Plan,
  diagnostics: readonly Diagnostic[],
  waived: readonly Diagnostic[],
  asOf: string,
): Artifact {
  return {
    path: 'index.html',
    sources: () =>
      sourcesOf(
        [network],
        network.sites.values(),
        network.tenants.values(),
        network.routes.values(),
        network.circuits.values(),
        network.uplinks.values(),
        network.contracts.values(),
        network.areas.values(),
        network.plants.values(),
        network.waivers.values(),
      ),
    content: () => pageHtml(network, plan, diagnostics, waived, asOf),
  }
}

function pageHtml(
  network: Network,
  plan: Plan,
  diagnostics: readonly Diagnostic[],
  waived: readonly Diagnostic[],
  asOf: string,
): string {
  const sections = sectionsOf(network, plan, diagnostics, waived)
  const title = `Jaringan Pemerintah ${network.declared.name}`
  const hash = createHash('sha256').update(style).digest('base64')
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${xmlText(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${xmlText(title)} <span lang="en">The government network of ${xmlText(network.declared.name)}</span></h1>
<p>${bilingual({ id: `Keadaan per ${dateText(asOf)}.`, en: `As of ${asOf}.` })}</p>
${languages}
${notesHtml(network)}
${figures(network, diagnostics)}
</header>
<nav aria-label="Bagian halaman"><ul>${sections.map(({ id, title: heading }) => `<li><a href="#${id}">${bilingual(heading)}</a></li>`).join('')}</ul></nav>
<main>
${sections.map(sectionHtml).join('')}</main>
<footer><p>${bilingual({ id: 'Dibuat oleh Serat dari inventaris; jangan diubah di sini. Berkas lain: manifest.json.', en: 'Made by Serat from the inventory; do not edit here. Other files: manifest.json.' })}</p></footer>
</body>
</html>
`
}

const languages = `<fieldset><legend>Bahasa / <span lang="en">Language</span></legend>
<span><input type="radio" name="lang" id="lang-both" checked><label for="lang-both"> dua bahasa / both</label></span>
<span><input type="radio" name="lang" id="lang-id"><label for="lang-id"> Indonesia</label></span>
<span><input type="radio" name="lang" id="lang-en"><label for="lang-en"> English</label></span>
</fieldset>`

/** What is composed must be seen before anything else is read. */
function notesHtml(network: Network): string {
  const notes = notesOf(network)
  if (notes.length === 0) return ''
  const heading = { id: 'Catatan tentang data ini', en: 'About these data' }
  return `<div class="notes" role="note"><p><strong>${bilingual(heading)}</strong></p><ul>${notes.map(note => `<li>${bilingual(note)}</li>`).join('')}</ul></div>`
}

function several({ id, many }: Noun): Bilingual {
  return { id, en: many }
}

function figures(
  { sites, tenants, routers, routes, circuits, contracts }: Network,
  diagnostics: readonly Diagnostic[],
): string {
  const value = [...contracts.values()].reduce((sum, contract) => sum + priceNow(contract).inclPpnRupiah, 0)
  const list: readonly (readonly [string, Bilingual])[] = [
    [grouped(sites.size), several(things.site)],
    [grouped(tenants.size), several(things.tenant)],
    [grouped(routers.size), several(things.router)],
    [grouped(routes.size), { id: 'rute serat milik', en: 'owned fibre routes' }],
    [grouped(circuits.size), { id: 'sirkuit sewa', en: 'leased circuits' }],
    [
      rupiahText(value),
      { id: `nilai ${contracts.size} kontrak, dengan PPN`, en: `value of ${contracts.size} contracts, with PPN` },
    ],
    [grouped(diagnostics.length), { id: 'temuan terbuka', en: 'open findings' }],
  ]
  return `<ul class="figures">${list.map(([figure, words]) => `<li><strong>${xmlText(figure)}</strong> ${bilingual(words)}</li>`).join('')}</ul>`
}

function sectionsOf(
  network: Network,
  plan: Plan,
  diagnostics: readonly Diagnostic[],
  waived: readonly Diagnostic[],
): Section[] {
  return [
    { id: 'peta', title: { id: 'Peta', en: 'Map' }, body: mapHtml(network) },
    {
      id: 'temuan',
      title: { id: 'Temuan', en: 'Findings' },
      body:
        findingsHtml({ id: 'Temuan terbuka', en: 'Open findings' }, diagnostics) +
        findingsHtml(
          { id: 'Diterima dengan alasan tertulis (waivers.yaml)', en: 'Accepted with a written reason' },
          waived,
        ),
    },
    {
      id: 'situs',
      title: { id: 'Situs', en: 'Sites' },
      body: shortened(
        { id: 'Situs dan mutu letaknya', en: 'Sites and how well their places are known' },
        siteTable(network),
        'topology/topology.geojson',
      ),
    },
    {
      id: 'perangkat-daerah',
      title: { id: 'Perangkat daerah', en: 'Agencies' },
      body: shortened(
        { id: 'Perangkat daerah dan situsnya', en: 'Agencies and their sites' },
        tenantTable(network),
        'sites/tenants',
      ),
    },
    {
      id: 'router',
      title: { id: 'Router', en: 'Routers' },
      body: shortened({ id: 'Router', en: 'Routers' }, routerTable(plan), 'ip-plan/ip-plan.csv'),
    },
    {
      id: 'serat',
      title: { id: 'Serat milik', en: 'Owned fibre' },
      body: shortened(
        { id: 'Rute serat milik', en: 'Owned fibre routes' },
        routeTable(network),
        'topology/topology.json',
      ),
    },
    {
      id: 'sirkuit',
      title: { id: 'Sirkuit sewa', en: 'Leased circuits' },
      body:
        shortened(
          { id: 'Sirkuit sewa; biaya tanpa PPN', en: 'Leased circuits; fees without PPN' },
          circuitTable(plan),
          'contracts/register.xlsx',
        ) + htmlTable({ id: 'Uplink internet di pusat', en: 'Internet uplinks at the hub' }, uplinkTable(plan)),
    },
    {
      id: 'kontrak',
      title: { id: 'Kontrak dan anggaran', en: 'Contracts and budget' },
      body:
        shortened(
          { id: 'Kontrak; uang dalam rupiah', en: 'Contracts; money in rupiah' },
          contractTable(network),
          'contracts/register.csv',
        ) +
        htmlTable(
          { id: 'Baris anggaran terhadap pagu', en: 'Budget lines against their ceilings' },
          budgetTable(network),
        ),
    },
    { id: 'alamat', title: { id: 'Rencana alamat', en: 'Address plan' }, body: addressHtml(plan) },
  ]
}

function mapHtml(network: Network): string {
  const caption = {
    id: 'Dari koordinat situs, tiang dan kabel. Sirkuit sewa digambar lurus; tabel di bawah memuat data yang sama.',
    en: 'From the coordinates of sites, poles and cables. Leased circuits are drawn straight; the tables below hold the same data.',
  }
  return `<figure>${svg(network)}<figcaption>${bilingual(caption)}</figcaption></figure>\n`
}

const poolKeys = ['thing', 'kind', 'prefix', 'zone', 'used_percent']
const addressKeys = [
  'prefix',
  'kind',
  'thing',
  'router',
  'interface',
  'address',
  'vlan',
  'zone',
  'tenant',
  'hosts',
  'capacity',
  'used_percent',
  'status',
]

function addressHtml(plan: Plan): string {
  const rows = ipRows(plan)
  const list = (family: 4 | 6): string =>
    shortened(
      { id: `Alamat IPv${family}`, en: `IPv${family} addresses` },
      {
        columns: pick(ipColumnsInWords, addressKeys),
        rows: rows.filter(row => !isPool(row) && row.range.family === family),
      },
      'ip-plan/ip-plan.csv',
    )
  return (
    htmlTable(
      { id: `Pool, ${things.zone.id} dan agregat`, en: 'Pools, zones and aggregates' },
      { columns: pick(ipColumnsInWords, poolKeys), rows: rows.filter(isPool) },
    ) +
    list(4) +
    list(6)
  )
}
