import { describe, expect, test } from 'vitest'
import { platforms } from '../compile.ts'
import { answersOf } from '../edit/begin/answers.ts'
import { firstInventory } from '../edit/begin/inventory.ts'
import { compiled, random, type Ground } from '../edit/edits.fixture.ts'
import { isRefused } from '../edit/edited.ts'
import { newKinds } from '../edit/new/new.ts'
import { get, isMarked, lit, portsOf, strandsOf, things } from '../edit/new/search.fixture.ts'
import { opticCatalogue } from '../model/optics.ts'
import type { Source } from '../source/source.ts'
import { contoh } from '../testing/contoh.ts'
import { readKlaten } from '../testing/klaten/inventory.ts'
import { tableKinds } from './kinds.ts'
import type { FilledRow } from './table.ts'

/** Tables of room beside a search of the files that shares nothing with them. */

function begun(seed: number): Ground {
  const draw = random(seed)
  const cores = draw(2) === 0 ? '1' : '2'
  const answers = answersOf(
    { name: `Kabupaten Acak ${seed}`, cores, at: `-7.${10 + draw(80)},110.${10 + draw(80)}` },
    '2026-03-02',
  )
  if (!('network' in answers)) throw new Error('no answers')
  return { sources: grown(firstInventory(answers), draw), ledger: '', today: '2026-03-02' }
}

/**
 * A few sites more, by the product's own hand, and cores of one cable that are not to be used: what is free has to
 * follow.
 */
function grown(first: readonly Source[], draw: (below: number) => number): readonly Source[] {
  let sources = first
  for (let i = 0; i < 1 + draw(4); i++) {
    const { network } = compiled({ sources, ledger: '', today: '2026-03-02' })
    if (network === undefined) throw new Error('the network does not load')
    const { lat, lon } = network.hub.declared.location
    const wish = {
      ...nothing,
      id: `baru-${i}`,
      name: `Baru ${i}`,
      at: `${lat + 0.01 + draw(40) / 1000},${lon + draw(40) / 1000}`,
      kecamatan: network.hub.declared.kecamatan,
      tenants: [`opd-${i}`],
      asset: `KIB-${i}`,
      today: '2026-03-02',
    }
    const outcome = newKinds.site({ sources, network, wish }, platforms)
    if (!isRefused(outcome)) sources = outcome.sources
  }
  const marks = [...new Set([9 + draw(4), 9 + draw(4)])]
  return sources.map(source =>
    source.path === 'plant/baru-0.yaml' ? { path: source.path, text: withMarks(source.text, marks) } : source,
  )
}

function withMarks(text: string, numbers: readonly number[]): string {
  const marks = numbers.map(core => `{ core: ${core}, state: reserved }`).join(', ')
  return text.replace(/^( *)- \{ id: c-baru-0,/m, `$1- { id: c-baru-0, cores: [${marks}],`)
}

const nothing = { tenants: [], segments: [], circuits: [] }

const klaten = readKlaten()
const grounds: Readonly<Record<string, Ground>> = {
  contoh: { sources: contoh(), ledger: '', today: '2026-06-15' },
  'the reference network': { sources: klaten.sources, ledger: klaten.ledger, today: '2026-11-02' },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map(seed => [`a network begun with seed ${seed}`, begun(seed)])),
}

test('networks begun at random have grown, and cores of some are not to be used', () => {
  const texts = Object.values(grounds).flatMap(({ sources }) => sources.filter(({ path }) => path.includes('baru-0')))
  expect(texts.length).toBeGreaterThan(8)
  expect(texts.filter(({ text }) => text.includes('state: reserved')).length).toBeGreaterThan(4)
})

