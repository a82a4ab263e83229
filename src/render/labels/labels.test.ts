import { describe, expect, test } from 'vitest'
import { plannedOf } from '../../plan/plant/plant.fixture.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { labelKinds, labelsOf } from './labels.ts'
import { labelsPdf } from './pdf.ts'
import { labelSheets, placeOnSheet } from './sheets.ts'

const { network } = plannedOf(readSites().sources)

describe.each(Object.entries(labelSheets))('the sheet %s', (_, sheet) => {
  const places = Array.from({ length: sheet.columns * sheet.rows }, (__, i) => placeOnSheet(sheet, i))

  test('lies on A4, and no label lies over another', () => {
    for (const { x, y } of places) {
      expect(x + sheet.width).toBeLessThanOrEqual(210 - sheet.left + 0.5)
      expect(y + sheet.height).toBeLessThanOrEqual(297)
    }
    expect(sheet.pitchX).toBeGreaterThanOrEqual(sheet.width)
    expect(sheet.pitchY).toBeGreaterThanOrEqual(sheet.height)
    expect(placeOnSheet(sheet, places.length)).toEqual({ sheet: 1, x: sheet.left, y: sheet.top })
  })
})

describe('labels of the reference network', () => {
  test('there is one for each structure and cable that is not retired, and one for each port of an ODF', () => {
    const labels = labelsOf(network, labelKinds)
    const ids = new Set(labels.map(({ kind, id }) => `${kind} ${id}`))
    expect(ids.size).toBe(labels.length)
    const ports = [...network.structures.values()].reduce(
      (sum, { declared }) => sum + (declared.kind === 'odf' ? (declared.ports ?? 0) : 0),
      0,
    )
    expect(labels.length).toBe(network.structures.size + network.cables.size + ports)
  })

  test('a code is an address of the page where one is declared, else the names', () => {
    const [named] = labelsOf(network, ['closure'])
    expect(named?.code).toBe(`${network.declared.network} ${named?.id}`)
    const labels = { link: 'https://serat.contoh.example/index.html' }
    const [linked] = labelsOf({ ...network, declared: { ...network.declared, labels } }, ['cable'])
    expect(linked?.code).toBe(`https://serat.contoh.example/index.html#/cable/${linked?.id}`)
  })

  test('are the same bytes each time, whatever a text holds', async () => {
    const labels = labelsOf(network, ['odf']).map(label => ({ ...label, say: 'Hubungi \u{1f4de} (NOC) \\ ) Tj' }))
    const print = { title: 'Label', asOf: '2026-11-02', sheet: labelSheets.L7160, skip: 2 }
    expect(Buffer.from(await labelsPdf(labels, print)).equals(Buffer.from(await labelsPdf(labels, print)))).toBe(true)
  })
})
