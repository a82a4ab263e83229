import { describe, expect, test } from 'vitest'
import { channelNm, deviceLoss } from '../../model/passives.ts'
import type { StructureDeclaration } from '../../model/plant-file.ts'
import { plannedWith } from './plant.fixture.ts'
import type { RoutePlan } from './plant-plan.ts'

/**
 * Two ODFs and the glass of one kilometre between them, for arithmetic by hand: 0.4 dB at 1310 nm, 0.3 at 1550
 * (design), 0.35 and 0.22 (typical); an ODF port is a connector of 0.5 (0.3) and a pigtail of 0.1 (0.05) for each
 * strand that ends there.
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

interface Fitted {
  readonly cables?: string
  readonly optic?: string
  readonly otherOptic?: string
  readonly pads?: readonly string[]
}

function routeOver(path: string, more = '', { cables = '', optic = '', pads = [], ...other }: Fitted = {}): RoutePlan {
  const end = (fitted: string, pad: string): string => `${fitted === '' ? '' : `, optic: ${fitted}`}${pad}`
  const text = `route: satu
a: { router: utara, port: sfp-sfpplus1${end(optic, pads[0] ?? '')} }
b: { router: timur, port: sfp-sfpplus1${end(other.otherOptic ?? optic, pads[1] ?? '')} }
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

/**
 * One kilometre between two ports, each optic with the figures of its source: lr and er by IEEE 802.3 clause 52, lx10
 * by clause 59, zx by Cisco's SFP data sheet, bx20 by MRV's. Two connectors, two pigtails and the glass lose 1.6 dB at
 * 1310 and 1.5 at 1550 nm in the worst case, 1.05 and 0.92 as usual; at 1490 nm, of which the type says nothing, 1.6
 * and 0.94.
 */
describe('expected power, overload and reach over a kilometre, with attenuators, by hand', () => {
  const usual = { 1310: 2 * 0.3 + 2 * 0.05 + 0.35, 1490: 2 * 0.3 + 2 * 0.05 + 0.24, 1550: 2 * 0.3 + 2 * 0.05 + 0.22 }
  const worst = { 1310: 2 * 0.5 + 2 * 0.1 + 0.4, 1490: 2 * 0.5 + 2 * 0.1 + 0.4, 1550: 2 * 0.5 + 2 * 0.1 + 0.3 }

  interface Case {
    readonly a: string
    readonly b: string
    readonly pads: readonly [number, number]
    readonly nm: 1310 | 1490 | 1550
    /** From a to b. */
    readonly padDb: number
    readonly tx: readonly [least: number, most: number]
    readonly overloadDbm: number
    readonly limitDb: number
    readonly reachKm: number
  }
  const lr = { a: 'lr', b: 'lr', nm: 1310, tx: [-8.2, 0.5], overloadDbm: 0.5, limitDb: 6.2, reachKm: 10 } as const
  const er = { a: 'er', b: 'er', nm: 1550, tx: [-4.7, 4], overloadDbm: -1, limitDb: 10.9, reachKm: 30 } as const
  const lx = { a: 'lx10', b: 'lx10', nm: 1310, tx: [-9, -3], overloadDbm: -3, limitDb: 6, reachKm: 10 } as const
  const bx = { a: 'bx20-b-d', b: 'bx20-b-u', nm: 1490, tx: [-7, 0], overloadDbm: -3, reachKm: 20 } as const
  const cases: readonly Case[] = [
    { ...lr, pads: [0, 0], padDb: 0 },
    // Two strands: only what stands in front of the receiver at b is met.
    { ...lr, pads: [3, 0], padDb: 0 },
    { ...lr, pads: [0, 3], padDb: 3 },
    { ...lr, pads: [5, 5], padDb: 5 },
    { ...er, pads: [0, 0], padDb: 0 },
    { ...er, pads: [0, 3], padDb: 3 },
    { ...er, pads: [0, 5], padDb: 5 },
    { ...lx, pads: [0, 0], padDb: 0 },
    { ...lx, pads: [0, 7], padDb: 7 },
    // One strand: both attenuators are met. Budget 13, penalty 1, margin of the design 3.
    { ...bx, limitDb: 13 - 1 - 3, pads: [0, 0], padDb: 0 },
    { ...bx, limitDb: 13 - 1 - 3, pads: [2, 0], padDb: 2 },
    { ...bx, limitDb: 13 - 1 - 3, pads: [2, 3], padDb: 5 },
  ]

  test.each(cases)('$a with $pads', ({ a, b, pads, nm, padDb, tx: [least, most], overloadDbm, limitDb, reachKm }) => {
    const written = pads.map(db => (db === 0 ? '' : `, attenuator_db: ${db}`))
    const plan = routeOver('odf-a/1, c-1/1, odf-b/1', '', { optic: a, otherOptic: b, pads: written })
    const { ab } = plan.light ?? {}
    expect(ab?.nm).toBe(nm)
    expect(ab?.lossDb).toBeCloseTo(worst[nm] + padDb, 9)
    expect(ab?.typicalLossDb).toBeCloseTo(usual[nm] + padDb, 9)
    expect(ab?.limitDb).toBeCloseTo(limitDb, 9)
    expect(ab?.marginDb).toBeCloseTo(limitDb - worst[nm] - padDb, 9)
    expect(ab?.received?.minDbm).toBeCloseTo(least - worst[nm] - padDb, 9)
    expect(ab?.received?.typicalDbm).toBeCloseTo((least + most) / 2 - usual[nm] - padDb, 9)
    expect(ab?.received?.maxDbm).toBeCloseTo(most - usual[nm] - padDb, 9)
    expect(ab?.overloadDb).toBeCloseTo(Math.max(0, most - usual[nm] - padDb - overloadDbm), 9)
    expect(plan.light?.reachKm).toBe(reachKm)
  })

  test.each([
    [0, 8 - usual[1550]],
    [5, 8 - usual[1550] - 5],
    [10, 0],
  ])('zx asks for a pad below 8 dB of loss (Cisco): with %i dB in front of it', (padDb, lackingDb) => {
    const pads = padDb === 0 ? ['', ''] : ['', `, attenuator_db: ${padDb}`]
    const plan = routeOver('odf-a/1, c-1/1, odf-b/1', '', { optic: 'zx', pads })
    expect(plan.light?.ab.overloadDb).toBeCloseTo(lackingDb, 9)
    expect(plan.light?.ab.limitDb).toBe(23 - 3)
    expect(plan.light?.reachKm).toBe(70)
  })
})

test('a run may lie in a duct of another and in a trench, as a span may', () => {
  const run =
    'runs:\n  - { spans: d-01..d-02, kind: duct, along: [odf-a, t-1, odf-b], owner: telko, duct: pipa-1, subduct: 2, depth_m: 0.8, trench: galian-1 }\n'
  const { network } = plannedWith(
    plant('', run),
    'route: satu\na: { router: utara, port: sfp-sfpplus1 }\nb: { router: timur, port: sfp-sfpplus1 }\nspeed_mbps: 1000\npath: [odf-a/1, c-1/1, odf-b/1]\n',
  )
  for (const id of ['d-01', 'd-02'])
    expect(network.spans.get(id)?.declared).toMatchObject({
      owner: 'telko',
      duct: 'pipa-1',
      subduct: 2,
      depthM: 0.8,
      trench: 'galian-1',
    })
})
