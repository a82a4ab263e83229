import { describe, expect, test } from 'vitest'
import { plannedWith } from './plant.fixture.ts'
import type { RoutePlan } from './plant-plan.ts'
import { routesByComponent } from './shared-risk.ts'
import { workedPlant } from './worked-example.fixture.ts'

function routeOver(path: string, plant = workedPlant): RoutePlan {
  return plannedWith(
    plant,
    `route: satu\na: { router: utara, port: sfp-sfpplus1, optic: lr }\nb: { router: timur, port: sfp-sfpplus1, optic: lr }\nspeed_mbps: 10000\npath: [${path}]\n`,
  ).plant.routes.get('satu') as RoutePlan
}

describe('a broken path holds what can be known', () => {
  test.each([
    ['no joint between two cables', 'odf-a/1, c-1/1, c-2/1, jc-02', { kind: 'no-joint', step: 1 }],
    ['a cable that does not come there', 'odf-a/1, c-1/1, jc-02, c-3/1, odf-m/1', { kind: 'not-on-cable', step: 1 }],
    ['no cable between two places', 'odf-a/1, odf-m/1, c-4/1, odf-b/1', { kind: 'no-cable', step: 1 }],
    ['out and in at one place', 'odf-a/1, c-1/1, odf-a/2', { kind: 'same-place', step: 1 }],
  ])('%s', (_, path, broken) => {
    const plan = routeOver(path)
    expect(plan.broken).toMatchObject(broken)
    expect(plan.glassM).toBeGreaterThanOrEqual(0)
    expect(Number.isFinite(plan.losses[0]?.design)).toBe(true)
  })

  test('the whole stretches are still measured', () => {
    const whole = routeOver('odf-m/5, c-4/1, odf-b/1')
    expect(routeOver('odf-a/1, odf-m/5, c-4/1, odf-b/1').glassM).toBeCloseTo(whole.glassM, 9)
  })
})

test('a cable whose spans do not join is walked past the gap', () => {
  const { plant } = plannedWith(
    workedPlant.replace('spans: [sp-1, sp-2]', 'spans: [sp-1, sp-6]'),
    'route: satu\na: { router: utara, port: sfp-sfpplus1 }\nb: { router: timur, port: sfp-sfpplus1 }\nspeed_mbps: 10000\npatch_m: 5\n',
  )
  expect(plant.cables.get('c-1')?.broken).toEqual({ kind: 'spans-apart', span: 1 })
  expect(plant.cables.get('c-1')?.stations).toHaveLength(3)
  expect(plant.routes.get('satu')).toMatchObject({ glassM: 5, hops: [], broken: undefined })
})

test('two strands light the next core too, and share what they go over', () => {
  const { plant } = plannedWith(
    workedPlant,
    ['1', '3']
      .map(
        core =>
          `- { route: r-${core}, a: { router: utara, port: sfp-sfpplus${core === '1' ? 1 : 2}, optic: lr }, b: { router: timur, port: sfp-sfpplus${core === '1' ? 1 : 2}, optic: lr }, speed_mbps: 10000, path: [odf-a/${core}, c-1/${core}, jc-01] }\n`,
      )
      .join(''),
  )
  expect(
    plant.cables
      .get('c-1')
      ?.cores.slice(0, 5)
      .map(({ state, routes }) => [state, ...routes]),
  ).toEqual([['lit', 'r-1'], ['lit', 'r-1'], ['lit', 'r-3'], ['lit', 'r-3'], ['free']])
  expect(plant.cables.get('c-1')?.freeCores).toBe(20)
  expect(
    [...routesByComponent(plant)]
      .filter(([, routes]) => routes.length > 1)
      .map(([component, routes]) => `${component} ${routes.join()}`)
      .sort(),
  ).toEqual([
    'cable:c-1 r-1,r-3',
    'span:sp-1 r-1,r-3',
    'span:sp-2 r-1,r-3',
    'structure:jc-01 r-1,r-3',
    'structure:odf-a r-1,r-3',
    'structure:v-2400 r-1,r-3',
    'structure:v-3900 r-1,r-3',
  ])
})
