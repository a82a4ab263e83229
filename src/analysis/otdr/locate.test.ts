import geographiclib from 'geographiclib-geodesic'
import { describe, expect, test } from 'vitest'
import { load } from '../../load/load.ts'
import type { Cable, Network, Span, Structure } from '../../model/network.ts'
import { linux } from '../../platforms/linux/platform.ts'
import { routeros } from '../../platforms/routeros/platform.ts'
import type { Point } from '../../model/scalars.ts'
import { plannedWith } from '../../plan/plant/plant.fixture.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { glassToChainage } from '../../plan/plant/position.fixture.ts'
import type { RoutePlan } from '../../plan/plant/plant-plan.ts'
import { randomFrom } from '../../testing/generate/random.ts'
import { workedPlant, workedRoute } from '../../plan/plant/worked-example.fixture.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { bracketReadings } from './bracket.ts'
import { locateReading, type Located, type Spot } from './locate.ts'

const { WGS84 } = geographiclib.Geodesic
const network = load(readSites().sources, new Map([linux, routeros].map(platform => [platform.id, platform])))
  .value as Network
const plant = planPlant(network)
/**
 * What is rented has no line on a map, and a cut that was repaired has tests of its own: the walk of this test knows
 * neither.
 */
const routes = [...plant.routes.values()].filter(
  ({ hops }) =>
    hops.length > 0 &&
    hops.every(({ cable: { cable } }) => cable.rented === undefined && (cable.declared.repairs ?? []).length === 0),
)

/**
 * Where light has come to, by an integration of its own: from the inventory alone, stretch by stretch, in steps of 5 cm
 * of glass.
 */
interface Walked {
  readonly kind: 'in-span' | 'in-coil' | 'in-tail'
  readonly at: Point
  readonly structure?: string
}

interface Piece {
  readonly kind: Walked['kind']
  readonly glassM: number
  readonly pointAt: (share: number) => Point
  readonly structure?: string
}

const metres = (a: Point, b: Point): number => WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? NaN

function walkLight(route: RoutePlan, side: 'a' | 'b', glassM: number): Walked {
  const pieces = piecesOf(route)
  let left = glassM
  for (const piece of side === 'a' ? pieces : pieces.toReversed()) {
    if (left <= piece.glassM) {
      let walked = 0
      while (walked + 0.05 < left) walked += 0.05
      const share = piece.glassM === 0 ? 0 : Math.min(1, (walked + 0.025) / piece.glassM)
      return {
        kind: piece.kind,
        at: piece.pointAt(side === 'a' ? share : 1 - share),
        ...(piece.structure === undefined ? {} : { structure: piece.structure }),
      }
    }
    left -= piece.glassM
  }
  throw new Error('beyond the end')
}

const piecesByRoute = new Map<string, Piece[]>()

function piecesOf({ route }: RoutePlan): Piece[] {
  const found = piecesByRoute.get(route.id)
  if (found !== undefined) return found
  const steps = route.declared.path ?? []
  const pieces = steps.flatMap((step, i) => {
    const cable = network.cables.get(step.split('/')[0] ?? '')
    return cable === undefined
      ? []
      : cutBetween(cable, steps[i - 1]?.split('/')[0] ?? '', steps[i + 1]?.split('/')[0] ?? '')
  })
  piecesByRoute.set(route.id, pieces)
  return pieces
}

const spotOf = (structure: Structure): string =>
  structure.declared.site ?? structure.declared.atStructure ?? structure.id
const spotOfId = (id: string): string => spotOf(network.structures.get(id) as Structure)

