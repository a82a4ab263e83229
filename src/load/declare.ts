import type { z } from 'zod'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Place, Source, Step } from '../source/source.ts'
import { noMemory, sameList } from '../source/memory.ts'
import { remembered } from '../source/remembered.ts'
import { inside } from '../source/source.ts'
import { parseYaml, type YamlFault } from '../source/yaml.ts'
import { itemAt } from '../text/item-at.ts'
import { printable } from '../text/screen.ts'
import { loadFault } from './fault.ts'
import { fileKinds, kindOf, kindOfFile, kindsAt, places, type FileKindName } from './kinds.ts'
import { notRead, untilHopeless } from './hopeless.ts'
import { addMissing, fileNameOf, missFile, missParts, missThing, type MissingSoFar } from './missing.ts'
import { hasSteps } from './schema-walk.ts'
import { namesOfAllRanges } from '../text/ranges.ts'
import type { Item } from './item.ts'
import { settled, type Settled } from './settle.ts'
import { shape } from './shape.ts'
import { yamlDiagnostic } from './yaml-words.ts'
import { strangeText } from './strange-text.ts'

export type Declarations = {
  readonly [K in FileKindName]: readonly Item<z.output<(typeof fileKinds)[K]['schema']>>[]
}

interface Declared {
  readonly declarations: Declarations
  readonly diagnostics: readonly Diagnostic[]
  readonly missing: MissingSoFar
  /** For texts that places name and that are others now, the texts as they are. */
  readonly moved: ReadonlyMap<Source, Source>
}

/** What is collected on the way through one file. */
interface Declaring extends Settled {
  readonly things: Map<FileKindName, Item<unknown>[]>
  readonly diagnostics: Diagnostic[]
  readonly missing: MissingSoFar
  /** What stands in it as plain data; undefined where there is nothing to look at. */
  data: unknown
  isWhole: boolean
}

/**
 * All files to typed declarations; every fault of every file. `unread` are paths of files that could not be read at
 * all.
 */
export function declare(sources: readonly Source[], unread: readonly string[] = [], kept = noMemory): Declared {
  const things = new Map<FileKindName, Item<unknown>[]>()
  const moved = new Map<Source, Source>()
  const standing = kept.each<Settled>('file')
  const missing: MissingSoFar = new Map()
  for (const path of unread) missFile(missing, path)
  const { files, unheard } = untilHopeless(sources, declaredBy)
  for (const { path } of unheard) missFile(missing, path)
  for (const [i, file] of files.entries()) {
    const source = itemAt(sources, i)
    const { handle, things: declared } = standing(source.path, [source], before => settled(before, file))
    if (handle !== source) moved.set(handle, source)
    for (const [kind, own] of declared) {
      const known = things.get(kind)
      if (known === undefined) things.set(kind, [...own])
      else for (const item of own) known.push(item)
    }
    for (const [kind, names] of file.missing) for (const name of names) addMissing(missing, kind, name)
  }
  const diagnostics = [...files.flatMap(file => file.diagnostics), ...notRead(unheard)]
  const declarations = Object.fromEntries(
    Object.keys(fileKinds).map(kind => [
      kind,
      sameList(kept, `declared ${kind}`, things.get(kind as FileKindName) ?? []),
    ]),
  )
  // Each kind's list holds what that kind's own schema has made.
  return { declarations: declarations as unknown as Declarations, diagnostics, missing, moved }
}

/** A file that two states share is read once: what it declares hangs on nothing beside it. */
const declaredBy = remembered((source: Source): Declaring => {
  const declaring: Declaring = {
    handle: source,
    things: new Map(),
    diagnostics: [],
    missing: new Map(),
    data: undefined,
    isWhole: true,
  }
  declareFile(declaring, source)
  // Nobody asks whether a file with faults says the same as another: what there is of it need not stay.
  if (declaring.diagnostics.length > 0) {
    declaring.data = undefined
    declaring.isWhole = false
  }
  return declaring
})

/**
 * Whether two texts of one file say the same, each without a fault: they differ in comments, spaces, quotes. What was
 * made of the one holds for the other then, since places are steps and not offsets.
 */
export function saysTheSame(a: Source, b: Source): boolean {
  if (a.path !== b.path) return false
  const [one, other] = [declaredBy(a), declaredBy(b)]
  const isWhole = one.diagnostics.length + other.diagnostics.length === 0 && one.data !== undefined
  return isWhole && isSameData(one.data, other.data)
}

/** Of equal keys in another order the order counts: findings are told in it. */
function isSameData(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [entries, others] = [Object.entries(a), Object.entries(b)]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    entries.length === others.length &&
    entries.every(([key, value], i) => others[i]?.[0] === key && isSameData(value, others[i][1]))
  )
}

