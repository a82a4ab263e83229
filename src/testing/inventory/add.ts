import { circuitValue, contractValue, type CircuitShape } from './lease-value.ts'
import { freePorts } from './ports.ts'
import type { CircuitValue, InventoryValue, PlantValue, RouteValue, SiteValue } from './value.ts'

/**
 * Functions that put one thing into an inventory, with all that it needs to be accepted. None changes what was there.
 */

export function withSite(inventory: InventoryValue, site: SiteValue): InventoryValue {
  const tenants = site.tenants.map(tenant => ({ tenant, name: `Perangkat daerah ${tenant}`, kind: 'dinas' as const }))
  const odf = { id: `odf-${site.site}`, kind: 'odf' as const, site: site.site, ports: 96 }
  return {
    ...withPlant(inventory, { structures: [odf] }),
    sites: [...inventory.sites, site],
    tenants: [...inventory.tenants, ...tenants],
  }
}

/** The distribution frame beside a router; it keeps its name where the site gets another. */
function odfOf({ plants }: InventoryValue, router: string): string {
  const own = plants
    .flatMap(({ structures = [] }) => structures)
    .find(({ kind, site, id }) => kind === 'odf' && site === router && !id.startsWith('odf-core'))
  return own?.id ?? `odf-${router}`
}

export interface LinkShape {
  readonly id: string
  readonly a: string
  readonly b: string
  readonly ring?: string
  readonly v4?: string
}

/**
 * A route between two routers over a cable of its own, at the first ports that are free. Undefined where one has none.
 */
export function withLink(inventory: InventoryValue, shape: LinkShape): InventoryValue | undefined {
  const [portA, portB] = [freePorts(inventory, shape.a)[0], freePorts(inventory, shape.b)[0]]
  if (portA === undefined || portB === undefined) return undefined
  return withRoute(inventory, shape, portA, portB)
}

export function withRoute(
  inventory: InventoryValue,
  { id, a, b, ring, v4 }: LinkShape,
  portA: string,
  portB: string,
): InventoryValue {
  const number = nextNumber(inventory)
  const [cable, span] = [`c-${number}`, `sp-${number}`]
  const route: RouteValue = {
    route: id,
    a: { router: a, port: portA },
    b: { router: b, port: portB },
    speedMbps: 1000,
    path: [odfPort(inventory, a), `${cable}/1`, odfPort(inventory, b)],
    ...(ring === undefined ? {} : { ring }),
    ...(v4 === undefined ? {} : { v4 }),
  }
  const laid = withPlant(inventory, {
    spans: [{ id: span, kind: 'aerial', from: odfOf(inventory, a), to: odfOf(inventory, b) }],
    cables: [{ id: cable, type: 'adss-12', spans: [span], from: odfOf(inventory, a) }],
  })
  return { ...laid, routes: [...inventory.routes, route] }
}

function nextNumber({ plants }: InventoryValue): number {
  const numbers = plants.flatMap(({ cables = [] }) => cables.map(({ id }) => Number(/^c-(\d+)$/.exec(id)?.[1] ?? 0)))
  return 1 + Math.max(0, ...numbers)
}

function odfPort(inventory: InventoryValue, router: string): string {
  const odf = odfOf(inventory, router)
  const used = inventory.routes
    .flatMap(({ path = [] }) => path)
    .filter(step => step.startsWith(`${odf}/`))
    .map(step => Number(step.split('/')[1]))
  return `${odf}/${1 + Math.max(0, ...used)}`
}

/** Adds to the plant area that holds what is built: of several to the first that has spans. */
function withPlant(
  inventory: InventoryValue,
  { structures = [], spans = [], cables = [] }: Pick<PlantValue, 'structures' | 'spans' | 'cables'>,
): InventoryValue {
  const area = inventory.plants.find(({ plant }) => plant === 'kota') ?? inventory.plants.find(({ spans }) => spans)
  const plants = inventory.plants.map(plant =>
    plant !== area
      ? plant
      : {
          ...plant,
          structures: [...(plant.structures ?? []), ...structures],
          spans: [...(plant.spans ?? []), ...spans],
          cables: [...(plant.cables ?? []), ...cables],
        },
  )
  return { ...inventory, plants }
}

const providerOf = { 'metro-ethernet': 'penyedia-a', 'ip-vpn': 'penyedia-b', internet: 'penyedia-c' } as const
const handoffOf = { 'metro-ethernet': 'nni-a', 'ip-vpn': 'nni-b', internet: '' } as const

/** A circuit with a contract of its own, at the first free port of its site. Undefined where there is none. */
export function withCircuit(
  inventory: InventoryValue,
  shape: Omit<CircuitShape, 'port' | 'provider' | 'handoff' | 'number'>,
): InventoryValue | undefined {
  const [port] = freePorts(inventory, shape.site)
  if (port === undefined) return undefined
  const number = 1 + Math.max(0, ...inventory.circuits.map(({ providerRef }) => Number(providerRef.slice(2)) - 10_000))
  const provider = providerOf[shape.service]
  const circuit: CircuitValue = {
    ...circuitValue({ ...shape, port, provider, handoff: handoffOf[shape.service], number }),
    contract: `ktr-${number}`,
  }
  return {
    ...inventory,
    circuits: [...inventory.circuits, circuit],
    providers: inventory.providers.map(one =>
      one.provider === provider
        ? { ...one, contracts: [...(one.contracts ?? []), contractValue(`ktr-${number}`, number, [circuit])] }
        : one,
    ),
  }
}