/** The cable's pieces between two structures, in the direction from one to the other. */
function cutBetween(cable: Cable, from: string, to: string): Piece[] {
  const { whole, ends } = wholeCable(cable)
  const [start, end] = [ends.indexOf(spotOfId(from)), ends.indexOf(spotOfId(to))]
  const [low, high] = [Math.min(start, end), Math.max(start, end)]
  // Per station its coils, per span one run; half a coil on the side of a cut.
  const piece = whole.flatMap(({ station, at, piece: own }): Piece[] => {
    if (at === 'tail-start') return low === 0 ? [own] : []
    if (at === 'tail-end') return high === ends.length - 1 ? [own] : []
    if (at === 'run') return station >= low && station < high ? [own] : []
    if (station < low || station > high) return []
    const cut = (station === low && low !== 0) || (station === high && high !== ends.length - 1)
    return [cut ? { ...own, glassM: own.glassM / 2 } : own]
  })
  return start < end ? piece : piece.toReversed().map(own => ({ ...own, pointAt: share => own.pointAt(1 - share) }))
}

interface Placed {
  readonly station: number
  readonly at: 'tail-start' | 'tail-end' | 'run' | 'coil'
  readonly piece: Piece
}

function wholeCable(cable: Cable): { readonly whole: readonly Placed[]; readonly ends: readonly string[] } {
  const nodes = nodesOf(cable)
  const ends = nodes.map(spotOf)
  const drawn = cable.spans.map(span => span.declared.lengthM ?? legs(span).reduce((sum, leg) => sum + leg, 0))
  const coils = [...network.slacks.values()]
    .filter(slack => slack.cable === cable)
    .map(slack => ({
      station: ends.indexOf(spotOf(slack.at)),
      lengthM:
        slack.declared.lengthM ?? Math.abs((slack.declared.marksM?.end ?? 0) - (slack.declared.marksM?.start ?? 0)),
      marksM: slack.declared.marksM,
    }))
  const stretch = stretchOf(cable, drawn, coils)
  const glass = 1 + cable.type.declared.helixPercent / 100
  const { tailsM } = cable.declared
  const still =
    (station: number): ((share: number) => Point) =>
    () =>
      (nodes[station] as Structure).point
  const last = nodes.length - 1
  const whole: Placed[] = [
    { station: 0, at: 'tail-start', piece: { kind: 'in-tail', glassM: tailsM.start * glass, pointAt: still(0) } },
  ]
  for (let station = 0; station <= last; station++) {
    for (const coil of coils)
      if (coil.station === station)
        whole.push({
          station,
          at: 'coil',
          piece: {
            kind: 'in-coil',
            glassM: coil.lengthM * glass,
            pointAt: still(station),
            structure: ends[station] ?? '',
          },
        })
    const span = cable.spans[station]
    if (span !== undefined)
      whole.push({
        station,
        at: 'run',
        piece: {
          kind: 'in-span',
          glassM: (drawn[station] ?? 0) * (stretch[station] ?? 1) * glass,
          pointAt: share => along(span, spotOf(span.from) === ends[station] ? share : 1 - share),
        },
      })
  }
  whole.push({
    station: last,
    at: 'tail-end',
    piece: { kind: 'in-tail', glassM: tailsM.end * glass, pointAt: still(last) },
  })
  return { whole, ends }
}

/** Sheath over drawn line, span by span. */
function stretchOf(
  cable: Cable,
  drawn: readonly number[],
  coils: readonly {
    readonly station: number
    readonly lengthM: number
    readonly marksM: { readonly start: number; readonly end: number } | undefined
  }[],
): number[] {
  const { marksM, tailsM } = cable.declared
  if (marksM === undefined) return drawn.map(() => 1 + cable.type.declared.installationPercent / 100)
  const read = coils.filter(coil => coil.marksM !== undefined)
  const borders = [0, ...read.map(({ station }) => station), drawn.length]
  return drawn.map((_, i) => {
    const start = borders.findLast(border => border <= i) ?? 0
    const end = borders.find(border => border > i) ?? drawn.length
    const sheathAt = (station: number, side: 'leaving' | 'arriving'): number => {
      const coil = read.find(each => each.station === station)
      if (coil?.marksM === undefined) return station === 0 ? marksM.start + tailsM.start : marksM.end - tailsM.end
      return side === 'leaving'
        ? Math.max(coil.marksM.start, coil.marksM.end)
        : Math.min(coil.marksM.start, coil.marksM.end)
    }
    const between = coils
      .filter(({ station, marksM: own }) => own === undefined && station >= start && station <= end)
      .reduce((sum, { lengthM }) => sum + lengthM, 0)
    return (
      (sheathAt(end, 'arriving') - sheathAt(start, 'leaving') - between) /
      drawn.slice(start, end).reduce((sum, length) => sum + length, 0)
    )
  })
}

