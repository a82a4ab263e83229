import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { plannedOf } from '../../plan/plant/plant.fixture.ts'
import { contoh } from '../../testing/contoh.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { kml } from './kml.ts'
import { mapLayers } from './layers.ts'
import { originOf } from './origin.ts'

const folder = join(import.meta.dirname, '../../testing/kml-schema')
const files = readdirSync(folder)
  .filter(name => name.endsWith('.xsd'))
  .map(fileName => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') }))

/** What OGC's own schema says against a file. */
async function faultsOf(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'map.kml', contents }],
    schema: files.filter(({ fileName }) => fileName === 'ogckml22.xsd'),
    preload: files.filter(({ fileName }) => fileName !== 'ogckml22.xsd'),
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  })
  return errors.map(({ message }) => message)
}

function mapOf(sources: Parameters<typeof plannedOf>[0]): string {
  const { network, plant } = plannedOf(sources)
  return kml(originOf(network, { asOf: '2026-11-02' }), mapLayers(network, plant))
}

describe('topology.kml', () => {
  const reference = mapOf(readSites().sources)

  test('of the reference network is accepted by the schema of OGC', async () => {
    expect(await faultsOf(reference)).toEqual([])
  })

  test('with hostile names is too', async () => {
    const hostile = contoh().map(({ path, text }) => ({
      path,
      text: text.replaceAll(/^name: .*$/gm, 'name: "]]> <b>&"'),
    }))
    expect(await faultsOf(mapOf(hostile))).toEqual([])
  })

  test('an element in the wrong place would be refused', async () => {
    const turned = reference.replace(/(<styleUrl>[^<]*<\/styleUrl>)(<ExtendedData>.*?<\/ExtendedData>)/, '$2$1')
    expect(turned).not.toBe(reference)
    expect((await faultsOf(turned)).length).toBe(1)
  })

  test('says its day and what is composed, and holds kecamatan and circuits', () => {
    expect(reference).toMatch(/<description>Keadaan per 2 November 2026\..*\n[^<]*rekaan/)
    expect(reference).toContain('<Folder id="layer-areas">')
    expect(reference.match(/<Placemark id="circuit-/g)?.length).toBe(
      plannedOf(readSites().sources).network.circuits.size,
    )
  })

  test('tells what is another’s, what lies in the ground, and what was repaired', () => {
    const { network, plant } = plannedOf(readSites().sources)
    const found = (kind: string, id: string): unknown =>
      mapLayers(network, plant)
        .flatMap(({ features }) => [...features()])
        .find(each => each.kind === kind && each.id === id)?.properties
    expect(found('span', 'sp-timur-290')).toMatchObject({
      type: 'duct',
      duct: 'pipa-kai-1',
      subduct: 1,
      depthM: 2,
      trench: 'galian-kai-1',
      permit: 'KAI-D6/2025/0412',
      yearlyRupiah: 9_600_000,
    })
    expect(found('cable', 'df-selatan-4')).toMatchObject({ geography: false, owner: 'penyedia-serat' })
    expect(found('cable', 'c-selatan-5')).toMatchObject({ repairs: 1, repaired: '2026-10-18' })
    expect(found('cable', 'c-selatan-4')).not.toHaveProperty('geography')
  })

  test('every style that is asked for is there', () => {
    const asked = new Set([...reference.matchAll(/<styleUrl>#([^<]*)/g)].map(([, id]) => id))
    expect([...asked].filter(id => !reference.includes(`<Style id="${id}">`))).toEqual([])
  })
})
