import { load } from '../../load/load.ts'
import { linux } from '../../platforms/linux/platform.ts'
import { routeros } from '../../platforms/routeros/platform.ts'
import { emptyLedger } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import { between, pick, randomFrom, type Random } from '../generate/random.ts'
import { fiscalYear } from '../inventory/lease-value.ts'
import { networkValue, widePools } from '../inventory/network-value.ts'
import { sourcesOf } from '../inventory/sources-of.ts'
import type {
  CircuitValue,
  InventoryValue,
  PlantValue,
  RouteValue,
  SiteValue,
  UplinkValue,
} from '../inventory/value.ts'

/**
 * A small network that is the same for the same seed: two cores, a ring between them, spurs and chords, leased offices,
 * leased backups, two uplinks or three. Costs are few, so that equal paths are many. Odd wishes are common: hand-offs
 * at one core only, two circuits of one preference, both uplinks at one core, things that are planned.
 */
export function randomPlan(seed: number): Plan {
  const loaded = load(
    sourcesOf(randomInventory(seed)),
    new Map([linux, routeros].map(platform => [platform.id, platform])),
  )
  if (loaded.value === undefined || loaded.diagnostics.length > 0)
    throw new Error(`seed ${seed}: ${loaded.diagnostics.map(({ message }) => message.en).join('; ')}`)
  return makePlan({
    network: loaded.value,
    ledger: emptyLedger,
    asOf: '2026-06-01',
    entropy: new Uint8Array(16).fill(seed % 251),
  })
}

/** The same network as an inventory. */
export function randomInventory(seed: number): InventoryValue {
  const random = randomFrom(seed * 7919 + 17)
  const draft: Draft = {
    random,
    sites: [hubSite(random)],
    routes: [],
    circuits: [],
    ports: new Map(),
    plant: { structures: [], spans: [], cables: [], splices: [] },
  }
  const offices = Array.from({ length: between(random, 2, 5) }, (_, i) => office(draft, `kantor-${i + 1}`))
  hubLinks(draft)
  ring(draft, offices)
  spursAndChords(draft, offices)
  const leased = Array.from({ length: between(random, 1, 3) }, (_, i) => office(draft, `sewa-${i + 1}`))
  leases(draft, leased, offices)
  return {
    network: networkValue({
      pools: widePools,
      hub: 'pusat',
      budgetRupiah: 1e9,
      asOf: '2026-06-01',
      handoffs: handoffs(random),
    }),
    sites: draft.sites,
    tenants: [{ tenant: 'dinas', name: 'Dinas', kind: 'dinas', publicService: true }],
    areas: [{ area: '33.10.26', name: 'Kecamatan', centroid: [110.6, -7.7] }],
    plants: [{ plant: 'jaringan', name: 'Jaringan', ...draft.plant }, cableTypes],
    routes: draft.routes,
    circuits: draft.circuits,
    uplinks: uplinks(random),
    providers: ['penyedia-a', 'penyedia-b', 'penyedia-c'].map(provider => ({
      provider,
      name: provider,
      npwp: '0012345678901234',
      noc: { role: 'NOC' },
      contracts: [],
    })),
    waivers: [],
  }
}

interface Draft {
  readonly random: Random
  readonly sites: SiteValue[]
  readonly routes: RouteValue[]
  readonly circuits: CircuitValue[]
  /** Ports taken on each router. */
  readonly ports: Map<string, number>
  readonly plant: { readonly [K in 'structures' | 'spans' | 'cables' | 'splices']: NonNullable<PlantValue[K]> }
}

const router = { platform: 'linux', model: 'Generic x86 6-port', version: '8.4.4' }
const place = { kecamatan: '33.10.26', location: { lat: -7.7, lon: 110.6, quality: 'approximate' as const } }

function hubSite(random: Random): SiteValue {
  return {
    site: 'pusat',
    name: 'Pusat',
    class: 'hub',
    ...place,
    tenants: ['dinas'],
    router,
    cores: { 'core-1': { ...router, building: 'A' }, 'core-2': { ...router, building: 'B' } },
    segments: { data: 20, servers: 20, noc: 10 },
    power: { feeder: 'F-1', ...(random() < 0.5 ? { generator: true } : {}) },
  }
}

function office({ random, sites }: Draft, site: string): string {
  sites.push({
    site,
    name: site,
    class: 'opd',
    ...place,
    tenants: ['dinas'],
    router,
    segments: { data: 10 },
    ...(random() < 0.6
      ? {
          power: {
            feeder: `F-${between(random, 1, 3)}`,
            ...battery(random),
            ...(random() < 0.2 ? { generator: true } : {}),
          },
        }
      : {}),
    ...(random() < 0.05 ? { status: 'planned' as const } : {}),
  })
  return site
}

function battery(random: Random): { readonly upsMinutes?: number } {
  return random() < 0.6 ? { upsMinutes: pick(random, [10, 20, 20, 45]) } : {}
}

