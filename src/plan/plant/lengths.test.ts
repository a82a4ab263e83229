import { describe, expect, test } from 'vitest'
import { plannedWith } from './plant.fixture.ts'
import type { RoutePlan } from './plant-plan.ts'

/**
 * Three spans. Geodesics by geographiclib: odf-a to its bend 159.2298 m, on to p-b 217.3981 m; p-b to jc-c 297.1529 m;
 * jc-c to its bend 227.9628 m, on to odf-d 150.2962 m.
 */
const plant = `plant: uji
name: Tiga rute
cable_types:
  - { id: t, name: T, cores: 12, cores_per_tube: 6, helix_percent: 0.4, installation_percent: 1.2, loss_db_per_km: { nm1310: 0.36, nm1550: 0.22 } }
  - { id: u, name: U, cores: 12, cores_per_tube: 6, helix_percent: 0.25, loss_db_per_km: { nm1310: 0.36, nm1550: 0.22 } }
structures:
  - { id: odf-a, kind: odf, at: [110.6000, -7.7000] }
  - { id: p-b, kind: pole, at: [110.6030, -7.7000] }
  - { id: p-c, kind: pole, at: [110.6055, -7.7010] }
  - { id: jc-c, kind: closure, at_structure: p-c }
  - { id: odf-d, kind: odf, at: [110.6052, -7.7041] }
spans:
  - { id: s1, kind: aerial, from: odf-a, to: p-b, via: [[110.6012, -7.7008]] }
  - { id: s2, kind: aerial, from: p-c, to: p-b, length_m: 300.5 }
  - { id: s3, kind: buried, from: p-c, to: odf-d, via: [[110.6060, -7.7030]] }
cables:
  - { id: c-1, type: t, spans: [s1, s2], tails_m: { start: 15, end: 6 } }
  - { id: c-2, type: u, spans: [s3], tails_m: { start: 4, end: 10 } }
  - { id: c-3, type: t, spans: [s1, s2, s3], marks_m: { start: 2210, end: 1080 }, tails_m: { start: 15, end: 15 } }
  - { id: c-4, type: u, spans: [s3, s2, s1], tails_m: { start: 8, end: 5 } }
slack:
  - { id: sl-1, cable: c-1, at: p-b, length_m: 20 }
  - { id: sl-2, cable: c-2, at: odf-d, marks_m: { start: 390, end: 402.5 } }
  - { id: sl-3, cable: c-3, at: p-b, length_m: 30 }
  - { id: sl-4, cable: c-4, at: jc-c, length_m: 25 }
splices:
  - { closure: jc-c, a: c-1/1, b: c-2/1, loss_db: 0.05 }
`

function route(id: string, path: string): string {
  return `- { route: ${id}, a: { router: utara, port: sfp-sfpplus1 }, b: { router: timur, port: sfp-sfpplus1 }, speed_mbps: 1000, path: [${path}] }\n`
}

const { routes, cables } = plannedWith(
  plant,
  [
    route('rangkai', 'odf-a/1, c-1/1, jc-c, c-2/1, odf-d/1'),
    route('bertanda', 'odf-d/2, c-3/1, odf-a/2'),
    route('terpotong', 'odf-d/3, c-4/3, jc-c, c-1/5, odf-a/3'),
  ].join(''),
).plant

const centimetres = (value: number | undefined): string => (value ?? NaN).toFixed(2)
const of = (id: string): RoutePlan => routes.get(id) as RoutePlan

