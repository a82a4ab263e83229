import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { budgetTable } from '../contracts/register.ts'
import { bilingual } from '../tables/bilingual.ts'
import { htmlTable } from '../tables/html.ts'
import { svg } from '../topology/svg/svg.ts'
import { addressHtml } from './addresses.ts'
import { findingsHtml } from './findings.ts'
import { circuitTable, contractTable, uplinkTable } from './lease-tables.ts'
import { messages } from './messages.ts'
import { shortened, type Section } from './section.ts'
import { routerTable, routeTable, siteTable, tenantTable } from './site-tables.ts'

/** The chapters of the page, in the order in which they are read. */
export function sectionsOf(
  network: Network,
  plan: Plan,
  diagnostics: readonly Diagnostic[],
  waived: readonly Diagnostic[],
): Section[] {
  return [
    { id: 'peta', title: messages.map, body: mapHtml(network) },
    {
      id: 'temuan',
      title: messages.findings,
      body: findingsHtml(messages.openFindingsCaption, diagnostics) + findingsHtml(messages.waivedCaption, waived),
    },
    {
      id: 'situs',
      title: messages.sites,
      body: shortened(messages.sitesCaption, siteTable(network), 'topology/topology.geojson'),
    },
    {
      id: 'perangkat-daerah',
      title: messages.agencies,
      body: shortened(messages.agenciesCaption, tenantTable(network), 'sites/tenants'),
    },
    {
      id: 'router',
      title: messages.routers,
      body: shortened(messages.routers, routerTable(plan), 'ip-plan/ip-plan.csv'),
    },
    {
      id: 'serat',
      title: messages.ownedFibre,
      body: shortened(messages.ownedFibreCaption, routeTable(network), 'topology/topology.json'),
    },
    {
      id: 'sirkuit',
      title: messages.leased,
      body:
        shortened(messages.leasedCaption, circuitTable(plan), 'contracts/register.xlsx') +
        htmlTable(messages.uplinksCaption, uplinkTable(plan)),
    },
    {
      id: 'kontrak',
      title: messages.contracts,
      body:
        shortened(messages.contractsCaption, contractTable(network), 'contracts/register.csv') +
        htmlTable(messages.budgetCaption, budgetTable(network)),
    },
    { id: 'alamat', title: messages.addresses, body: addressHtml(plan) },
  ]
}

function mapHtml(network: Network): string {
  return `<figure>${withoutLinks(svg(network))}<figcaption>${bilingual(messages.mapCaption)}</figcaption></figure>\n`
}

/** The drawing inside the page that its links lead to. */
function withoutLinks(drawing: string): string {
  return drawing.replaceAll(/<a href="[^"]*">|<\/a>/g, '')
}
