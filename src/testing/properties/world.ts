import fc from 'fast-check'
import { randomFrom, type Random } from '../generate/random.ts'
import { withCircuit, withLink, withSite } from '../inventory/add.ts'
import { uplinkValue, providerValue, contractsFor, type Service } from '../inventory/lease-value.ts'
import { networkValue, widePools, type PoolsValue } from '../inventory/network-value.ts'
import { blockFromEnd } from '../inventory/place-of.ts'
import { tightPools } from '../inventory/tight-pools.ts'
import type { InventoryValue, NetworkValue, PlantValue, RouterValue, SiteValue } from '../inventory/value.ts'
import { waiversFor } from '../inventory/waivers-value.ts'
import { splitSites, type Reach } from './split-sites.ts'

/**
 * What a random inventory is made from: few numbers, so that a counterexample shrinks to something that a person can
 * read.
 */
export interface WorldShape extends Reach {
  readonly cores: 1 | 2
  readonly backups: number
  readonly pins: {
    readonly segments: number
    readonly loopbacks: number
    readonly links: number
    readonly vlans: number
  }
  /** Pools with little room to spare. */
  readonly tight: boolean
  readonly seed: number
}

const few = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }) })

export const worldShapes: fc.Arbitrary<WorldShape> = fc.record({
  sites: fc.integer({ min: 5, max: 60 }),
  cores: fc.constantFrom<1 | 2>(1, 2, 2),
  rings: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 1, 2, 3),
  leasedPercent: fc.constantFrom(0, 30, 55, 80),
  backups: few,
  pins: fc.record({ segments: few, loopbacks: few, links: few, vlans: few }),
  tight: fc.boolean(),
  seed: fc.nat(),
})

/** Pools and pins are settled before there is anything that could be in their way. */
interface Growing {
  readonly shape: WorldShape
  readonly random: Random
  readonly pools: PoolsValue
}

/** The inventory that a shape stands for: always the same, and accepted by the compiler without errors. */
export function worldOf(shape: WorldShape): InventoryValue {
  const random = randomFrom(shape.seed)
  const { sites } = shape
  const pools: PoolsValue = shape.tight
    ? tightPools({ routers: sites + shape.cores, links: sites * 2 + 6, tunnels: sites * 2 + 6, segments: sites + 4 })
    : widePools
  const growing = { shape, random, pools }
  return pinned(growing, withBackups(growing, withSites(growing, emptyWorld(growing))))
}

const hub = 'pusat'

function emptyWorld({ shape, pools }: Growing): InventoryValue {
  const cores = shape.cores === 1 ? ['core-1'] : ['core-1', 'core-2']
  const [first = '', second = first] = cores
  const sold = [uplinkValue(1, 'penyedia-b', first, 'sfp28-12'), uplinkValue(2, 'penyedia-c', second, 'sfp28-11')].map(
    (uplink, i) => contractsFor(`ktr-uplink-${i + 1}`, 9000 + i, [uplink]),
  )
  const contractsOf = (provider: string): (typeof sold)[number]['contracts'] =>
    sold.filter(({ sold: [one] }) => one?.provider === provider).flatMap(({ contracts }) => contracts)
  const empty: InventoryValue = {
    network: networkValue({ pools, hub, handoffs: handoffsAt(cores), budgetRupiah: 9e14, asOf: '2026-06-01' }),
    sites: [],
    tenants: [],
    areas: [],
    waivers: waiversFor('GEO003', 'RTE002', 'RTR003', 'RTR004'),
    routes: [],
    circuits: [],
    uplinks: sold.flatMap(one => one.sold),
    plants: [
      cableTypes,
      {
        plant: 'kota',
        name: 'Kota',
        structures: cores.map(core => ({ id: `odf-${core}`, kind: 'odf' as const, site: hub, ports: 200 })),
      },
    ],
    providers: ['penyedia-a', 'penyedia-b', 'penyedia-c'].map((provider, i) =>
      providerValue(provider, `PT Contoh ${i + 1}`, `00${13_456_780 + i}524000`, contractsOf(provider)),
    ),
  }
  const linked = cores.reduce(
    (world, core) => withLink(world, { id: `pusat-${core}`, a: core, b: hub }) ?? world,
    withSite(empty, hubSite(cores)),
  )
  if (shape.cores === 1) return linked
  return ['pusat-a', 'pusat-b'].reduce(
    (world, id) => withLink(world, { id, a: 'core-1', b: 'core-2' }) ?? world,
    linked,
  )
}

const cableTypes: PlantValue = {
  plant: 'types',
  name: 'Jenis kabel',
  cableTypes: [
    {
      id: 'adss-12',
      name: 'ADSS 12 core',
      cores: 12,
      coresPerTube: 6,
      helixPercent: 0.4,
      lossDbPerKm: { nm1310: 0.36, nm1550: 0.22 },
    },
  ],
}

function handoffsAt(cores: readonly string[]): NonNullable<NetworkValue['handoffs']> {
  return {
    'nni-a': { provider: 'penyedia-a', speedMbps: 25_000, ports: cores.map(router => ({ router, port: 'sfp28-9' })) },
    'nni-b': { provider: 'penyedia-b', speedMbps: 25_000, ports: cores.map(router => ({ router, port: 'sfp28-10' })) },
  }
}

