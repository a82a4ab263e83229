import type { Checked, Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Bought, Network, NetworkIndex, Site } from '../model/network.ts'
import { isKind } from '../model/kind.ts'
import { isMissing } from '../model/missing.ts'
import type { Source } from '../source/source.ts'
import { inside } from '../source/source.ts'
import { declare, type Declarations, type Item } from './declare.ts'
import { pinnedDay } from './pinned-day.ts'
import { linkLeases, type LinkedLeases } from './link-leases.ts'
import { linkRecords } from './link-records.ts'
import { linkMeasurements } from './link-measurements.ts'
import { linkWorks } from './link-works.ts'
import { linkPlant, type LinkedPlant } from './link-plant.ts'
import { checkPermits } from './check-permits.ts'
import type { Past } from './past.ts'
import { withModels } from './link-models.ts'
import { linkOptics } from './link-optics.ts'
import { linkCatalogue, linkSites, type LinkedSites, type Platforms } from './link-sites.ts'
import { checkFormerNames, plainThings, resolve, tableOf, type Linking } from './resolve.ts'
import { loadFault } from './fault.ts'
import { newerInventory } from './newer.ts'
import { printable } from '../text/screen.ts'
import { groupedByEach } from '../text/groups.ts'

/** What loading needs to know beside the files. The day whose facts hold is the one asked for, else the pin of the network file, else today. */
interface LoadContext {
  readonly asOf?: string | undefined
  readonly today?: string | undefined
  readonly past?: Past
  /** SHA-256 of the files in `documents/`, by path. */
  readonly documents?: ReadonlyMap<string, string> | undefined
}

/**
 * Files to one linked, immutable network, and every fault of every file; `reading` is what was wrong with files that are not among them. What could not be loaded is left out and remembered in
 * `missing`. The network is undefined where the network file itself, or the hub that it names, cannot be loaded.
 */
export function load(
  sources: readonly Source[],
  platforms: Platforms,
  reading: readonly Diagnostic[] = [],
  { asOf, today, documents, past = new Map() }: LoadContext = {},
): Checked<Network | undefined> {
  const newer = newerInventory(sources, straysOf(reading))
  if (newer !== undefined) return { value: undefined, diagnostics: [newer] }
  const unread = reading.filter(({ severity }) => severity === 'error').map(({ at }) => at.source.path)
  const { declarations, diagnostics, missing } = declare(sources, unread)
  const linking: Linking = { diagnostics: [...reading, ...diagnostics], missing, past }
  const network = declarations.network[0]
  if (network === undefined) {
    if (![...sources.map(({ path }) => path), ...unread].includes('network.yaml'))
      linking.diagnostics.push(noNetworkFile())
    return { value: undefined, diagnostics: linking.diagnostics }
  }
  return {
    value: link(linking, declarations, network, platforms, {
      documents,
      day: asOf ?? pinnedDay(linking, declarations, network, today) ?? today,
    }),
    diagnostics: linking.diagnostics,
  }
}

/** Files and folders in places that mean nothing. */
function straysOf(reading: readonly Diagnostic[]): string[] {
  return reading.flatMap(({ code, at: { source } }) => (code === 'LOD004' && source.path !== '' ? [source.path] : []))
}

function link(
  linking: Linking,
  declarations: Declarations,
  network: Item<Network['declared']>,
  platforms: Platforms,
  { documents, day }: Pick<Network, 'documents' | 'day'>,
): Network | undefined {
  const catalogue = linkCatalogue(linking, network)
  const known = withModels(linking, declarations, platforms)
  const located = linkSites(linking, declarations, catalogue, known)
  for (const [i, id] of network.declared.policy.nocSites.entries())
    resolve(linking, 'site', located.sites, id, inside(network.origin, 'policy', 'nocSites', i))
  const leases = linkLeases(linking, declarations, network, located, day)
  const records = linkRecords(linking, declarations, leases)
  const lights = linkOptics(linking, declarations)
  const plant = linkPlant(linking, declarations, { ...located, ...lights })
  checkPermits(linking, plant, leases.budgets)
  const works = linkWorks(linking, declarations, { ...plant, ...leases, ...catalogue, routers: located.routers })
  const measurements = linkMeasurements(linking, declarations, { ...plant, routers: located.routers })
  const waivers = tableOf(linking, 'waiver', 'waiver', plainThings('waiver', declarations.waiver))
  checkNames(linking, located, leases, plant)
  const hub = hubOf(linking, network, located)
  if (hub === undefined) return undefined
  return {
    day,
    declared: network.declared,
    origin: network.origin,
    hub,
    ...catalogue,
    ...located,
    ...leases,
    ...lights,
    ...plant,
    ...records,
    works,
    ...measurements,
    documents,
    waivers,
    platforms: known,
    modelTypes: new Map(plainThings('model', declarations.model).map(model => [model.id, model])),
    missing: linking.missing,
    index: indexOf(located, leases, plant),
  }
}

