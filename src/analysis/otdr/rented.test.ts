import { expect, test } from 'vitest'
import { spotJson, spotText } from '../../cli/locate/spot.ts'
import { plannedWith } from '../../plan/plant/plant.fixture.ts'
import { locateReading } from './locate.ts'

/** A kilometre of own cable, 7,400 m of another's fibre, and own cable again. */
const plant = `plant: uji
name: Uji
cable_types:
  - { id: contoh, name: Contoh, cores: 12, cores_per_tube: 12, helix_percent: 0, loss_db_per_km: { nm1310: 0.40, nm1550: 0.30 } }
structures:
  - { id: odf-a, kind: odf, at: [110.60, -7.70], ports: 24 }
  - { id: odf-b, kind: odf, at: [110.61, -7.70], ports: 24 }
  - { id: odf-c, kind: odf, at: [110.65, -7.70], ports: 24 }
  - { id: odf-d, kind: odf, at: [110.66, -7.70], ports: 24 }
spans:
  - { id: sp-1, kind: aerial, from: odf-a, to: odf-b, length_m: 1000 }
  - { id: sp-2, kind: aerial, from: odf-c, to: odf-d, length_m: 1000 }
cables:
  - { id: c-1, type: contoh, spans: [sp-1] }
  - { id: c-2, type: contoh, spans: [sp-2] }
dark_fibres:
  - { id: df-1, owner: penyedia-serat, from: odf-b, to: odf-c, length_m: 7400, loss_db: { nm1310: 3.33, nm1550: 2.22 } }
`
const route = `route: satu
a: { router: utara, port: sfp-sfpplus1 }
b: { router: timur, port: sfp-sfpplus1 }
speed_mbps: 1000
path: [odf-a/1, c-1/1, odf-b/1, df-1/1, odf-c/1, c-2/1, odf-d/1]
`
const { network, plant: planned } = plannedWith(plant, route)
const shot = (from: 'a' | 'b', readingM: number): ReturnType<typeof locateReading> =>
  locateReading(network, planned, { route: 'satu', from, readingM })

test.each([
  ['a', 4000, 3000, 'odf-b', 'odf-c'],
  ['b', 2500, 1500, 'odf-c', 'odf-b'],
] as const)(
  'from %s at %i m the break is inside the rented fibre, %i m from its handover point, and no point on a map',
  (from, readingM, behindM, before, after) => {
    const found = shot(from, readingM)
    expect(found).toMatchObject({ kind: 'in-rented', cable: 'df-1', owner: 'penyedia-serat' })
    if (found.kind !== 'in-rented') throw new Error('not in the rented fibre')
    expect([found.before.id, found.after.id]).toEqual([before, after])
    expect(found.behindGlassM).toBeCloseTo(behindM, 0)
    expect(found.affected.routes).toEqual(['satu'])
    for (const language of ['id', 'en'] as const) {
      const text = spotText(found, language)
      expect(text).toContain('penyedia-serat')
      expect(text).not.toMatch(/https?:|110[.]6/)
    }
    expect(spotJson(found)).not.toHaveProperty('lat')
  },
)

test('before and behind it a point is a point', () => {
  expect(shot('a', 500).kind).toBe('in-span')
  expect(shot('a', 8900).kind).toBe('in-span')
})
