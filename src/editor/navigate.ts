import { renamed } from '../edit/rename.ts'
import { retired } from '../edit/retire.ts'
import type { Edited } from '../edit/edited.ts'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Kind } from '../model/kind.ts'
import type { Declaration } from '../edit/things.ts'
import { valueAt } from '../load/schema-walk.ts'
import { locate } from '../source/locate.ts'
import { parseLedger } from '../plan/ledger.ts'
import { pastOf } from '../plan/past.ts'
import { scalarsIn } from '../source/scalars.ts'
import type { Place, Range, Source } from '../source/source.ts'
import { dataOf, declared, meaningAt, namingsLike, type Project } from './project.ts'

/** A stretch of a file of the inventory. */
export interface Spot {
  readonly path: string
  readonly range: Range
}

/** Where what stands here is declared. */
export function definitionsAt(project: Project, source: Source, offset: number): Spot[] {
  return distinct(
    (meaningAt(project, source, offset)?.declarations ?? []).map(({ place }) => spotOf(place)),
    spotKey,
  )
}

/** Where it is declared, and every place that names it. */
export function referencesAt(project: Project, source: Source, offset: number): Spot[] {
  const declarations = meaningAt(project, source, offset)?.declarations ?? []
  const namings = namingsLike(project, declarations)
  return distinct(
    [...declarations, ...namings].map(({ place }) => spotOf(place)),
    spotKey,
  )
}

/** The inventory with another name for what stands here, `was:` beside it; or every reason why not. */
export function renameAt(project: Project, source: Source, offset: number, to: string): Edited | readonly Bilingual[] {
  const own = thingMeant(project, source, offset)
  if (own === undefined) return [nothingHere]
  if (own.id === to) return { sources: project.sources, removed: [] }
  const { sources, recorded } = project
  const past = recorded === undefined ? {} : { past: pastOf(parseLedger(recorded).value) }
  return renamed(sources, { kind: own.kind, from: own.id, to, ...past })
}

/** The inventory with an end for what stands here and for what cannot be without it; or every reason why not. */
export function retireAt(
  project: Project,
  source: Source,
  offset: number,
  today: string,
): Edited | readonly Bilingual[] {
  const own = thingMeant(project, source, offset)
  const { network } = project.compilation
  if (own === undefined || network === undefined) return [nothingHere]
  return retired(project.sources, network, { ...own, on: today, today })
}

/** The thing whose name stands here: a site rather than its router, which shares its name. */
export function thingMeant(project: Project, source: Source, offset: number): { kind: Kind; id: string } | undefined {
  const [own] = meaningAt(project, source, offset)?.declarations ?? []
  if (own === undefined) return undefined
  const isWhole = own.entry.length === own.thing.at.length
  return { kind: isWhole ? own.thing.kind : own.kind, id: own.id }
}

const nothingHere: Bilingual = { id: 'di sini tidak ada nama sebuah benda', en: 'no name of a thing stands here' }

export interface Symbol {
  readonly kind: string
  readonly id: string
  readonly name: Range
  /** Offsets from its first word to its last; undefined where that is its name alone. */
  readonly whole: readonly [number, number] | undefined
  /** Entries inside it. */
  readonly children: readonly Symbol[]
}

/** The things that a file declares, with what they hold. */
export function symbolsIn(project: Project, source: Source): Symbol[] {
  const own = declared(project).filter(({ thing }) => thing.source === source)
  const outer = own.filter(({ thing, entry, kind }) => entry.length === thing.at.length && kind === thing.kind)
  if (outer.length === 0) return []
  const wholes = stretchesOf(source)
  const symbol = ({ kind, id, place, entry }: Declaration, children: readonly Symbol[]): Symbol => ({
    kind,
    id,
    name: locate(place),
    whole: wholes.get(entry.join('\n')),
    children,
  })
  return outer.map(declaration =>
    symbol(
      declaration,
      own
        .filter(one => one.thing === declaration.thing && one.entry.length > one.thing.at.length)
        .map(one => symbol(one, [])),
    ),
  )
}

/** In a file that nobody reads as an outline each thing is its name. */
const longText = 500_000

/** Where everything in a file begins and ends, by its steps. */
function stretchesOf(source: Source): ReadonlyMap<string, readonly [number, number]> {
  const stretches = new Map<string, readonly [number, number]>()
  if (source.text.length > longText) return stretches
  for (const { path, from, to } of scalarsIn(source)) {
    if (from < 0) continue
    for (let length = 0; length <= path.length; length++) {
      const steps = path.slice(0, length).join('\n')
      const [first, last] = stretches.get(steps) ?? [from, to]
      stretches.set(steps, [Math.min(first, from), Math.max(last, to)])
    }
  }
  return stretches
}

/** Everything whose id or name holds these letters, wherever it is declared. */
export function thingsNamed(project: Project, letters: string): (Spot & Pick<Symbol, 'kind' | 'id'>)[] {
  const wanted = letters.toLowerCase()
  const found = declared(project).filter(declaration => {
    const name = valueAt(dataOf(declaration), ['name'])
    return `${declaration.id} ${typeof name === 'string' ? name : ''}`.toLowerCase().includes(wanted)
  })
  // What shares its name and its place is one thing here: a site and its router.
  const once = distinct(found, ({ id, place }) => [id, place.source.path, ...place.path].join('\n'))
  return once.slice(0, mostFound).map(({ kind, id, place }) => ({ kind, id, ...spotOf(place) }))
}

/** Nobody reads more; with another letter typed there are fewer. */
const mostFound = 200

function spotOf(place: Place): Spot {
  return { path: place.source.path, range: locate(place) }
}

/** The first of each key. */
function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map(item => [keyOf(item), item])).values()].toReversed()
}

function spotKey({ path, range }: Spot): string {
  return `${path} ${range.line} ${range.column}`
}
