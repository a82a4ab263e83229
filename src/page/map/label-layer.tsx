import type L from 'leaflet'
import type { JSX } from 'preact'
import { useReader } from '../parts/reader.ts'
import type { World } from '../world/world.ts'
import { placedLabels, type Placed, type Wanted } from './labels.ts'

/** Names beside their points; the list under the map says the same to readers of screens. */
export function Labels({ labels }: { readonly labels: readonly Placed[] }): JSX.Element {
  const { to } = useReader()
  return (
    <div class="map-labels" aria-hidden="true">
      {labels.map(({ text, box }) => (
        <a
          key={`${text} ${box.x}`}
          href={to('site', text)}
          tabIndex={-1}
          style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px` }}
        >
          {text}
        </a>
      ))}
    </div>
  )
}

/** Labels follow the map as it moves; while it does there are none. */
export function keepLabels(
  { map }: { readonly map: L.Map },
  world: World,
  selected: readonly string[],
  show: (labels: readonly Placed[]) => void,
): () => void {
  const keep = (): void => show(labelsOf(map, world, new Set(selected)))
  const hide = (): void => show([])
  keep()
  map.on('moveend zoomend resize', keep)
  map.on('movestart zoomstart', hide)
  return () => {
    map.off('moveend zoomend resize', keep)
    map.off('movestart zoomstart', hide)
  }
}

function labelsOf(map: L.Map, { network }: World, selected: ReadonlySet<string>): readonly Placed[] {
  const size = map.getSize()
  const sites = [...network.sites.values()].map(site => {
    const { x, y } = map.latLngToContainerPoint([site.declared.location.lat, site.declared.location.lon])
    const rank = selected.has(`site:${site.id}`) ? 0 : site.declared.class === 'hub' ? 1 : 2
    return { rank, label: wanted(site.id, x, y, site.declared.class === 'hub' ? 9 : 6) }
  })
  const visible = sites.filter(({ label: { x, y } }) => x >= 0 && y >= 0 && x <= size.x && y <= size.y)
  // Below the buttons of the map, and above its scale, nothing can be read.
  const room = { x: 46, y: 4, width: size.x - 50, height: size.y - 36 }
  return placedLabels(
    visible.sort((a, b) => a.rank - b.rank).map(({ label }) => label),
    room,
  )
}

function wanted(text: string, x: number, y: number, radius: number): Wanted {
  return { text, x, y, radius, width: Math.ceil(textWidth(text)) + 4 }
}

/** Pixels of a label in the font that the style sheet gives it. */
function textWidth(text: string): number {
  pen ??= newPen()
  return pen?.measureText(text).width ?? text.length * 8
}

let pen: CanvasRenderingContext2D | undefined

function newPen(): CanvasRenderingContext2D | undefined {
  const made = document.createElement('canvas').getContext('2d') ?? undefined
  if (made !== undefined)
    made.font = `600 12px ${getComputedStyle(document.documentElement).getPropertyValue('--sans')}`
  return made
}
