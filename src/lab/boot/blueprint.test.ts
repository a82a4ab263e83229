import { describe, expect, test } from 'vitest'
import { analysisOf } from '../../analysis/analysis.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { blueprintOf } from './blueprint.ts'
import { substitute } from '../../testing/substitute.ts'
import { chooseFailures, sampledKinds } from '../verify/choose-failures.ts'
import { cutsOf } from '../verify/cuts.ts'
import { labPlan } from '../inventory.ts'
import { mayOpen, zonePairs } from '../verify/zone-pairs.ts'

const planned = labPlan(readSites(), '2026-11-02')
if (planned === undefined) throw new Error('the reference network does not load')
const { plan, switchedOn } = planned
const blueprint = blueprintOf(plan)
const analysis = analysisOf(plan)

describe('the blueprint of Klaten', () => {
  test('guests are switched on, and only they', () => expect(switchedOn).toEqual(['guest']))

  test('every interface is named once, and as Linux can name it', () => {
    const ends = blueprint.wires.flatMap(({ a, b }) => [a, b]).map(({ at, name }) => `${at} ${name}`)
    expect(new Set(ends).size).toBe(ends.length)
    expect(
      blueprint.wires.flatMap(({ a, b }) => [a.name, b.name]).filter(name => name.length > 15 || name === ''),
    ).toEqual([])
  })

  test.each(['routeros', 'junos', 'iosxe'] as const)('as %s too: no two interfaces of a router share a name', id => {
    const { sources, ledger } = readSites()
    const ported = labPlan({ sources: id === 'routeros' ? sources : substitute(sources, id), ledger }, '2026-11-02')
    if (ported === undefined) throw new Error(`the network does not load on ${id}`)
    const ends = blueprintOf(ported.plan).wires.flatMap(({ a, b }) => [a, b])
    expect(new Set(ends.map(({ at, name }) => `${at} ${name}`)).size).toBe(ends.length)
    expect(
      ends.map(({ name }) => name).filter(name => !/^[A-Za-z0-9._-]{1,15}$/.test(name) && !name.startsWith('.')),
    ).toEqual([])
  })

  test('every active segment has a host, and every configured interface a wire', () => {
    expect(blueprint.hosts).toHaveLength([...plan.segments.values()].filter(({ active }) => active).length + 1)
    for (const { id, frrConf } of blueprint.routers) {
      const wired = new Set(
        blueprint.wires
          .flatMap(({ a, b }) => [a, b])
          .filter(({ at }) => at === id)
          .map(({ name }) => name),
      )
      expect(
        [...frrConf.matchAll(/^interface (\S+)$/gm)]
          .map(([, name]) => name)
          .filter(name => name !== 'lo' && !wired.has(name ?? '')),
      ).toEqual([])
    }
  })

  test('the overlay is no part of what is rendered', () => {
    for (const { frrConf, overlay } of blueprint.routers) {
      expect(frrConf).not.toMatch(/hello-interval|throttle|timers connect 2$/m)
      expect(overlay).not.toMatch(/ip address|route-map|prefix-list/)
    }
  })
})

describe('zones to be tried', () => {
  const { hosts } = blueprint
  const pairs = zonePairs(plan.network, hosts)

  test('every pair of zones, inside and between sites, and guests against all', () => {
    const zones = [...new Set(hosts.map(({ zone }) => zone))].filter(zone => zone !== 'internet')
    const between = new Set(
      pairs.filter(({ where }) => where === 'between').map(({ from, to }) => `${from.zone} ${to.zone}`),
    )
    // The NOC and the servers stand at one site alone: they meet themselves nowhere else.
    const alone = new Set(
      zones.filter(zone => new Set(hosts.filter(host => host.zone === zone).map(({ router }) => router)).size === 1),
    )
    expect(
      zones
        .flatMap(a => zones.map(b => `${a} ${b}`))
        .filter(pair => !between.has(pair))
        .filter(pair => !pair.split(' ').every(zone => alone.has(zone))),
    ).toEqual([])
    expect(pairs.filter(({ from, to, allowed }) => from.zone === 'guest' && to.zone !== 'internet' && allowed)).toEqual(
      [],
    )
    expect(pairs.filter(({ from, to }) => from.zone === 'guest' && to.zone === 'government').length).toBeGreaterThan(40)
  })

  test('agencies in one building are strangers', () => {
    const [first, second] = hosts.filter(
      ({ site, zone, tenant }) => site === 'pemkab' && zone === 'government' && tenant !== undefined,
    )
    if (first === undefined || second === undefined) throw new Error('no two agencies')
    expect(mayOpen(plan.network, first, second)).toBe(false)
  })
})

describe('failures to be tried', () => {
  const sample = chooseFailures(analysis, { sample: 25, seed: 7 })

  test('a sample holds three of each kind, every core, uplink and provider, and a pole with two cables', () => {
    expect(sample.length).toBeGreaterThanOrEqual(25)
    for (const kind of sampledKinds) {
      const all = analysis.classes.filter(
        ({ elements, components }) => elements.length > 0 && components.some(each => each.kind === kind),
      ).length
      expect(
        sample.filter(({ failed }) => failed.components.some(each => each.kind === kind)).length,
        kind,
      ).toBeGreaterThanOrEqual(Math.min(3, all))
    }
    const names = sample.flatMap(({ failed }) => failed.components.map(({ name }) => name))
    expect(names).toEqual(
      expect.arrayContaining([
        'router:core-1',
        'router:core-2',
        'uplink:uplink-1',
        'uplink:uplink-2',
        'provider:penyedia-a',
        'provider:penyedia-b',
        'provider:penyedia-c',
      ]),
    )
  })

  test('the seed decides, and all are all that take something down', () => {
    expect(chooseFailures(analysis, { sample: 25, seed: 7 })).toEqual(sample)
    expect(chooseFailures(analysis, { sample: 25, seed: 8 })).not.toEqual(sample)
    expect(chooseFailures(analysis, { sample: 'all', seed: 0 })).toHaveLength(
      analysis.classes.filter(({ elements }) => elements.length > 0).length,
    )
  })

  test('circuits, providers and uplinks fail without anybody losing carrier; cables do not', () => {
    const cutsFor = (name: string) =>
      cutsOf({ blueprint }, analysis.elements, analysis.componentOf.get(name)?.elements ?? [])
    for (const name of ['circuit:ckt-kec-bayat', 'provider:penyedia-a', 'uplink:uplink-1'])
      expect(
        cutsFor(name).every(({ silent }) => silent),
        name,
      ).toBe(true)
    expect(cutsFor('route:utara-1').map(({ silent }) => silent)).toEqual([false])
  })
})
