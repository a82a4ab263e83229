import { expect, test } from 'vitest'
import { random } from '../../edit/edits.fixture.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Network } from '../../model/network.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import { plannedWith } from '../../plan/plant/plant.fixture.ts'
import type { PlantPlan } from '../../plan/plant/plant-plan.ts'
import { analysisOf } from '../analysis.ts'
import { locate } from '../locate/locate.ts'
import { componentGraph } from '../graph/components.ts'
import { elementName, elementsOf } from '../graph/elements.ts'
import { locateReading } from '../otdr/locate.ts'

/**
 * Random plants with all that a plant can have, and what fails with what, kept as the plant is made up: a table of
 * which route goes over which thing, by name. It shares no code with the walk of the plant.
 */
interface MadeUp {
  readonly plant: string
  readonly routes: string
  /** `kind:id` to the routes that are down with it. */
  readonly downWith: ReadonlyMap<string, ReadonlySet<string>>
  /** What light of a route meets from `a` on, as it was laid: metres of glass, of drawn way, and whose. */
  readonly met: ReadonlyMap<string, readonly Stretch[]>
}

/** A span, or the unknown inside of a rented fibre. */
interface Stretch {
  readonly name: string
  readonly kind: 'span' | 'rented'
  readonly from: string
  readonly glassM: number
  readonly drawnM: number
}

const poles = 9

