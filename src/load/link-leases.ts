import type { Budget, Circuit, Contract, Handoff, PortEnd, Provider, Router, Site, Uplink } from '../model/network.ts'
import type { ContractDeclaration } from '../model/lease-file.ts'
import type { NetworkDeclaration } from '../model/network-file.ts'
import { inside, type Place } from '../source/source.ts'
import { addMissing } from './missing.ts'
import type { Declarations, Item } from './declare.ts'
import { plainThings, resolve, tableOf, twice, type Linking } from './resolve.ts'
import { compareText } from '../text/order.ts'

export interface LinkedLeases {
  readonly providers: Map<string, Provider>
  readonly budgets: Map<string, Budget>
  readonly contracts: Map<string, Contract>
  readonly handoffs: Map<string, Handoff>
  readonly circuits: Map<string, Circuit>
  readonly uplinks: Map<string, Uplink>
}

interface Places {
  readonly sites: ReadonlyMap<string, Site>
  readonly routers: ReadonlyMap<string, Router>
}

/** What is bought: providers and their contracts, hand-offs, circuits, uplinks. */
export function linkLeases(
  linking: Linking,
  declarations: Declarations,
  network: Item<NetworkDeclaration>,
  { sites, routers }: Places,
): LinkedLeases {
  const providers = tableOf(linking, 'provider', 'provider', plainThings('provider', declarations.provider))
  const budgets = tableOf(
    linking,
    'budget',
    'budget',
    network.declared.budgets.map(
      (declared, i): Budget => ({ kind: 'budget', id: declared.budget, declared, origin: network.entry('budgets', i) }),
    ),
  )
  const contracts = linkContracts(linking, declarations, providers, budgets)
  const handoffs = linkHandoffs(linking, network, providers, routers)
  const circuitItems = tableOf(linking, 'circuit', 'circuit', declarations.circuit)
  const circuits = new Map<string, Circuit>()
  for (const item of circuitItems.values()) {
    const circuit = linkCircuit(linking, item, { providers, contracts, handoffs, sites })
    if (circuit === undefined) addMissing(linking.missing, 'circuit', item.id)
    else circuits.set(item.id, circuit)
  }
  const uplinks = new Map<string, Uplink>()
  for (const item of tableOf(linking, 'uplink', 'uplink', declarations.uplink).values()) {
    const uplink = linkUplink(linking, item, { providers, contracts, routers, circuits: circuitItems })
    if (uplink === undefined) addMissing(linking.missing, 'uplink', item.id)
    else uplinks.set(item.id, uplink)
  }
  return { providers, budgets, contracts, handoffs, circuits, uplinks }
}

function linkContracts(
  linking: Linking,
  declarations: Declarations,
  providers: ReadonlyMap<string, Provider>,
  budgets: ReadonlyMap<string, Budget>,
): Map<string, Contract> {
  const all = declarations.provider
    .filter(item => providers.get(item.id)?.origin === item.origin)
    .flatMap(item =>
      item.declared.contracts.flatMap((declared, i) => {
        const provider = providers.get(item.id)
        return provider === undefined
          ? []
          : { id: declared.contract, declared, origin: item.entry('contracts', i), provider }
      }),
    )
  const contracts = new Map<string, Contract>()
  for (const { id, declared, origin, provider } of tableOf(linking, 'contract', 'contract', all).values()) {
    const budget = resolve(linking, 'budget', budgets, declared.budget, inside(origin, 'budget'))
    if (budget === undefined) addMissing(linking.missing, 'contract', id)
    else contracts.set(id, { kind: 'contract', id, declared, origin, provider, budget })
  }
  for (const { declared, origin } of contracts.values()) checkSuccessor(linking, declared, origin, contracts)
  return contracts
}

function checkSuccessor(
  linking: Linking,
  { successor }: ContractDeclaration,
  origin: Place,
  contracts: ReadonlyMap<string, Contract>,
): void {
  if (successor !== undefined) resolve(linking, 'contract', contracts, successor, inside(origin, 'successor'))
}

