import { expect, test } from 'vitest'
import type { Cable, CableType, FibreRoute, Network, Slack, Span, Structure } from '../../model/network.ts'
import { plannedWith } from './plant.fixture.ts'
import { planPlant } from './plan-plant.ts'
import { workedPlant, workedRoute } from './worked-example.fixture.ts'

/** Cables of 40 spans in a row, a coil on each tenth pole, and a route over each: `poles` in all. */
function large(poles: number, seen: <T extends object>(thing: T) => T): Network {
  const { network } = plannedWith(workedPlant, workedRoute('bx20-d', 'bx20-u'))
  const [type, route] = [network.cableTypes.get('contoh') as CableType, network.routes.get('contoh') as FibreRoute]
  const { origin } = route
  const sameOdf = network.structures.get('odf-a') as Structure
  const structures = Array.from(
    { length: poles },
    (_, i): Structure =>
      seen({
        ...sameOdf,
        id: `p-${i}`,
        declared: { ...sameOdf.declared, id: `p-${i}`, kind: i % 40 === 0 ? 'odf' : 'pole' },
        point: [110.5 + i * 0.0004, -7.7 + (i % 7) * 0.0001],
      }),
  )
  const spans = structures.slice(1).map(
    (to, i): Span =>
      seen({
        kind: 'span',
        id: `s-${i}`,
        origin,
        from: structures[i] as Structure,
        to,
        declared: { id: `s-${i}`, kind: 'aerial', from: `p-${i}`, to: `p-${i + 1}`, status: 'active' },
      }),
  )
  const cables = Array.from(
    { length: Math.floor(spans.length / 40) },
    (_, i): Cable => ({
      kind: 'cable',
      id: `c-${i}`,
      origin,
      type,
      spans: spans.slice(i * 40, i * 40 + 40),
      repairs: [],
      rented: undefined,
      declared: {
        id: `c-${i}`,
        type: type.id,
        spans: ['s'],
        tailsM: { start: 15, end: 15 },
        cores: [],
        repairs: [],
        status: 'active',
      },
    }),
  )
  const slacks = cables.flatMap(cable =>
    [10, 20, 30].map(
      (n): Slack => ({
        kind: 'slack',
        id: `${cable.id}-${n}`,
        origin,
        cable,
        at: (cable.spans[n] as Span).from,
        declared: { id: `${cable.id}-${n}`, cable: cable.id, at: 'p', lengthM: 20 },
      }),
    ),
  )
  const routes = cables.map(
    (cable, i): FibreRoute => ({
      ...route,
      id: `r-${i}`,
      declared: { ...route.declared, route: `r-${i}`, path: [`p-${i * 40}/1`, `${cable.id}/1`, `p-${i * 40 + 40}/2`] },
    }),
  )
  const byId = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
    new Map(things.map(thing => [thing.id, thing]))
  return {
    ...network,
    structures: byId(structures),
    spans: byId(spans),
    cables: byId(cables),
    slacks: byId(slacks),
    routes: byId(routes),
    splices: [],
  }
}

/** How often anything of a pole or a span is looked at while the plant is planned. */
function looksAt(poles: number): number {
  let looks = 0
  const seen = <T extends object>(thing: T): T =>
    new Proxy(thing, {
      get: (target, key, receiver) => {
        looks++
        return Reflect.get(target, key, receiver)
      },
    })
  const plant = planPlant(large(poles, seen))
  expect([...plant.routes.values()].every(({ broken, glassM }) => broken === undefined && glassM > 1000)).toBe(true)
  return looks
}

test('work grows with the plant, not with its square', () => {
  const once = looksAt(800)
  expect(once).toBeGreaterThan(800)
  expect(looksAt(8_000)).toBeLessThan(once * 12)
})
