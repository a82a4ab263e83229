import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plannedWith } from './plant.fixture.ts'
import type { PlantPlan, RoutePlan } from './plant-plan.ts'
import { drawTwice, routesOver, type LineShape } from './ring.fixture.ts'
import { componentsOf } from './shared-risk.ts'

const shapes: fc.Arbitrary<LineShape> = fc.record({
  poles: fc.array(fc.nat(4), { minLength: 3, maxLength: 7 }),
  closed: fc.boolean(),
  turned: fc.array(fc.boolean(), { maxLength: 5 }),
  reversed: fc.boolean(),
})

/** Routes of the test, without the patch cords of the small inventory around it. */
function walked({ routes }: PlantPlan): RoutePlan[] {
  return [...routes.values()].filter(({ route }) => route.declared.path !== undefined)
}

/** What does not depend on how the sheath is cut up: lengths, losses, splices, and what each route goes over. */
function outcome(plant: PlantPlan): unknown {
  return walked(plant).map(plan => ({
    id: plan.route.id,
    broken: plan.broken,
    metres: [plan.drawnM, plan.sheathM, plan.glassM].map(metres => metres.toFixed(6)),
    losses: plan.losses.map(({ nm, design, typical }) => [nm, design.toFixed(9), typical.toFixed(9)]),
    splices: plan.strands.map(({ splices }) => splices.map(({ at, kind, glassM }) => [at.id, kind, glassM.toFixed(6)])),
    over: componentsOf(plan)
      .filter(({ kind }) => kind !== 'cable')
      .map(({ kind, id: name }) => `${kind}:${name}`)
      .sort(),
  }))
}

describe.each([
  ['one core, cut at every ODF', () => 1],
  ['a pair of cores for each section', (i: number) => 1 + 2 * i],
  ['two pairs by turns', (i: number) => 1 + 2 * (i % 2)],
] as const)('one cable opened at its ODFs is as good as a cable for each section: %s', (_, core) => {
  test('lengths, losses, splices and shared risk of random rings and lines', () => {
    fc.assert(
      fc.property(shapes, shape => {
        const { oneCable, manyCables, sections } = drawTwice(shape)
        const one = plannedWith(
          oneCable,
          routesOver(sections, () => 'c', core),
        ).plant
        const many = plannedWith(
          manyCables,
          routesOver(
            sections,
            ({ cable }) => cable,
            () => 1,
          ),
        ).plant
        expect(walked(one).map(({ broken }) => broken)).toEqual(sections.map(() => undefined))
        expect(outcome(one)).toEqual(outcome(many))
      }),
      { numRuns: 60, seed: 20_261_128 },
    )
  })
})

const ring = drawTwice({ poles: [1, 1, 1], closed: true, turned: [], reversed: false })

function alone(path: string): ReturnType<typeof planOf> {
  return planOf(`[${path}]`)
}

function planOf(path: string) {
  const { plant } = plannedWith(
    ring.oneCable,
    `route: r\na: { router: utara, port: sfp-sfpplus1, optic: lr }\nb: { router: timur, port: sfp-sfpplus1, optic: lr }\nspeed_mbps: 10000\npath: ${path}\n`,
  )
  const plan = plant.routes.get('r')
  return { broken: plan?.broken, over: plan?.hops.map(({ fromStation, toStation }) => [fromStation, toStation]) }
}

describe('a core that goes round a ring in two ways', () => {
  test('is not guessed at', () => {
    const { broken, over } = alone('odf-0/1, c/1, odf-1/1')
    expect(broken).toMatchObject({ kind: 'ambiguous', step: 1 })
    expect(broken?.kind === 'ambiguous' && broken.ways.map(way => way.map(({ id }) => id))).toEqual([
      ['s-0', 's-1'],
      ['s-5', 's-4', 's-3', 's-2'],
    ])
    expect(over).toEqual([])
  })

  test.each([
    ['a span of the short way', 'odf-0/1, c/1, s-1, c/1, odf-1/1', [[0, 2]]],
    ['a span of the long way', 'odf-0/1, c/1, s-3, c/1, odf-1/1', [[6, 2]]],
    ['a pole that it passes', 'odf-0/1, c/1, p-1-0, c/1, odf-1/1', [[6, 2]]],
    ['several, in order', 'odf-0/1, c/1, p-2-0, c/1, s-3, c/1, p-1-0, c/1, odf-1/1', [[6, 2]]],
    ['backwards', 'odf-1/1, c/1, s-0, c/1, odf-0/1', [[2, 0]]],
    ['the whole ring', 'odf-0/1, c/1, odf-0/3', [[0, 6]]],
    ['the whole ring the other way', 'odf-0/1, c/1, s-4, c/1, s-1, c/1, odf-0/3', [[6, 0]]],
  ])('goes where the path says: %s', (_, path, over) => {
    expect(alone(path)).toEqual({ broken: undefined, over })
  })

  test.each([
    ['out of order', 'odf-0/1, c/1, s-3, c/1, s-5, c/1, odf-1/1', { kind: 'not-on-the-way', step: 2 }],
    ['there and back', 'odf-0/1, c/1, s-3, c/1, s-0, c/1, odf-1/1', { kind: 'not-on-the-way', step: 2 }],
    ['a span without its core', 'odf-0/1, c/1, s-3, odf-1/1', { kind: 'no-joint', step: 1 }],
  ])('does not go %s', (_, path, broken) => {
    expect(alone(path).broken).toMatchObject(broken)
  })
})