describe.each(Object.entries(grounds))('%s', (_, ground) => {
  const { sources } = ground
  const { network, plan } = compiled(ground)
  if (network === undefined) throw new Error('the network does not load')
  const rows = (kind: keyof typeof tableKinds): readonly FilledRow[] => tableKinds[kind]({ network, plan }).rows
  const of = (kind: keyof typeof tableKinds, ...keys: string[]): unknown[][] =>
    rows(kind).map(({ cells }) => keys.map(key => cells.get(key)))
  const routers = things(sources, 'opd/').flatMap(site => [
    ...(site['router'] === undefined ? [] : [String(site['site'])]),
    ...Object.keys((site['cores'] as object | undefined) ?? {}),
  ])
  const plant = (list: string): unknown[] =>
    things(sources, 'plant/').flatMap(each => (each[list] as unknown[] | undefined) ?? [])
  const odfs = plant('structures').filter(each => get(each, 'kind') === 'odf' && get(each, 'status') !== 'retired')

  test('ports: every port of every router, used where a file names it', () => {
    const shown = of('ports', 'router', 'port', 'used_by').map(([router, port, users]) =>
      [router, port, (users as string[]).length > 0].join(' '),
    )
    const found = routers.flatMap(router => {
      const { model, used } = portsOf(sources, router)
      return model.ports.map(({ name }) => [router, name, used.has(name)].join(' '))
    })
    expect(shown.toSorted()).toEqual(found.toSorted())
  })

  test('odf: every port of every frame, lit where a live route lights it', () => {
    const shown = of('odf', 'odf', 'port', 'route').map(([odf, port, route]) => `${odf} ${port} ${route !== undefined}`)
    const found = odfs.flatMap(odf => {
      const name = String(get(odf, 'id'))
      const used = lit(sources, name)
      return Array.from({ length: Number(get(odf, 'ports') ?? 0) }, (_, i) => `${name} ${i + 1} ${used.has(i + 1)}`)
    })
    expect(shown.toSorted()).toEqual(found.toSorted())
  })

  test('cores: those that a live route names are not free, and each names its routes', () => {
    const shown = of('cores', 'cable', 'core', 'routes').filter(([, , routes]) => (routes as string[]).length > 0)
    const found = new Set(
      things(sources, 'routes/').flatMap(route =>
        route['status'] === 'retired'
          ? []
          : ((route['path'] as string[] | undefined) ?? []).flatMap(step => {
              const [name = '', number] = step.split('/')
              const isCable = number !== undefined && network.cables.has(name)
              return isCable
                ? Array.from({ length: strandsOf(route) }, (_, i) => `${name} ${Number(number) + i} ${route['route']}`)
                : []
            }),
      ),
    )
    const named = new Set(
      shown.flatMap(([cable, core, routes]) => (routes as string[]).map(route => `${cable} ${core} ${route}`)),
    )
    expect([...found].filter(each => !named.has(each))).toEqual([])
  })

  test('optics and models: the whole catalogue, and how many routers are of each model', () => {
    expect(of('optics', 'optic').flat().toSorted()).toEqual(opticCatalogue.map(({ optic }) => optic).toSorted())
    const counted = Map.groupBy(
      things(sources, 'opd/').flatMap(site => [
        ...(site['router'] === undefined ? [] : [site['router']]),
        ...Object.values((site['cores'] as object | undefined) ?? {}),
      ]),
      router => `${String(get(router, 'platform'))} ${String(get(router, 'model'))}`,
    )
    const known = [...platforms.values()].flatMap(({ id, models }) =>
      Object.keys(models).map(model => `${id} ${model}`),
    )
    expect(
      of('models', 'platform', 'model', 'routers')
        .map(each => each.join(' '))
        .toSorted(),
    ).toEqual(known.map(each => `${each} ${counted.get(each)?.length ?? 0}`).toSorted())
  })

  test('spare: what of all this nobody has', () => {
    const free = new Map(of('spare', 'thing', 'of', 'free').map(([thing, what, free]) => [`${thing} ${what}`, free]))
    for (const router of routers) {
      const { model, used } = portsOf(sources, router)
      expect(free.get(`router:${router} ports`), router).toBe(model.ports.filter(({ name }) => !used.has(name)).length)
    }
    for (const odf of odfs) {
      const name = String(get(odf, 'id'))
      const ports = Number(get(odf, 'ports') ?? 0)
      if (ports > 0) expect(free.get(`structure:${name} ports`), name).toBe(ports - lit(sources, name).size)
    }
    for (const cable of plant('cables')) {
      const name = String(get(cable, 'id'))
      const type = plant('cable_types').find(each => get(each, 'id') === get(cable, 'type'))
      const numbers = Array.from({ length: Number(get(type, 'cores')) }, (_, i) => i + 1)
      const used = lit(sources, name)
      const isFree = (core: number): boolean => !used.has(core) && !isMarked(sources, name, core, 1)
      if (get(cable, 'status') !== 'retired')
        expect(free.get(`cable:${name} cores`), name).toBe(numbers.filter(isFree).length)
    }
    const handoffs = Object.keys((get(things(sources, 'network.yaml')[0], 'handoffs') as object | undefined) ?? {})
    for (const handoff of handoffs) {
      const vlans = new Set(
        things(sources, 'circuits/').flatMap(each =>
          [each, ...((each['changes'] as unknown[] | undefined) ?? [])]
            .filter(one => get(one, 'hub', 'handoff') === handoff)
            .map(one => Number(get(one, 'hub', 'vlan'))),
        ),
      )
      expect(free.get(`handoff:${handoff} vlans`), handoff).toBe(4093 - vlans.size)
    }
  })
})
