import type { Box, Place } from './projection.ts'
import { widthOf } from './words.ts'

export interface Label {
  readonly at: Place
  /** Free space around the symbol. */
  readonly radius: number
  readonly lines: readonly string[]
  readonly size: number
  /** Looked for farther away, and shown even where it hides another; else it is left out there. */
  readonly must: boolean
}

export interface PlacedLabel {
  readonly label: Label
  readonly box: Box
  readonly anchor: 'start' | 'middle' | 'end'
  /** Where a thin line to the symbol begins, for a label that stands apart. */
  readonly leader: Place | undefined
}

const cell = 48
/** A cost that no number of lines reaches: two labels, or a label and a symbol, in one place. */
const hard = 1000

/**
 * What labels keep away from, in cells of a grid: other labels and symbols altogether, points of lines where they can.
 */
interface Board {
  readonly frame: Box
  readonly boxes: Map<number, Box[]>
  readonly points: Map<number, { readonly x: number; readonly y: number; readonly cost: number }[]>
}

export function boardOf(frame: Box): Board {
  return { frame, boxes: new Map(), points: new Map() }
}

export function block({ boxes }: Board, box: Box): void {
  for (const key of keysOf(box)) listOf(boxes, key).push(box)
}

/** Points along a line, so that labels prefer not to lie on it. */
export function blockLine({ frame, points }: Board, line: readonly Place[], cost: number): void {
  const step = 7
  for (let i = 1; i < line.length; i++) {
    const [x1, y1] = line[i - 1] ?? [0, 0]
    const [x2, y2] = line[i] ?? [0, 0]
    const parts = Math.min(Math.ceil(Math.hypot(x2 - x1, y2 - y1) / step), 400)
    for (let part = 0; part < parts; part++) {
      const x = x1 + ((x2 - x1) * part) / parts
      const y = y1 + ((y2 - y1) * part) / parts
      if (holds(frame, x, y, 0)) listOf(points, keyOf(Math.floor(x / cell), Math.floor(y / cell))).push({ x, y, cost })
    }
  }
}

/** Each label at the cheapest of its places, in the order given; linear in the number of labels. */
export function placeLabels(board: Board, labels: readonly Label[]): PlacedLabel[] {
  return labels.flatMap(label => {
    const width = Math.max(...label.lines.map(line => widthOf(line, label.size))) + 3
    const height = label.lines.length * label.size * 1.12 + 2
    let best: (PlacedLabel & { readonly cost: number }) | undefined
    for (const candidate of candidates(label, width, height)) {
      const most = best?.cost ?? Infinity
      const cost = costOf(board, candidate, most)
      if (cost < most) best = { ...candidate, label, cost }
    }
    if (best === undefined || (best.cost >= hard && !label.must)) return []
    block(board, best.box)
    if (best.leader !== undefined) blockLine(board, [label.at, best.leader], 6)
    return [best]
  })
}

interface Candidate {
  readonly box: Box
  readonly anchor: PlacedLabel['anchor']
  readonly leader: Place | undefined
  readonly cost: number
}

const farther = [0, 9, 20, 34, 52, 74]

function* candidates({ at: [x, y], radius, must }: Label, width: number, height: number): Generator<Candidate> {
  for (const [ring, distance] of (must ? farther : farther.slice(0, 2)).entries()) {
    const gap = radius + 2 + distance
    const near = gap * 0.72
    const extra = ring * 5
    const far = ring > 0
    const right = x + gap
    const left = x - gap - width
    yield {
      box: { x: right, y: y - height / 2, width, height },
      anchor: 'start',
      leader: far ? [right - 1, y] : undefined,
      cost: extra,
    }
    yield {
      box: { x: left, y: y - height / 2, width, height },
      anchor: 'end',
      leader: far ? [x - gap + 1, y] : undefined,
      cost: extra + 0.5,
    }
    yield {
      box: { x: x - width / 2, y: y - gap - height, width, height },
      anchor: 'middle',
      leader: far ? [x, y - gap] : undefined,
      cost: extra + 1,
    }
    yield {
      box: { x: x - width / 2, y: y + gap, width, height },
      anchor: 'middle',
      leader: far ? [x, y + gap] : undefined,
      cost: extra + 1,
    }
    for (const side of [-1, 1]) {
      const top = side < 0 ? y - near - height : y + near
      const edge: number = y + side * near
      yield {
        box: { x: x + near, y: top, width, height },
        anchor: 'start',
        leader: far ? [x + near, edge] : undefined,
        cost: extra + 0.8,
      }
      yield {
        box: { x: x - near - width, y: top, width, height },
        anchor: 'end',
        leader: far ? [x - near, edge] : undefined,
        cost: extra + 1.2,
      }
    }
  }
}

/** What a place costs; once that is too much, how much more is not asked. */
function costOf({ frame, boxes, points }: Board, { box, cost: from }: Candidate, most: number): number {
  if (
    box.x < frame.x + 2 ||
    box.y < frame.y + 2 ||
    box.x + box.width > frame.x + frame.width - 2 ||
    box.y + box.height > frame.y + frame.height - 2
  )
    return from + 3 * hard
  let cost = 0
  for (const key of keysOf(box)) {
    if (from + cost >= most) break
    for (const other of boxes.get(key) ?? []) if (overlap(other, box)) cost += hard
    for (const point of points.get(key) ?? []) if (holds(box, point.x, point.y, 1.5)) cost += point.cost
  }
  return from + cost
}

function keysOf({ x, y, width, height }: Box): number[] {
  const keys: number[] = []
  const right = Math.floor((x + width) / cell)
  const bottom = Math.floor((y + height) / cell)
  for (let column = Math.floor(x / cell); column <= right; column++) {
    for (let row = Math.floor(y / cell); row <= bottom; row++) keys.push(keyOf(column, row))
  }
  return keys
}

function keyOf(column: number, row: number): number {
  return column * 4096 + row
}

function listOf<Item>(map: Map<number, Item[]>, key: number): Item[] {
  const found = map.get(key)
  if (found !== undefined) return found
  const made: Item[] = []
  map.set(key, made)
  return made
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function holds({ x, y, width, height }: Box, atX: number, atY: number, margin: number): boolean {
  return atX >= x - margin && atX <= x + width + margin && atY >= y - margin && atY <= y + height + margin
}
