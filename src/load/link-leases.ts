import type { Budget, Circuit, Contract, Handoff, PortEnd, Provider, Router, Site, Uplink } from '../model/network.ts'
import { linkCircuit, linkUplink } from './link-bought.ts'
import { succeededCircuits } from './succession.ts'
import type { ContractDeclaration } from '../model/contract-file.ts'
import type { BudgetDeclaration, NetworkDeclaration } from '../model/network-file.ts'
import { sameMap } from '../source/memory.ts'
import { inside, type Place } from '../source/source.ts'
import { premisesOf } from './grounds.ts'
import { linkedAgain, linkedEach } from './linked-again.ts'
import { addMissing } from './missing.ts'
import type { Declarations } from './declare.ts'
import type { Item } from './item.ts'
import { plainThings, resolve, tableOf, type Linking } from './resolve.ts'
import { byText, compareText } from '../text/order.ts'

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
  day: string | undefined,
): LinkedLeases {
  const { kept } = linking
  const { provider, circuit, uplink } = declarations
  const providers = linkedAgain(linking, 'providers', [provider], part =>
    tableOf(part, 'provider', 'provider', plainThings('provider', provider)),
  )
  const budgets = linkedAgain(linking, 'budgets', [network, day], part => linkBudgets(part, network, day))
  const contracts = linkedAgain(linking, 'contracts', [provider, providers, budgets], part =>
    linkContracts(part, declarations, providers, budgets),
  )
  const handoffs = linkedAgain(linking, 'handoffs', [network, providers, routers], part =>
    linkHandoffs(part, network, providers, routers),
  )
  const circuitItems = linkedAgain(linking, 'circuit items', [circuit], part =>
    tableOf(part, 'circuit', 'circuit', circuit),
  )
  const premises = premisesOf(kept, sites)
  const linkEach = linkedEach<Circuit | undefined>(linking, 'circuit')
  const circuits = new Map<string, Circuit>()
  for (const item of circuitItems.values()) {
    // Of a name that leads nowhere it is told which others there are.
    const of = [item, premises.get(item.declared.site.id) ?? premises, providers, contracts, handoffs, day]
    const linked = linkEach(item.id, of, part =>
      linkCircuit(part, item, { providers, contracts, handoffs, premises, day }),
    )
    if (linked === undefined) addMissing(linking.missing, 'circuit', item.id)
    else circuits.set(item.id, linked)
  }
  const uplinks = linkedAgain(linking, 'uplinks', [uplink, providers, contracts, routers, circuitItems, day], part =>
    linkUplinks(part, uplink, { providers, contracts, routers, circuits: circuitItems, day }),
  )
  const serving = sameMap(kept, 'circuits', succeededCircuits(circuits, day))
  return { providers, budgets, contracts, handoffs, circuits: serving, uplinks }
}

function linkBudgets(
  linking: Linking,
  network: Item<NetworkDeclaration>,
  day: string | undefined,
): Map<string, Budget> {
  const budgets = network.declared.budgets.map((declared, i): Budget => {
    const origin = network.entry('budgets', i)
    return { kind: 'budget', id: declared.budget, declared, origin, ...ceilingOn(declared, origin, day) }
  })
  return tableOf(linking, 'budget', 'budget', budgets)
}

function linkUplinks(
  linking: Linking,
  items: Declarations['uplink'],
  tables: Parameters<typeof linkUplink>[2],
): Map<string, Uplink> {
  const uplinks = new Map<string, Uplink>()
  for (const item of tableOf(linking, 'uplink', 'uplink', items).values()) {
    const uplink = linkUplink(linking, item, tables)
    if (uplink === undefined) addMissing(linking.missing, 'uplink', item.id)
    else uplinks.set(item.id, uplink)
  }
  return uplinks
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
    const names = [declared.budget].flat()
    const paying = names.flatMap((name, i) => {
      const at = typeof declared.budget === 'string' ? inside(origin, 'budget') : inside(origin, 'budget', i)
      return resolve(linking, 'budget', budgets, name, at) ?? []
    })
    const [budget] = paying
    if (budget === undefined || paying.length < names.length) addMissing(linking.missing, 'contract', id)
    else {
      const to = declared.addenda.findLast(addendum => addendum.to !== undefined)?.to ?? declared.period.to
      const period = { from: declared.period.from, to }
      contracts.set(id, { kind: 'contract', id, declared, origin, provider, budget, budgets: paying, period })
    }
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

/** Without a day the last document counts. */
function ceilingOn(
  { ceilingRupiah, amended }: BudgetDeclaration,
  origin: Place,
  day: string | undefined,
): Pick<Budget, 'ceilingRupiah' | 'ceilingAt'> {
  const known = amended.map((one, i) => ({ ...one, i })).filter(({ date }) => day === undefined || date <= day)
  const last = known.toSorted(byText(({ date }) => date)).at(-1)
  if (last === undefined) return { ceilingRupiah, ceilingAt: inside(origin, 'ceilingRupiah') }
  return { ceilingRupiah: last.ceilingRupiah, ceilingAt: inside(origin, 'amended', last.i, 'ceilingRupiah') }
}
