import { classRowsGiven } from '../../analysis/graph/class-rows.ts'
import { analysisOf } from '../../analysis/analysis.ts'
import { simulate, type Outcome } from '../../analysis/service/simulate.ts'
import type { Plan } from '../../plan/plan.ts'
import { between, randomFrom, type Random } from '../generate/random.ts'
import { effects, search } from './brute-force.fixture.ts'
import type { Comparison } from './compare.fixture.ts'
import { randomPlan } from './random-network.fixture.ts'

/**
 * Lost protection, states that are broken already and batteries of one random network, by the analysis and by brute
 * force: every component is taken away beside what is down, whether or not it could matter.
 */
export function compareProtection(seed: number, draws: number): Comparison {
  const model = modelOf(randomPlan(seed))
  const random = randomFrom(seed + 7)
  const differences: string[] = []
  for (let i = 0; i < draws; i++) {
    const [given, failed] = [drawn(model, random, 0, 1), drawn(model, random, 1, 2)]
    const outcome = simulate(model.plan, new Set(failed), new Set(given))
    const told = (text: string): string =>
      `seed ${seed}, ${failed.join(' + ')} after ${given.join() || 'nothing'}: ${text}`
    differences.push(
      ...[...exposureOf(model, outcome, given, failed), ...beginsOf(model, outcome, given, failed)].map(told),
    )
  }
  const given = drawn(model, random, 0, 1)
  differences.push(...rowsOf(model, given).map(text => `seed ${seed}, N-1 after ${given.join() || 'nothing'}: ${text}`))
  return { failures: draws, distinct: model.lost.size, differences: differences.slice(0, 5) }
}

interface Model {
  readonly plan: Plan
  readonly names: readonly string[]
  readonly lost: ReadonlyMap<string, ReadonlySet<string>>
  readonly statesWithout: (lost: ReadonlySet<string>) => ReadonlyMap<string, string>
  readonly internetWithout: (lost: ReadonlySet<string>) => ReadonlyMap<string, readonly [boolean, boolean]>
}

function modelOf(plan: Plan): Model {
  const lost = effects(plan)
  const known = new Map<string, ReturnType<typeof search>>()
  const without = (gone: ReadonlySet<string>): ReturnType<typeof search> => {
    const key = [...gone].sort().join()
    const found = known.get(key) ?? search(plan, gone)
    known.set(key, found)
    return found
  }
  return {
    plan,
    names: [...lost.keys()].sort(),
    lost,
    statesWithout: gone => without(gone).states,
    internetWithout: gone => without(gone).internet,
  }
}

function drawn({ names }: Model, random: Random, fewest: number, most: number): string[] {
  return Array.from({ length: between(random, fewest, most) }, () => names[between(random, 0, names.length - 1)] ?? '')
}

function union({ lost }: Model, names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(name => [...(lost.get(name) ?? [])]))
}

const rank = ['in-service', 'on-backup', 'without-internet', 'isolated']

function isOut(state: string | undefined): boolean {
  return state === 'isolated' || state === 'without-internet'
}

/** By site that stays: the components that take it out now and did not, or not so far. */
function expectedExposure(
  model: Model,
  given: readonly string[],
  failed: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const [before, after] = [
    model.statesWithout(union(model, given)),
    model.statesWithout(union(model, [...given, ...failed])),
  ]
  const found = new Map<string, string[]>()
  for (const [site, state] of after) {
    if (isOut(state) || isOut(before.get(site))) continue
    for (const component of model.names) {
      const now = model.statesWithout(union(model, [...given, ...failed, component])).get(site) ?? ''
      const once = model.statesWithout(union(model, [...given, component])).get(site) ?? ''
      if (!isOut(now) || rank.indexOf(now) <= rank.indexOf(isOut(once) ? once : 'in-service')) continue
      found.set(site, [...(found.get(site) ?? []), `${component} ${now}`])
    }
  }
  return found
}

function exposureOf(model: Model, { exposed }: Outcome, given: readonly string[], failed: readonly string[]): string[] {
  const found = new Map(
    exposed().map(({ site, added }) => [
      site.site.id,
      added.flatMap(point => point.failed.components.map(({ name }) => `${name} ${point.state}`)).sort(),
    ]),
  )
  const expected = expectedExposure(model, given, failed)
  return [...new Set([...found.keys(), ...expected.keys()])].flatMap(site => {
    const [own, wanted] = [found.get(site)?.join(), expected.get(site)?.toSorted().join()]
    return own === wanted ? [] : [`${site} falls to ${own}, not to ${wanted}`]
  })
}

/** The minute at which a site first fares otherwise than before. */
function beginsOf(model: Model, { sites }: Outcome, given: readonly string[], failed: readonly string[]): string[] {
  const fareOf = (gone: ReadonlySet<string>): ReadonlyMap<string, string> =>
    new Map(
      [...model.statesWithout(gone)].map(([site, state]) => [
        site,
        `${state} ${model.internetWithout(gone).get(site)}`,
      ]),
    )
  const before = fareOf(union(model, given))
  const expected = new Map<string, number>()
  for (let minute = 0; minute <= 60; minute++) {
    const gone = new Set([...union(model, given), ...failed.flatMap(name => [...lostBy(model, name, minute)])])
    for (const [site, fare] of fareOf(gone))
      if (fare !== before.get(site) && !expected.has(site)) expected.set(site, minute)
  }
  return sites.flatMap(({ element: { site }, beginsMinutes }) => {
    const [own, wanted] = [beginsMinutes(), expected.get(site.id)]
    return own === wanted ? [] : [`${site.id} fares otherwise from minute ${own}, not ${wanted}`]
  })
}

/** What a component has taken down by a minute: a feeder's routers one after the other as their batteries end. */
function lostBy({ plan: { network }, lost }: Model, name: string, minute: number): ReadonlySet<string> {
  const all = lost.get(name) ?? new Set()
  if (!name.startsWith('feeder:')) return all
  const lasting = [...network.sites.values()].filter(site => (site.declared.power?.upsMinutes ?? 0) > minute)
  const routers = new Set(lasting.flatMap(site => [site.router.id, ...site.cores.map(({ id }) => id)]))
  return new Set([...all].filter(thing => !routers.has(thing.slice('router:'.length))))
}

function rowsOf(model: Model, given: readonly string[]): string[] {
  const { componentOf } = analysisOf(model.plan)
  const rows = classRowsGiven(
    model.plan,
    given.flatMap(name => componentOf.get(name) ?? []),
  )
  return rows.flatMap(({ components, exposed }) => {
    const wanted = [...expectedExposure(model, given, [components[0]?.name ?? '']).keys()].sort()
    return exposed.join() === wanted.join()
      ? []
      : [`${components[0]?.name} leaves ${exposed.join()} without protection, not ${wanted.join()}`]
  })
}