function linkHandoffs(
  linking: Linking,
  { declared, origin }: Item<NetworkDeclaration>,
  providers: ReadonlyMap<string, Provider>,
  routers: ReadonlyMap<string, Router>,
): Map<string, Handoff> {
  const handoffs = new Map<string, Handoff>()
  for (const id of Object.keys(declared.handoffs).sort(compareText)) {
    const handoff = declared.handoffs[id]
    if (handoff === undefined) continue
    const at = inside(origin, 'handoffs', id)
    const provider = resolve(linking, 'provider', providers, handoff.provider, inside(at, 'provider'))
    const ports = handoff.ports.flatMap((end, i): PortEnd[] => {
      const router = resolve(linking, 'router', routers, end.router, inside(at, 'ports', i, 'router'))
      return router === undefined ? [] : [{ router, port: end.port, origin: inside(at, 'ports', i) }]
    })
    ports.sort((a, b) => compareText(a.router.id, b.router.id))
    if (provider === undefined || ports.length < handoff.ports.length) addMissing(linking.missing, 'handoff', id)
    else handoffs.set(id, { kind: 'handoff', id, declared: handoff, origin: at, provider, ports })
  }
  return handoffs
}

interface CircuitTables {
  readonly providers: ReadonlyMap<string, Provider>
  readonly contracts: ReadonlyMap<string, Contract>
  readonly handoffs: ReadonlyMap<string, Handoff>
  readonly sites: ReadonlyMap<string, Site>
}

function linkCircuit(
  linking: Linking,
  { id, declared, origin }: Item<Circuit['declared']>,
  tables: CircuitTables,
): Circuit | undefined {
  const provider = resolve(linking, 'provider', tables.providers, declared.provider, inside(origin, 'provider'))
  const contracts = contractsOf(linking, declared.contract, origin, tables.contracts)
  const handoff =
    declared.hub === undefined
      ? undefined
      : resolve(linking, 'handoff', tables.handoffs, declared.hub.handoff, inside(origin, 'hub', 'handoff'))
  const site = resolve(linking, 'site', tables.sites, declared.site.id, inside(origin, 'site', 'id'))
  if (
    provider === undefined ||
    contracts === undefined ||
    site === undefined ||
    (declared.hub !== undefined && handoff === undefined)
  )
    return undefined
  const end: PortEnd = { router: site.router, port: declared.site.port, origin: inside(origin, 'site') }
  return {
    kind: 'circuit',
    id,
    declared,
    origin,
    provider,
    contracts,
    handoff,
    site,
    end,
    active: declared.status === 'active' && site.active,
  }
}

interface UplinkTables {
  readonly providers: ReadonlyMap<string, Provider>
  readonly contracts: ReadonlyMap<string, Contract>
  readonly routers: ReadonlyMap<string, Router>
  readonly circuits: ReadonlyMap<string, Item<Circuit['declared']>>
}

function linkUplink(
  linking: Linking,
  { id, declared, origin }: Item<Uplink['declared']>,
  tables: UplinkTables,
): Uplink | undefined {
  const namesake = tables.circuits.get(id)
  if (namesake !== undefined)
    linking.diagnostics.push(twice('uplink', id, inside(origin, 'uplink'), inside(namesake.origin, 'circuit')))
  const provider = resolve(linking, 'provider', tables.providers, declared.provider, inside(origin, 'provider'))
  const contracts = contractsOf(linking, declared.contract, origin, tables.contracts)
  const router = resolve(linking, 'router', tables.routers, declared.router, inside(origin, 'router'))
  if (provider === undefined || contracts === undefined || router === undefined) return undefined
  const end: PortEnd = { router, port: declared.port, origin }
  return { kind: 'uplink', id, declared, origin, provider, contracts, end, active: declared.status === 'active' }
}

/** Undefined where one of them could not be loaded: what it pays for is then unknown. */
function contractsOf(
  linking: Linking,
  names: string | readonly string[] | undefined,
  origin: Place,
  contracts: ReadonlyMap<string, Contract>,
): Contract[] | undefined {
  if (names === undefined) return []
  const single = typeof names === 'string'
  const list = single ? [names] : names
  const found = list.map((name, i) =>
    resolve(linking, 'contract', contracts, name, single ? inside(origin, 'contract') : inside(origin, 'contract', i)),
  )
  if (found.some(contract => contract === undefined)) return undefined
  return (found as Contract[]).sort(
    (a, b) => compareText(a.declared.period.from, b.declared.period.from) || compareText(a.id, b.id),
  )
}