function checkNames(
  linking: Linking,
  { sites, tenants, routers }: LinkedSites,
  { providers, contracts, circuits, uplinks }: LinkedLeases,
  { structures, spans, cables, routes }: LinkedPlant,
): void {
  const cores = [...routers.values()].filter(({ role }) => role === 'core')
  checkFormerNames(linking, 'router', cores, routers)
  const tables = {
    site: sites,
    tenant: tenants,
    provider: providers,
    contract: contracts,
    circuit: circuits,
    uplink: uplinks,
    structure: structures,
    span: spans,
    cable: cables,
    route: routes,
  }
  for (const [kind, table] of Object.entries(tables))
    if (isKind(kind)) checkFormerNames(linking, kind, table.values(), table)
}

function hubOf(
  linking: Linking,
  { declared, origin }: Item<Network['declared']>,
  { sites }: LinkedSites,
): Site | undefined {
  const hub = sites.get(declared.hub)
  if (hub !== undefined && hub.cores.length > 0) return hub
  const damaged =
    isMissing(linking.missing, 'site', declared.hub) || (hub?.declared.cores !== undefined && hub.cores.length === 0)
  if (!damaged) {
    linking.diagnostics.push(
      loadFault(
        'LOD025',
        inside(origin, 'hub'),
        hub === undefined
          ? {
              id: `situs pusat \`${printable(declared.hub)}\` tidak ada`,
              en: `the hub site \`${printable(declared.hub)}\` does not exist`,
            }
          : {
              id: `situs pusat \`${hub.id}\` tidak punya router inti`,
              en: `the hub site \`${hub.id}\` has no core router`,
            },
        {
          id: 'sebut situs yang punya `cores:` di berkasnya',
          en: 'name a site that has `cores:` in its file',
        },
      ),
    )
  }
  return undefined
}

function noNetworkFile(): ReturnType<typeof loadFault> {
  const source: Source = { path: 'network.yaml', text: '' }
  return loadFault(
    'LOD022',
    { source, path: [] },
    { id: 'network.yaml tidak ada di folder inventaris', en: 'there is no network.yaml in the inventory folder' },
    {
      id: 'tunjuk folder yang benar dengan --inventory, atau salin network.yaml dari jaringan acuan',
      en: 'name the right folder with --inventory, or copy network.yaml from the reference network',
    },
  )
}

function indexOf(
  { sites }: LinkedSites,
  { circuits, uplinks, contracts }: LinkedLeases,
  { routes, cables }: LinkedPlant,
): NetworkIndex {
  const bought: Bought[] = [...circuits.values(), ...uplinks.values()]
  return {
    circuitsOfSite: groupedByEach(circuits.values(), ({ site }) => [site.id]),
    circuitsOfHandoff: groupedByEach(circuits.values(), ({ handoff }) => (handoff === undefined ? [] : [handoff.id])),
    boughtOfContract: groupedByEach(bought, ({ terms }) =>
      terms.flatMap(({ contracts: paying }) => paying.map(({ id }) => id)),
    ),
    contractsOfBudget: groupedByEach(contracts.values(), ({ budgets }) => budgets.map(({ id }) => id)),
    routesOfRouter: groupedByEach(routes.values(), ({ a, b }) => [a.router.id, b.router.id]),
    sitesOfTenant: groupedByEach(sites.values(), ({ tenants }) => tenants.map(({ id }) => id)),
    uplinksOfRouter: groupedByEach(uplinks.values(), ({ end }) => [end.router.id]),
    cablesOfSpan: groupedByEach(cables.values(), ({ spans }) => spans.map(({ id }) => id)),
  }
}
