import { describe, expect, test } from 'vitest'
import { analysisOf } from '../../analysis/analysis.ts'
import { simulate } from '../../analysis/service/simulate.ts'
import { siteStates, type Service } from '../../analysis/graph/state.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { sampledKinds } from './choose-failures.ts'
import { labPlan } from '../inventory.ts'
import type { Observed } from '../boot/services.ts'
import { agree } from './verify-failures.ts'

const plan = labPlan(readSites(), '2026-11-02')?.plan
if (plan === undefined) throw new Error('the reference network does not load')
const { components } = analysisOf(plan)

/** What packets would say if the prediction were true. */
function observedAs(predicted: ReadonlyMap<string, Service>): Map<string, Observed> {
  return new Map(
    [...predicted].map(([site, service]) => [site, { ...service, hubV6: service.state !== 'isolated', circuits: [] }]),
  )
}

describe.each(sampledKinds)('a %s that fails', kind => {
  const failed = components.find(component => component.kind === kind && component.elements.length > 0)
  const predicted = new Map(
    simulate(plan, new Set([failed?.name ?? ''])).sites.map(({ element, after }) => [element.site.id, after]),
  )
  const planted = (site: string, change: Partial<Service>): Map<string, Service> =>
    new Map(predicted).set(site, { ...(predicted.get(site) as Service), ...change })

  test('agrees where packets say what was foretold', () => expect(agree(predicted, observedAs(predicted))).toBe(true))

  test.each(siteStates)('any one site foretold as %s that is not is a disagreement', state => {
    const wrong = [...predicted].filter(([, service]) => service.state !== state)
    for (const [site] of wrong) expect(agree(planted(site, { state }), observedAs(predicted)), site).toBe(false)
  })

  test('so is the internet in either family, and IPv6 that goes another way inside', () => {
    for (const [site, service] of predicted) {
      expect(agree(planted(site, { internetV4: !service.internetV4 }), observedAs(predicted))).toBe(false)
      expect(agree(planted(site, { internetV6: !service.internetV6 }), observedAs(predicted))).toBe(false)
      const seen = observedAs(predicted)
      seen.set(site, { ...(seen.get(site) as Observed), hubV6: service.state === 'isolated' })
      expect(agree(predicted, seen)).toBe(false)
    }
  })

  test('and a site that nobody spoke of', () =>
    expect(agree(new Map([...predicted].slice(1)), observedAs(predicted))).toBe(false))
})
