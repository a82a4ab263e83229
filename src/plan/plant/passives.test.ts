import { describe, expect, test } from 'vitest'
import { channelNm, deviceLoss } from '../../model/passives.ts'
import type { StructureDeclaration } from '../../model/plant-file.ts'
import { plannedWith } from './plant.fixture.ts'
import type { RoutePlan } from './plant-plan.ts'

/**
 * Two ODFs and the glass of one kilometre between them, for arithmetic by hand: 0.4 dB at 1310 nm, 0.3 at 1550 (design), 0.35 and 0.22
 * (typical); an ODF port is a connector of 0.5 (0.3) and a pigtail of 0.1 (0.05) for each strand that ends there.
 */
const plant = (more = '', cables = ''): string => `plant: uji
name: Uji
cable_types:
  - { id: contoh, name: Contoh, cores: 12, cores_per_tube: 12, helix_percent: 0, loss_db_per_km: { nm1310: 0.40, nm1550: 0.30 } }
structures:
  - { id: odf-a, kind: odf, at: [110.60, -7.70], ports: 24 }
  - { id: odf-b, kind: odf, at: [110.61, -7.70], ports: 24 }
  - { id: odf-c, kind: odf, at: [110.62, -7.70], ports: 24 }
  - { id: t-1, kind: pole, at: [110.605, -7.70] }
${more}spans:
  - { id: sp-1, kind: aerial, from: odf-a, to: odf-b, length_m: 1000 }
  - { id: sp-2, kind: aerial, from: odf-b, to: odf-c, length_m: 2000 }
cables:
  - { id: c-1, type: contoh, spans: [sp-1] }
  - { id: c-2, type: contoh, spans: [sp-2] }
${cables}`

function routeOver(path: string, more = '', { cables = '', optic = '', pads = ['', ''] } = {}): RoutePlan {
  const end = (pad: string): string => `${optic === '' ? '' : `, optic: ${optic}`}${pad}`
  const text = `route: satu
a: { router: utara, port: sfp-sfpplus1${end(pads[0] ?? '')} }
b: { router: timur, port: sfp-sfpplus1${end(pads[1] ?? '')} }
speed_mbps: 1000
path: [${path}]
`
  return plannedWith(plant(more, cables), text).plant.routes.get('satu') as RoutePlan
}

const at = (plan: RoutePlan, nm: number, profile: 'design' | 'typical'): number =>
  plan.losses.find(loss => loss.nm === nm)?.[profile] ?? Number.NaN

const device = (id: string, what: string): string =>
  `  - { id: ${id}, kind: ${id.startsWith('spl') ? 'splitter' : 'multiplexer'}, at_structure: odf-b, ${what} }\n`

/** Two connectors, two pigtails and the glass: 1.6 dB at 1310 nm over one kilometre. */
const bare = { design: 2 * 0.5 + 2 * 0.1 + 0.4, typical: 2 * 0.3 + 2 * 0.05 + 0.35 }

