import { describe, expect, test } from 'vitest'
import { platforms, type Compilation } from '../../compile.ts'
import { spliceLossDb } from '../../model/fibre.ts'
import { load } from '../../load/load.ts'
import type { Network } from '../../model/network.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { CablePlan } from '../../plan/plant/cable-plan.ts'
import type { Source } from '../../source/source.ts'
import { compiled, readKlaten } from '../../testing/klaten/inventory.ts'
import { isRefused } from '../edited.ts'
import { random } from '../edits.fixture.ts'
import { repairCable, type Repaired } from './repair-cable.ts'
import type { RepairWish } from './wish.ts'

const { sources, ledger } = readKlaten()
const day = '2026-11-02'
const before = compiled({ sources, ledger })
const configurationsOf = ({ artifacts }: Compilation): Map<string, unknown> =>
  new Map([...artifacts].flatMap(({ path, lines, content }) => (lines === undefined ? [] : [[path, content()]])))
const configurations = configurationsOf(before)

function repaired(files: readonly Source[], wish: Partial<RepairWish> & Pick<RepairWish, 'cable'>): Repaired {
  const { value: network } = load(files, platforms)
  if (network === undefined) throw new Error('does not load')
  const outcome = repairCable(files, network, { at: [], closures: 2, lengthM: 80, day, ...wish })
  if (isRefused(outcome)) throw new Error(outcome.map(({ en }) => en).join('\n'))
  return outcome
}

