import type { Intent } from '../../intent/intent.ts'
import { intentOf } from '../../intent/build.ts'
import { load } from '../../load/load.ts'
import { ledgerText, parseLedger } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import { renderers } from '../../platforms/index.ts'
import { nocWayOf } from '../../platforms/changing/noc-way.ts'
import type { RouterSides } from '../../platforms/changing/change-script.ts'
import type { Folder, PlatformId } from '../../platforms/reading/folder.ts'
import { lineText } from '../../platforms/text/line.ts'
import type { Source } from '../../source/source.ts'
import { platformsFor } from '../equivalence/moved.ts'
import { inventoryOf } from '../generate/generate.ts'
import { between, pick, randomFrom, type Random } from '../generate/random.ts'
import { sourcesOf } from '../inventory/sources-of.ts'
import type { InventoryValue, SiteValue } from '../inventory/value.ts'
import { acts, operate } from '../properties/operations.ts'
import { NoSubstitute, substitute } from '../substitute.ts'

/** One router that an edit changed. */
export interface Edited extends RouterSides {
  readonly seed: number
  readonly edit: string
  readonly intents: { readonly before: Intent; readonly after: Intent }
}

interface Named {
  readonly name: string
  readonly edit: (world: InventoryValue, random: Random) => InventoryValue | undefined
}

function site(name: string, edit: (site: SiteValue, random: Random) => SiteValue): Named {
  return {
    name,
    edit: (world, random) => {
      const chosen = between(random, 0, world.sites.length - 1)
      return { ...world, sites: world.sites.map((one, i) => (i === chosen ? edit(one, random) : one)) }
    },
  }
}

const network = (
  name: string,
  edit: (own: InventoryValue['network'], random: Random) => InventoryValue['network'],
): Named => ({
  name,
  edit: (world, random) => ({ ...world, network: edit(world.network, random) }),
})

/** What an engineer changes, each within what the compiler takes. */
const edits: readonly [Named, ...Named[]] = [
  ...(acts
    .filter(({ verb }) => verb !== 'reorder')
    .map(
      (act): Named => ({
        name: `${act.verb} ${act.kind}`,
        edit: (world, random) => operate(act, world, random)?.after,
      }),
    ) as [Named, ...Named[]]),
  site('hosts', (own, random) => ({ ...own, segments: { ...own.segments, data: between(random, 4, 300) } })),
  site('segment more or less', own => {
    const { voice, ...rest } = own.segments as Record<string, number>
    return { ...own, segments: voice === undefined ? { ...rest, voice: 8 } : rest } as SiteValue
  }),
  site('name', (own, random) => ({ ...own, name: `Kantor "${between(random, 1, 99)}" $baru?` })),
  network('break-glass account', own => ({
    ...own,
    management: { ...own.management, breakGlass: { user: 'gawat', password: { secret: 'users/break-glass' } } },
  })),
  network('banner', (own, random) => ({
    ...own,
    banner: [`Baris ${between(random, 1, 99)}`, 'dua'].slice(0, between(random, 0, 2)),
  })),
  network('prefix of the NOC', own => {
    const { noc } = own.zones
    return noc === undefined ? own : { ...own, zones: { ...own.zones, noc: { ...noc, v4: '10.1.2.0/24' } } }
  }),
  network('reaches', (own, random) => {
    const names = Object.keys(own.zones) as [string, ...string[]]
    const [zone, other] = [pick(random, names), pick(random, names)]
    const found = own.zones[zone]
    const reaches = found?.reaches ?? []
    if (found === undefined) return own
    const next = reaches.includes(other) ? reaches.filter(name => name !== other) : [...reaches, other]
    return { ...own, zones: { ...own.zones, [zone]: { ...found, reaches: next } } }
  }),
  {
    name: 'cost',
    edit: (world, random) => ({
      ...world,
      routes: world.routes.map((route, i) =>
        i === between(random, 0, world.routes.length - 1) ? { ...route, costFactor: 4 } : route,
      ),
    }),
  },
  {
    name: 'mtu',
    edit: (world, random) => ({
      ...world,
      routes: world.routes.map(route => (random() < 0.3 ? { ...route, mtu: 9000 } : route)),
    }),
  },
  {
    name: 'bandwidth',
    edit: (world, random) => ({
      ...world,
      circuits: world.circuits.map(own => (random() < 0.3 ? { ...own, bandwidthMbps: between(random, 5, 300) } : own)),
    }),
  },
  { name: 'no uplink', edit: world => ({ ...world, uplinks: world.uplinks.slice(1) }) },
]

