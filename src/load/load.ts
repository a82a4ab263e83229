import type { Checked, Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Network, Site } from '../model/network.ts'
import { isMissing } from '../model/missing.ts'
import { noMemory, type Memory } from '../source/memory.ts'
import type { Source } from '../source/source.ts'
import { inside } from '../source/source.ts'
import { declare, type Declarations } from './declare.ts'
import type { Item } from './item.ts'
import { checkNames } from './check-names.ts'
import { indexOf } from './index-of.ts'
import { pinnedDay } from './pinned-day.ts'
import { linkLeases } from './link-leases.ts'
import { linkRecords } from './link-records.ts'
import { linkMeasurements } from './link-measurements.ts'
import { linkWorks } from './link-works.ts'
import { linkPlant } from './link-plant.ts'
import { checkPermits } from './check-permits.ts'
import type { Past } from './past.ts'
import { withModels } from './link-models.ts'
import { linkOptics } from './link-optics.ts'
import { linkCatalogue, linkSites, type LinkedSites, type Platforms } from './link-sites.ts'
import { plainThings, resolve, tableOf, type Linking } from './resolve.ts'
import { linkedAgain, missingInAll } from './linked-again.ts'
import { loadFault } from './fault.ts'
import { newerInventory } from './newer.ts'
import { printable } from '../text/screen.ts'

/**
 * What loading needs to know beside the files. The day whose facts hold is the one asked for, else the pin of the
 * network file, else today.
 */
interface LoadContext {
  readonly kept?: Memory
  readonly asOf?: string | undefined
  readonly today?: string | undefined
  readonly past?: Past
  /** SHA-256 of the files in `documents/`, by path. */
  readonly documents?: ReadonlyMap<string, string> | undefined
}

/** Places of what was linked before name the text of then; `moved` has the text that it is now. */
interface Loaded extends Checked<Network | undefined> {
  readonly moved: ReadonlyMap<Source, Source>
}

/**
 * Files to one linked, immutable network, and every fault of every file; `reading` is what was wrong with files that
 * are not among them. What could not be loaded is left out and remembered in `missing`. The network is undefined where
 * the network file itself, or the hub that it names, cannot be loaded.
 */
export function load(
  sources: readonly Source[],
  platforms: Platforms,
  reading: readonly Diagnostic[] = [],
  { asOf, today, documents, past = new Map(), kept = noMemory }: LoadContext = {},
): Loaded {
  const newer = newerInventory(sources, straysOf(reading))
  if (newer !== undefined) return { value: undefined, diagnostics: [newer], moved: new Map() }
  const unread = reading.filter(({ severity }) => severity === 'error').map(({ at }) => at.source.path)
  const { declarations, diagnostics, missing, moved } = declare(sources, unread, kept)
  const linking: Linking = { diagnostics: [...reading, ...diagnostics], missing, past, kept }
  const network = declarations.network[0]
  if (network === undefined) {
    if (![...sources.map(({ path }) => path), ...unread].includes('network.yaml'))
      linking.diagnostics.push(noNetworkFile())
    return { value: undefined, diagnostics: linking.diagnostics, moved }
  }
  return {
    value: link(linking, declarations, network, platforms, {
      documents,
      day: asOf ?? pinnedDay(linking, declarations, network, today) ?? today,
    }),
    diagnostics: linking.diagnostics,
    moved,
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
  const again = <T>(step: string, of: readonly unknown[], make: (linking: Linking) => T): T =>
    linkedAgain(linking, step, of, make)
  const { optic, claim, ticket, payment, work, trace, power, waiver, model } = declarations
  const catalogue = again('catalogue', [network], part => linkCatalogue(part, network))
  const known = again('models', [model, platforms], part => withModels(part, declarations, platforms))
  const located = linkSites(linking, declarations, catalogue, known)
  const { sites, routers } = located
  for (const [i, id] of network.declared.policy.nocSites.entries())
    resolve(linking, 'site', sites, id, inside(network.origin, 'policy', 'nocSites', i))
  const leases = linkLeases(linking, declarations, network, located, day)
  const { contracts, budgets, circuits, uplinks, handoffs, providers } = leases
  const records = again('records', [claim, ticket, payment, contracts, budgets, circuits, uplinks], part =>
    linkRecords(part, declarations, leases),
  )
  const lights = again('optics', [optic], part => linkOptics(part, declarations))
  const plant = linkPlant(linking, declarations, { ...located, ...lights })
  const { structures, spans, cables, routes } = plant
  again('permits', [structures, spans, budgets], part => checkPermits(part, plant, budgets))
  const fallible = [spans, structures, cables, routes, circuits, uplinks, handoffs, providers, routers]
  const works = again('works', [work, ...fallible], part =>
    linkWorks(part, declarations, { ...plant, ...leases, ...catalogue, routers }),
  )
  const measurements = again('measurements', [trace, power, cables, structures, routes, routers], part =>
    linkMeasurements(part, declarations, { ...plant, routers }),
  )
  const waivers = again('waivers', [waiver], part => tableOf(part, 'waiver', 'waiver', plainThings('waiver', waiver)))
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
    modelTypes: again('model types', [model], () => new Map(plainThings('model', model).map(type => [type.id, type]))),
    missing: missingInAll(linking),
    index: indexOf(linking.kept, located, leases, plant),
  }
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
