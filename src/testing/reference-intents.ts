import { fileURLToPath } from 'node:url'
import { intentOf } from '../intent/build.ts'
import type { Intent } from '../intent/intent.ts'
import { load } from '../load/load.ts'
import type { Platform } from '../model/platform.ts'
import { parseLedger } from '../plan/ledger.ts'
import { makePlan } from '../plan/make-plan.ts'
import { readInventory, type Inventory } from '../source/read.ts'
import type { Source } from '../source/source.ts'

const places = [
  'network.yaml',
  'waivers.yaml',
  'opd/',
  'plant/',
  'routes/',
  'circuits/',
  'providers/',
  'areas/',
  'tenants/',
  'works/',
]

/** The reference inventory of this repository. */
export function readSites(): Inventory {
  return readInventory(fileURLToPath(new URL('../../sites', import.meta.url)), places)
}

/** Intents of every active router of an inventory, by id. */
export function intentsOf(
  { sources, ledger }: Pick<Inventory, 'sources' | 'ledger'>,
  platforms: ReadonlyMap<string, Platform>,
): ReadonlyMap<string, Intent> {
  const network = load(sources, platforms).value
  if (network === undefined) throw new Error('no network in the inventory')
  const plan = makePlan({
    network,
    ledger: parseLedger(ledger).value,
    asOf: network.declared.asOf ?? '2026-01-01',
    entropy: new Uint8Array(8).fill(7),
  })
  const active = [...plan.routers.values()].filter(({ site }) => site.active)
  return new Map(active.map(own => [own.router.id, intentOf(plan, own)]))
}

/** Replaces text in one file; throws where the file no longer holds it. */
export function replacing(path: string, from: string | RegExp, to: string): (source: Source) => Source {
  return source => {
    if (source.path !== path) return source
    const text = source.text.replace(from, () => to)
    if (text === source.text) throw new Error(`${path} holds no ${from}`)
    return { path, text }
  }
}

export function intentOfRouter(intents: ReadonlyMap<string, Intent>, id: string): Intent {
  const intent = intents.get(id)
  if (intent === undefined) throw new Error(`no router ${id}`)
  return intent
}
