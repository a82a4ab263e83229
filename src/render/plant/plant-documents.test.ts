import { describe, expect, test } from 'vitest'
import { plannedOf } from '../../plan/plant/plant.fixture.ts'
import type { Source } from '../../source/source.ts'
import { contoh } from '../../testing/contoh.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { kml } from '../map/kml.ts'
import { plantLayers } from '../map/layers.ts'
import { originOf } from '../map/origin.ts'
import { rangesOf } from './closure-svg.ts'
import { plantDocuments } from './plant-documents.ts'

const asOf = '2026-11-02'

async function rendered(sources: readonly Source[]): Promise<ReadonlyMap<string, string>> {
  const { network, plant } = plannedOf(sources)
  const written = await Promise.all(
    plantDocuments(network, { plant, asOf }).map(
      async artifact => [artifact.path, String(await artifact.content())] as const,
    ),
  )
  return new Map([...written, ['topology/topology.kml', kml(originOf(network, { asOf }), plantLayers(network, plant))]])
}

const files = await rendered(readSites().sources)
const text = (path: string): string => files.get(path) ?? ''

/** Tags that are opened and never closed, or closed out of order. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = []
  for (const [, end, name = '', self] of xml.matchAll(/<(\/)?([A-Za-z][\w:]*)(?:\s[^<>]*?)?(\/)?>/g)) {
    if (self === '/') continue
    if (end === undefined) open.push(name)
    else if (open.pop() !== name) return [name, ...open]
  }
  return open
}

describe('the plant of the reference network', () => {
  test('is the same bytes from files in another order', async () => {
    const again = await rendered(readSites().sources.toReversed())
    expect([...again]).toEqual([...files])
  })

  test('has a sheet, a list and a drawing for every closure, and a sheet and a list for every ODF', () => {
    expect([...files.keys()].filter(path => path.includes('jc-utara-01'))).toEqual([
      'plant/splices/jc-utara-01.csv',
      'plant/splices/jc-utara-01.md',
      'plant/splices/jc-utara-01.svg',
    ])
    expect([...files.keys()].filter(path => path.includes('odf-bpkd'))).toEqual([
      'plant/splices/odf-bpkd.csv',
      'plant/splices/odf-bpkd.md',
    ])
  })

  test('a sheet names the files of what meets there, and no others', () => {
    const { network, plant } = plannedOf(readSites().sources)
    const sheet = plantDocuments(network, { plant, asOf }).find(({ path }) => path === 'plant/splices/jc-utara-01.md')
    expect(sheet?.sources?.()).toEqual([
      'network.yaml',
      'plant/utara.yaml',
      'routes/ring-utara.yaml',
      'routes/spur.yaml',
    ])
  })

  test('says colours in words of both languages', () => {
    expect(text('plant/splices/jc-utara-01.csv').split('\n').slice(0, 2)).toEqual([
      'how,tray,a_cable,a_core,a_tube,a_tube_colour,a_core_colour,a_towards,a_state,b_cable,b_core,b_tube,b_tube_colour,b_core_colour,b_towards,b_state,loss_db,measured,routes',
      'sambung,1,c-utara-2,13,2,oranye (orange),biru (blue),p-utara-030,menyala,c-bkppd,1,1,biru (blue),biru (blue),p-utara-218,menyala,0.04,2021-03-11,spur-bkppd',
    ])
  })

  test('tells every core of a closure once', () => {
    const rows = text('plant/splices/jc-utara-01.csv').trim().split('\n').slice(1)
    expect(rows.filter(row => row.startsWith('sambung'))).toHaveLength(2)
    expect(rows.filter(row => row.startsWith('lewat utuh'))).toHaveLength(22)
    expect(rows.filter(row => row.startsWith('berakhir'))).toHaveLength(10)
  })

  test('drawings and KML are well-formed', () => {
    for (const [path, content] of files) if (/\.(svg|kml)$/.test(path)) expect(unbalanced(content), path).toEqual([])
  })

  test('ids of the KML are legal xsd:IDs, and each there once', () => {
    const ids = [...text('topology/topology.kml').matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id)
    expect(ids.length).toBeGreaterThan(1400)
    expect(ids.filter(id => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('GeoJSON has longitude first, at most seven decimals, and each feature once', () => {
    const ids: string[] = []
    for (const [path, content] of files) {
      if (!path.endsWith('.geojson')) continue
      const { features } = JSON.parse(content) as {
        features: { id: string; geometry: { type: string; coordinates: unknown } }[]
      }
      for (const { id, geometry } of features) {
        ids.push(id)
        const points = (geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates) as [number, number][]
        for (const [lon, lat] of points)
          expect(
            lon > 110 && lon < 111 && lat > -8 && lat < -7 && /^\S{1,12}$/.test(String(lon)),
            `${path} ${id}`,
          ).toBe(true)
      }
    }
    expect(ids.length).toBeGreaterThan(1400)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('the loss report has every route, and all of them pass', () => {
    const rows = text('plant/loss.csv').trim().split('\n').slice(1)
    expect(rows).toHaveLength(27)
    expect(
      rows.map(row => row.split(',').at(-1)).filter(verdict => verdict !== 'lulus' && verdict !== 'patch cord'),
    ).toEqual([])
  })

  test('everything ends in one line feed, and nothing says undefined or NaN', () => {
    for (const [path, content] of files) {
      expect(content.endsWith('\n') && !content.endsWith('\n\n'), path).toBe(true)
      expect(content, path).not.toMatch(/undefined|NaN|\[object|\r/)
    }
  })
})

describe('hostile words', () => {
  const hostile = '=HYPERLINK("http://x") </name><script>|`*_[a](b)'
  const hostileFiles = rendered(
    contoh().map(({ path, text: content }) => ({
      path,
      text: content
        .replace('name: ADSS 12 core,', `name: '${hostile}',`)
        .replace('name: Kabupaten Contoh', `name: '${hostile}'`)
        .replace('name: Dinas Perhubungan', `name: '${hostile}'`)
        .replace('- route: ring-1\n', `- route: ring-1\n  name: '${hostile}'\n`)
        .replace(
          '- { id: c-1, type: adss-12, spans: [sp-1, sp-2] }',
          `- { id: c-1, type: adss-12, spans: [sp-1, sp-2], cores: [{ core: 12, state: dead, note: '${hostile}' }] }`,
        ),
    })),
  )

  test('open no tag, no cell and no formula', async () => {
    const found = await hostileFiles
    const kml = found.get('topology/topology.kml') ?? ''
    expect(kml).toContain('&lt;script&gt;')
    expect(unbalanced(kml)).toEqual([])
    for (const [path, content] of found) {
      if (/\.(md|svg|kml)$/.test(path)) expect(content, path).not.toContain('<script>')
      if (path.endsWith('.csv')) expect(content, path).not.toMatch(/(^|,)"?=HYPER/m)
      if (path.endsWith('.md')) expect(content, path).not.toMatch(/[^\\]`\*_|[^\\]\[a\]\(b\)/)
    }
    expect(found.get('plant/cores.csv')).toContain(`'=HYPERLINK`)
  })
})

test('numbers in ranges', () => {
  expect(rangesOf([3, 1, 2, 15, 17, 18])).toBe('1-3, 15, 17-18')
})
