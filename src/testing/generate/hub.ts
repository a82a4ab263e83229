import type { RouteValue, SiteValue, TenantValue } from '../inventory/value.ts'
import { onTheWay, pointOf, type Spot } from './geometry.ts'
import { coreModel, fibrePorts, routerValue } from './models.ts'
import { hangCable, plantDraft, routeValue, type PlantDraft } from './plant-draft.ts'
import type { Random } from './random.ts'
import { junctionOf, type Junction } from './junction.ts'

export interface Hub {
  readonly site: SiteValue
  readonly tenants: readonly TenantValue[]
  readonly plant: PlantDraft
  readonly routes: readonly RouteValue[]
  readonly cores: readonly [Junction, Junction]
}

const spots: readonly [Spot, Spot] = [
  { east: 0, north: 0 },
  { east: 160, north: 40 },
]
export const hubId = 'pusat'
/** Ports of the cores that are not for rings and spurs. */
export const uplinkPort = 'sfp28-12'
export const handoffPorts = { metro: 'qsfp28-1-1', vpn: 'qsfp28-2-1' } as const

/** The hub: two cores in two buildings, two ways between them, the router of the complex, the NOC and the servers. */
export function hubOf(random: Random): Hub {
  const plant = plantDraft('pusat')
  plant.structures.push(
    { id: 'gd-a', kind: 'building', at: pointOf(spots[0]) },
    { id: 'gd-b', kind: 'building', at: pointOf(spots[1]) },
    { id: 'odf-core-1', kind: 'odf', atStructure: 'gd-a', ports: 288 },
    { id: 'odf-core-2', kind: 'odf', atStructure: 'gd-b', ports: 288 },
  )
  const middle = onTheWay(spots[0], spots[1], 0.5)
  plant.structures.push({ id: 'hh-1', kind: 'handhole', at: pointOf({ ...middle, north: middle.north - 40 }) })
  plant.spans.push(
    { id: 'sp-duct-1', kind: 'duct', from: 'odf-core-1', to: 'hh-1' },
    { id: 'sp-duct-2', kind: 'duct', from: 'hh-1', to: 'odf-core-2' },
  )
  plant.cables.push({
    id: 'c-pusat-1',
    type: 'adss-12',
    spans: ['sp-duct-1', 'sp-duct-2'],
    tailsM: { start: 12, end: 12 },
    built: '2020-03-18',
  })
  hangCable(
    plant,
    random,
    'c-pusat-2',
    'adss-12',
    { structure: 'odf-core-1', spot: spots[0] },
    { structure: 'odf-core-2', spot: spots[1] },
  )
  const names = ['diskominfo', 'setwan', 'dinkes', 'bag-umum', 'bag-hukum', 'bag-kesra']
  return {
    site: siteOf(random, names),
    tenants: names.map((tenant, i) => ({
      tenant,
      name: `Perangkat daerah pusat ${i + 1}`,
      kind: 'sekretariat',
      costCentre: `SKPD-0-${i + 1}`,
    })),
    plant,
    routes: routesOfHub(),
    cores: [coreJunction('core-1', spots[0]), coreJunction('core-2', spots[1])],
  }
}

function siteOf(random: Random, tenants: readonly string[]): SiteValue {
  const [lon, lat] = pointOf(spots[0])
  return {
    site: hubId,
    name: 'Kompleks Pemkab Contoh',
    class: 'hub',
    kecamatan: '33.10.26',
    location: { lat, lon, quality: 'sourced' },
    tenants: [...tenants],
    router: {
      ...routerValue(random, 'CCR2116-12G-4S+', 99_990),
      trunk: 'sfp-sfpplus4',
      desks: { ether1: 'noc', ether2: 'noc' },
    },
    cores: {
      'core-1': { ...routerValue(random, coreModel, 99_991), building: 'Gedung A' },
      'core-2': { ...routerValue(random, coreModel, 99_992), building: 'Gedung B' },
    },
    segments: {
      data: tenants.map(tenant => ({ tenant, hosts: 60 })),
      voice: 60,
      cctv: 30,
      management: 40,
      noc: { hosts: 40, v4: '10.1.0.0/26' },
      servers: { hosts: 200, v4: '10.1.16.0/24' },
    },
    power: { feeder: 'KLT-01', upsMinutes: 60, generator: true },
  }
}

function routesOfHub(): RouteValue[] {
  const [hub1, hub2] = ['sfp-sfpplus1', 'sfp-sfpplus2'] as const
  return [
    routeValue({
      id: 'pusat-a',
      a: { router: 'core-1', port: 'sfp28-1' },
      b: { router: 'core-2', port: 'sfp28-1' },
      path: ['odf-core-1/201', 'c-pusat-1/1', 'odf-core-2/201'],
    }),
    routeValue({
      id: 'pusat-b',
      a: { router: 'core-1', port: 'sfp28-2' },
      b: { router: 'core-2', port: 'sfp28-2' },
      path: ['odf-core-1/202', 'c-pusat-2/1', 'odf-core-2/202'],
    }),
    {
      route: 'pusat-c',
      name: 'core-1 - pusat',
      a: { router: 'core-1', port: 'sfp28-3' },
      b: { router: hubId, port: hub1 },
      speedMbps: 10_000,
      patchM: 6,
    },
    routeValue({
      id: 'pusat-d',
      a: { router: 'core-2', port: 'sfp28-3' },
      b: { router: hubId, port: hub2 },
      path: ['odf-core-2/203', 'c-pusat-2/2', 'odf-core-1/203'],
    }),
  ]
}

function coreJunction(router: string, spot: Spot): Junction {
  const ports = fibrePorts(coreModel).filter(port => !['sfp28-1', 'sfp28-2', 'sfp28-3', uplinkPort].includes(port))
  return junctionOf(router, `odf-${router}`, spot, ports)
}