describe('lengths of three routes, calculated by hand', () => {
  test('bends, a surveyed span, tails and coils over two cables', () => {
    // c-1: 15 + (159.2298 + 217.3981 + 300.5) x 1.012 + 20 + 6 = 726.2534 sheath, x 1.004 = 729.1584 glass
    // c-2: 4 + (227.9628 + 150.2962) x 1 + 12.5 + 10 = 404.7590 sheath, x 1.0025 = 405.7709 glass
    expect(centimetres(cables.get('c-1')?.sheathM)).toBe('726.25')
    expect(centimetres(cables.get('c-2')?.sheathM)).toBe('404.76')
    expect(centimetres(of('rangkai').drawnM)).toBe(centimetres(159.2298 + 217.3981 + 300.5 + 227.9628 + 150.2962))
    expect(centimetres(of('rangkai').sheathM)).toBe('1131.01')
    expect(centimetres(of('rangkai').glassM)).toBe('1134.93')
  })

  test('marks on the sheath win over the drawn line', () => {
    // 2210 - 1080 = 1130 sheath, x 1.004 = 1134.52 glass; drawn it would be 15 + 1055.3869 x 1.012 + 30 + 15 = 1128.05
    expect(cables.get('c-3')?.basis).toBe('marks')
    expect(centimetres(of('bertanda').sheathM)).toBe('1130.00')
    expect(centimetres(of('bertanda').glassM)).toBe('1134.52')
    expect(centimetres(cables.get('c-3')?.expectedSheathM)).toBe('1128.05')
  })

  test('a core that is cut on the way ends in the middle of the coil there', () => {
    // c-4 from odf-d, its start, to jc-c: 8 + 378.2590 + 25 / 2 = 398.7590 sheath, x 1.0025 = 399.7559 glass
    // c-1 whole: 726.2534 sheath, 729.1584 glass
    expect(centimetres(of('terpotong').sheathM)).toBe('1125.01')
    expect(centimetres(of('terpotong').glassM)).toBe('1128.91')
  })
})

test.each([
  ['rising', '{ start: 1000, end: 1726 }', '{ start: 1400, end: 1420 }'],
  ['falling', '{ start: 1726, end: 1000 }', '{ start: 1306, end: 1326 }'],
])('a coil with %s marks fixes the sheath at its place', (_, marks, coil) => {
  const marked = plannedWith(
    plant
      .replace('tails_m: { start: 15, end: 6 } }', `marks_m: ${marks}, tails_m: { start: 15, end: 6 } }`)
      .replace('at: p-b, length_m: 20 }', `at: p-b, marks_m: ${coil} }`),
    route('satu', 'odf-a/1, c-1/1, p-c'),
  )
  const stations = marked.plant.cables.get('c-1')?.stations ?? []
  expect(stations.map(({ sheathInM, sheathOutM }) => [centimetres(sheathInM), centimetres(sheathOutM)])).toEqual([
    ['15.00', '15.00'],
    ['400.00', '420.00'],
    ['720.00', '720.00'],
  ])
})

test('marks that leave nothing for the spans are put aside', () => {
  const broken = plannedWith(
    plant.replace('{ start: 2210, end: 1080 }', '{ start: 1100, end: 1080 }'),
    route('satu', 'odf-a/1, c-1/1, p-c'),
  )
  const cable = broken.plant.cables.get('c-3')
  expect(cable?.broken).toEqual({ kind: 'marks-impossible' })
  expect([cable?.basis, centimetres(cable?.sheathM)]).toEqual(['drawn', '1128.05'])
})

test('a cable that comes back to the place where it began is walked whole', () => {
  const round = plannedWith(
    plant
      .replace(
        '{ id: s3, kind: buried, from: p-c, to: odf-d',
        '{ id: s4, kind: aerial, from: p-c, to: odf-a }\n  - { id: s3, kind: buried, from: p-c, to: odf-d',
      )
      .replace('cables:\n', 'cables:\n  - { id: c-5, type: u, spans: [s1, s2, s4], from: odf-a }\n'),
    route('lingkar', 'odf-a/1, c-5/1, odf-a/2'),
  )
  const plan = round.plant.routes.get('lingkar')
  expect(plan?.broken).toBeUndefined()
  expect(plan?.drawnM).toBeCloseTo(round.plant.cables.get('c-5')?.drawnM ?? NaN, 9)
})