function nodesOf({ spans, declared }: Cable): Structure[] {
  const [first, second] = spans
  if (first === undefined) return []
  const shared = second === undefined ? [] : [spotOf(second.from), spotOf(second.to)]
  const turned =
    declared.from === undefined ? shared.includes(spotOf(first.from)) : spotOfId(declared.from) === spotOf(first.to)
  const nodes = [turned ? first.to : first.from]
  for (const span of spans) nodes.push(spotOf(span.from) === spotOf(nodes.at(-1) as Structure) ? span.to : span.from)
  return nodes
}

function lineOf({ from, to, declared }: Span): Point[] {
  return [from.point, ...(declared.via ?? []), to.point]
}

function legs(span: Span): number[] {
  const line = lineOf(span)
  return line.slice(1).map((point, i) => metres(line[i] as Point, point))
}

function along(span: Span, share: number): Point {
  const line = lineOf(span)
  let left = share * legs(span).reduce((sum, leg) => sum + leg, 0)
  for (const [i, leg] of legs(span).entries()) {
    const [a, b] = [line[i] as Point, line[i + 1] as Point]
    if (left <= leg) {
      const { lat2 = 0, lon2 = 0 } = WGS84.Direct(a[1], a[0], WGS84.Inverse(a[1], a[0], b[1], b[0]).azi1 ?? 0, left)
      return [lon2, lat2]
    }
    left -= leg
  }
  return span.to.point
}

describe('1,000 random points of the routes of Klaten', () => {
  const random = randomFrom(20_261_124)
  const shots = Array.from({ length: 1000 }, () => {
    const route = routes[Math.floor(random() * routes.length)] as RoutePlan
    return {
      route,
      side: random() < 0.5 ? ('a' as const) : ('b' as const),
      glassM: random() * route.glassM,
      launchM: Math.round(random() * 1000),
    }
  })
  const spots = shots.map(
    ({ route, side, glassM, launchM }) =>
      locateReading(network, plant, { route: route.route.id, from: side, readingM: glassM + launchM, launchM }) as Spot,
  )

  test('every reading lies where the integration comes to, within 0.5 m', () => {
    const off = shots.map(({ route, side, glassM }, i) =>
      metres((spots[i] as Spot).at, walkLight(route, side, glassM).at),
    )
    expect(Math.max(...off)).toBeLessThan(0.5)
  })

  test('coils, tails and spans are told apart as the integration does, but for 10 cm at their borders', () => {
    const differing = shots.filter(({ route, side, glassM }, i) =>
      [-0.1, 0, 0.1].every(
        near =>
          walkLight(route, side, Math.min(route.glassM - 0.01, Math.max(0.01, glassM + near))).kind !==
          (spots[i] as Spot).kind,
      ),
    )
    expect(differing).toEqual([])
    expect(new Set(spots.map(({ kind }) => kind))).toEqual(new Set(['in-span', 'in-coil', 'in-tail']))
  })

  test('and back: the chainage of each point in a span gives the reading again', () => {
    const off = spots.flatMap((spot, i) => {
      const { route, side, glassM } = shots[i] as (typeof shots)[number]
      return spot.kind === 'in-span' ? [Math.abs((glassToChainage(route, side, spot.chainageM) ?? NaN) - glassM)] : []
    })
    expect(off.length).toBeGreaterThan(800)
    expect(Math.max(...off)).toBeLessThan(0.5)
  })

  test('both ends agree on the point, and pass its neighbours in opposite order', () => {
    for (const [i, { route, side, glassM }] of shots.entries()) {
      const spot = spots[i] as Spot
      const other = locateReading(network, plant, {
        route: route.route.id,
        from: side === 'a' ? 'b' : 'a',
        readingM: route.glassM - glassM,
      }) as Spot
      expect(metres(other.at, spot.at)).toBeLessThan(0.01)
      expect(other.chainageM).toBeCloseTo(spot.otherChainageM, 3)
      if (spot.kind === 'in-span' && other.kind === 'in-span')
        expect([other.before.id, other.after.id]).toEqual([spot.after.id, spot.before.id])
    }
  })

  test('the structure behind is nearer to the end that was shot from', () => {
    for (const [i, { route, side }] of shots.entries()) {
      const spot = spots[i] as Spot
      if (spot.kind !== 'in-span' || spot.behindM < 1) continue
      const back = locateReading(network, plant, {
        route: route.route.id,
        from: side,
        readingM: spot.glassM - spot.behindM * 0.5,
      }) as Spot
      expect(metres(back.at, spot.before.point)).toBeLessThan(metres(spot.at, spot.before.point))
    }
  })

  test('every answer names its neighbours, its doubts and who has light there', () => {
    for (const [i, spot] of spots.entries()) {
      const { route } = shots[i] as (typeof shots)[number]
      expect(spot.affected.routes).toContain(route.route.id)
      expect(spot.plusMinusM).toBeGreaterThanOrEqual(5)
      expect(spot.doubts.length).toBeGreaterThan(1)
      if (spot.kind === 'in-span')
        expect([network.spans.get(spot.span ?? '')?.from.id, network.spans.get(spot.span ?? '')?.to.id].sort()).toEqual(
          [spot.before.id, spot.after.id].sort(),
        )
    }
  })
})