const cableTypes: PlantValue = {
  plant: 'jenis',
  name: 'Jenis',
  cableTypes: [
    {
      id: 'adss-24',
      name: 'ADSS 24',
      cores: 24,
      coresPerTube: 12,
      helixPercent: 0.4,
      lossDbPerKm: { nm1310: 0.36, nm1550: 0.22 },
    },
  ],
}

function port({ ports }: Draft, router: string): string {
  const next = (ports.get(router) ?? 0) + 1
  ports.set(router, next)
  return `sfp${next}`
}

function costOf(random: Random): Pick<RouteValue, 'speedMbps' | 'costFactor'> {
  return {
    speedMbps: pick(random, [10_000, 10_000, 5000]),
    ...(random() < 0.2 ? { costFactor: pick(random, [2, 3]) } : {}),
  }
}

function link(draft: Draft, a: string, b: string, path?: string[]): void {
  const { random, routes } = draft
  const planned = random() < 0.04 ? { status: 'planned' as const } : {}
  routes.push({
    route: `r-${routes.length + 1}`,
    a: { router: a, port: port(draft, a), optic: random() < 0.3 ? 'lr' : 'bx20-d' },
    b: { router: b, port: port(draft, b), optic: 'bx20-u' },
    ...costOf(random),
    ...planned,
    ...(path === undefined ? { patchM: 5 } : { path }),
  })
}

function hubLinks(draft: Draft): void {
  const { random } = draft
  if (random() < 0.9) link(draft, 'core-1', 'pusat')
  if (random() < 0.9) link(draft, 'core-2', 'pusat')
  for (let i = between(random, 0, 2); i > 0; i--) link(draft, 'core-1', 'core-2')
}

/**
 * From core to core through the offices, each stretch with a cable over poles. The ducts at the cores are shared by
 * all.
 */
function ring(draft: Draft, offices: readonly string[]): void {
  const {
    random,
    plant: { structures },
  } = draft
  structures.push(
    { id: 'gd-a', kind: 'building', at: [110.6, -7.7] },
    { id: 'gd-b', kind: 'building', at: [110.61, -7.7] },
  )
  for (const [i, core] of ['core-1', 'core-2'].entries())
    structures.push({
      id: `odf-${core}`,
      kind: 'odf',
      atStructure: i === 0 ? 'gd-a' : random() < 0.5 ? 'gd-b' : 'gd-a',
      ports: 144,
    })
  for (const site of offices) structures.push({ id: `odf-${site}`, kind: 'odf', site, ports: 24 })
  const stations = ['core-1', ...offices, 'core-2']
  for (const [i, to] of stations.slice(1).entries()) {
    const from = stations[i] as string
    strung(draft, from, to)
    if (random() < 0.15) strung(draft, from, to)
  }
}

/**
 * A link over a cable of its own on two poles or three; at times a pole or a whole span is one that another cable uses
 * already.
 */
function strung(draft: Draft, from: string, to: string): void {
  const {
    random,
    plant: { structures, spans, cables, splices },
  } = draft
  const cable = `c-${cables.length + 1}`
  const poles = Array.from({ length: between(random, 2, 3) }, (_, i) => `p-${cable}-${i + 1}`)
  for (const [i, id] of poles.entries())
    structures.push({
      id,
      kind: 'pole',
      at: [110.6 + cables.length / 1000 + i / 10_000, -7.71],
      ...(random() < 0.05 ? { status: 'planned' as const } : {}),
    })
  const borrowed = spans.filter(span => span.from === `odf-${from}`)
  const first = borrowed.length > 0 && random() < 0.6 ? borrowed[0] : undefined
  const nodes =
    first === undefined ? [`odf-${from}`, ...poles, `odf-${to}`] : [`odf-${from}`, first.to, ...poles, `odf-${to}`]
  const run = nodes.slice(1).map((node, i) => {
    if (i === 0 && first !== undefined) return first.id
    const id = `sp-${spans.length + 1}`
    const turned = random() < 0.3
    spans.push({
      id,
      kind: 'aerial',
      from: turned ? node : (nodes[i] as string),
      to: turned ? (nodes[i] as string) : node,
    })
    return id
  })
  const backwards = random() < 0.3
  cables.push({ id: cable, type: 'adss-24', spans: backwards ? run.toReversed() : run })
  link(draft, from, to, [`odf-${from}/1`, `${cable}/1`, `odf-${to}/1`])
  if (random() >= 0.3) return
  // A spur leaves the cable half way, in a closure on a pole.
  const [site, closure, branch, pole] = [
    `taji-${cables.length}`,
    `jc-${cables.length}`,
    `c-${cables.length + 1}`,
    poles[1] as string,
  ]
  if (office(draft, site) === '') return
  structures.push(
    { id: closure, kind: 'closure', atStructure: pole, trays: 2 },
    { id: `odf-${site}`, kind: 'odf', site, ports: 12 },
  )
  spans.push({ id: `sp-${spans.length + 1}`, kind: 'aerial', from: pole, to: `odf-${site}` })
  cables.push({ id: branch, type: 'adss-24', spans: [(spans.at(-1) as { id: string }).id] })
  splices.push({ closure, a: `${cable}/13`, b: `${branch}/1` })
  link(draft, from, site, [`odf-${from}/13`, `${cable}/13`, closure, `${branch}/1`, `odf-${site}/1`])
}

