import { expect, test } from 'vitest'
import { alarmsOf } from '../../analysis/alarms/alarms.ts'
import { compile } from '../../compile.ts'
import { addressText } from '../../model/ip.ts'
import { generate } from '../../testing/generate/generate.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { nocDocuments } from './noc.ts'

/** Over random networks: what is watched is what carries, and what a shift reads names all that it may have to call about. */

function built(sites: number, seed: number): NonNullable<ReturnType<typeof compile>['plan']> {
  const day = '2026-06-15'
  const { plan } = compile({
    sources: generate(sites, seed),
    ledger: '',
    today: day,
    asOf: day,
    entropy: new Uint8Array(16),
  })
  if (plan === undefined) throw new Error(`seed ${seed} does not compile`)
  return plan
}

test.each([1, 2, 3, 4, 5, 6])(
  'random network %i: routers, routes and light that carry are watched, and nothing else',
  seed => {
    const plan = built(12 + seed * 5, seed)
    const files = new Map(nocDocuments(plan.network, plan).map(({ path, content }) => [path, String(content())]))
    const targets = JSON.parse(files.get('noc/targets/routers.json') ?? '') as {
      targets: [string]
      labels: { router: string }
    }[]
    const active = [...plan.routers.values()].filter(({ site }) => site.active)
    expect(new Map(targets.map(({ targets: [address], labels }) => [labels.router, address]))).toEqual(
      new Map(active.map(({ router, loopbackV4 }) => [router.id, addressText(loopbackV4)])),
    )
    const states = files.get('noc/rules/states.yml') ?? ''
    for (const { route, active: carries } of plan.links.values())
      expect(states.includes(`sign: route:${route.id}\n`), route.id).toBe(carries)
    const light = files.get('noc/rules/light.yml') ?? ''
    for (const [, route = ''] of light.matchAll(/^ {10}route: (.*)$/gm))
      expect(plan.links.get(route)?.active).toBe(true)
  },
)

test('the duty sheet names every circuit by its reference, every provider, ring and feeder, and no number of a person', () => {
  const plan = klaten()
  const sheet = String(
    nocDocuments(plan.network, plan)
      .find(({ path }) => path === 'noc/duty.md')
      ?.content(),
  )
  const { circuits, uplinks, providers } = plan.network
  for (const { active, declared } of [...circuits.values(), ...uplinks.values()])
    if (active) expect(sheet).toContain(declared.providerRef)
  for (const { declared } of providers.values()) expect(sheet).toContain(declared.name)
  for (const ring of ['ring-utara', 'ring-selatan', 'ring-timur']) expect(sheet).toContain(ring)
  const felt = alarmsOf(plan).flatMap(({ components }) => components.filter(({ kind }) => kind === 'feeder'))
  expect(felt.length).toBeGreaterThan(10)
  for (const { name } of felt) expect(sheet).toContain(name)
  expect(sheet).not.toMatch(/\+62|\b08\d{8}/)
})
