import { between, randomFrom } from '../generate/random.ts'
import { analysisOf } from '../../analysis/analysis.ts'
import { effects, search, type Found } from './brute-force.fixture.ts'
import { randomPlan } from './random-network.fixture.ts'
import { simulate, type Outcome, type SiteOutcome } from '../../analysis/service/simulate.ts'
import { nMinusOne } from '../../analysis/failures/n-minus.ts'
import type { Hop, Way } from '../../analysis/service/ways.ts'

export interface Comparison {
  /** Failures compared, and different ones among them. */
  readonly failures: number
  readonly distinct: number
  /** First few differences in words; empty where both agree. */
  readonly differences: readonly string[]
}

const mostDifferences = 5

/** Every N-1 of one random network, by the analysis and by brute force. */
export function compareNetwork(seed: number): Comparison {
  const plan = randomPlan(seed)
  const expected = effects(plan)
  const analysis = analysisOf(plan)
  const names = analysis.components.map(({ name }) => name).sort()
  const wanted = [...expected.keys()].sort()
  const differences =
    names.join() === wanted.join()
      ? []
      : [
          `seed ${seed}: other components: ${[...names.filter(name => !expected.has(name)), ...wanted.filter(name => !names.includes(name))].join(' ')}`,
        ]
  const outcomeOf = new Map(
    nMinusOne(plan).flatMap(({ failed, changes }) =>
      failed.flatMap(({ components }) => components.map(({ name }) => [name, changes] as const)),
    ),
  )
  const known = new Map<string, Found>()
  for (const [component, lost] of [['', new Set<string>()] as const, ...expected]) {
    const key = [...lost].sort().join()
    const found = known.get(key) ?? search(plan, lost)
    known.set(key, found)
    const outcome = simulate(plan, new Set(component === '' ? [] : [component]))
    differences.push(
      ...differencesOf(outcome, found).map(text => `seed ${seed}, without ${component || 'nothing'}: ${text}`),
    )
    const changed = component === '' ? [] : (outcomeOf.get(component) ?? [])
    if (
      component !== '' &&
      changed.map(({ site, after }) => `${site.site.id} ${after.state}`).join() !==
        outcome.changes.map(({ site, after }) => `${site.site.id} ${after.state}`).join()
    )
      differences.push(`seed ${seed}: N-1 differs from simulate for ${component}`)
    if (differences.length >= mostDifferences) break
  }
  return { failures: expected.size + 1, distinct: known.size, differences: differences.slice(0, mostDifferences) }
}

/** Failures of several components at one time, drawn by chance. */
export function compareSeveral(seed: number, draws: number): Comparison {
  const plan = randomPlan(seed)
  const random = randomFrom(seed + 1)
  const expected = [...effects(plan)]
  const differences: string[] = []
  for (let i = 0; i < draws && differences.length < mostDifferences; i++) {
    const set = Array.from(
      { length: between(random, 2, 5) },
      () => expected[between(random, 0, expected.length - 1)] as (typeof expected)[number],
    )
    const found = search(plan, new Set(set.flatMap(([, lost]) => [...lost])))
    const names = new Set(set.map(([name]) => name))
    differences.push(
      ...differencesOf(simulate(plan, names), found).map(
        text => `seed ${seed}, without ${[...names].join(', ')}: ${text}`,
      ),
    )
  }
  return { failures: draws, distinct: draws, differences: differences.slice(0, mostDifferences) }
}

function differencesOf({ sites }: Outcome, found: Found): string[] {
  return sites.flatMap(site => siteDifferences(site, found))
}

function siteDifferences(
  { element: { site }, after, ways }: SiteOutcome,
  { states, internet, ways: expected }: Found,
): string[] {
  const wanted = expected.get(site.id)
  const [v4, v6] = internet.get(site.id) ?? [false, false]
  const { toHub, fromHub, toInternet, fromInternet } = ways()
  const found = { toHub: [toHub], fromHub: [fromHub], toInternet: [toInternet], fromInternet }
  const differences = [
    ...(after.state === states.get(site.id) ? [] : [`${site.id} is ${after.state}, not ${states.get(site.id)}`]),
    ...(after.internetV4 === v4 && after.internetV6 === v6
      ? []
      : [`${site.id} has internet ${after.internetV4}/${after.internetV6}, not ${v4}/${v6}`]),
  ]
  for (const name of ['toHub', 'fromHub', 'toInternet', 'fromInternet'] as const) {
    const paths = wanted?.[name]
    const own =
      found[name].length > 0 && found[name].every(way => way.arrives) ? found[name].flatMap(pathsOf).sort() : undefined
    if (paths !== undefined && own?.join('\n') !== paths.join('\n'))
      differences.push(`${site.id} ${name}: ${own?.join(' | ') ?? 'nothing'}, not ${paths.join(' | ')}`)
    if (paths === undefined && own !== undefined && name !== 'fromInternet')
      differences.push(`${site.id} ${name}: ${own.join(' | ')}, not nothing`)
  }
  return differences
}

/** Every path of a way, in the words of the brute force. */
function pathsOf({ from, hops }: Way): string[] {
  const next = Map.groupBy(hops, hop => hop.from)
  const follow = (at: string, done: readonly Hop[]): string[] => {
    const onward = done.length > 60 ? [] : (next.get(at) ?? [])
    return onward.length === 0
      ? [done.map(hop => `${hop.from}>${hop.over}>${hop.to}`).join(' ')]
      : onward.flatMap(hop => follow(hop.to, [...done, hop]))
  }
  return follow(from, [])
}
