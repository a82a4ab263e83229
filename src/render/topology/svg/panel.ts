import { accessWords } from '../../../words/states.ts'
import type { Network, Site } from '../../../model/network.ts'
import type { Point } from '../../../model/scalars.ts'
import { qualityWords, statusWords } from '../../../words/declared.ts'
import { xmlText } from '../../text/escape.ts'
import { circleAround } from '../circle.ts'
import { siteAt } from '../geography.ts'
import type { Atlas } from './atlas.ts'
import { block, blockLine, boardOf, placeLabels, type Label, type PlacedLabel } from './labels.ts'
import { areaInk, border, circuitAttributes, faint, fibre, ink, land, limit, paper, sheet, span } from './palette.ts'
import { dotsOf, num, pathOf } from './path.ts'
import { boundsOf, holds, meets, type Place, type Projection } from './projection.ts'
import { radiusOf, symbol, type SymbolLook } from './symbols.ts'
import { wrapped } from './words.ts'
import { byText } from '../../../text/order.ts'
import { graticule, halo, scaleBar, scaleBarBox } from './frame.ts'

export interface Panel {
  readonly id: string
  readonly title: string
  readonly projection: Projection
  /** Poles and closures are drawn; only where there is room for them. */
  readonly detail: boolean
  /** Sites whose names stand in another panel. */
  readonly unnamed: ReadonlySet<string>
}

/** One map with its frame, scale bar and labels. */
export function panelSvg(network: Network, atlas: Atlas, panel: Panel): string {
  const { box } = panel.projection
  const frame = `x="${num(box.x)}" y="${num(box.y)}" width="${num(box.width)}" height="${num(box.height)}"`
  return [
    `<clipPath id="serat-${panel.id}"><rect ${frame}/></clipPath>`,
    `<rect ${frame} fill="${sheet}"/>`,
    `<g clip-path="url(#serat-${panel.id})">`,
    ...areaShapes(network, panel),
    ...limitShape(network, panel),
    ...circuitShapes(network, panel),
    ...plantShapes(atlas, panel),
    ...siteShapes(network, atlas, panel),
    ...labelShapes(network, atlas, panel),
    '</g>',
    ...graticule(panel.projection),
    `<rect ${frame} fill="none" stroke="${ink}" stroke-width="1.2"/>`,
    scaleBar(panel.projection),
    `<text x="${num(box.x)}" y="${num(box.y - 9)}" font-size="15" font-weight="bold" fill="${ink}">${xmlText(panel.title)}</text>`,
  ].join('\n')
}

function areaShapes({ areas }: Network, { projection }: Panel): string[] {
  return [...areas.values()].flatMap(({ declared: { outline, name } }, i) => {
    const bounds = outline === undefined ? undefined : boundsOf(outline)
    if (outline === undefined || bounds === undefined || !meets(bounds, projection.bounds)) return []
    const d = pathOf(outline.map(projection.place)) + 'Z'
    return [
      `<path d="${d}" fill="${land[i % 2]}" stroke="${border}" stroke-width="1.4" stroke-linejoin="round"><title>Kecamatan ${xmlText(name)} (batas perkiraan)</title></path>`,
    ]
  })
}

function limitShape({ hub, declared: { fibreRadiusKm } }: Network, { projection }: Panel): string[] {
  const ring = circleAround(siteAt(hub), fibreRadiusKm).map(projection.place)
  const [top = [0, 0]] = ring
  return [
    `<path d="${pathOf(ring)}Z" fill="none" stroke="${limit}" stroke-width="1.3" stroke-dasharray="1 5" stroke-linecap="round"/>`,
    `<text x="${num(top[0])}" y="${num(top[1] - 5)}" font-size="11" font-style="italic" text-anchor="middle" fill="${faint}" ${halo}>batas serat milik ${fibreRadiusKm} km</text>`,
  ]
}