describe('the loss of splitters and multiplexers, by hand (PLC: GR-1209 data sheets; FBT: -10 log10 of the share)', () => {
  test('without any', () => {
    const plan = routeOver('odf-a/1, c-1/1, odf-b/1')
    expect([at(plan, 1310, 'design'), at(plan, 1310, 'typical')]).toEqual([
      expect.closeTo(bare.design, 9),
      expect.closeTo(bare.typical, 9),
    ])
  })

  test.each([
    [2, 4, 3.6],
    [4, 7.3, 7],
    [8, 10.5, 10.1],
    [16, 13.7, 13.2],
    [32, 16.9, 16.3],
    [64, 20.5, 19.8],
  ])('a planar splitter 1:%i between two cables adds its loss and two spliced pigtails', (outputs, design, typical) => {
    const plan = routeOver(
      'odf-a/1, c-1/1, spl-1/2, c-2/1, odf-c/1',
      device('spl-1', `splitter: { form: plc, outputs: ${outputs} }`),
    )
    expect(plan.broken).toBeUndefined()
    // 3 km of glass; connectors and pigtails at both ODFs; two pigtails of the splitter.
    expect(at(plan, 1310, 'design')).toBeCloseTo(3 * 0.4 + 2 * 0.5 + 4 * 0.1 + design, 9)
    expect(at(plan, 1310, 'typical')).toBeCloseTo(3 * 0.35 + 2 * 0.3 + 4 * 0.05 + typical, 9)
    expect(at(plan, 1550, 'design')).toBeCloseTo(3 * 0.3 + 2 * 0.5 + 4 * 0.1 + design, 9)
  })

  test.each([
    [50, 1, 3.0103],
    [50, 2, 3.0103],
    [10, 1, 0.4576],
    [10, 2, 10],
    [20, 1, 0.9691],
    [20, 2, 6.9897],
    [5, 1, 0.2228],
    [5, 2, 13.0103],
    [1, 2, 20],
  ])('a coupler with a tap of %i %%, output %i: %d dB and 0.3 (0.1) of its own', (tapPercent, port, ratioDb) => {
    const coupler = { splitter: { form: 'fbt', outputs: 2, tapPercent } } as StructureDeclaration
    const loss = deviceLoss(coupler, port)
    expect(loss?.design).toBeCloseTo(ratioDb + 0.3, 3)
    expect(loss?.typical).toBeCloseTo(ratioDb + 0.1, 3)
  })

  test.each([
    ['cwdm', 4, 1.6, 1.2],
    ['cwdm', 8, 2.5, 1.8],
    ['cwdm', 18, 4.5, 3.5],
    ['dwdm', 8, 3.5, 2.8],
    ['dwdm', 40, 5.5, 4.5],
  ] as const)('%s of %i channels: %d dB, %d as usual', (grid, channels, design, typical) => {
    const channelsNm = Array.from({ length: channels }, (_, i) => 1271 + i)
    const mux = { multiplexer: { grid, channelsNm } } as unknown as StructureDeclaration
    expect(deviceLoss(mux, channels)).toMatchObject({ design, typical })
    expect(deviceLoss(mux, channels + 1)).toBeUndefined()
    expect(channelNm(mux, 2)).toBe(1272)
  })

  test.each([
    ['splitter: { form: plc, outputs: 8, loss_db: 9.9 }', 'spl-1', 9.9],
    ['splitter: { form: fbt, outputs: 2, tap_percent: 10, loss_db: 0.6 }', 'spl-1', 0.6],
    ['multiplexer: { grid: cwdm, channels_nm: [1471, 1491], loss_db: 1.1 }', 'mux-1', 1.1],
  ])('%s: what was measured wins, in the worst case and as usual', (what, id, db) => {
    const plan = routeOver(`odf-a/1, c-1/1, ${id}/1, c-2/1, odf-c/1`, device(id, what))
    expect(at(plan, 1310, 'design')).toBeCloseTo(3 * 0.4 + 2 * 0.5 + 4 * 0.1 + db, 9)
    expect(at(plan, 1310, 'typical')).toBeCloseTo(3 * 0.35 + 2 * 0.3 + 4 * 0.05 + db, 9)
  })
})

describe('rented dark fibre loses what was measured', () => {
  const rented =
    'dark_fibres:\n  - { id: df-1, owner: penyedia-serat, from: odf-a, to: odf-c, length_m: 7400, loss_db: { nm1310: 3.33, nm1550: 2.22 } }\n'

  test.each([
    [1310, 'design', 3.33 + 2 * 0.5 + 2 * 0.1],
    [1310, 'typical', 3.33 + 2 * 0.3 + 2 * 0.05],
    [1550, 'design', 2.22 + 2 * 0.5 + 2 * 0.1],
    [1550, 'typical', 2.22 + 2 * 0.3 + 2 * 0.05],
  ] as const)('at %i nm, %s', (nm, profile, db) => {
    const plan = routeOver('odf-a/1, df-1/1, odf-c/1', '', { cables: rented })
    expect(plan.broken).toBeUndefined()
    expect(plan.glassM).toBeCloseTo(7400, 9)
    expect(at(plan, nm, profile)).toBeCloseTo(db, 9)
  })
})

describe('light over channels and attenuators, by hand', () => {
  const muxes = device('mux-1', 'multiplexer: { grid: cwdm, channels_nm: [1471, 1491] }')

  test.each([
    ['cwdm-1491', ['', ''], 28 - 2 - 3, 0],
    ['cwdm-1491', [', attenuator_db: 5', ', attenuator_db: 5'], 28 - 2 - 3, 5],
    ['cwdm-bidi-1471-1491', ['', ''], 24 - 2 - 3, 0],
  ] as const)('%s with %j', (optic, pads, limitDb, padDb) => {
    const isDuplex = optic === 'cwdm-1491'
    const plan = routeOver('odf-a/1, c-1/1, mux-1/2, c-2/1, odf-c/1', muxes, { optic, pads: [...pads] })
    const { ab } = plan.light ?? {}
    // At 1471 and 1491 nm the figure of 1310 nm stands where the type has none for 1490.
    const lossDb = 3 * 0.4 + 2 * 0.5 + 4 * 0.1 + 1.6 + padDb
    expect(ab?.lossDb).toBeCloseTo(lossDb, 9)
    expect(ab?.limitDb).toBe(limitDb)
    expect(ab?.marginDb).toBeCloseTo(limitDb - lossDb, 9)
    const [least, most] = isDuplex ? [0, 5] : [-2, 3]
    const typicalDb = 3 * 0.24 + 2 * 0.3 + 4 * 0.05 + 1.2 + padDb
    expect(ab?.received?.minDbm).toBeCloseTo(least - lossDb, 9)
    expect(ab?.received?.typicalDbm).toBeCloseTo((least + most) / 2 - typicalDb, 9)
    expect(ab?.overloadDb).toBeCloseTo(Math.max(0, most - typicalDb - (isDuplex ? -7 : -8)), 9)
    expect(plan.light?.reachKm).toBe(80)
  })
})
