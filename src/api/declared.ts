import { stringify } from 'yaml'
import { isOfProgram, programFolder, programHeading } from '../source/program-file.ts'
import { snakeCase, type Place, type Source } from '../source/source.ts'
import { fileKinds } from '../load/kinds.ts'
import { byText } from '../text/order.ts'
import { textAround, type CallSite } from './called-from.ts'
import { writtenAt } from './written-at.ts'

/** A thing that a program declares, whichever class it has there. */
export interface Declaration {
  readonly kind: 'site' | 'route' | 'circuit'
  readonly id: string
  readonly args: object
  readonly calledFrom: CallSite | undefined
}

/**
 * What a program declares, as the files that would say the same: one way into the compiler, so the same rules and
 * errors.
 */
interface Declared {
  /** Those of the inventory and the declared ones, sorted. */
  readonly sources: readonly Source[]
  /** The declared ones. */
  readonly own: readonly Source[]
  /** The same place in the program, where the program has declared what stands there. */
  readonly inProgram: (place: Place) => Place
}

export function declared(files: readonly Source[], things: readonly Declaration[]): Declared {
  const own = new Map<string, { readonly source: Source; readonly thing: Declaration }>()
  // What an earlier run wrote gives way to what the program says now.
  const others = things.length === 0 ? files : files.filter(file => !isOfProgram(file))
  const taken = new Set(others.map(({ path }) => path))
  for (const thing of things) {
    const path = freePath(taken, `${fileKinds[thing.kind].place}${programFolder}`, thing.id)
    taken.add(path)
    const text = programHeading + yamlOf({ [fileKinds[thing.kind].key]: thing.id, ...thing.args })
    own.set(path, { thing, source: { path, text } })
  }
  const written = [...own.values()].map(({ source }) => source)
  return {
    sources: [...others, ...written].sort(byText(({ path }) => path)),
    own: written,
    inProgram(place) {
      const found = own.get(place.source.path)
      return found?.source === place.source ? placeOf(found.thing, place) : place
    },
  }
}

/** A second thing of one id has a path too: that there are two is the compiler's to say. */
function freePath(taken: ReadonlySet<string>, folder: string, id: string): string {
  const path = `${folder}${id}.yaml`
  return taken.has(path) ? freePath(taken, `${folder}again/`, id) : path
}

/** Where a program declares a value; the file that it stands for where its call is not known. */
function placeOf({ kind, calledFrom }: Declaration, place: Place): Place {
  if (calledFrom === undefined) return place
  const { source, offset } = textAround(calledFrom)
  return { source, path: [], offsets: writtenAt(source.text, offset, place.path, fileKinds[kind].key) }
}

function yamlOf(declaration: object): string {
  return stringify(snakeKeys(declaration), {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  })
}

/** A program that keeps earlier names in a list may have none; a file then lacks the key. */
function isNoName(key: string, value: unknown): boolean {
  return key === 'was' && Array.isArray(value) && value.length === 0
}

/** In the spelling of files; a declared site stands for its id. */
function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys)
  if (value === null || typeof value !== 'object') return value
  if ('kind' in value && value.kind === 'site' && 'id' in value) return value.id
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => each !== undefined && !isNoName(key, each))
      .map(([key, each]) => [snakeCase(key), snakeKeys(each)]),
  )
}