/** Straight from the hub: nobody knows the provider's way. One path for each service and role. */
function circuitShapes({ circuits, hub }: Network, { projection }: Panel): string[] {
  const groups = Map.groupBy(
    circuits.values(),
    ({ declared, active }) => `${declared.service} ${declared.role} ${active}`,
  )
  const start = projection.place(siteAt(hub))
  return [...groups].sort(byText(([key]) => key)).flatMap(([, list]) => {
    const [first] = list
    if (first === undefined) return []
    const d = list.map(({ site }) => pathOf([start, projection.place(siteAt(site))])).join('')
    const { service, role } = first.declared
    return [`<path d="${d}" fill="none" ${circuitAttributes(service, role)} opacity="${first.active ? 0.85 : 0.35}"/>`]
  })
}

function plantShapes({ spans, lit, dark, poles, closures }: Atlas, { projection, detail }: Panel): string[] {
  const project = (lines: readonly (readonly Point[])[]): string =>
    lines.map(line => pathOf(line.map(projection.place))).join('')
  const dots = (points: readonly Point[]): string =>
    dotsOf(points.filter(point => holds(projection.bounds, point)).map(projection.place))
  const line = 'fill="none" stroke-linejoin="round" stroke-linecap="round"'
  return [
    `<path d="${project(spans)}" ${line} stroke="${span}" stroke-width="${detail ? 1.2 : 0.8}"><title>Bentang (spans)</title></path>`,
    `<path d="${project(dark)}" ${line} stroke="${fibre}" stroke-width="1.4" stroke-dasharray="5 3"><title>Kabel tanpa rute aktif (unlit cables)</title></path>`,
    `<path d="${project(lit)}" ${line} stroke="${paper}" stroke-width="${detail ? 5.2 : 3.6}"/>`,
    `<path d="${project(lit)}" ${line} stroke="${fibre}" stroke-width="${detail ? 3 : 2}"><title>Kabel serat milik yang dipakai (owned fibre in use)</title></path>`,
    ...(detail
      ? [
          `<path d="${dots(poles)}" stroke="${paper}" stroke-width="1.5" stroke-linecap="round"/>`,
          ...closures.filter(point => holds(projection.bounds, point)).map(point => diamond(projection.place(point))),
        ]
      : []),
  ]
}

export function diamond([x, y]: Place): string {
  return `<path d="M${num(x)} ${num(y - 4)}L${num(x + 4)} ${num(y)}L${num(x)} ${num(y + 4)}L${num(x - 4)} ${num(y)}Z" fill="${paper}" stroke="${fibre}" stroke-width="1.5"/>`
}

function lookOf({ onFibre }: Atlas, { id, declared, active }: Site): SymbolLook {
  return { class: declared.class, onFibre: onFibre.has(id), active }
}

/** Above a thousand sites a symbol is a dot, and names stay in the tables. */
function siteShapes(network: Network, atlas: Atlas, { projection }: Panel): string[] {
  const shown = [...network.sites.values()].filter(site => holds(projection.bounds, siteAt(site)))
  if (!atlas.named) {
    return [true, false]
      .map(owned => {
        const places = shown
          .filter(({ id }) => atlas.onFibre.has(id) === owned)
          .map(site => projection.place(siteAt(site)))
        return `<path d="${dotsOf(places)}" stroke="${owned ? fibre : ink}" stroke-width="${owned ? 3.4 : 2.6}" stroke-linecap="${owned ? 'round' : 'square'}"/>`
      })
      .concat(symbol(projection.place(siteAt(network.hub)), lookOf(atlas, network.hub)))
  }
  return shown
    .toSorted((a, b) => Number(a.declared.class === 'hub') - Number(b.declared.class === 'hub'))
    .map(site => {
      const { name, location, status } = site.declared
      const access = accessWords[atlas.onFibre.has(site.id) ? 'owned' : 'leased']
      const words = `${name}: ${access.id}, ${statusWords[status].id}, letak ${qualityWords[location.quality].id}`
      return `<a href="${xmlText(pageOf(site))}">${symbol(projection.place(siteAt(site)), lookOf(atlas, site))}<title>${xmlText(words)}</title></a>`
    })
}

