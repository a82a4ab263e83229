import { expect, test } from 'vitest'
import { analysisOf } from '../analysis.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { nMinusOne } from './n-minus.ts'
import { simulate } from '../service/simulate.ts'
import { singlePoints } from './single-points.ts'

test('Klaten: every failure of one component, with the time that it takes', () => {
  const plan = klaten()
  const start = performance.now()
  const outcomes = nMinusOne(plan)
  const elapsedMs = performance.now() - start
  const { components, classes } = analysisOf(plan)
  console.log(
    `N-1: ${components.length} components in ${classes.length} classes of effect, ${elapsedMs.toFixed(0)} ms with the plant planned anew (bound: 1,000 ms)`,
  )
  expect(components.length).toBeGreaterThan(1500)
  expect(outcomes).toHaveLength(classes.length)
})

test('N-1 by classes says of every component what simulating it alone says', () => {
  const plan = klaten()
  for (const {
    failed: [one],
    changes,
  } of nMinusOne(plan)) {
    const last = one?.components.at(-1)?.name ?? ''
    expect(simulate(plan, new Set([last])).changes, last).toEqual(changes)
  }
})

test('with everything up every site of Klaten is in service', () => {
  const { sites, changes } = simulate(klaten(), new Set())
  expect(sites.filter(({ after }) => after.state !== 'in-service')).toEqual([])
  expect(changes).toEqual([])
})

test('no single link, cable or span of a ring takes a ring office out of service', () => {
  const points = singlePoints(klaten())
  const plantOf = (site: string): string[] =>
    (points.get(site) ?? [])
      .flatMap(({ failed }) => failed.components)
      .filter(({ kind }) => ['cable', 'span', 'route'].includes(kind))
      .map(({ name }) => name)
  for (const site of ['pemda-2', 'satpol-pp', 'dpupr', 'bpkd']) expect(plantOf(site)).toEqual([])
  expect(plantOf('inspektorat')).toContain('cable:c-inspektorat')
})

test('a core that dies takes its spurs along and IPv6, and the other core carries the rest', () => {
  const { changes, cost } = simulate(klaten(), new Set(['router:core-1']))
  expect(changes.filter(({ after }) => after.state === 'isolated').map(({ site }) => site.site.id)).toEqual([
    'dinas-arpus',
    'dispermasdes',
  ])
  expect(changes.filter(({ after }) => after.state === 'on-backup')).toEqual([])
  expect(changes.every(({ after }) => !after.internetV6)).toBe(true)
  expect(cost.unused.map(({ id }) => id)).toEqual(['uplink-1'])
})

test('both uplinks dead: the hub is reached, the internet is not', () => {
  const { changes, cost } = simulate(klaten(), new Set(['uplink:uplink-1', 'uplink:uplink-2']))
  const states = Map.groupBy(changes, ({ after }) => after.state)
  // Circuits of the kind internet end at the uplinks: their tunnels go too.
  expect(states.get('isolated')?.map(({ site }) => site.site.id)).toEqual([
    'kec-juwiring',
    'kec-karangdowo',
    'kec-karangnongko',
    'kec-kemalang',
    'kec-manisrenggo',
    'kec-tulung',
  ])
  expect(states.get('without-internet')).toHaveLength(39)
  expect(cost.tenants).toHaveLength(59)
})

test('a leased site stays with the core that it prefers although that core has lost all its fibre: the summary is announced, and ends there', () => {
  const plan = klaten()
  const ofCore1 = plan.routers.get('core-1')?.links.map(({ link }) => `route:${link.route.id}`) ?? []
  const { sites } = simulate(plan, new Set(ofCore1))
  const wedi = sites.find(({ element }) => element.site.id === 'kec-wedi')
  expect(wedi?.after.state).toBe('isolated')
  expect(wedi?.ways().toHub).toEqual({
    from: 'kec-wedi',
    arrives: false,
    hops: [{ from: 'kec-wedi', over: 'tunnel:ckt-kec-wedi/core-1', to: 'core-1' }],
  })
  // Dead, the same core would do no harm.
  const without = simulate(plan, new Set(['router:core-1'])).sites.find(({ element }) => element.site.id === 'kec-wedi')
  expect(without?.after.state).toBe('in-service')
})

test('an office on fibre moves to its backup circuit and back to nothing less', () => {
  const plan = klaten()
  const cut = simulate(plan, new Set(['route:selatan-1', 'route:selatan-2']))
  expect(cut.changes.map(({ site, after }) => [site.site.id, after.state])).toEqual([['pemda-2', 'on-backup']])
  const both = simulate(plan, new Set(['route:selatan-1', 'route:selatan-2', 'circuit:ckt-pemda-2-cadangan']))
  expect(both.changes.map(({ site, after }) => [site.site.id, after.state])).toEqual([['pemda-2', 'isolated']])
  expect(both.cost.monthlyRupiah).toBe(4_600_000)
})

test('what is no component is named and changes nothing', () => {
  const { unknown, changes } = simulate(klaten(), new Set(['span:sp-none']))
  expect([unknown, changes]).toEqual([['span:sp-none'], []])
})
