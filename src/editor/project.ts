import type { Compilation } from '../compile.ts'
import { declarationsOf, namingsOf, thingsIn, type Declaration, type Naming } from '../edit/things.ts'
import { kindOfFile } from '../load/kinds.ts'
import { referencesIn } from '../load/references.ts'
import { valueAt } from '../load/schema-walk.ts'
import type { Kind } from '../model/kind.ts'
import type { Network } from '../model/network.ts'
import { ledgerName } from '../source/ledger-name.ts'
import { remembered } from '../source/remembered.ts'
import { scalarAt, type Scalar } from '../source/scalars.ts'
import type { Source, Step } from '../source/source.ts'
import { own } from '../text/own.ts'

/** An inventory as the editor has it: its files with what is typed in them, and what the compiler says of them. */
export interface Project {
  readonly sources: readonly Source[]
  readonly compilation: Compilation
  /** What is recorded so far, before this compilation; undefined where nobody knows. */
  readonly recorded?: string
  /**
   * The network as it was when nothing of it was missing: what is free in it is free while a file is typed that does
   * not parse.
   */
  readonly whole?: Network | undefined
}

type Thing = ReturnType<typeof thingsIn>[number]

const thingsOf = remembered(({ sources }: Project): readonly Thing[] => thingsIn(sources))

/** Everything that is declared by name, in the order of the files. */
export const declared: (project: Project) => readonly Declaration[] = remembered(project =>
  declarationsOf(thingsOf(project)),
)

/** The thing of a file that these steps lead into. */
export function thingAround(source: Source, path: readonly Step[]): Thing | undefined {
  return thingsIn([source]).find(({ at }) => at.every((step, i) => path[i] === step))
}

/** What stands under the cursor: a word, and the things that it names or declares. */
export interface Meaning {
  readonly scalar: Scalar
  readonly thing: Thing | undefined
  /** Declarations of what is meant, wherever they stand. */
  readonly declarations: readonly Declaration[]
}

export function meaningAt(project: Project, source: Source, offset: number): Meaning | undefined {
  if (source.path === ledgerName) return ownerAt(project, source, offset)
  const scalar = scalarAt(source, offset)
  if (scalar === undefined) return undefined
  const thing = thingAround(source, scalar.path)
  return { scalar, thing, declarations: thing === undefined ? [] : declarationsAt(project, thing, scalar) }
}

/** Whose allocations a line of the ledger begins with; a tunnel is its circuit's. */
const ownersInLedger: Readonly<Record<string, Kind>> = {
  router: 'router',
  segment: 'site',
  link: 'route',
  transfer: 'circuit',
  tunnel: 'circuit',
}

/** What a line of the ledger is allocated to. */
function ownerAt(project: Project, { text }: Source, offset: number): Meaning | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const [, word = '', id = ''] = /^(\w+)\/([^/:]+)\//.exec(text.slice(start, end < 0 ? undefined : end)) ?? []
  const owner = own(ownersInLedger, word)
  if (owner === undefined) return undefined
  const from = start + word.length + 1
  return {
    scalar: { path: [], isKey: true, text: id, from, to: from + id.length },
    thing: undefined,
    declarations: declared(project).filter(each => each.kind === owner && each.id === id),
  }
}

function declarationsAt(project: Project, thing: Thing, { path, isKey, text }: Scalar): readonly Declaration[] {
  const here = declared(project).filter(
    ({ thing: one, place }) =>
      one.source === thing.source && samePath(place.path, path) && (place.key === true) === isKey,
  )
  if (here.length > 0) return here
  const inside = path.slice(thing.at.length)
  const named = referencesAt(thing, inside, isKey)
  return named.flatMap(({ kinds, names }) =>
    declared(project).filter(({ kind, id }) => kinds.includes(kind) && (names.includes(id) || id === text)),
  )
}

/** The kinds and names of a reference at these steps of a thing. */
function referencesAt(
  thing: Thing,
  inside: readonly Step[],
  isKey: boolean,
): { kinds: readonly Kind[]; names: readonly string[] }[] {
  return referencesIn(thing.kind, thing.data).filter(
    reference => samePath(reference.path, inside) && (reference.key === true) === isKey,
  )
}

/** Every place that names the same thing as these declarations. */
export function namingsLike(project: Project, [first]: readonly Declaration[]): Naming[] {
  if (first === undefined) return []
  const { key, also = [] } = kindOfFile(first.thing.kind)
  const isItself = first.place.path.at(-1) === key && first.entry.length === first.thing.at.length
  return namingsOf(thingsOf(project), isItself ? [first.thing.kind, ...also] : [first.kind], first.id)
}

/** Plain data of the thing that a declaration makes. */
export function dataOf({ thing, entry }: Declaration): unknown {
  return valueAt(thing.data, entry.slice(thing.at.length))
}

export function samePath(a: readonly Step[], b: readonly Step[]): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i])
}