/** Where the page of the same build tells all of a site; the drawing stands in a folder beside it. */
function pageOf({ id }: Site): string {
  return `../index.html#/site/${encodeURIComponent(id)}`
}

function labelShapes(network: Network, atlas: Atlas, { projection, unnamed, detail }: Panel): string[] {
  if (!atlas.named) return []
  const board = boardOf(projection.box)
  const shown = [...network.sites.values()].filter(site => holds(projection.bounds, siteAt(site)))
  for (const site of shown) {
    const [x, y] = projection.place(siteAt(site))
    const radius = radiusOf(lookOf(atlas, site)) + 1
    block(board, { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 })
  }
  block(board, scaleBarBox(projection))
  const hub = projection.place(siteAt(network.hub))
  if (!atlas.crowded) {
    for (const line of atlas.lit) blockLine(board, line.map(projection.place), 1.2)
    for (const { site } of network.circuits.values()) blockLine(board, [hub, projection.place(siteAt(site))], 0.35)
  }
  const labels = shown
    .filter(({ id }) => !unnamed.has(id))
    .map(site => ({ site, label: labelOf(atlas, site, projection, detail) }))
  const bySize = labels.toSorted(
    (a, b) => Number(b.site.declared.class === 'hub') - Number(a.site.declared.class === 'hub'),
  )
  const styles = new Map<Label, Site>(bySize.map(({ site, label }) => [label, site]))
  const placed = placeLabels(
    board,
    bySize.map(({ label }) => label),
  )
  return [...areaNames(network, projection, board), ...placed.map(each => labelSvg(each, styles.get(each.label)))]
}

function labelOf(atlas: Atlas, site: Site, { place }: Projection, detail: boolean): Label {
  const { name, status, class: kind } = site.declared
  const text = status === 'active' ? name : `${name} (${statusWords[status].id})`
  return {
    at: place(siteAt(site)),
    radius: radiusOf(lookOf(atlas, site)),
    lines: wrapped(text, detail ? 26 : 22, 3),
    size: kind === 'hub' ? 13 : detail ? 11.5 : 11,
    must: !atlas.crowded,
  }
}

function labelSvg({ label, box, anchor, leader }: PlacedLabel, site: Site | undefined): string {
  const x = anchor === 'start' ? box.x : anchor === 'end' ? box.x + box.width : box.x + box.width / 2
  const weight = site?.declared.class === 'hub' ? ' font-weight="bold"' : ''
  const slant = site?.declared.location.quality === 'sourced' ? '' : ' font-style="italic"'
  const lines = label.lines
    .map(
      (line, i) =>
        `<tspan x="${num(x)}" y="${num(box.y + 1 + label.size * (0.86 + i * 1.12))}">${xmlText(line)}</tspan>`,
    )
    .join('')
  const pointer =
    leader === undefined ? '' : `<path d="${pathOf([label.at, leader])}" stroke="${faint}" stroke-width="0.7"/>`
  const text = `<text font-size="${label.size}" text-anchor="${anchor}" fill="${ink}"${weight}${slant} ${halo}>${lines}</text>`
  return pointer + (site === undefined ? text : `<a href="${xmlText(pageOf(site))}">${text}</a>`)
}

/** Names of kecamatan, where nothing else stands. */
function areaNames({ areas }: Network, projection: Projection, board: ReturnType<typeof boardOf>): string[] {
  const labels = [...areas.values()]
    .filter(({ declared }) => holds(projection.bounds, declared.centroid))
    .map(
      ({ declared }): Label => ({
        at: projection.place(declared.centroid),
        radius: 0,
        lines: [declared.name.toUpperCase()],
        size: 9.5,
        must: false,
      }),
    )
  return placeLabels(board, labels)
    .filter(({ leader }) => leader === undefined)
    .map(
      ({ label, box }) =>
        `<text x="${num(box.x + box.width / 2)}" y="${num(box.y + label.size * 0.86)}" font-size="${label.size}" letter-spacing="1.2" text-anchor="middle" fill="${areaInk}">${xmlText(label.lines[0] ?? '')}</text>`,
    )
}