/** Routers that a random edit changes on a platform: the same for the same seed. */
export function editedRouters(platform: PlatformId, seed: number): Edited[] {
  const random = randomFrom(seed * 7919 + 11)
  const world = inventoryOf(12 + (seed % 7), 1 + (seed % 40))
  const before = stateOf(world, '', platform)
  const { name, edit } = pick(random, [...edits, swap])
  const changed = name === swap.name ? world : edit(world, random)
  if (changed === undefined || before === undefined) return []
  const after = stateOf(changed, name === swap.name ? swapped(before.ledger, random) : before.ledger, platform)
  if (after === undefined) return []
  return [...before.intents].flatMap(([router, old]) => {
    const next = after.intents.get(router)
    if (next === undefined || next.router.model !== old.router.model) return []
    const folders = { before: folderOf(old, platform), after: folderOf(next, platform) }
    if ([...folders.before].join() === [...folders.after].join()) return []
    const ways = { before: nocWayOf(old), after: nocWayOf(next) }
    return [
      { seed, edit: name, router, model: old.router.model, ...folders, ways, intents: { before: old, after: next } },
    ]
  })
}

const swap: Named = { name: 'numbers change places', edit: world => world }

function swapped(text: string, random: Random): string {
  const ledger = parseLedger(text).value
  const use = pick(random, [/^link\/.*\/v4$/, /^tunnel\/.*\/v4$/, /^segment\/.*\/data\/v4$/, /^tunnel\/.*\/port$/])
  const keys = [...ledger.entries.keys()].filter(key => use.test(key)) as [string, ...string[]]
  if (keys.length < 2) return text
  const [one, other] = [pick(random, keys), pick(random, keys)]
  const [a, b] = [ledger.entries.get(one), ledger.entries.get(other)]
  if (a === undefined || b === undefined || one === other) return text
  return ledgerText({
    ...ledger,
    entries: new Map([...ledger.entries, [one, { ...a, value: b.value }], [other, { ...b, value: a.value }]]),
  })
}

interface Known {
  readonly intents: ReadonlyMap<string, Intent>
  readonly ledger: string
}

function stateOf(world: InventoryValue, ledger: string, platform: PlatformId): Known | undefined {
  const written = sourcesOf(world)
  const sources = platform === 'iosxe' || platform === 'junos' ? moved(written, platform) : written
  if (sources === undefined) return undefined
  const network = load(sources, platformsFor(platform)).value
  // Nobody rolls out what does not load whole.
  if (network === undefined || network.missing.size > 0) return undefined
  const recorded = parseLedger(ledger).value
  const plan = makePlan({ network, ledger: recorded, asOf: '2026-06-01', entropy: new Uint8Array(16).fill(7) })
  const active = [...plan.routers.values()].filter(own => own.site.active)
  return {
    intents: new Map(active.map(own => [own.router.id, intentOf(plan, own)])),
    ledger: ledgerText(plan.ledger),
  }
}

/** Undefined where an edit took a port that the other vendor's router does not have. */
function moved(sources: readonly Source[], platform: PlatformId): Source[] | undefined {
  try {
    return substitute(sources, platform)
  } catch (error) {
    if (error instanceof NoSubstitute) return undefined
    throw error
  }
}

export function folderOf(intent: Intent, platform: PlatformId): Folder {
  const renderer = renderers.find(({ platform: own }) => own.id === platform)
  return new Map(
    (renderer?.render(intent) ?? []).map(({ name, lines }) => [
      name,
      lines.map(line => `${lineText(line)}\n`).join(''),
    ]),
  )
}
