import { instance } from '@viz-js/viz'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { load } from '../../load/load.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import { testPlatforms } from '../../testing/contoh.ts'
import { circleAround } from './circle.ts'
import { dot } from './dot.ts'
import { ringOf } from '../map/feature.ts'
import { geojson } from '../map/geojson.ts'
import { overview } from '../map/layers.ts'
import { originOf } from '../map/origin.ts'
import { rfc8345 } from './rfc8345.ts'
import { svg } from './svg/svg.ts'

const folder = new URL('../../../sites/', import.meta.url)
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.yaml') && !path.includes('allocations'))
  .sort()
  .map(path => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
const { value: network } = load(sources, testPlatforms)
if (network === undefined) throw new Error('no network')
const plan = makePlan({
  network,
  ledger: parseLedger('').value,
  asOf: '2026-11-02',
  entropy: new Uint8Array(8).fill(7),
})

interface Layer {
  readonly 'network-id': string
  readonly node: readonly {
    readonly 'node-id': string
    readonly 'ietf-network-topology:termination-point'?: readonly { readonly 'tp-id': string }[]
  }[]
  readonly 'ietf-network-topology:link': readonly {
    readonly 'link-id': string
    readonly source: { readonly 'source-node': string; readonly 'source-tp': string }
    readonly destination: { readonly 'dest-node': string; readonly 'dest-tp': string }
    readonly 'supporting-link'?: readonly { readonly 'network-ref': string; readonly 'link-ref': string }[]
  }[]
}

describe('RFC 8345', () => {
  const layers = (JSON.parse(rfc8345(network, plan)) as { 'ietf-network:networks': { network: Layer[] } })[
    'ietf-network:networks'
  ].network
  const links = (id: string): Layer['ietf-network-topology:link'] =>
    layers.find(layer => layer['network-id'] === id)?.['ietf-network-topology:link'] ?? []

  test('every reference leads somewhere, and every id is there once', () => {
    const all = new Map(
      layers.map(layer => [
        layer['network-id'],
        new Set(layer['ietf-network-topology:link'].map(link => link['link-id'])),
      ]),
    )
    for (const layer of layers) {
      const points = new Map(
        layer.node.map(node => [
          node['node-id'],
          new Set(node['ietf-network-topology:termination-point']?.map(point => point['tp-id'])),
        ]),
      )
      expect(points.size).toBe(layer.node.length)
      expect(all.get(layer['network-id'])?.size).toBe(layer['ietf-network-topology:link'].length)
      for (const link of layer['ietf-network-topology:link']) {
        expect(points.get(link.source['source-node'])).toContain(link.source['source-tp'])
        expect(points.get(link.destination['dest-node'])).toContain(link.destination['dest-tp'])
        for (const below of link['supporting-link'] ?? [])
          expect(all.get(below['network-ref'])).toContain(below['link-ref'])
      }
    }
  })

  test('each line is two one-way links, in opposite directions', () => {
    for (const layer of layers) {
      const ways = new Set(
        layer['ietf-network-topology:link'].map(
          ({ source, destination }) =>
            `${source['source-node']} ${source['source-tp']} ${destination['dest-node']} ${destination['dest-tp']}`,
        ),
      )
      for (const { source, destination } of layer['ietf-network-topology:link']) {
        expect(ways).toContain(
          `${destination['dest-node']} ${destination['dest-tp']} ${source['source-node']} ${source['source-tp']}`,
        )
      }
    }
  })

  test('every route over fibre and every tunnel is held up by the layer below', () => {
    const above = links('klaten:l3')
    for (const { route, a, b } of plan.links.values()) {
      const link = above.find(each => each['link-id'] === `${a.router.id}:${a.port}--${b.router.id}:${b.port}`)
      expect(link, route.id).toBeDefined()
      if (route.declared.path !== undefined) expect(link?.['supporting-link']?.length, route.id).toBeGreaterThan(0)
    }
    const tunnels = [...plan.leases.values()].flatMap(({ tunnels: own }) => own)
    for (const { id } of tunnels)
      expect(above.find(each => each['link-id'] === `tunnel:${id}`)?.['supporting-link']?.length, id).toBe(1)
  })
})

describe('GeoJSON', () => {
  interface Feature {
    readonly id: string
    readonly geometry: { readonly type: string; readonly coordinates: unknown }
    readonly properties: Record<string, unknown>
  }
  const collection = JSON.parse(geojson(originOf(network, plan), overview(network, plan.plant))) as {
    type: string
    features: Feature[]
    crs?: unknown
  }
  const numbers = (value: unknown): number[][] =>
    Array.isArray(value) ? (typeof value[0] === 'number' ? [value as number[]] : value.flatMap(numbers)) : []

  test('has longitude first, at most seven decimals, no crs, ids once', () => {
    expect(collection.crs).toBeUndefined()
    expect(new Set(collection.features.map(({ id }) => id)).size).toBe(collection.features.length)
    for (const { id, geometry } of collection.features) {
      for (const [lon = 0, lat = 0] of numbers(geometry.coordinates)) {
        expect(lon, id).toBeGreaterThan(110)
        expect(lon, id).toBeLessThan(111)
        expect(lat, id).toBeGreaterThan(-8)
        expect(lat, id).toBeLessThan(-7)
        expect(String(lon).split('.')[1]?.length ?? 0).toBeLessThanOrEqual(7)
      }
    }
  })

  test('holds each thing, says what is no geography and what is approximate', () => {
    const of = (kind: string): Feature[] => collection.features.filter(({ properties }) => properties['kind'] === kind)
    expect(of('site').length).toBe(network.sites.size)
    expect(of('cable').length).toBe(network.cables.size)
    expect(of('route').length).toBe(
      [...network.routes.values()].filter(({ declared }) => declared.path !== undefined).length,
    )
    expect(of('circuit').length).toBe(network.circuits.size)
    expect(of('circuit').every(({ properties }) => properties['geography'] === false)).toBe(true)
    expect(of('area').every(({ properties }) => properties['approximate'] === true)).toBe(true)
    expect(of('site').every(({ properties }) => typeof properties['coordinateQuality'] === 'string')).toBe(true)
    expect(of('cable').every(({ geometry }) => geometry.type === 'LineString')).toBe(true)
  })

  test('rings are closed and turn left', () => {
    const ring = ringOf([
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
    ])
    expect(ring).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ])
    expect(circleAround([110, -7], 15)).toEqual(ringOf(circleAround([110, -7], 15)))
  })
})

