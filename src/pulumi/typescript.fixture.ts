import pulumi from '@pulumi/pulumi'
import type { SiteArgs } from '../api/args.ts'
import { FibreRoute, LeasedCircuit, Site } from './declare/things.ts'

export interface Wishes {
  readonly class?: SiteArgs['class']
  readonly latitude?: number
}

/**
 * What an engineer who prefers code writes; nothing is called at the end: hub, plant and contracts from files, three
 * sites, their ring and a circuit in TypeScript.
 */
export async function declaredNetwork(wishes: Wishes): Promise<Record<string, pulumi.Output<unknown>>> {
  const ring = { platform: 'routeros', model: 'CCR2004-16G-2S+PC', version: '7.22' }

  const utara = new Site('utara', {
    name: pulumi.output('Dinas Perhubungan'),
    class: wishes.class ?? 'opd',
    kecamatan: '33.99.01',
    location: { lat: wishes.latitude ?? -7.708, lon: 110.593, quality: 'sourced' },
    tenants: ['dishub'],
    router: { ...ring, assetRegister: 'KIB-0004' },
    segments: { data: 40, guest: 60 },
  })
  const timur = new Site('timur', {
    name: 'Dinas Kesehatan',
    class: 'opd',
    kecamatan: '33.99.01',
    location: { lat: -7.71, lon: 110.6, quality: 'sourced' },
    tenants: ['dinkes'],
    router: { ...ring, assetRegister: 'KIB-0005' },
    segments: { data: 40 },
  })
  const bukit = new Site('bukit', {
    name: 'Kecamatan Bukit',
    class: 'kecamatan',
    kecamatan: '33.99.02',
    location: { lat: -7.56, lon: 110.593, quality: 'approximate' },
    tenants: ['kec-bukit'],
    router: { platform: 'routeros', model: 'L009UiGS-RM', version: '7.22', assetRegister: 'KIB-0006' },
    segments: { data: 20 },
  })

  const port = (router: string | Site, number: 1 | 2): { router: string | Site; port: string; optic: string } => ({
    router,
    port: `sfp-sfpplus${number}`,
    optic: 'lr',
  })
  new FibreRoute('ring-1', {
    a: port('core-1', 1),
    b: port(utara, 1),
    speedMbps: 10_000,
    path: ['odf-pusat/1', 'c-1/1', 'odf-utara/1'],
    ring: 'kota',
  })
  new FibreRoute('ring-2', {
    a: port(utara, 2),
    b: port(timur, 1),
    speedMbps: 10_000,
    path: ['odf-utara/3', 'c-2/1', 'odf-timur/1'],
    ring: 'kota',
  })
  new FibreRoute('ring-3', {
    a: port(timur, 2),
    b: port('core-2', 1),
    speedMbps: 10_000,
    path: ['odf-timur/3', 'c-3/1', 'odf-pusat/3'],
    ring: 'kota',
  })
  const circuit = new LeasedCircuit('ckt-bukit', {
    provider: 'penyedia-a',
    providerRef: 'A-1001',
    contract: 'ktr-1',
    service: 'metro-ethernet',
    bandwidthMbps: 50,
    monthlyRupiah: 5_000_000,
    hub: { handoff: 'nni-a', vlan: 1001 },
    site: { id: bukit, port: 'ether1' },
    role: 'primary',
    period: { from: '2026-01-01', to: '2026-12-31' },
  })

  return { loopback: utara.loopback, vlan: circuit.vlan }
}
