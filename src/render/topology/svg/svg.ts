import type { Network } from '../../../model/network.ts'
import type { Point } from '../../../model/scalars.ts'
import { remembered } from '../../../source/remembered.ts'
import { xmlText } from '../../text/escape.ts'
import { grouped } from '../../text/numbers.ts'
import { circleAround } from '../circle.ts'
import { siteAt } from '../geography.ts'
import { atlasOf, type Atlas } from './atlas.ts'
import { legendSvg } from './legend.ts'
import { faint, ink, paper } from './palette.ts'
import { panelSvg, type Panel } from './panel.ts'
import { boundsOf, grown, heightKm, holds, projectionOf, widthKm, type Bounds, type Box } from './projection.ts'

/** A3, landscape, in quarter millimetres. */
const width = 1680
const height = 1188
const whole: Box = { x: 44, y: 104, width: 734, height: 734 }
const town: Box = { x: 814, y: 104, width: 826, height: 734 }
/** Where there is no town to enlarge, the one map has all the room. */
const alone: Box = { x: 44, y: 104, width: 1596, height: 734 }
const legend: Box = { x: 44, y: 884, width: 1596, height: 280 }

/** The drawing of a network, which the page shows too: drawn once. */
export const svg = remembered(draw)

/** The network on a map that prints on A3: the whole area, the town with its fibre larger beside it, and a legend. */
function draw(network: Network): string {
  const atlas = atlasOf(network)
  const extent = grown(extentOf(network), 0.8)
  const close = townOf(network, atlas, extent)
  const inset = close === undefined ? undefined : projectionOf(close, town)
  const named =
    inset === undefined
      ? []
      : [...network.sites.values()].filter(site => holds(inset.bounds, siteAt(site))).map(({ id }) => id)
  const panels: Panel[] = [
    {
      id: 'wilayah',
      title: 'Seluruh wilayah',
      projection: projectionOf(extent, inset === undefined ? alone : whole),
      detail: false,
      unnamed: new Set(named.filter(id => id !== network.hub.id)),
    },
    ...(inset === undefined
      ? []
      : [{ id: 'kota', title: 'Serat milik di pusat', projection: inset, detail: true, unnamed: new Set<string>() }]),
  ]
  const { name } = network.declared
  const title = `Jaringan Pemerintah ${name}`
  return (
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="420mm" height="297mm" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="serat-title serat-desc" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">`,
      `<title id="serat-title">${xmlText(title)}</title>`,
      `<desc id="serat-desc">${xmlText(description(network, atlas))}</desc>`,
      `<rect width="${width}" height="${height}" fill="${paper}"/>`,
      `<text x="44" y="54" font-size="30" font-weight="bold" fill="${ink}">${xmlText(title)}</text>`,
      `<text x="1640" y="54" font-size="13" text-anchor="end" font-style="italic" fill="${faint}">Network of owned fibre and leased circuits; drawn by Serat from the inventory</text>`,
      `<path d="M44 66H1640" stroke="${ink}" stroke-width="1.5"/>`,
      ...panels.map(panel => panelSvg(network, atlas, panel)),
      ...(inset === undefined || panels[0] === undefined ? [] : [insetFrame(inset.bounds, panels[0])]),
      legendSvg(network, atlas, legend),
      '</svg>',
    ].join('\n') + '\n'
  )
}

function extentOf({ areas, sites, hub, declared: { fibreRadiusKm } }: Network): Bounds {
  const points: Point[] = [...circleAround(siteAt(hub), fibreRadiusKm)]
  for (const {
    declared: { outline },
  } of areas.values())
    if (outline !== undefined) for (const point of outline) points.push(point)
  for (const site of sites.values()) points.push(siteAt(site))
  return boundsOf(points) ?? { west: 0, south: 0, east: 1, north: 1 }
}

/** The fibre's own bounds, where they are small enough to deserve a map of their own. */
function townOf(network: Network, atlas: Atlas, extent: Bounds): Bounds | undefined {
  const points: Point[] = [...atlas.lit, ...atlas.dark].flat()
  for (const id of atlas.onFibre) {
    const site = network.sites.get(id)
    if (site !== undefined) points.push(siteAt(site))
  }
  const bounds = atlas.onFibre.size < 3 ? undefined : boundsOf(points)
  if (bounds === undefined) return undefined
  const padded = grown(bounds, Math.max(widthKm(bounds), heightKm(bounds)) * 0.06 + 0.1)
  return widthKm(padded) < widthKm(extent) * 0.5 && heightKm(padded) < heightKm(extent) * 0.5 ? padded : undefined
}

function insetFrame({ west, south, east, north }: Bounds, { projection }: Panel): string {
  const [x1, y1] = projection.place([west, north])
  const [x2, y2] = projection.place([east, south])
  return `<rect x="${x1.toFixed(1)}" y="${y1.toFixed(1)}" width="${(x2 - x1).toFixed(1)}" height="${(y2 - y1).toFixed(1)}" fill="none" stroke="${ink}" stroke-width="1.2"><title>Diperbesar di sebelah kanan</title></rect>`
}

function description({ sites, circuits, declared }: Network, { onFibre }: Atlas): string {
  return (
    `Peta ${grouped(sites.size)} situs di ${declared.name}: ${grouped(onFibre.size)} pada serat milik dalam radius ` +
    `${declared.fibreRadiusKm} km dari pusat, ${grouped(circuits.size)} sirkuit sewa digambar sebagai garis lurus ` +
    'putus-putus dari pusat. Data yang sama ada dalam tabel.'
  )
}