describe('readings at odd places', () => {
  const shoot = (readingM: number, launchM = 500, from = 'core-1'): Located =>
    locateReading(network, plant, { route: 'utara-1', from, readingM, launchM })

  test('in the launch lead', () => {
    expect(shoot(480)).toEqual({ kind: 'in-launch-lead', beforePortM: expect.closeTo(20, 6) as number })
  })

  test('in the tail inside the building, at either end', () => {
    const near = shoot(510) as Spot
    expect([near.kind, near.before.id, near.after.id]).toEqual(['in-tail', 'odf-core-1', 'odf-core-1'])
    const far = shoot(505, 500, 'dissosp3akb') as Spot
    expect([far.kind, far.before.id]).toEqual(['in-tail', 'odf-dissosp3akb'])
  })

  test('inside a coil, with the coil', () => {
    const cable = plant.cables.get('c-utara-1')
    const coil = cable?.coils[0]
    const spot = shoot(500 + ((coil?.sheathFromM ?? 0) + 10) * 1.004) as Spot
    expect([spot.kind, spot.coil?.slack.id, spot.span]).toEqual(['in-coil', coil?.slack.id, undefined])
    expect(spot.nearCoils.map(({ slack }) => slack.id)).toContain(coil?.slack.id)
  })

  test('beyond the end', () => {
    const located = shoot(500 + 1500)
    expect(located.kind).toBe('beyond-end')
    expect(located.kind === 'beyond-end' && located.beyondM.toFixed(1)).toBe(
      (1500 - (plant.routes.get('utara-1')?.glassM ?? 0)).toFixed(1),
    )
  })

  test('a coil within the doubt of a reading in a span is named', () => {
    const coil = plant.cables.get('c-utara-1')?.coils[0]
    const spot = shoot(500 + ((coil?.sheathToM ?? 0) + 3) * 1.004) as Spot
    expect([spot.kind, spot.nearCoils.map(({ slack }) => slack.id)]).toEqual(['in-span', [coil?.slack.id]])
  })

  test('an unknown route, an unknown end, a patch cord', () => {
    expect(locateReading(network, plant, { route: 'utara-99', from: 'a', readingM: 1 }).kind).toBe('unknown-route')
    expect(shoot(600, 500, 'bpkd')).toEqual({ kind: 'unknown-end', from: 'bpkd', ends: ['core-1', 'dissosp3akb'] })
    expect(locateReading(network, plant, { route: 'pemkab-1', from: 'a', readingM: 1 }).kind).toBe('no-cable')
  })

  test('an instrument that shows sheath is asked for its helix', () => {
    const glass = shoot(500 + 700) as Spot
    const sheath = locateReading(network, plant, {
      route: 'utara-1',
      from: 'a',
      readingM: 1200 / 1.004,
      launchM: 500,
      helixSetPercent: 0.4,
    }) as Spot
    expect(sheath.glassM).toBeCloseTo(glass.glassM, 6)
  })
})

