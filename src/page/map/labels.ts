/** A rectangle in pixels. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Wanted {
  readonly text: string
  /** Of the point that it names, and how much room its symbol takes. */
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly width: number
}

export interface Placed {
  readonly text: string
  readonly box: Box
}

const height = 16
const gap = 3
/** Of hundreds there is no room for the rest. */
const mostTried = 300

/**
 * Labels in the order in which they matter, each beside its point where no other label and no symbol stands; what finds
 * no room is left out.
 */
export function placedLabels(wanted: readonly Wanted[], room: Box): Placed[] {
  const taken: Box[] = wanted.map(({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: radius * 2,
    height: radius * 2,
  }))
  const placed: Placed[] = []
  for (const [i, label] of wanted.slice(0, mostTried).entries()) {
    const own = taken[i]
    const box = places(label).find(
      place => isInside(place, room) && !taken.some(other => other !== own && meet(place, other)),
    )
    if (box === undefined) continue
    taken.push(box)
    placed.push({ text: label.text, box })
  }
  return placed
}

function places({ x, y, radius, width }: Wanted): Box[] {
  const beside = y - height / 2
  return [
    { x: x + radius + gap, y: beside, width, height },
    { x: x - radius - gap - width, y: beside, width, height },
    { x: x - width / 2, y: y - radius - gap - height, width, height },
    { x: x - width / 2, y: y + radius + gap, width, height },
  ]
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function isInside(box: Box, room: Box): boolean {
  return (
    box.x >= room.x &&
    box.y >= room.y &&
    box.x + box.width <= room.x + room.width &&
    box.y + box.height <= room.y + room.height
  )
}
