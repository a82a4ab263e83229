import L from 'leaflet'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { spanWords } from '../../words/declared.ts'
import { nounOf, structures } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import type { World } from '../world/world.ts'
import { placedLabels, type Placed, type Wanted } from './labels.ts'
import { drawLayers, drawnOf, layerIds, nearLayers, type Drawn, type LayerId } from './layers.ts'

/** From this zoom on poles stand on the map. */
const nearZoom = 15

interface Sheet {
  readonly map: L.Map
  readonly drawn: Drawn
}

/** The map of the plant, without a picture from elsewhere: areas, the limit, cables, routes, leased circuits, sites; poles when near. */
export function NetworkMap({
  selected,
  height,
}: {
  readonly selected: readonly string[]
  readonly height: 'high' | 'low'
}): JSX.Element {
  const { say, to } = useReader()
  const world = useWorld()
  const holder = useRef<HTMLElement>(null)
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined)
  const [hidden, setHidden] = useState<ReadonlySet<LayerId>>(new Set())
  const [labels, setLabels] = useState<readonly Placed[]>([])
  useEffect(() => {
    if (holder.current === null) return undefined
    const made = begin(holder.current, world, {
      open: key => {
        const cut = key.indexOf(':')
        location.hash = to(key.slice(0, cut), key.slice(cut + 1))
      },
      word: kind => say(wordOf(kind)),
    })
    setSheet(made)
    return () => {
      made.map.remove()
    }
  }, [world, say])
  useEffect(() => (sheet === undefined ? undefined : keepLayers(sheet, hidden)), [sheet, hidden])
  useEffect(
    () => (sheet === undefined ? undefined : keepLabels(sheet, world, selected, setLabels)),
    [sheet, selected.join()],
  )
  useEffect(
    () =>
      sheet === undefined
        ? undefined
        : highlight(
            sheet,
            selected.flatMap(name => drawnOf(world, name)),
          ),
    [sheet, selected.join()],
  )
  return (
    <div class={`map-frame ${height}`}>
      <div class="map-box">
        <section ref={holder} class="map" aria-label={say(messages.map)} />
        <Labels labels={labels} />
      </div>
      <fieldset class="layers">
        <legend>{say(messages.layers)}</legend>
        {layerIds.map(id => (
          <label key={id}>
            <input
              type="checkbox"
              checked={!hidden.has(id)}
              onChange={event => setHidden(toggled(hidden, id, event.currentTarget.checked))}
            />
            <span class={`swatch swatch-${id}`} aria-hidden="true" />
            {say(layerWords[id])}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

/** Names beside their points; the list under the map says the same to readers of screens. */
function Labels({ labels }: { readonly labels: readonly Placed[] }): JSX.Element {
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

const layerWords = {
  areas: messages.areas,
  limit: messages.limit,
  leased: messages.leased,
  spans: messages.spansLayer,
  cables: messages.cables,
  routes: messages.routesLayer,
  structures: messages.structuresLayer,
  sites: messages.sitesLayer,
} as const

/** Of a thing, else of a structure or a span. */
function wordOf(kind: string): Bilingual {
  if (Object.hasOwn(spanWords, kind)) return spanWords[kind as keyof typeof spanWords]
  return Object.hasOwn(structures, kind) ? structures[kind as keyof typeof structures] : nounOf(kind)
}

function toggled(hidden: ReadonlySet<LayerId>, id: LayerId, shown: boolean): ReadonlySet<LayerId> {
  return new Set(layerIds.filter(each => (each === id ? !shown : hidden.has(each))))
}

function begin(element: HTMLElement, world: World, listener: Parameters<typeof drawLayers>[1]): Sheet {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.25,
    wheelPxPerZoomLevel: 120,
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
    minZoom: 8,
    maxZoom: 20,
    // No more than what is seen: nothing of the drawing lies under its neighbours.
    renderer: L.svg({ padding: 0 }),
  })
  L.control.zoom({ zoomInText: '+', zoomOutText: '-' }).addTo(map)
  L.control.scale({ imperial: false }).addTo(map)
  const drawn = drawLayers(world, listener)
  const bounds = L.latLngBounds([])
  for (const { declared } of world.network.sites.values()) bounds.extend([declared.location.lat, declared.location.lon])
  for (const { declared } of world.network.areas.values())
    for (const [lon, lat] of declared.outline ?? []) bounds.extend([lat, lon])
  map.fitBounds(bounds.isValid() ? bounds.pad(0.02) : L.latLngBounds([-8, 110], [-7, 111]), { animate: false })
  return { map, drawn }
}

function keepLayers({ map, drawn }: Sheet, hidden: ReadonlySet<LayerId>): () => void {
  const keep = (): void => {
    for (const id of layerIds) {
      const layer = drawn.layers.get(id)
      if (layer === undefined) continue
      const wanted = !hidden.has(id) && (!nearLayers.has(id) || map.getZoom() >= nearZoom)
      if (wanted && !map.hasLayer(layer)) map.addLayer(layer)
      if (!wanted && map.hasLayer(layer)) map.removeLayer(layer)
    }
    // Sites lie above all else, whatever came last.
    map.getContainer().classList.toggle('near', map.getZoom() >= nearZoom)
    for (const [key, shape] of drawn.shapes) if (key.startsWith('site:') && map.hasLayer(shape)) shape.bringToFront()
  }
  keep()
  map.on('zoomend', keep)
  return () => {
    map.off('zoomend', keep)
  }
}

function keepLabels(
  { map }: Sheet,
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

function highlight({ map, drawn }: Sheet, selected: readonly string[]): () => void {
  const shapes = selected.flatMap(key => drawn.shapes.get(key) ?? [])
  const bounds = L.latLngBounds([])
  for (const shape of shapes) {
    if (!map.hasLayer(shape)) shape.addTo(map)
    shape.getElement()?.classList.add('selected')
    shape.bringToFront()
    bounds.extend('getBounds' in shape && typeof shape.getBounds === 'function' ? shape.getBounds() : pointOf(shape))
  }
  if (bounds.isValid()) map.fitBounds(bounds.pad(0.12), { maxZoom: 16, animate: false })
  return () => {
    for (const shape of shapes) shape.getElement()?.classList.remove('selected')
  }
}

function pointOf(shape: L.Path): L.LatLngBounds {
  return L.latLngBounds(shape instanceof L.CircleMarker ? [shape.getLatLng()] : [])
}

/** Pixels of a label in the font that the style sheet gives it. */
function textWidth(text: string): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (pen === null) return text.length * 8
  pen.font = `600 12px ${getComputedStyle(document.documentElement).getPropertyValue('--sans')}`
  return pen.measureText(text).width
}

let pen: CanvasRenderingContext2D | null | undefined