/** What may differ: the plant file of the cable, and what is drawn or reckoned of the plant. */
function expectOnlyTheCable(files: readonly Source[], cable: string): Compilation {
  const changed = files.filter(({ path, text }) => sources.find(each => each.path === path)?.text !== text)
  const own = before.network?.cables.get(cable)?.origin.source.path
  expect(changed.map(({ path }) => path)).toEqual([own])
  const after = compiled({ sources: files, ledger })
  expect(after.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([])
  expect(after.ledger).toBe(before.ledger)
  expect([...(after.network?.routes.keys() ?? [])]).toEqual([...(before.network?.routes.keys() ?? [])])
  expect(configurations.size).toBeGreaterThan(40)
  expect(configurationsOf(after)).toEqual(configurations)
  return after
}

const planOf = (network: Network | undefined, cable: string): CablePlan => {
  const plan = network && planPlant(network).cables.get(cable)
  if (plan === undefined) throw new Error(`no cable ${cable}`)
  return plan
}

/** Loss of every route over the cable, by hand: what was there, so many closures more, so much glass more or less. */
function expectLosses(
  after: Network | undefined,
  was: Network | undefined,
  cable: string,
  stations: readonly number[],
  addedSheathM: number,
): void {
  const [old, plan] = [planOf(was, cable), planOf(after, cable)]
  expect(plan.broken).toBeUndefined()
  // Marks are written to the centimetre.
  expect(Math.abs(plan.sheathM - old.sheathM - addedSheathM)).toBeLessThanOrEqual(0.0101)
  const { helixPercent, lossDbPerKm } = old.cable.type.declared
  let met = 0
  for (const [id, route] of planPlant(was as Network).routes) {
    const hop = route.hops.find(each => each.cable.cable.id === cable)
    const now = planPlant(after as Network).routes.get(id)
    if (hop === undefined) {
      expect(now?.losses, id).toEqual(route.losses)
      continue
    }
    met++
    const [low, high] = [hop.fromStation, hop.toStation].sort((a, b) => a - b) as [number, number]
    const passed = stations.filter(station => station > low && station < high).length
    const glassKm = (addedSheathM * shareOf(old, plan, stations, [low, high]) * (1 + helixPercent / 100)) / 1000
    for (const [nm, perKm] of [
      [1310, lossDbPerKm.nm1310],
      [1550, lossDbPerKm.nm1550],
    ] as const) {
      const [a, b] = [route, now].map(each => each?.losses.find(loss => loss.nm === nm)?.design ?? Number.NaN) as [
        number,
        number,
      ]
      expect(b - a, `${id} at ${nm} nm`).toBeCloseTo(passed * spliceLossDb.design.value + glassKm * perKm, 4)
    }
  }
  expect(met).toBeGreaterThan(0)
}

/**
 * How much of what was added a stretch between two stations has: all of a piece on it, all of a coil on it, half of one
 * in the middle of which it ends.
 */
function shareOf(
  old: CablePlan,
  plan: CablePlan,
  stations: readonly number[],
  [low, high]: readonly [number, number],
): number {
  if (stations.length === 0) return 1
  if (stations.length === 2) return stations.every(station => station >= low && station <= high) ? 1 : 0
  const coil = old.coils.find(({ slack, lengthM }) =>
    plan.coils.some(each => each.slack.id === slack.id && each.lengthM < lengthM),
  )
  if (coil === undefined || coil.station < low || coil.station > high) return 0
  const isEnd = coil.station === 0 || coil.station === old.stations.length - 1
  return isEnd || (coil.station > low && coil.station < high) ? 1 : 0.5
}

describe('three kinds of repair', () => {
  test('in the middle of a span: two closures and a piece', () => {
    const {
      sources: files,
      closures,
      material,
    } = repaired(sources, { cable: 'c-utara-4', at: ['p-utara-103', 'p-utara-104'] })
    expect(closures).toEqual(['jc-utara-4-01', 'jc-utara-4-02'])
    expect(material).toEqual({ closures: 2, cableM: 80, cableType: 'adss-24', splices: 48 })
    const after = expectOnlyTheCable(files, 'c-utara-4')
    const old = planOf(before.network, 'c-utara-4')
    const at = old.stationsAt.get('p-utara-103')?.[0] ?? 0
    const cutM = (old.stations[at + 1]?.sheathInM ?? 0) - (old.stations[at]?.sheathOutM ?? 0)
    expectLosses(after.network, before.network, 'c-utara-4', [at, at + 1], 80 - cutM)
  })

  test('at the closure where a cable ends: its splices stay, one closure more', () => {
    const old = planOf(before.network, 'c-bkppd')
    const next = old.stations[1]?.structure.id ?? ''
    const first = old.stations[0]?.structure.id ?? ''
    const {
      sources: files,
      closures,
      material,
    } = repaired(sources, { cable: 'c-bkppd', at: [first, next], lengthM: 90 })
    expect(closures).toEqual(['jc-utara-01', 'jc-bkppd-01'])
    expect(material.closures).toBe(1)
    const after = expectOnlyTheCable(files, 'c-bkppd')
    expectLosses(after.network, before.network, 'c-bkppd', [0, 1], 90 - (old.stations[1]?.sheathInM ?? 0))
  })

  test('two cuts of one cable, the second found by its mark', () => {
    const first = repaired(sources, { cable: 'c-utara-4', at: ['p-utara-103', 'p-utara-104'] })
    const { value: once } = load(first.sources, platforms)
    const second = repaired(first.sources, { cable: 'c-utara-4', markM: 900, lengthM: 66 })
    expect(second.closures).toEqual(['jc-utara-4-03', 'jc-utara-4-04'])
    const after = expectOnlyTheCable(second.sources, 'c-utara-4')
    const plan = planOf(once, 'c-utara-4')
    const at = plan.stations.findLastIndex(
      station => plan.marked !== undefined && station.sheathInM <= 900 - 7 + (plan.sheathM - 1495),
    )
    const cutM = (plan.stations[at + 1]?.sheathInM ?? 0) - (plan.stations[at]?.sheathOutM ?? 0)
    expectLosses(after.network, once, 'c-utara-4', [at, at + 1], 66 - cutM)
  })
})

/** Whether a route leaves the cable in between. */
function isOpenBetween(cable: string, from: number, to: number): boolean {
  return [...planPlant(before.network as Network).routes.values()].some(({ hops }) =>
    hops.some(
      hop =>
        hop.cable.cable.id === cable &&
        [hop.fromStation, hop.toStation].some(station => station > from && station < to),
    ),
  )
}

test('a piece does not pass a closure in which the cable is open', () => {
  const plan = planOf(before.network, 'c-utara-2')
  const at = plan.stationsAt.get('p-utara-031')?.[0] ?? 0
  const [a, b] = [at - 1, at + 1].map(station => plan.stations[station]?.structure.id ?? '')
  expect(() => repaired(sources, { cable: 'c-utara-2', at: [a ?? '', b ?? ''], lengthM: 120 })).toThrow(
    'in between cable c-utara-2 is open in jc-utara-01; repair up to there, and then from there',
  )
})

test('a cable that was repaired before: another piece between the same closures, and one beside it', () => {
  const cable = 'c-selatan-5'
  const old = planOf(before.network, cable)
  const at = old.stationsAt.get('p-selatan-075')?.[0] ?? 0
  const again = repaired(sources, { cable, at: ['p-selatan-075', 'p-selatan-076'], lengthM: 90 })
  expect(again.closures).toEqual(['jc-selatan-5-01', 'jc-selatan-5-02'])
  expect(again.material).toEqual({ closures: 0, cableM: 90, cableType: 'adss-24', splices: 48 })
  expectLosses(expectOnlyTheCable(again.sources, cable).network, before.network, cable, [], 22)
  const beside = repaired(sources, { cable, at: ['p-selatan-074', 'p-selatan-075'], lengthM: 60 })
  expect(beside.closures).toEqual(['jc-selatan-5-03', 'jc-selatan-5-01'])
  const cutM = (old.stations[at]?.sheathInM ?? 0) - (old.stations[at - 1]?.sheathOutM ?? 0)
  const plan = planOf(expectOnlyTheCable(beside.sources, cable).network, cable)
  expect(plan.broken).toBeUndefined()
  expect(plan.sheathM - old.sheathM).toBeCloseTo(60 - cutM, 1)
  expect([...plan.cuts.values()].map(({ id }) => id).sort()).toEqual([1, 2, 3].map(n => `jc-selatan-5-0${n}`))
})

/** 300 at length: `npm run test:repairs`. */
const runs = Number(process.env['SERAT_CASES'] ?? 6)

test(`${runs} repairs at random`, () => {
  const cables = [...planPlant(before.network as Network).cables.values()].filter(
    ({ cable, stations }) =>
      stations.length > 3 &&
      cable.repairs.length === 0 &&
      [...planPlant(before.network as Network).routes.values()].some(({ hops }) =>
        hops.some(hop => hop.cable.cable === cable),
      ),
  )
  for (let seed = 1; seed <= runs; seed++) {
    const below = random(seed)
    const old = cables[below(cables.length)] as CablePlan
    const { id } = old.cable
    const last = old.stations.length - 1
    const isOne = below(3) === 0 && old.coils.length > 0 && old.coils.every(({ lengthM }) => lengthM > 6)
    const from = isOne ? 1 + below(last - 1) : below(last)
    const wanted = isOne ? from : Math.min(last, from + 1 + below(3))
    const to = isOpenBetween(id, from, wanted) ? from + 1 : wanted
    const name = (station: number): string => old.stations[station]?.structure.id ?? ''
    const oldM = isOne
      ? 0
      : (to === last ? old.sheathM : (old.stations[to]?.sheathInM ?? 0)) -
        (from === 0 ? 0 : (old.stations[from]?.sheathOutM ?? 0))
    const lengthM = isOne ? below(6) : Math.ceil(oldM * 1.1) + below(60)
    const { sources: files } = repaired(sources, {
      cable: id,
      at: isOne ? [name(from)] : [name(from), name(to)],
      closures: isOne ? 1 : 2,
      lengthM,
    })
    const after = expectOnlyTheCable(files, id)
    expectLosses(after.network, before.network, id, isOne ? [from] : [from, to], isOne ? -lengthM : lengthM - oldM)
  }
}, 600_000)
