import { isEqual } from './shared.ts'

/**
 * What a step reads of the values that it is given is written down while it runs, and its result stands as long as all
 * of that is the same. Nobody says beforehand what a step depends on: a view of a value notes each of its parts as it
 * is read, and an answer that others ask for is noted as one part, so that they stand as long as the answer does,
 * whatever it was made of.
 */
export interface World {
  /** Every part of every value, by `name.part`. */
  readonly parts: Map<string, unknown>
  /** The values that are looked at, by name. */
  readonly views: Map<string, object>
  /** Results of this and of earlier runs, by who makes them. */
  readonly results: Results
}

export type Results = Map<object, Result>

interface Result {
  readonly basis: Basis
  readonly value: unknown
  readonly makeIn: ((world: World) => unknown) | undefined
}

/** What was read, and the run in which that was so last. */
interface Basis {
  readonly reads: Reads
  seenIn: World['parts']
}

/** Names of parts and makers of answers, each with the value that was read. */
type Reads = ReadonlyMap<string | object, unknown>

/** What somebody read of a world on the way to a value. */
export interface Recorded<T> {
  readonly value: T
  readonly reads: Reads
  readonly world: World | undefined
}

/**
 * The cause of an error: somebody holds a value of an earlier run, and reads in it what is another now. His result may
 * not stand.
 */
export const staleRead = Symbol('stale read')

interface Frame {
  world: World | undefined
  readonly reads: Map<string | object, unknown>
  /** What was read on the way to values that were made before; many ask for the same ones. */
  readonly known: Set<Reads>
}

let frame: Frame | undefined
const places = new WeakMap<object, { readonly world: World; readonly name: string }>()

/**
 * The value, noting what is read of it. A part that is given instead stands in its place, and is not noted: it is such
 * a view itself.
 */
export function viewed<T extends object>(world: World, name: string, value: T, instead: Partial<T> = {}): T {
  const getters = Object.entries({ ...value, ...instead }).map(([key, part]): [string, PropertyDescriptor] => {
    const full = `${name}.${key}`
    if (Object.hasOwn(instead, key)) return [key, { enumerable: true, value: part }]
    world.parts.set(full, part)
    return [key, { enumerable: true, get: () => noted(world, full, part) }]
  })
  const view = Object.defineProperties({ ...value }, Object.fromEntries(getters))
  places.set(view, { world, name })
  world.views.set(name, view)
  return view
}

export function worldOf(value: object): World | undefined {
  return places.get(value)?.world
}

function noted<T>(world: World, who: string | object, value: T): T {
  if (frame === undefined) return value
  frame.world ??= world
  if (frame.world !== world && current(frame.world, who) !== value)
    throw new Error('read of an earlier run', { cause: staleRead })
  frame.reads.set(who, value)
  return value
}

/** What a part is in a world, or what is answered in it. */
function current(world: World, who: string | object): unknown {
  if (typeof who === 'string') return world.parts.get(who)
  const result = world.results.get(who)
  if (result === undefined) return undefined
  if (stands(world, result.basis) || result.makeIn === undefined) return result.value
  return result.makeIn(world)
}

/** An answer about a view; it is kept from run to run. */
export function answered<Key extends object, Value>(key: Key, compute: (key: Key) => Value): Recorded<Value> {
  const place = places.get(key)
  if (place === undefined) return recording(undefined, () => compute(key))
  const { world, name } = place
  const makeIn = (now: World): Value => {
    // Under a view's name stands a view of such a value.
    const view = now.views.get(name) as Key
    return standing(now, compute, () => compute(view), makeIn)
  }
  const value = makeIn(world)
  return { value, world, reads: new Map([[compute, value]]) }
}

/** The result that stands, or a new one; where that says the same, the one that stood. */
export function standing<T>(world: World, who: object, make: () => T, makeIn?: (world: World) => T): T {
  const before = world.results.get(who)
  // Nobody else makes results under this name.
  if (before !== undefined && stands(world, before.basis)) return before.value as T
  const { value: made, reads } = recording(world, make)
  const value = before !== undefined && isEqual(before.value, made) ? (before.value as T) : made
  world.results.set(who, { basis: { reads, seenIn: world.parts }, value, makeIn })
  return value
}

/**
 * The same for one thing after another, which are values and no views: what was made of one stands as long as it is
 * the same, and all that was read beside it. Most read the same, which is then looked at once.
 */
export function standingEach<Thing extends object, T>(): (
  world: World | undefined,
  things: Iterable<Thing>,
  make: (thing: Thing) => T,
) => readonly T[] {
  const results = new WeakMap<Thing, { readonly basis: Basis; readonly value: T }>()
  return (world, things, make) => {
    if (world === undefined) return Array.from(things, make)
    let last: Basis | undefined
    return Array.from(things, thing => {
      let result = results.get(thing)
      if (result === undefined || !stands(world, result.basis)) {
        const { value, reads } = recording(world, () => make(thing))
        const basis = last !== undefined && isSameReads(last.reads, reads) ? last : { reads, seenIn: world.parts }
        result = { basis, value }
        results.set(thing, result)
      }
      last = result.basis
      return taken({ value: result.value, reads: last.reads, world })
    })
  }
}

function isSameReads(a: Reads, b: Reads): boolean {
  if (a.size !== b.size) return false
  for (const [who, value] of a) if (!b.has(who) || b.get(who) !== value) return false
  return true
}

function stands(world: World, basis: Basis): boolean {
  if (basis.seenIn === world.parts) return true
  for (const [who, value] of basis.reads) if (current(world, who) !== value) return false
  basis.seenIn = world.parts
  return true
}

function recording<T>(world: World | undefined, make: () => T): Recorded<T> {
  const outer = frame
  const own: Frame = { world: world ?? outer?.world, reads: new Map(), known: new Set() }
  frame = own
  try {
    const value = make()
    return { value, reads: own.reads, world: own.world }
  } finally {
    frame = outer
  }
}

/** Whoever takes a value has read what it was made of. */
export function taken<T>({ value, reads, world }: Recorded<T>): T {
  if (frame === undefined || world === undefined || frame.known.has(reads)) return value
  for (const [who, part] of reads) noted(world, who, part)
  frame.known.add(reads)
  return value
}
