import { sourcesOf } from '../inventory/sources-of.ts'
import type { Source } from '../../source/source.ts'
import type { InventoryValue } from '../inventory/value.ts'
import type { Build, Built } from './build.ts'
import { overlapsIn } from './disjoint.ts'
import { isSame, ledgerLines, ownerOf, type LedgerLines } from './ledger-lines.ts'
import { belongings, neighboursOf, readDeclared, type Declared } from './neighbours.ts'
import type { Operation } from './operations.ts'

/** A world as it stood, with what a build made of it. */
export interface Standing {
  readonly world: InventoryValue
  readonly declared: Declared
  readonly built: Built
}

export function standing(
  build: Build,
  world: InventoryValue,
  ledger: string,
  inOrder = (sources: readonly Source[]): readonly Source[] => sources,
): Standing {
  const sources = inOrder(sourcesOf(world))
  return { world, declared: readDeclared(sources), built: build(sources, ledger) }
}

export interface Judged {
  readonly after: Standing
  /** One line for each thing that the operation should not have done, or should have and did not. */
  readonly complaints: readonly string[]
}

/**
 * Does an operation on top of the ledger that was there, and looks at every byte of every router and every line of the
 * ledger.
 */
export function judge(build: Build, before: Standing, operation: Operation): Judged {
  // The files come in another order too: that may never matter.
  const after = standing(build, operation.after, before.built.ledger, sources => sources.toReversed())
  const name = `${operation.verb} ${operation.kind} ${operation.id}:`
  const complaints = [
    ...after.built.errors.map(error => `error ${error}`),
    ...routerComplaints(before, after, operation),
    ...ledgerComplaints(
      ledgerLines(before.built.ledger),
      ledgerLines(after.built.ledger),
      expectedLedger(before, after, operation),
    ),
    ...overlapsIn(ledgerLines(after.built.ledger), mergedNames(before.declared, after.declared)),
  ]
  return { after, complaints: complaints.map(complaint => `${name} ${complaint}`) }
}

function routerComplaints(before: Standing, after: Standing, { kind, verb, id, former = id }: Operation): string[] {
  const mayChange = new Set([...neighboursOf(before.declared, kind, former), ...neighboursOf(after.declared, kind, id)])
  const changed = changedRouters(before.built, after.built)
  const strangers = [...changed]
    .filter(router => !mayChange.has(router))
    .map(router => `${router} is no neighbour, and its configuration changed`)
  const targets =
    verb === 'reorder' || (verb === 'rename' && kind !== 'site') ? [] : kind === 'site' ? [former, id] : [...mayChange]
  return [...strangers, ...targets.filter(router => !changed.has(router)).map(router => `${router} did not change`)]
}

export function changedRouters(before: Built, after: Built): ReadonlySet<string> {
  const all = new Set([...before.routers.keys(), ...after.routers.keys()])
  return new Set([...all].filter(router => before.routers.get(router) !== after.routers.get(router)))
}

/** What may happen in the ledger: to whom things are added, who goes, and what a key is called afterwards. */
interface Expected {
  readonly newcomers: ReadonlySet<string>
  readonly leavers: ReadonlySet<string>
  readonly rename: (key: string) => string
}

const nobody: ReadonlySet<string> = new Set()

function expectedLedger(before: Standing, after: Standing, { kind, verb, id, former = id }: Operation): Expected {
  if (verb === 'rename')
    return {
      newcomers: nobody,
      leavers: nobody,
      rename: key => (ownerOf(key) === `${kind}/${former}` ? renamedKey(key, id) : key),
    }
  const [had, has] = [belongings(before.declared, kind, id), belongings(after.declared, kind, id)]
  // A ring that opens for a site keeps the route that it had: it belongs to both, and is no newcomer.
  const known = (thing: string): boolean =>
    before.declared.routes.has(thing.slice('route/'.length)) && thing.startsWith('route/')
  if (verb === 'insert')
    return { newcomers: new Set([...has].filter(thing => !known(thing))), leavers: nobody, rename: key => key }
  return { newcomers: nobody, leavers: had, rename: key => key }
}

function renamedKey(key: string, id: string): string {
  const [kind = '', , ...rest] = key.split('/')
  return [kind, id, ...rest].join('/')
}

function ledgerComplaints(before: LedgerLines, after: LedgerLines, { newcomers, leavers, rename }: Expected): string[] {
  const kept = [...before].flatMap(([key, line]) => {
    const now = after.get(rename(key))
    if (now === undefined) return [`${key} is gone from the ledger`]
    if (now.value !== line.value) return [`${key} moved from ${line.value} to ${now.value}`]
    if (leavers.has(ownerOf(key)) && line.retired === undefined)
      return now.retired === undefined ? [`${key} is not retired`] : []
    return isSame(line, now) ? [] : [`${key} was retired, or came back`]
  })
  const names = new Set([...before.keys()].map(rename))
  const added = [...after.keys()].filter(key => !names.has(key))
  const strangers = added
    .filter(key => !newcomers.has(ownerOf(key)))
    .map(key => `${key} is new and belongs to somebody else`)
  const without = [...newcomers]
    .filter(thing => !added.some(key => ownerOf(key) === thing))
    .filter(thing => !isUnnumbered(thing, after))
    .map(thing => `${thing} got nothing`)
  return [...kept, ...strangers, ...without]
}

/** A ledger that knew the newcomer before has nothing to add. */
function isUnnumbered(thing: string, after: LedgerLines): boolean {
  return [...after.keys()].some(key => ownerOf(key) === thing)
}

function mergedNames(before: Declared, after: Declared): Declared {
  return { ...after, coreOf: new Map([...before.coreOf, ...after.coreOf]) }
}
