import { renamed } from '../edit/rename.ts'
import { retired } from '../edit/retire.ts'
import type { Edited } from '../edit/edited.ts'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Kind } from '../model/kind.ts'
import { locate } from '../source/locate.ts'
import type { Place, Range, Source } from '../source/source.ts'
import { declared, meaningAt, namingsLike, type Project } from './project.ts'

/** A stretch of a file of the inventory. */
export interface Spot {
  readonly path: string
  readonly range: Range
}

/** Where what stands here is declared. */
export function definitionsAt(project: Project, source: Source, offset: number): Spot[] {
  return distinct((meaningAt(project, source, offset)?.declarations ?? []).map(({ place }) => spotOf(place)))
}

/** Where it is declared, and every place that names it. */
export function referencesAt(project: Project, source: Source, offset: number): Spot[] {
  const declarations = meaningAt(project, source, offset)?.declarations ?? []
  return distinct([
    ...declarations.map(({ place }) => spotOf(place)),
    ...namingsLike(project, declarations).map(({ place }) => spotOf(place)),
  ])
}

/** The inventory with another name for what stands here, `was:` beside it; or every reason why not. */
export function renameAt(project: Project, source: Source, offset: number, to: string): Edited | readonly Bilingual[] {
  const own = thingMeant(project, source, offset)
  if (own === undefined) return [nothingHere]
  return renamed(project.sources, { kind: own.kind, from: own.id, to })
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
  /** Entries inside it. */
  readonly children: readonly Symbol[]
}

/** The things that a file declares, with what they hold. */
export function symbolsIn(project: Project, source: Source): Symbol[] {
  const own = declared(project).filter(({ thing }) => thing.source === source)
  const outer = own.filter(({ thing, entry, kind }) => entry.length === thing.at.length && kind === thing.kind)
  return outer.map(({ kind, id, place, thing }) => ({
    kind,
    id,
    name: locate(place),
    children: own
      .filter(one => one.thing === thing && one.entry.length > thing.at.length)
      .map(one => ({ kind: one.kind, id: one.id, name: locate(one.place), children: [] })),
  }))
}

function spotOf(place: Place): Spot {
  return { path: place.source.path, range: locate(place) }
}

function distinct(spots: readonly Spot[]): Spot[] {
  return [...new Map(spots.map(spot => [`${spot.path} ${spot.range.line} ${spot.range.column}`, spot])).values()]
}
