import { compile, FibreRoute, LeasedCircuit, readInventory, Site } from './index.ts'

/**
 * Hub, plant and contracts from files; three sites, a route and a circuit in code. Its first argument is the folder,
 * its second a fault to make.
 */
const [folder = 'sites', fault] = process.argv.slice(2)
const ring = { platform: 'routeros', model: 'CCR2004-16G-2S+PC', version: '7.22' }

const utara = new Site('utara', {
  name: 'Dinas Perhubungan',
  class: 'opd',
  kecamatan: '33.99.01', // a comment with a } in it
  location: {
    lat: fault === 'far' ? -7.99 : -7.708,
    lon: 110.593,
    quality: 'sourced',
  },
  tenants: fault === 'name' ? ['dishubb'] : ['dishub'],
  router: { ...ring, assetRegister: 'KIB-0004' },
  segments: { data: 40, guest: 60 },
})
const timur = new Site('timur', {
  name: `Dinas ${'Kesehatan'}`,
  class: 'opd',
  kecamatan: '33.99.01',
  location: { lat: -7.71, lon: 110.6, quality: 'sourced' },
  tenants: ['dinkes'],
  router: { ...ring, assetRegister: 'KIB-0005' },
  segments: { data: 40 },
})
const bukit = new Site(fault === 'twice' ? 'utara' : 'bukit', {
  name: 'Kecamatan Bukit',
  class: 'kecamatan',
  kecamatan: '33.99.02',
  location: { lat: -7.56, lon: 110.593, quality: 'approximate' },
  tenants: ['kec-bukit'],
  router: { platform: 'routeros', model: 'L009UiGS-RM', version: '7.22', assetRegister: 'KIB-0006' },
  segments: { data: 20 },
})
const routes = [
  new FibreRoute('ring-1', {
    a: { router: 'core-1', port: 'sfp-sfpplus1', optic: 'lr' },
    b: { router: utara, port: 'sfp-sfpplus1', optic: 'lr' },
    speedMbps: 10_000,
    path: ['odf-pusat/1', 'c-1/1', fault === 'core' ? 'odf-utaro/1' : 'odf-utara/1'],
    ring: 'kota',
  }),
  new FibreRoute('ring-2', {
    a: { router: utara, port: 'sfp-sfpplus2', optic: 'lr' },
    b: { router: timur, port: 'sfp-sfpplus1', optic: 'lr' },
    speedMbps: 10_000,
    path: ['odf-utara/3', 'c-2/1', 'odf-timur/1'],
    ring: 'kota',
  }),
  new FibreRoute('ring-3', {
    a: { router: timur, port: 'sfp-sfpplus2', optic: 'lr' },
    b: { router: 'core-2', port: 'sfp-sfpplus1', optic: 'lr' },
    speedMbps: 10_000,
    path: ['odf-timur/3', 'c-3/1', 'odf-pusat/3'],
    ring: 'kota',
  }),
]
const circuit = new LeasedCircuit('ckt-bukit', {
  provider: 'penyedia-a',
  providerRef: 'A-1001',
  contract: 'ktr-1',
  service: 'metro-ethernet',
  bandwidthMbps: fault === 'negative' ? -5 : 50,
  monthlyRupiah: 5_000_000,
  hub: { handoff: 'nni-a', vlan: 1001 },
  site: { id: bukit, port: 'ether1' },
  role: 'primary',
  period: { from: '2026-01-01', to: '2026-12-31' },
})

const result = compile({
  inventory: readInventory(folder),
  things: [utara, timur, bukit, ...routes, circuit],
  today: '2026-06-15',
})
console.log(
  JSON.stringify({
    report: result.report('en'),
    places: result.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, file, line }) => [code, file, line]),
    loopback: result.of(utara)?.loopback,
    vlan: result.of(circuit)?.vlan,
    metres: result.of(
      routes[0] ?? new FibreRoute('none', { a: { router: '', port: '' }, b: { router: '', port: '' }, speedMbps: 1 }),
    )?.drawnM,
    ledger: result.ledger,
    outputs: [...result.outputs].map(({ path }) => path),
  }),
)
