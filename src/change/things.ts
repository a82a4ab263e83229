import type { Network } from '../model/network.ts'
import type { Place, Source } from '../source/source.ts'
import { byText } from '../text/order.ts'
import type { Sides, ThingChange } from './parts.ts'
import { editsOf } from './edits.ts'

interface Thing {
  readonly kind: string
  readonly id: string
  readonly declared: object
  readonly origin: Place
  /** Of what is bought: all its terms, those of today among them; `declared` holds today's. */
  readonly terms?: readonly { readonly period: { readonly from: string }; readonly declared: object }[]
}

/** What is declared otherwise: renames by `was:` first of all, so that a new name is no new thing. */
export function compareThings({ before, after }: Sides<Network>): ThingChange[] {
  const [old, now] = unshared(thingsOf(before), thingsOf(after))
  const renamed = renamedFrom(old, now)
  const gone = new Set([...renamed.values()].map(({ kind, id }) => nameOf(kind, id)))
  const changes = [...now].flatMap(([name, thing]): ThingChange[] => {
    const [former, same] = [renamed.get(name), old.get(name)]
    const { kind, id, origin: at } = thing
    if (former !== undefined)
      return [{ kind, id, what: 'renamed', formerId: former.id, at, edits: editsBetween(former, thing) }]
    if (same === undefined) return [{ kind, id, what: 'added', at, edits: [] }]
    const edits = editsBetween(same, thing)
    return edits.length === 0 ? [] : [{ kind, id, what: 'edited', at, edits }]
  })
  const removed = [...old]
    .filter(([name]) => !now.has(name) && !gone.has(name))
    .map(([, { kind, id, origin: at }]): ThingChange => ({ kind, id, what: 'removed', at, edits: [] }))
  return [...changes, ...removed].sort(byText(({ kind, id }) => `${kind} ${id}`))
}

/** By its new name, what a thing was before. */
function renamedFrom(old: ReadonlyMap<string, Thing>, now: ReadonlyMap<string, Thing>): ReadonlyMap<string, Thing> {
  return new Map(
    [...now].flatMap(([name, thing]): [string, Thing][] => {
      if (old.has(name)) return []
      const former = formerNames(thing)
        .map(id => old.get(nameOf(thing.kind, id)))
        .find(found => found !== undefined && !now.has(nameOf(found.kind, found.id)))
      return former === undefined ? [] : [[name, former]]
    }),
  )
}

function nameOf(kind: string, id: string): string {
  return `${kind}:${id}`
}

function formerNames({ declared }: Thing): readonly string[] {
  const { was } = declared as { readonly was?: string | readonly string[] }
  return was === undefined ? [] : typeof was === 'string' ? [was] : was
}

/** Keys under which a declaration holds things of their own, which are compared by themselves; and its names. */
const heldElsewhere = new Set([
  'was',
  'changes',
  'zones',
  'handoffs',
  'budgets',
  'contracts',
  'cableTypes',
  'structures',
  'spans',
  'runs',
  'cables',
  'darkFibres',
  'slack',
  'splices',
])

/** A catalogue of segments holds things, the segments of a site are its own; so are the structures of a cable. */
function isOwnKey(kind: string, key: string): boolean {
  if (key === kind || key === 'was') return false
  return kind === 'cable' || !(heldElsewhere.has(key) || (kind === 'network' && key === 'segments'))
}

function ownKeys({ kind, declared, terms = [] }: Thing): Record<string, unknown> {
  const own = Object.entries(declared).filter(([key]) => isOwnKey(kind, key))
  // What an addendum changed before, or will change, by its first day.
  const others = terms.filter(term => term.declared !== declared)
  const otherTerms = Object.fromEntries(
    others.map(term => [
      term.period.from,
      Object.fromEntries(Object.entries(term.declared).filter(([key]) => !heldElsewhere.has(key))),
    ]),
  )
  return { ...Object.fromEntries(own), ...otherTerms }
}

function editsBetween(before: Thing, after: Thing): ThingChange['edits'] {
  if (before.declared === after.declared) return []
  const isSameFile = before.origin.source === after.origin.source
  // Of one file on two dates only what is bought can differ: by the terms that are today's.
  if (isSameFile && after.terms === undefined) return []
  const [old, now] = [before, after].map(({ terms, ...thing }) =>
    ownKeys(isSameFile || terms === undefined ? thing : { ...thing, terms }),
  )
  return editsOf({ before: old, after: now }, after.origin).filter(({ field }) => field !== 'id')
}

/**
 * By name, without what stands in a file that is the same on both sides: it declares the same. Terms may be those of
 * another day.
 */
function unshared(before: readonly Thing[], after: readonly Thing[]): [Map<string, Thing>, Map<string, Thing>] {
  const sourcesOf = (all: readonly Thing[]): ReadonlySet<Source> => new Set(all.map(({ origin }) => origin.source))
  const [old, now] = [sourcesOf(before), sourcesOf(after)]
  const isOwn = ({ origin: { source }, terms }: Thing): boolean =>
    terms !== undefined || !old.has(source) || !now.has(source)
  const named = (all: readonly Thing[]): Map<string, Thing> =>
    new Map(all.filter(isOwn).map(thing => [nameOf(thing.kind, thing.id), thing]))
  return [named(before), named(after)]
}

function thingsOf(network: Network): Thing[] {
  const { declared, origin } = network
  const root: Thing = { kind: 'network', id: declared.network, declared, origin }
  const maps: readonly ReadonlyMap<string, Thing>[] = [
    network.zones,
    network.segmentKinds,
    network.areas,
    network.tenants,
    network.sites,
    network.handoffs,
    network.providers,
    network.budgets,
    network.contracts,
    network.circuits,
    network.uplinks,
    network.routes,
    network.plants,
    network.cableTypes,
    network.structures,
    network.slacks,
    network.waivers,
    network.payments,
    network.tickets,
    network.claims,
    network.works,
    network.modelTypes,
    network.opticTypes,
  ]
  return [root, ...maps.flatMap(map => [...map.values()]), ...laid(network), ...network.splices]
}

/** Spans and cables; a dark fibre is declared as one thing, of which the plant makes a cable in a span of its own. */
function laid({ spans, cables }: Network): Thing[] {
  return [
    ...[...spans.values()].filter(({ declared }) => declared.kind !== 'rented'),
    ...[...cables.values()].map(({ rented, ...cable }): Thing => ({ ...cable, declared: rented ?? cable.declared })),
  ]
}
