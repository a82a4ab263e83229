import type { z } from 'zod'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Place, Step } from '../source/source.ts'
import { firstOfTooMany, sizeOf } from './first-faults.ts'
import { faultsOf, type ShapeFault } from './issues.ts'
import { tooManyFaults } from './shape-words.ts'
import { closeGaps, indicesOf, leaveOut } from './leave-out.ts'

interface Shaped<T> {
  /** Undefined where what is wrong cannot be left out. */
  readonly value: T | undefined
  readonly diagnostics: readonly Diagnostic[]
  /**
   * Where parts are wrong whose absence a rule could see, whether they were left out or not: what follows from it is no
   * finding.
   */
  readonly harmed: readonly (readonly Step[])[]
  /** For lists that lost entries: where each entry that is left stood in the file. */
  readonly indices: ReadonlyMap<string, readonly number[]>
}

const whole: ReadonlyMap<string, readonly number[]> = new Map()
const nothing = { value: undefined, diagnostics: [], harmed: [], indices: whole }

/**
 * Writing and compiling a program for a schema costs more than it saves until it has seen a lot (measured: 0.03 s of
 * 0.5 at 45 sites, none of 1.8 at 600; the plant of 10,000 takes a fifth less with it).
 */
const leastValues = 30_000
const uncompiled = { jitless: true }
const compiled = { jitless: false }
const valuesSeen = new WeakMap<z.ZodType, number>()

/** Which way a schema is asked next. It changes nothing but the time that the answer takes. */
function wayOf(schema: z.ZodType, size: number): z.core.ParseContext<z.core.$ZodIssue> {
  const values = valuesSeen.get(schema) ?? 0
  if (values > leastValues) return compiled
  valuesSeen.set(schema, values + size)
  return uncompiled
}

/**
 * Plain data to a typed value. What is wrong and can be left out (an unknown key, an optional value, an entry of a list
 * or a map) is left out, so that everything else in the file is still looked at. `unread` are paths whose YAML was
 * refused before.
 */
export function shape<S extends z.ZodType>(
  schema: S,
  data: unknown,
  at: Place,
  unread: readonly (readonly Step[])[] = [],
): Shaped<z.output<S>> {
  const size = sizeOf(data)
  const tooMany = firstOfTooMany({ root: schema, data, at }, size)
  if (tooMany !== undefined)
    return { ...nothing, diagnostics: [...toldOf(onePerPlace(tooMany), unread), tooManyFaults(at)] }
  const first = schema.safeParse(data, wayOf(schema, size))
  if (first.success) return { value: first.data, diagnostics: [], harmed: [], indices: whole }
  const faults = onePerPlace(first.error.issues.flatMap(issue => faultsOf({ root: schema, data, at }, issue)))
  const told = {
    diagnostics: toldOf(faults, unread),
    harmed: faults.flatMap(({ path, harmless }) => (harmless ? [] : [path])),
  }
  const rest = structuredClone(data)
  if (!faults.every(({ path }) => leaveOut(schema, rest, path))) return { value: undefined, ...told, indices: whole }
  const indices = indicesOf(rest)
  const second = schema.safeParse(closeGaps(rest), uncompiled)
  return { value: second.success ? second.data : undefined, ...told, indices }
}

/** What is absent under another spelling, or because its YAML was refused, has a finding already. */
function toldOf(faults: readonly ShapeFault[], unread: readonly (readonly Step[])[]): Diagnostic[] {
  const known = new Set([...faults.flatMap(({ meant }) => meant ?? []), ...unread.map(textOf)])
  // A merge key may have brought whatever is absent beside it.
  const merged = new Set(
    [...faults.map(({ path }) => path), ...unread].flatMap(path =>
      path.at(-1) === '<<' ? [textOf(path.slice(0, -1))] : [],
    ),
  )
  const untold = faults.filter(
    ({ path, isAbsent }) => !known.has(textOf(path)) && !(isAbsent === true && merged.has(textOf(path.slice(0, -1)))),
  )
  // Of thousands nobody reads all: the first are told, and they say how many more there are.
  const told = untold.slice(0, mostTold).map(({ say }) => say())
  const last = told.at(-1)
  if (untold.length <= mostTold || last === undefined) return told
  return [...told.slice(0, -1), { ...last, more: untold.length - mostTold }]
}

const mostTold = 500

/**
 * A value that breaks its pattern often breaks a second check too: one fault a place, and none inside one that is wrong
 * as a whole.
 */
function onePerPlace(faults: readonly ShapeFault[]): ShapeFault[] {
  const byPlace = new Map<string, ShapeFault>()
  for (const fault of faults) if (!byPlace.has(textOf(fault.path))) byPlace.set(textOf(fault.path), fault)
  const wholes = new Set([...byPlace.values()].flatMap(({ path, isWhole }) => (isWhole === true ? [textOf(path)] : [])))
  return [...byPlace.values()].filter(({ path }) => !wholes.has(textOf(path.slice(0, -1))))
}

function textOf(path: readonly Step[]): string {
  return path.join('/')
}