function spursAndChords(draft: Draft, offices: readonly string[]): void {
  const { random } = draft
  for (let i = between(random, 0, 2); i > 0; i--) {
    const ends = [pick(random, ['core-1', 'core-2', ...offices]), pick(random, ['core-2', 'core-1', ...offices])]
    if (ends[0] !== ends[1]) link(draft, ends[0] as string, ends[1] as string)
  }
}

function handoffs(random: Random): { readonly 'nni-a': Handoff; readonly 'nni-b': Handoff } {
  const both = [
    { router: 'core-1', port: 'eth1' },
    { router: 'core-2', port: 'eth1' },
  ]
  const one = [{ router: pick(random, ['core-1', 'core-2']), port: 'eth2' }]
  return {
    'nni-a': { provider: 'penyedia-a', speedMbps: 1000, ports: both },
    'nni-b': {
      provider: 'penyedia-b',
      speedMbps: 1000,
      ports: random() < 0.5 ? one : both.map(end => ({ ...end, port: 'eth2' })),
    },
  }
}

interface Handoff {
  readonly provider: string
  readonly speedMbps: number
  readonly ports: { router: string; port: string }[]
}

/**
 * Every leased office has a primary circuit, some a second one; the first office on fibre has a backup, others perhaps.
 */
function leases(draft: Draft, leased: readonly string[], offices: readonly string[]): void {
  const { random } = draft
  for (const site of leased) {
    circuit(draft, site, 'primary')
    if (random() < 0.4) circuit(draft, site, pick(random, ['backup', 'backup', 'primary']))
  }
  for (const [i, site] of offices.entries()) if (i === 0 || random() < 0.3) circuit(draft, site, 'backup')
}

function circuit(draft: Draft, site: string, role: 'primary' | 'backup'): void {
  const { random, circuits } = draft
  const service = pick(random, ['metro-ethernet', 'ip-vpn', 'internet'])
  const number = circuits.length + 1
  const hub = {
    'metro-ethernet': { handoff: 'nni-a', vlan: 100 + number },
    'ip-vpn': { handoff: 'nni-b', vlan: 100 + number },
    internet: undefined,
  }[service]
  const provider = { 'metro-ethernet': 'penyedia-a', 'ip-vpn': 'penyedia-b', internet: 'penyedia-c' }[service]
  circuits.push({
    circuit: `ckt-${number}`,
    provider: provider as string,
    providerRef: `X-${number}`,
    service: service as CircuitValue['service'],
    bandwidthMbps: 20,
    monthlyRupiah: 1_000_000 * number,
    period: fiscalYear,
    role,
    site: {
      id: site,
      port: `ether${number}`,
      ...(service === 'internet' ? { address: { kind: 'dynamic' as const } } : {}),
    },
    ...(hub === undefined ? {} : { hub }),
    ...(random() < 0.25 ? { preference: pick(random, [100, 150, 200]) } : {}),
    ...(random() < 0.05 ? { status: 'planned' as const } : {}),
  })
}

function uplinks(random: Random): UplinkValue[] {
  const common = { bandwidthMbps: 100, monthlyRupiah: 5_000_000, period: fiscalYear }
  const count = random() < 0.2 ? 3 : 2
  return Array.from({ length: count }, (_, i): UplinkValue => {
    const n = i + 1
    const v6 = random() < 0.6 ? { v6: `2001:db8:${n}::2/64`, gatewayV6: `2001:db8:${n}::1` } : {}
    return {
      uplink: `uplink-${n}`,
      ...common,
      provider: pick(random, ['penyedia-a', 'penyedia-b', 'penyedia-c']),
      providerRef: `I-${n}`,
      router: i === 2 || random() < 0.15 ? 'core-1' : `core-${n}`,
      port: `eth${5 + n}`,
      address: { v4: `203.0.113.${4 * n + 2}/30`, gateway: `203.0.113.${4 * n + 1}`, ...v6 },
      natPool: `198.51.100.${8 * n}/29`,
      ...('v6' in v6 && random() < 0.9 ? { prefixV6: `2001:db8:${n}00::/48` } : {}),
      routing:
        random() < 0.5 ? { kind: 'bgp', as: 64_496 + n, ourAs: 64_500 } : { kind: 'static', probe: `192.0.2.${n}` },
      ...(random() < 0.03 ? { status: 'planned' as const } : {}),
    }
  })
}
