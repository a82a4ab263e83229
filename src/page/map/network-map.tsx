import L from 'leaflet'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { own } from '../../text/own.ts'
import { spanWords } from '../../words/declared.ts'
import { nounOf, structures } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import type { World } from '../world/world.ts'
import { keepLabels, Labels } from './label-layer.tsx'
import type { Placed } from './labels.ts'
import { paperZoom } from './paper.ts'
import {
  drawLayers,
  drawnOf,
  fewestCrowded,
  isCrowded,
  layerIds,
  nearLayers,
  type Drawn,
  type LayerId,
} from './layers.ts'

/** From this zoom on poles stand on the map. */
const nearZoom = 15

interface Sheet {
  readonly map: L.Map
  readonly drawn: Drawn
}

/**
 * The map of the plant, without a picture from elsewhere: areas, the limit, cables, routes, leased circuits, sites;
 * spans and poles when near.
 */
export function NetworkMap({
  selected,
  height,
}: {
  readonly selected: readonly string[]
  readonly height: 'high' | 'low'
}): JSX.Element {
  const { say } = useReader()
  const world = useWorld()
  const holder = useRef<HTMLElement>(null)
  const sheet = useSheet(holder, world)
  const [hidden, setHidden] = useState<ReadonlySet<LayerId>>(new Set())
  const [labels, setLabels] = useState<readonly Placed[]>([])
  const chosen = selected.join()
  useEffect(() => (sheet === undefined ? undefined : keepLayers(sheet, hidden)), [sheet, hidden])
  useEffect(() => (sheet === undefined ? undefined : keepLabels(sheet, world, selected, setLabels)), [sheet, chosen])
  useEffect(
    () =>
      sheet === undefined
        ? undefined
        : highlightSoon(
            sheet,
            selected.flatMap(name => drawnOf(world, name)),
          ),
    [sheet, chosen],
  )
  return (
    <div class={`map-frame ${height}`}>
      <div class="map-box">
        <section ref={holder} class="map" aria-label={say(messages.map)} />
        <Labels labels={labels} />
      </div>
      <LayerChoice hidden={hidden} onHidden={setHidden} />
    </div>
  )
}

/** The map as it is drawn into its holder, anew for another world or language. */
function useSheet(holder: { readonly current: HTMLElement | null }, world: World): Sheet | undefined {
  const { say, to } = useReader()
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined)
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
    keepPaper(made.map)
    return () => {
      made.map.remove()
    }
  }, [world, say])
  return sheet
}

/** Paper shows the map as it stands on the screen, as large as a sheet has room for: it is not drawn anew for it. */
function keepPaper(map: L.Map): void {
  const keep = (): void => {
    const { x: width, y: height } = map.getSize()
    const style = map.getContainer().parentElement?.style
    style?.setProperty('--paper-width', `${width}px`)
    style?.setProperty('--paper-height', `${height}px`)
    style?.setProperty('--paper-zoom', String(paperZoom({ width, height }, 'landscape')))
  }
  keep()
  map.on('resize', keep)
}

function LayerChoice({
  hidden,
  onHidden,
}: {
  readonly hidden: ReadonlySet<LayerId>
  readonly onHidden: (hidden: ReadonlySet<LayerId>) => void
}): JSX.Element {
  const { say } = useReader()
  return (
    <fieldset class="layers">
      <legend>{say(messages.layers)}</legend>
      {layerIds.map(id => (
        <label key={id}>
          <input
            type="checkbox"
            checked={!hidden.has(id)}
            onChange={event => onHidden(toggled(hidden, id, event.currentTarget.checked))}
          />
          <span class={`swatch swatch-${id}`} aria-hidden="true" />
          {say(layerWords[id])}
        </label>
      ))}
    </fieldset>
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
  return own<Bilingual>(spanWords, kind) ?? own<Bilingual>(structures, kind) ?? nounOf(kind)
}

function toggled(hidden: ReadonlySet<LayerId>, id: LayerId, shown: boolean): ReadonlySet<LayerId> {
  return new Set(layerIds.filter(each => (each === id ? !shown : hidden.has(each))))
}

function begin(element: HTMLElement, world: World, listener: Parameters<typeof drawLayers>[2]): Sheet {
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
  })
  L.control.zoom({ zoomInText: '+', zoomOutText: '-' }).addTo(map)
  L.control.scale({ imperial: false }).addTo(map)
  element.classList.toggle('crowded', isCrowded(world))
  const drawn = drawLayers(map, world, listener)
  const bounds = L.latLngBounds([])
  for (const { declared } of world.network.sites.values()) bounds.extend([declared.location.lat, declared.location.lon])
  for (const { declared } of world.network.areas.values())
    for (const [lon, lat] of declared.outline ?? []) bounds.extend([lat, lon])
  map.fitBounds(bounds.isValid() ? bounds.pad(0.02) : L.latLngBounds([-8, 110], [-7, 111]), { animate: false })
  return { map, drawn }
}

/** Of a crowded network areas come first, the rest as the page finds time for it. */
function keepLayers({ map, drawn }: Sheet, hidden: ReadonlySet<LayerId>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = (): void => {
    clearTimeout(timer)
    map.getContainer().classList.toggle('near', map.getZoom() >= nearZoom)
    const isWanted = (id: LayerId): boolean => !hidden.has(id) && (!nearLayers.has(id) || map.getZoom() >= nearZoom)
    for (const id of layerIds) if (!isWanted(id) && drawn.isMade(id)) map.removeLayer(drawn.layer(id))
    const waiting = layerIds.filter(isWanted).sort((a, b) => Number(firstLayers.has(b)) - Number(firstLayers.has(a)))
    const add = (): void => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        map.addLayer(drawn.layer(id))
        if (!isCrowdedMap(map) || firstLayers.has(waiting[0] ?? 'areas')) continue
        timer = setTimeout(add, 30)
        return
      }
    }
    add()
  }
  keep()
  map.on('zoomend', keep)
  return () => {
    clearTimeout(timer)
    map.off('zoomend', keep)
  }
}

const firstLayers: ReadonlySet<LayerId> = new Set(['areas', 'limit'])

function isCrowdedMap(map: L.Map): boolean {
  return map.getContainer().classList.contains('crowded')
}

/** Hundreds that a failure hits light up as soon as they have been drawn. */
function highlightSoon(sheet: Sheet, selected: readonly string[]): () => void {
  if (selected.length < fewestCrowded) return highlight(sheet, selected)
  let undo: (() => void) | undefined
  const timer = setTimeout(() => {
    undo = highlight(sheet, selected)
  }, 90)
  return () => {
    clearTimeout(timer)
    undo?.()
  }
}

function highlight({ map, drawn }: Sheet, selected: readonly string[]): () => void {
  const shapes = selected.flatMap(key => drawn.shape(key) ?? [])
  const bounds = L.latLngBounds([])
  for (const shape of shapes) {
    if (!map.hasLayer(shape)) shape.addTo(map)
    shape.getElement()?.classList.add('selected')
    if (shapes.length < fewestCrowded) shape.bringToFront()
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