describe('SVG', () => {
  const drawing = svg(network)

  test('is well-formed, asks for nothing, and has a title and a description', () => {
    expect(drawing).toMatch(/^<svg [^>]*role="img" aria-labelledby="serat-title serat-desc"/)
    expect(/<script|<image|href="(?!\.\.\/index\.html#\/site\/)| style=|url\((?!#)/.exec(drawing)).toBeNull()
    expect(/NaN|undefined|Infinity/.exec(drawing)).toBeNull()
    const open = (drawing.match(/<[a-zA-Z]+(?:>|\s[^>]*[^/]>)/g) ?? []).length
    const closed = (drawing.match(/<\/[a-zA-Z]+>/g) ?? []).length
    expect(open).toBe(closed)
  })

  test('names every site', () => {
    for (const { declared } of network.sites.values()) expect(drawing).toContain(declared.name.split(' ')[0] ?? '')
  })
})

describe('DOT', () => {
  test('has a node for each router and an edge for each link', () => {
    const text = dot(network, plan)
    for (const id of plan.routers.keys()) expect(text).toContain(`  "${id}" [`)
    expect((text.match(/style=solid/g) ?? []).length).toBe(
      [...plan.links.values()].filter(({ active }) => active).length,
    )
  })

  test('is drawn by Graphviz without a node or a name of a link over another', async () => {
    const drawn = (await instance()).renderJSON(dot(network, plan), { engine: 'neato' }) as unknown as Drawn
    const nodes = drawn.objects.map(({ name, pos, width, height }) =>
      boxAt(name, pos, [Number(width) * 72, Number(height) * 72]),
    )
    expect(nodes.length).toBe(plan.routers.size)
    const names = drawn.edges.flatMap(({ lp, label }) => {
      const lines = label?.split('\\n') ?? []
      return lp === undefined
        ? []
        : [boxAt(lines[0] ?? '', lp, [Math.max(...lines.map(({ length }) => length)) * 3.5, lines.length * 8])]
    })
    expect(names.length).toBeGreaterThan(20)
    expect([...overlapsAmong(nodes), ...overlapsAmong(names)]).toEqual([])
  })
})

/** What is asked of Graphviz's own JSON: middles in points, sizes in inches. */
interface Drawn {
  readonly objects: readonly {
    readonly name: string
    readonly pos: string
    readonly width: string
    readonly height: string
  }[]
  readonly edges: readonly { readonly lp?: string; readonly label?: string }[]
}

interface Box {
  readonly name: string
  readonly middle: readonly [x: number, y: number]
  readonly size: readonly [width: number, height: number]
}

function boxAt(name: string, pos: string, size: Box['size']): Box {
  const [x = 0, y = 0] = pos.split(',').map(Number)
  return { name, middle: [x, y], size }
}

function overlapsAmong(boxes: readonly Box[]): string[] {
  const near = (a: Box, b: Box, axis: 0 | 1): boolean =>
    Math.abs(a.middle[axis] - b.middle[axis]) < (a.size[axis] + b.size[axis]) / 2 - 0.5
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap(b => (near(a, b, 0) && near(a, b, 1) ? [`${a.name} and ${b.name}`] : [])),
  )
}