test('of two sections between the same two ODFs one that is named leaves the other', () => {
  const { oneCable } = drawTwice({ poles: [2, 2], closed: true, turned: [], reversed: false })
  const over = (first: string): unknown =>
    walked(
      plannedWith(
        oneCable,
        [`odf-0/1, ${first}, odf-1/1`, 'odf-0/3, c/1, odf-1/3']
          .map(
            (path, i) =>
              `- { route: r-${i}, a: { router: utara, port: sfp-sfpplus1, optic: lr }, b: { router: timur, port: sfp-sfpplus1, optic: lr }, speed_mbps: 10000, path: [${path}] }\n`,
          )
          .join(''),
      ).plant,
    ).map(({ hops, broken }) => hops[0] && [hops[0].fromStation, hops[0].toStation, broken])
  expect(over('c/1, s-1, c/1')).toEqual([
    [0, 3, undefined],
    [6, 3, undefined],
  ])
  expect(over('c/1')).toEqual([undefined, undefined])
})

test('a repair that splices a core to itself does not cut it', () => {
  const { oneCable } = ring
  const { plant } = plannedWith(
    `${oneCable.replace('spans:\n', '  - { id: jc, kind: closure, at_structure: p-0-0 }\nspans:\n')}splices:\n  - { closure: jc, a: c/1, b: c/1, loss_db: 0.08 }\n`,
    routesOver(
      ring.sections,
      () => 'c',
      () => 1,
    ),
  )
  expect(walked(plant).map(({ broken }) => broken)).toEqual([undefined, undefined, undefined])
})

describe.each([
  ['one core, spliced off at every closure', () => 1],
  ['a pair of cores for each section', (i: number) => 1 + 2 * i],
] as const)('a ring cable opened in closures, with drop cables into the offices: %s', (_, core) => {
  const corners = [0, 1, 2]
  const next = (i: number): number => (i + 1) % 3
  const ground = `plant: uji
name: Uji
cable_types:
  - { id: t, name: T, cores: 12, cores_per_tube: 6, helix_percent: 0.4, loss_db_per_km: { nm1310: 0.36, nm1550: 0.22 } }
structures:
${corners.map(i => `  - { id: p-${i}, kind: pole, at: [110.6${i}, -7.7${(i * i) % 3}] }\n  - { id: jc-${i}, kind: closure, at_structure: p-${i} }\n  - { id: odf-${i}, kind: odf, at: [110.6${i}1, -7.7${(i * i) % 3}1] }\n`).join('')}spans:
${corners.map(i => `  - { id: s-${i}, kind: aerial, from: p-${i}, to: p-${next(i)} }\n  - { id: t-${i}, kind: aerial, from: p-${i}, to: odf-${i} }\n`).join('')}cables:
${corners.map(i => `  - { id: d-${i}, type: t, spans: [t-${i}] }\n`).join('')}`
  const routes = (cableOf: (i: number) => string): string =>
    corners
      .map(
        i =>
          `- { route: r-${i}, a: { router: utara, port: sfp-sfpplus1, optic: lr }, b: { router: timur, port: sfp-sfpplus1, optic: lr }, speed_mbps: 10000, path: [odf-${i}/1, d-${i}/1, jc-${i}, ${cableOf(i)}, jc-${next(i)}, d-${next(i)}/3, odf-${next(i)}/3] }\n`,
      )
      .join('')
  test('is as good as a cable for each section', () => {
    const one = plannedWith(
      `${ground}  - { id: c, type: t, from: p-0, spans: [s-0, s-1, s-2] }\n`,
      routes(i => `c/${core(i)}`),
    ).plant
    const many = plannedWith(
      `${ground}${corners.map(i => `  - { id: c-${i}, type: t, from: p-${i}, spans: [s-${i}] }\n`).join('')}`,
      routes(i => `c-${i}/1`),
    ).plant
    expect(walked(one).map(({ broken }) => broken)).toEqual([undefined, undefined, undefined])
    expect(outcome(one)).toEqual(outcome(many))
  })
})
