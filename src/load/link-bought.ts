import type { CircuitDeclaration, UplinkDeclaration } from '../model/lease-file.ts'
import type { Circuit, Contract, Handoff, Premises, Provider, Router, Term, Uplink } from '../model/network.ts'
import { stretches, stretchOn, type Stretch } from '../model/terms.ts'
import { inside, type Place, type Step } from '../source/source.ts'
import type { Item } from './item.ts'
import { changedCircuit, changedUplink } from './lay-changes.ts'
import { compareText } from '../text/order.ts'
import { resolve, twice, type Linking } from './resolve.ts'

interface Sellers {
  readonly providers: ReadonlyMap<string, Provider>
  readonly contracts: ReadonlyMap<string, Contract>
  /** Whose facts hold; without it those of the first day. */
  readonly day: string | undefined
}

interface CircuitTables extends Sellers {
  readonly handoffs: ReadonlyMap<string, Handoff>
  readonly premises: ReadonlyMap<string, Premises>
}

/** A circuit with its whole life; undefined where a name in any of its terms leads nowhere. */
export function linkCircuit(
  linking: Linking,
  item: Item<CircuitDeclaration>,
  tables: CircuitTables,
): Circuit | undefined {
  const { id, declared, origin } = item
  const site = resolve(linking, 'site', tables.premises, declared.site.id, inside(origin, 'site', 'id'))
  const terms = termsOf(linking, item, stretches(declared, declared.period, declared.changes, changedCircuit), tables)
  const linked = terms.map(({ term, declared: facts, at }): Term<CircuitDeclaration> | undefined => {
    const { hub } = facts
    const handoff =
      hub === undefined ? undefined : resolve(linking, 'handoff', tables.handoffs, hub.handoff, at('hub', 'handoff'))
    if (term === undefined || site === undefined || (hub !== undefined && handoff === undefined)) return undefined
    return {
      ...term,
      handoff,
      end: { router: site.router, port: term.declared.site.port, origin: outer(at('site', 'port')) },
    }
  })
  const whole = wholeLife(linked, tables.day)
  if (whole === undefined || site === undefined) return undefined
  const { terms: life, current } = whole
  const { period: _, ...facts } = current
  return {
    kind: 'circuit',
    id,
    origin,
    site,
    ...facts,
    terms: life,
    active: serves(current, life, tables.day) && site.active,
  }
}

interface UplinkTables extends Sellers {
  readonly routers: ReadonlyMap<string, Router>
  readonly circuits: ReadonlyMap<string, Item<CircuitDeclaration>>
}

export function linkUplink(linking: Linking, item: Item<UplinkDeclaration>, tables: UplinkTables): Uplink | undefined {
  const { id, declared, origin } = item
  const namesake = tables.circuits.get(id)
  if (namesake !== undefined)
    linking.diagnostics.push(twice('uplink', id, inside(origin, 'uplink'), inside(namesake.origin, 'circuit')))
  const router = resolve(linking, 'router', tables.routers, declared.router, inside(origin, 'router'))
  const terms = termsOf(linking, item, stretches(declared, declared.period, declared.changes, changedUplink), tables)
  const linked = terms.map(({ term, setsPort }): Term<UplinkDeclaration> | undefined =>
    router === undefined || term === undefined
      ? undefined
      : { ...term, handoff: undefined, end: { router, port: term.declared.port, origin: setsPort } },
  )
  const whole = wholeLife(linked, tables.day)
  if (whole === undefined) return undefined
  const { terms: life, current } = whole
  const { period: _, ...facts } = current
  return { kind: 'uplink', id, origin, ...facts, terms: life, active: serves(current, life, tables.day) }
}

/** The place of the thing that a value stands in. */
function outer({ source, path }: Place): Place {
  return { source, path: path.slice(0, -1) }
}

interface BareTerm<Declaration> {
  readonly declared: Declaration
  readonly at: Term<Declaration>['at']
  /** Undefined where a name in it leads nowhere. */
  readonly term: Omit<Term<Declaration>, 'handoff' | 'end'> | undefined
  /** The thing, or the change in it, that says which port it has. */
  readonly setsPort: Place
}

/** Providers and contracts of each stretch. */
function termsOf<Declaration extends CircuitDeclaration | UplinkDeclaration>(
  linking: Linking,
  item: Item<Declaration>,
  life: readonly Stretch<Declaration>[],
  { providers, contracts }: Sellers,
): BareTerm<Declaration>[] {
  return life.map(({ period, facts, setBy, begunBy }, i): BareTerm<Declaration> => {
    const placed = (key: string): Place => {
      const change = setBy.get(key)
      return change === undefined ? item.origin : item.entry('changes', change)
    }
    const at = (...steps: readonly Step[]): Place =>
      inside(placed(typeof steps[1] === 'string' ? `${steps[0]}.${steps[1]}` : String(steps[0])), ...steps)
    // A name that an earlier term has too was looked up there, and reported there.
    const before = life[i - 1]
    const quiet = (key: string): Linking =>
      before !== undefined && before.setBy.get(key) === setBy.get(key) ? { ...linking, diagnostics: [] } : linking
    const provider = resolve(quiet('provider'), 'provider', providers, facts.provider, at('provider'))
    const paying = contractsOf(quiet('contract'), facts.contract, at('contract'), contracts)
    const fromAt =
      begunBy === undefined ? inside(item.origin, 'period', 'from') : inside(item.entry('changes', begunBy), 'from')
    const whole = provider !== undefined && paying !== undefined
    const term = whole ? { period, declared: facts, provider, contracts: paying, fromAt, at } : undefined
    return { declared: facts, at, term, setsPort: placed('port') }
  })
}

function wholeLife<T extends { readonly period: Stretch<unknown>['period'] }>(
  linked: readonly (T | undefined)[],
  day: string | undefined,
): { readonly terms: readonly T[]; readonly current: T } | undefined {
  if (linked.some(term => term === undefined)) return undefined
  const terms = linked as readonly T[]
  const current = stretchOn(terms, day)
  return current === undefined ? undefined : { terms, current }
}

/**
 * In service on the day: what has not begun yet is prepared only. What has ended stays until a person retires it, and a
 * rule says so.
 */
function serves(
  { declared }: { readonly declared: { readonly status: string } },
  terms: readonly { readonly period: { readonly from: string; readonly to: string } }[],
  day: string | undefined,
): boolean {
  const first = terms[0]
  return declared.status === 'active' && (day === undefined || first === undefined || first.period.from <= day)
}

/** Undefined where one of them could not be loaded: what it pays for is then unknown. */
function contractsOf(
  linking: Linking,
  names: string | readonly string[] | undefined,
  at: Place,
  contracts: ReadonlyMap<string, Contract>,
): Contract[] | undefined {
  if (names === undefined) return []
  const single = typeof names === 'string'
  const list = single ? [names] : names
  const found = list.map((name, i) => resolve(linking, 'contract', contracts, name, single ? at : inside(at, i)))
  if (found.some(contract => contract === undefined)) return undefined
  return (found as Contract[]).sort(
    (a, b) => compareText(a.declared.period.from, b.declared.period.from) || compareText(a.id, b.id),
  )
}