describe('two readings from both ends', () => {
  const whole = plant.routes.get('timur-5')?.glassM ?? 0
  const both = (a: number, b: number): ReturnType<typeof bracketReadings> =>
    bracketReadings(network, plant, [
      { route: 'timur-5', from: 'a', readingM: a },
      { route: 'timur-5', from: 'b', readingM: b },
    ])

  test('meet in one break, and are surer than either', () => {
    const bracketed = both(2000, whole - 2004)
    expect(bracketed.kind).toBe('one-break')
    if (bracketed.kind !== 'one-break' || !('plusMinusM' in bracketed.spot)) throw new Error('not one break')
    const alone = locateReading(network, plant, { route: 'timur-5', from: 'a', readingM: 2000 }) as Spot
    expect(bracketed.spot.plusMinusM).toBeLessThan(alone.plusMinusM)
    expect(bracketed.spot.glassM).toBeGreaterThan(2000)
    expect(bracketed.spot.glassM).toBeLessThan(2004)
  })

  test('with glass between them that neither saw', () => {
    expect(both(1000, whole - 1800).kind).toBe('two-breaks')
  })

  test('that cannot both be', () => {
    expect(both(2000, whole - 1500).kind).toBe('contradiction')
    expect(
      bracketReadings(network, plant, [
        { route: 'timur-5', from: 'a', readingM: 1 },
        { route: 'timur-5', from: 'a', readingM: 1 },
      ]).kind,
    ).toBe('not-opposite')
  })
})

test('each cable is walked with the index of its own glass, from either end', () => {
  const two = plannedWith(
    workedPlant
      .replace(
        'cable_types:',
        `cable_types:
  - { id: lain, name: Kaca lain, cores: 24, cores_per_tube: 12, helix_percent: 0.4, installation_percent: 1.2, loss_db_per_km: { nm1310: 0.40, nm1550: 0.30 }, group_index: { nm1310: 1.46, nm1550: 1.46 } }`,
      )
      .replace('{ id: c-4, type: contoh', '{ id: c-4, type: lain'),
    workedRoute('bx20-d', 'bx20-u'),
  )
  const [route, last] = [two.plant.routes.get('contoh'), two.plant.routes.get('contoh')?.hops.at(-1)]
  const whole = (last?.glassToM ?? 0) - (last?.glassFromM ?? 0)
  // From b all of the other glass comes first: what the instrument shows at 1.4682 is shorter there than the glass is.
  const spot = locateReading(two.network, two.plant, {
    route: 'contoh',
    from: 'b',
    readingM: (whole * 1.46) / 1.4682 + 100,
    ior: 1.4682,
  }) as Spot
  expect(spot.glassM).toBeCloseTo(whole + 100, 6)
  const near = locateReading(two.network, two.plant, { route: 'contoh', from: 'a', readingM: 100, ior: 1.4682 }) as Spot
  expect(near.glassM).toBeCloseTo(100, 6)
  expect(route?.broken).toBeUndefined()
})
