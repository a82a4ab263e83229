import { geodesicM } from '../../model/geodesy.ts'
import type { Point } from '../../model/scalars.ts'
import type { Near } from './near.ts'
import type { Standing, Structures } from './structures.ts'

/** A vertex this near to a structure is the structure. */
const snapM = 10
/** A structure this near to a stretch carries it, though nobody drew a vertex there. */
const besideM = 2.5
const stepM = 40

export interface Hop {
  readonly from: Standing
  readonly to: Standing
  readonly via: readonly Point[]
}

export interface Laid {
  readonly hops: readonly Hop[]
  /** Ends that lie off their structure by more than a metre, and what they were joined to. */
  readonly off: readonly Near<Standing>[]
  /** Ends where nothing stands. */
  readonly loose: readonly Point[]
  /** Structures that the line passes without a vertex. */
  readonly passed: readonly Standing[]
}

/** What is known of a line's ends: the structures that its table names, and what to put where nothing stands. */
interface Ends {
  readonly from: Standing | undefined
  readonly to: Standing | undefined
  readonly put: (end: Point) => Standing
}

/** Where several things stand on one point, what cable hangs on or ends in comes first. */
const carriers = ['pole', 'handhole', 'manhole', 'cabinet', 'odf', 'closure', 'building']
const enders = ['odf', ...carriers]

function likeliest(near: readonly Near<Standing>[], isEnd: boolean): Near<Standing> | undefined {
  const [first] = near
  const order = isEnd ? enders : carriers
  const there = near.filter(({ metres }) => first !== undefined && metres <= first.metres + 0.2)
  return there.toSorted((a, b) => order.indexOf(a.thing.kind) - order.indexOf(b.thing.kind))[0]
}

/** A line may end this far from the structure that its table names. */
const namedM = 30

function namedNear(point: Point, named: Standing | undefined): Near<Standing> | undefined {
  const metres = named === undefined ? Number.POSITIVE_INFINITY : geodesicM(point, named.point)
  return named !== undefined && metres <= namedM ? { thing: named, metres } : undefined
}

type Step = { readonly standing: Standing } | { readonly bend: Point }

/** A drawn line as the structures that it goes along. `put` answers what stands at an end where nothing does. */
export function laidAlong(points: readonly Point[], { ground }: Pick<Structures, 'ground'>, ends: Ends): Laid {
  const off: Near<Standing>[] = []
  const loose: Point[] = []
  const passed: Standing[] = []
  const steps: Step[] = []
  for (const [i, point] of points.entries()) {
    const before = points[i - 1]
    if (before !== undefined)
      for (const standing of beside(before, point, ground)) {
        passed.push(standing)
        steps.push({ standing })
      }
    const isEnd = i === 0 || i === points.length - 1
    const near =
      (isEnd ? namedNear(point, i === 0 ? ends.from : ends.to) : undefined) ??
      likeliest(ground.near(point, snapM), isEnd)
    if (near !== undefined) {
      if (isEnd && near.metres > 1) off.push(near)
      steps.push({ standing: near.thing })
    } else if (isEnd) {
      loose.push(point)
      steps.push({ standing: ends.put(point) })
    } else steps.push({ bend: point })
  }
  return {
    hops: hopsOf(steps),
    off,
    loose,
    passed: passed.filter(each => steps.some(step => 'standing' in step && step.standing === each)),
  }
}

function hopsOf(steps: readonly Step[]): Hop[] {
  const hops: Hop[] = []
  let from: Standing | undefined
  let via: Point[] = []
  for (const step of steps) {
    if ('bend' in step) {
      via.push(step.bend)
      continue
    }
    if (from !== undefined && from.id !== step.standing.id) hops.push({ from, to: step.standing, via })
    from = step.standing
    via = []
  }
  return hops
}

/** Structures beside the stretch between two vertices, in order, without those at its ends. */
function beside(a: Point, b: Point, ground: Structures['ground']): Standing[] {
  const length = geodesicM(a, b)
  if (length < snapM * 2 || length > 20_000) return []
  const found = new Map<string, { readonly standing: Standing; readonly along: number }>()
  const steps = Math.ceil(length / stepM)
  for (let i = 0; i <= steps; i++) {
    const share = i / steps
    const sample: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    for (const { thing } of ground.near(sample, stepM)) {
      if (found.has(thing.id)) continue
      const { along, awayM } = foot(a, b, thing.point)
      if (awayM <= besideM && along * length > snapM && (1 - along) * length > snapM)
        found.set(thing.id, { standing: thing, along })
    }
  }
  return [...found.values()].sort((x, y) => x.along - y.along).map(({ standing }) => standing)
}

/** The nearest place of a stretch, as its share, in the plane of its own latitude. */
function foot(a: Point, b: Point, point: Point): { readonly along: number; readonly awayM: number } {
  const shrink = Math.cos((a[1] * Math.PI) / 180)
  const [dx, dy] = [(b[0] - a[0]) * shrink, b[1] - a[1]]
  const [px, py] = [(point[0] - a[0]) * shrink, point[1] - a[1]]
  const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)))
  return { along, awayM: geodesicM(point, [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along]) }
}