function madeUp(seed: number): MadeUp {
  const below = random(seed)
  const lists = {
    structures: [] as string[],
    spans: [] as string[],
    cables: [] as string[],
    dark: [] as string[],
    splices: [] as string[],
  }
  const downWith = new Map<string, Set<string>>()
  const falls = (name: string, route: string): void => {
    downWith.set(name, (downWith.get(name) ?? new Set()).add(route))
  }
  const routes: string[] = []
  const met = new Map<string, Stretch[]>()
  for (let lane = 0; lane < 3; lane++) {
    const route = `r-${lane}`
    const path = [`odf-a/${lane + 1}`]
    const stretches: Stretch[] = []
    met.set(route, stretches)
    falls('closure:odf-a', route)
    let [from, before, n] = [0, 'odf-a', 0]
    while (from < poles + 1) {
      const isLast = from + 1 + below(4) >= poles + 1
      const to = isLast ? poles + 1 : from + 1 + below(Math.min(4, poles - from))
      const joint = to === poles + 1 ? 'odf-b' : `j-${lane}-${to}`
      const cable = `c-${lane}-${n++}`
      if (below(5) === 0) rented(cable, before, joint)
      else laid(cable, { lane, from, to })
      path.push(`${cable}/1`)
      falls(`cable:${cable}`, route)
      falls(`core:${cable}/1`, route)
      falls(`structure:p-${to}`, route)
      if (joint !== 'odf-b') {
        const kind = below(3)
        lists.structures.push(jointText(joint, to, kind))
        falls(kind === 0 ? `closure:${joint}` : `structure:${joint}`, route)
        path.push(kind === 0 ? joint : `${joint}/2`)
        before = joint
      }
      from = to
    }
    falls('closure:odf-b', route)
    path.push(`odf-b/${lane + 1}`)
    routes.push(
      `- { route: ${route}, a: { router: utara, port: ether${lane + 1} }, b: { router: timur, port: ether${lane + 1} }, speed_mbps: 1000, path: [${path.join(', ')}] }\n`,
    )
    falls(`route:${route}`, route)

    function rented(cable: string, a: string, b: string): void {
      lists.dark.push(
        `  - { id: ${cable}, owner: penyedia, from: ${a}, to: ${b}, length_m: 500, loss_db: { nm1310: 0.5, nm1550: 0.4 } }\n`,
      )
      stretches.push({ name: cable, kind: 'rented', from: a, glassM: 500, drawnM: 500 })
      falls(`span:${cable}`, route)
    }

    function laid(cable: string, at: { readonly lane: number; readonly from: number; readonly to: number }): void {
      const ids = Array.from({ length: at.to - at.from }, (_, i) => `s-${cable}-${i}`)
      const lengths: number[] = []
      for (const [i, id] of ids.entries()) {
        const trench = below(4) === 0 ? `g-${below(3)}` : undefined
        const drawnM = 60 + below(80)
        lengths.push(drawnM)
        lists.spans.push(
          `  - { id: ${id}, kind: ${trench === undefined ? 'aerial' : 'duct'}, from: ${nodeAt(at.from + i)}, to: ${nodeAt(at.from + i + 1)}, length_m: ${drawnM}${trench === undefined ? '' : `, trench: ${trench}, depth_m: 1`} }\n`,
        )
        falls(`span:${id}`, route)
        if (trench !== undefined) falls(`trench:${trench}`, route)
        for (const node of [at.from + i, at.from + i + 1])
          if (node > 0 && node <= poles) falls(`structure:p-${node}`, route)
      }
      const repairs = at.to - at.from >= 3 && below(2) === 0 ? repairOf(cable, at) : ''
      for (const [i, id] of ids.entries()) {
        const drawnM = lengths[i] ?? 0
        // The new piece of 300 m lies over the second span.
        const glassM = repairs !== '' && i === 1 ? 300 : drawnM
        stretches.push({ name: id, kind: 'span', from: nodeAt(at.from + i), glassM, drawnM })
      }
      lists.cables.push(
        `  - { id: ${cable}, type: contoh, spans: [${ids.join(', ')}], from: ${nodeAt(at.from)}${repairs} }\n`,
      )
    }

    function repairOf(cable: string, { from: first }: { readonly from: number }): string {
      const closures = [1, 2].map(i => `q-${cable}-${i}`)
      for (const [i, id] of closures.entries()) {
        lists.structures.push(`  - { id: ${id}, kind: closure, at_structure: p-${first + 1 + i}, trays: 1 }\n`)
        lists.splices.push(`  - { closure: ${id}, a: ${cable}/1..12, b: ${cable}/1..12 }\n`)
        falls(`closure:${id}`, route)
      }
      return `, repairs: [{ closures: [${closures.join(', ')}], length_m: 300 }]`
    }
  }
  const nodes = Array.from(
    { length: poles },
    (_, i) => `  - { id: p-${i + 1}, kind: pole, at: [${110.6 + (i + 1) * 0.001}, -7.7] }\n`,
  )
  const block = (key: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `${key}:\n${lines.join('')}`
  const plant = `plant: uji
name: Uji
cable_types:
  - { id: contoh, name: Contoh, cores: 12, cores_per_tube: 12, helix_percent: 0, loss_db_per_km: { nm1310: 0.40, nm1550: 0.30 } }
structures:
  - { id: odf-a, kind: odf, at: [110.60, -7.70], ports: 24 }
  - { id: odf-b, kind: odf, at: [${110.6 + (poles + 1) * 0.001}, -7.70], ports: 24 }
${nodes.join('')}${lists.structures.join('')}${block('spans', lists.spans)}${block('cables', lists.cables)}${block('dark_fibres', lists.dark)}${block('splices', lists.splices)}`
  downWith.delete(`structure:p-${poles + 1}`)
  return { plant, routes: routes.join(''), downWith, met }
}

function nodeAt(i: number): string {
  if (i === 0) return 'odf-a'
  return i === poles + 1 ? 'odf-b' : `p-${i}`
}

function jointText(id: string, at: number, kind: number): string {
  const what = [
    'kind: closure, trays: 2',
    'kind: splitter, splitter: { form: plc, outputs: 8 }',
    'kind: multiplexer, multiplexer: { grid: cwdm, channels_nm: [1471, 1491] }',
  ][kind]
  return `  - { id: ${id}, at_structure: p-${at}, ${what} }\n`
}

interface Compared {
  readonly failures: number
  readonly differences: readonly string[]
}

/** Each failure of one thing of the plant: the routes that what-if takes down beside those of the table. */
function compared({ plant, routes, downWith, met }: MadeUp, leaveOut = ''): Compared {
  const { network, plant: planned } = plannedWith(plant, routes)
  const misplaced = [...met].flatMap(([route, stretches]) => misplacedOn(network, planned, route, stretches))
  expect(
    [...planned.routes.values()].flatMap(({ broken, route }) => (broken === undefined ? [] : [route.id, broken])),
  ).toEqual([])
  const plan = makePlan({ network, ledger: parseLedger('').value, asOf: '2026-06-15', entropy: new Uint8Array(5) })
  const elements = elementsOf(plan)
  const found = new Map(
    componentGraph(elements).map(({ name, elements: down }) => [
      name,
      [...down]
        .map(each => elementName(elements, each))
        .filter(name => /^route:r-\d$/.test(name))
        .sort()
        .join(),
    ]),
  )
  const kinds = /^(trench|span|structure|closure|cable|core):/
  const names = new Set(
    [...downWith.keys(), ...found.keys()].filter(name => kinds.test(name) && !name.startsWith(leaveOut || '-')),
  )
  const differences = [...names].filter(name => {
    const expected = [...(downWith.get(name) ?? [])]
      .sort()
      .map(route => `route:${route}`)
      .join()
    return (found.get(name) ?? '') !== expected
  })
  return {
    failures: names.size,
    differences: [...differences, ...misplaced, ...mislocatedIn(plan, downWith, leaveOut)],
  }
}

/**
 * What `locate --down` names for each set of routes that one failure takes down, beside the things of the table that
 * take down just these.
 */
function mislocatedIn(plan: Plan, downWith: MadeUp['downWith'], leaveOut: string): string[] {
  const analysis = analysisOf(plan)
  const { elements } = analysis
  const routes = [0, 1, 2].map(lane => `route:r-${lane}`)
  const indices = new Map(Array.from({ length: elements.count }, (_, i) => [elementName(elements, i), i]))
  const isAsked = (name: string): boolean =>
    /^(trench|span|structure|closure|cable|core):/.test(name) && !name.startsWith(leaveOut || '-')
  const bySet = Map.groupBy([...downWith.keys()].filter(isAsked), name =>
    [...(downWith.get(name) ?? [])]
      .map(route => `route:${route}`)
      .sort()
      .join(),
  )
  return [...bySet].flatMap(([down, things]) => {
    const links = routes.flatMap(name => {
      const element = indices.get(name)
      return element === undefined ? [] : [{ name, elements: [element], up: !down.split(',').includes(name) }]
    })
    const { faults, explanations } = locate(analysis, { nodes: new Map(), links })
    const named = explanations
      .flatMap(({ members }) => members.flatMap(({ components }) => components.map(({ name }) => name)))
      .filter(isAsked)
    const same = faults === 1 && named.sort().join() === things.sort().join()
    return same ? [] : [`locate ${down}: ${named.sort().join()}, not ${things.sort().join()}`]
  })
}

/** Breaks at a third of each stretch, found from both ends, beside where they were made. */
function misplacedOn(network: Network, plant: PlantPlan, route: string, stretches: readonly Stretch[]): string[] {
  const wholeM = stretches.reduce((sum, { glassM }) => sum + glassM, 0)
  let behindM = 0
  return stretches.flatMap(({ name, kind, from, glassM, drawnM }) => {
    const atM = behindM + glassM / 3
    behindM += glassM
    return (['a', 'b'] as const).flatMap(side => {
      const found = locateReading(network, plant, { route, from: side, readingM: side === 'a' ? atM : wholeM - atM })
      if (kind === 'rented') {
        const isThere =
          found.kind === 'in-rented' &&
          found.cable === name &&
          Math.abs(found.behindGlassM - (side === 'a' ? glassM / 3 : (glassM * 2) / 3)) < 1e-6
        return isThere ? [] : [`${route} ${side} ${name}: ${found.kind}`]
      }
      if (found.kind !== 'in-span') return [`${route} ${side} ${name}: ${found.kind}`]
      const [first, metres] = side === 'a' ? [found.before.id, drawnM / 3] : [found.after.id, (drawnM * 2) / 3]
      const isThere = found.span === name && first === from && Math.abs(found.behindM - metres) < 1e-6
      return isThere ? [] : [`${route} ${side} ${name}: ${found.span} ${first} ${found.behindM}, not ${from} ${metres}`]
    })
  })
}

/** 25,000 failures at length: `npm run test:plant`. */
const plants = Number(process.env['SERAT_CASES'] ?? 20)

test(`${plants} random plants fall as the table says`, { timeout: 600_000 }, () => {
  let failures = 0
  for (let seed = 1; seed <= plants; seed++) {
    const { failures: tried, differences } = compared(madeUp(seed))
    expect(differences, `seed ${seed}`).toEqual([])
    failures += tried
  }
  expect(failures).toBeGreaterThan(plants * 40)
  process.stdout.write(`${failures} failures\n`)
})

test.each([
  [
    'a trench that is forgotten',
    (made: MadeUp): MadeUp => ({ ...made, plant: made.plant.replaceAll(/, trench: g-\d/g, '') }),
  ],
  [
    'a repair that is forgotten',
    (made: MadeUp): MadeUp => ({
      ...made,
      plant: made.plant
        .replaceAll(/, repairs: \[.*?\}\]/g, '')
        .replaceAll(/ {2}- \{ closure: q-.*\n/g, '')
        .replace(/splices:\n$/, ''),
    }),
  ],
  [
    'a piece that is shorter than it was laid',
    (made: MadeUp): MadeUp => ({ ...made, plant: made.plant.replaceAll('length_m: 300 }]', 'length_m: 280 }]') }),
  ],
  [
    'a pole that a table forgets',
    (made: MadeUp): MadeUp => ({
      ...made,
      downWith: new Map([...made.downWith].filter(([name]) => name !== 'structure:p-4')),
    }),
  ],
])('planted: %s', (_, bug) => {
  const found = Array.from({ length: 12 }, (_, seed) => compared(bug(madeUp(seed + 1))).differences.length)
  expect(found.some(count => count > 0)).toBe(true)
})

test('a thing that a table forgets is named by locate, which is a difference', () => {
  const found = Array.from({ length: 12 }, (_, seed) => {
    const made = madeUp(seed + 1)
    return compared({ ...made, downWith: new Map([...made.downWith].filter(([name]) => name !== 'structure:p-4')) })
  })
  expect(found.flatMap(({ differences }) => differences.filter(each => each.startsWith('locate ')))).not.toEqual([])
})