function declareFile(declaring: Declaring, source: Source): void {
  const strange = strangeText(source)
  if (strange !== undefined) {
    declaring.diagnostics.push(strange)
    return missFile(declaring.missing, source.path)
  }
  const { data, faults } = parseYaml(source)
  for (const fault of faults) declaring.diagnostics.push(yamlDiagnostic(source, fault))
  declaring.data = data
  if (data === undefined) return missFile(declaring.missing, source.path)
  if (source.text.includes('..') && namesOfAllRanges(source.text) > mostNames) {
    declaring.diagnostics.push(yamlDiagnostic(source, { kind: 'size', path: [], detail: '', offsets: [0, 1] }))
    return missFile(declaring.missing, source.path)
  }
  const things = Array.isArray(data)
    ? data.map((thing: unknown, i) => ({ thing, at: { source, path: [i] } }))
    : [{ thing: data, at: { source, path: [] } }]
  const refused = refusedByThing(faults, Array.isArray(data))
  const before = declaring.diagnostics.length
  for (const { thing, at } of things) {
    if (declaring.diagnostics.length - before > mostFaults) return notLookedAt(declaring, at, things.length)
    const kind = kindOf(source.path, thing)
    if (kind === undefined) return void declaring.diagnostics.push(nowhere(source))
    take(declaring, kind, thing, at, refused.get(at.path[0]) ?? [])
  }
}

/** Who has a file with so many faults has another problem than each of them. */
const mostFaults = 1000

/** The rest of a list of which nearly everything is wrong. */
function notLookedAt({ diagnostics, missing }: Declaring, at: Place, count: number): void {
  missFile(missing, at.source.path)
  const rest = count - Number(at.path[0])
  diagnostics.push(
    loadFault(
      'LOD002',
      at,
      {
        id: `terlalu banyak kesalahan di berkas ini; ${rest} benda mulai dari sini tidak diperiksa`,
        en: `too many faults in this file; ${rest} things from here on were not looked at`,
      },
      { id: 'perbaiki yang pertama, lalu periksa lagi', en: 'mend the first ones, then check again' },
    ),
  )
}

/** Ranges are short to write: so many names of one file are meant seriously. */
const mostNames = 50_000

/** Paths whose YAML was refused, inside the thing of a list that they lie in. */
function refusedByThing(faults: readonly YamlFault[], isList: boolean): Map<Step | undefined, (readonly Step[])[]> {
  const refused = new Map<Step | undefined, (readonly Step[])[]>()
  for (const { kind, path } of faults) {
    if (kind === 'duplicate-key') continue
    const thing = isList ? path[0] : undefined
    const inThing = isList ? path.slice(1) : path
    const known = refused.get(thing)
    if (known === undefined) refused.set(thing, [inThing])
    else known.push(inThing)
  }
  return refused
}

function take(
  { things, diagnostics, missing }: Declaring,
  kind: FileKindName,
  data: unknown,
  at: Place,
  unread: readonly (readonly Step[])[],
): void {
  const { schema, key, namedByFile } = kindOfFile(kind)
  const { value, indices, harmed, diagnostics: faults } = shape(schema, data, at, unread)
  for (const fault of faults) diagnostics.push(fault)
  missParts(missing, kind, data, harmed)
  // What is no group of keys may have been meant as any kind of its folder.
  if (value === undefined)
    for (const meant of hasSteps(data) ? [kind] : kindsAt(at.source.path)) missThing(missing, meant, data)
  if (value === undefined) return
  const id = String(value[key])
  const entry = (list: string, index: number): Place => inside(at, list, indices.get(list)?.[index] ?? index)
  const items = things.get(kind)
  const item = { id, declared: value, origin: at, entry }
  if (items === undefined) things.set(kind, [item])
  else items.push(item)
  const name = fileNameOf(at.source.path)
  if (namedByFile === true && at.path.length === 0 && name !== id)
    diagnostics.push(otherName(inside(at, key), name, id))
}

function otherName(at: Place, file: string, id: string): Diagnostic {
  return loadFault(
    'LOD023',
    at,
    {
      id: `berkas bernama \`${printable(file)}\` tetapi isinya \`${printable(id)}\``,
      en: `the file is named \`${printable(file)}\` but holds \`${printable(id)}\``,
    },
    {
      id: `namai berkas ${printable(id)}.yaml, agar orang menemukannya`,
      en: `name the file ${printable(id)}.yaml, so that people find it`,
    },
  )
}

function nowhere(source: Source): Diagnostic {
  return loadFault(
    'LOD004',
    { source, path: [] },
    {
      id: `berkas \`${printable(source.path)}\` tidak dibaca: tempatnya tidak berarti apa-apa`,
      en: `the file \`${printable(source.path)}\` is not read: its place means nothing`,
    },
    {
      id: `tempat yang dibaca: ${places.join(', ')}`,
      en: `places that are read: ${places.join(', ')}`,
    },
  )
}
