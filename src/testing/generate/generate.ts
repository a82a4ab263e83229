import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { networkValue, widePools } from '../inventory/network-value.ts'
import { sourcesOf } from '../inventory/sources-of.ts'
import type { AreaValue, InventoryValue } from '../inventory/value.ts'
import { waiversFor } from '../inventory/waivers-value.ts'
import type { Source } from '../../source/source.ts'
import { fibreOf } from './fibre.ts'
import { pointOf } from './geometry.ts'
import { handoffPorts, hubId, hubOf } from './hub.ts'
import { leasesOf } from './leases.ts'
import { areaCode } from './office.ts'
import { mixOf } from './plan-of-sites.ts'
import { cableTypes, plantOf } from './plant-draft.ts'
import { randomFrom } from './random.ts'

/**
 * An inventory of so many sites in about Klaten's mix, for benchmarks: the same bytes for the same number. At least 12
 * sites.
 */
export function generate(sites: number, seed = 1): Source[] {
  return sourcesOf(inventoryOf(sites, seed))
}

export function inventoryOf(sites: number, seed = 1): InventoryValue {
  const random = randomFrom(seed)
  const mix = mixOf(sites)
  const hub = hubOf(random)
  const fibre = fibreOf(random, mix, hub.cores)
  const leases = leasesOf(random, mix.leased, fibre.sites.length + 1, fibre.sites)
  const monthly = [...leases.circuits, ...leases.uplinks].reduce((sum, { monthlyRupiah }) => sum + monthlyRupiah, 0)
  return {
    network: networkValue({ pools: widePools, hub: hubId, handoffs, budgetRupiah: monthly * 14, asOf: '2026-06-01' }),
    sites: [hub.site, ...fibre.sites, ...leases.sites],
    tenants: [...hub.tenants, ...fibre.tenants, ...leases.tenants],
    areas: areas(),
    waivers: waiversFor('GEO003', 'RTE002', 'RTR003'),
    plants: [cableTypes, plantOf(hub.plant), ...fibre.plants.map(plantOf)],
    routes: [...hub.routes, ...fibre.routes],
    circuits: leases.circuits,
    uplinks: leases.uplinks,
    providers: leases.providers,
  }
}

const handoffs = {
  'nni-a': {
    provider: 'penyedia-a',
    speedMbps: 100_000,
    ports: [
      { router: 'core-1', port: handoffPorts.metro },
      { router: 'core-2', port: handoffPorts.metro },
    ],
  },
  'nni-b': {
    provider: 'penyedia-b',
    speedMbps: 100_000,
    ports: [
      { router: 'core-1', port: handoffPorts.vpn },
      { router: 'core-2', port: handoffPorts.vpn },
    ],
  },
}

/** All 26 kecamatan with an outline around everything, so that the rule that looks has as much to do as in Klaten. */
function areas(): AreaValue[] {
  const outline = Array.from({ length: 25 }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * (i % 24)) / 24
    return pointOf({ east: 50_000 * Math.cos(angle), north: 50_000 * Math.sin(angle) })
  })
  return Array.from(
    { length: 26 },
    (_, i): AreaValue => ({
      area: areaCode(i),
      name: `Kecamatan ${i + 1}`,
      centroid: pointOf({ east: 0, north: 0 }),
      outline,
    }),
  )
}

/** Writes an inventory below a folder. */
export function writeSources(folder: string, sources: readonly Source[]): void {
  for (const { path, text } of sources) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

if (import.meta.main) {
  const [, , sites = '', folder] = process.argv
  if (!/^\d+$/.test(sites) || Number(sites) < 12 || folder === undefined) {
    process.stderr.write('usage: node src/testing/generate/generate.ts SITES FOLDER   (at least 12 sites)\n')
    process.exit(2)
  }
  writeSources(folder, generate(Number(sites)))
}