function hubSite(cores: readonly string[]): SiteValue {
  return {
    ...siteValue(hub, 'CCR2116-12G-4S+', '7.22.3'),
    class: 'hub',
    tenants: ['diskominfo', 'setda', 'dinkes'],
    cores: Object.fromEntries(
      cores.map(core => [core, { ...routerOf('CCR2216-1G-12XS-2XQ', '7.22.3'), building: `Gedung ${core}` }]),
    ),
    segments: {
      data: ['diskominfo', 'setda', 'dinkes'].map(tenant => ({ tenant, hosts: 40 })),
      voice: 12,
      cctv: 8,
      noc: { hosts: 40, v4: '10.1.0.0/26' },
      servers: { hosts: 200, v4: '10.1.16.0/24' },
    },
  }
}

function routerOf(model: string, version: string): RouterValue {
  return {
    platform: model.startsWith('Generic') ? 'linux' : 'routeros',
    model,
    version: model.startsWith('Generic') ? '8.4.4' : version,
  }
}

/** A site with one agency of its own name and segments that all fit blocks of one size a kind. */
export function siteValue(id: string, model: string, version: string): SiteValue {
  return {
    site: id,
    name: `Kantor ${id}`,
    class: 'opd',
    kecamatan: '33.10.26',
    location: { lat: -7.7125, lon: 110.5928, quality: 'approximate' },
    tenants: [`t-${id}`],
    router: routerOf(model, version),
    segments: { data: 50, voice: 12, cctv: 8 },
  }
}

const models = ['CCR2004-16G-2S+PC', 'CCR2116-12G-4S+', 'RB5009UG+S+IN', 'L009UiGS-RM', 'Generic x86 6-port'] as const
const versions = ['7.16.2', '7.20.6', '7.22.3'] as const
export const services: readonly Service[] = ['metro-ethernet', 'ip-vpn', 'internet']
const addresses = ['fixed', 'dynamic', 'cgnat'] as const

/** A site like those of the random inventories, with its router chosen by chance. */
export function randomSite(random: Random, id: string): SiteValue {
  return siteValue(id, oneOf(random, models), oneOf(random, versions))
}

export function oneOf<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

function withSites({ shape, random }: Growing, start: InventoryValue): InventoryValue {
  const { rings, spurs, leased } = splitSites(shape)
  let world = start
  const fibre: string[] = []
  const open = (kind: string): string => {
    const id = `${oneOf(random, ['b', 'k', 'p'])}-${kind}-${world.sites.length}`
    world = withSite(world, randomSite(random, id))
    return id
  }
  const join = (id: string, a: string, b: string, ring?: string): void => {
    world = withLink(world, { id, a, b, ...(ring === undefined ? {} : { ring }) }) ?? world
  }
  for (const [n, size] of rings.entries()) {
    const stations = [
      'core-1',
      ...Array.from({ length: size }, () => open('ring')),
      shape.cores === 2 ? 'core-2' : 'core-1',
    ]
    for (const [i, station] of stations.slice(1).entries())
      join(`ring-${n + 1}-${i + 1}`, stations[i] ?? '', station, `ring-${n + 1}`)
    fibre.push(...stations.slice(1, -1))
  }
  for (let i = 0; i < spurs; i++) {
    // Two spurs at most on each site, so there are ports for all of them.
    const from = fibre[Math.floor(i / 2)] ?? hub
    const id = open('spur')
    join(`spur-${i + 1}`, from, id)
    fibre.push(id)
  }
  for (let i = 0; i < leased; i++) {
    const id = open('sewa')
    world =
      withCircuit(world, {
        id: `ckt-${id}`,
        site: id,
        service: oneOf(random, services),
        role: 'primary',
        address: oneOf(random, addresses),
      }) ?? world
  }
  return world
}

/** Backups for sites that have fibre. */
function withBackups({ shape, random }: Growing, world: InventoryValue): InventoryValue {
  const onFibre = world.sites
    .map(({ site }) => site)
    .filter(site => /-(ring|spur)-/.test(site))
    .slice(0, shape.backups)
  return onFibre.reduce(
    (grown, site) =>
      withCircuit(grown, {
        id: `ckt-${site}-cadangan`,
        site,
        service: oneOf(random, services),
        role: 'backup',
        address: oneOf(random, addresses),
      }) ?? grown,
    world,
  )
}

/** Places from the end of each pool, for the first things that can have them. */
function pinned({ shape: { pins }, pools }: Growing, world: InventoryValue): InventoryValue {
  const plain = world.sites.filter(({ class: kind }) => kind !== 'hub').map(({ site }) => site)
  const sites = world.sites.map((site): SiteValue => {
    const n = plain.indexOf(site.site)
    if (n < 0) return site
    const v4 = n < pins.segments ? { v4: blockFromEnd(pools.data, n, 26) } : {}
    const vlan = n < pins.vlans ? { vlan: 300 + n } : {}
    const loopback = n < pins.loopbacks ? { loopback: blockFromEnd(pools.loopback, n, 32).replace('/32', '') } : {}
    return {
      ...site,
      router: { ...site.router, ...loopback },
      segments: { ...site.segments, data: { hosts: 50, ...v4, ...vlan } },
    }
  })
  return {
    ...world,
    sites,
    routes: world.routes.map((route, n) =>
      n < pins.links ? { ...route, v4: blockFromEnd(pools.link, n, 30) } : route,
    ),
  }
}
