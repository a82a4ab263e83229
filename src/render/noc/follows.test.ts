import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { compile } from '../../compile.ts'
import { inventoryOf } from '../../testing/generate/generate.ts'
import { between, pick, randomFrom, type Random } from '../../testing/generate/random.ts'
import { withCircuit, withSite } from '../../testing/inventory/add.ts'
import { sourcesOf } from '../../testing/inventory/sources-of.ts'
import type { InventoryValue, SiteValue } from '../../testing/inventory/value.ts'
import { freePorts } from '../../testing/inventory/ports.ts'
import { nocDocuments } from './noc.ts'

/**
 * What is watched follows the inventory: after each change of a random inventory, every file names what its values say is in service, and nothing
 * else. What is in service is read from the values here, not from what the compiler made of them.
 */

const day = '2026-06-15'
type Status = 'planned' | 'active' | 'retired'
type Step = (inventory: InventoryValue, random: Random) => InventoryValue | undefined

const idle: readonly [Status, Status] = ['planned', 'retired']
const steps: Readonly<Record<string, Step>> = {
  'a site with its router and circuit is added': (inventory, random) => {
    const [model] = inventory.sites.filter(({ site }) => inventory.circuits.some(one => one.site.id === site))
    if (model === undefined) return undefined
    const site = `kantor-baru-${between(random, 1, 1_000_000)}`
    return withCircuit(withSite(inventory, { ...model, site, name: site, tenants: [site] }), {
      id: `ckt-${site}`,
      site,
      service: 'ip-vpn',
      role: 'primary',
    })
  },
  'a circuit is added': (inventory, random) =>
    withCircuit(inventory, {
      id: `ckt-baru-${between(random, 1, 1_000_000)}`,
      site: anyOf(random, outlying(inventory)).site,
      service: 'internet',
      role: 'backup',
    }),
  'a route is added': (inventory, random) => {
    const [a, b] = [anyOf(random, outlying(inventory)).site, anyOf(random, outlying(inventory)).site]
    const [portA, portB] = [freePorts(inventory, a)[0], freePorts(inventory, b)[0]]
    if (a === b || portA === undefined || portB === undefined) return undefined
    const route = { route: `rute-baru-${between(random, 1, 1_000_000)}`, speedMbps: 1000, patchM: 5 }
    const ends = { a: { router: a, port: portA }, b: { router: b, port: portB } }
    return { ...inventory, routes: [...inventory.routes, { ...route, ...ends }] }
  },
  'a site is suspended or retired': (inventory, random) => {
    const { site } = anyOf(random, outlying(inventory))
    const status = pick(random, idle)
    return { ...inventory, sites: inventory.sites.map(one => (one.site === site ? { ...one, status } : one)) }
  },
  'a circuit is suspended or retired': (inventory, random) => {
    const { circuit } = anyOf(random, inventory.circuits)
    const status = pick(random, idle)
    return {
      ...inventory,
      circuits: inventory.circuits.map(one => (one.circuit === circuit ? { ...one, status } : one)),
    }
  },
  'a circuit is suspended from a day on': (inventory, random) => {
    const { circuit } = anyOf(random, inventory.circuits)
    const changes = [{ from: pick(random, ['2026-06-01', day, '2026-06-16']), status: 'planned' as const }]
    return {
      ...inventory,
      circuits: inventory.circuits.map(one => (one.circuit === circuit ? { ...one, changes } : one)),
    }
  },
  'a route is suspended or retired': (inventory, random) => {
    const { route } = anyOf(random, inventory.routes)
    const status = pick(random, idle)
    return { ...inventory, routes: inventory.routes.map(one => (one.route === route ? { ...one, status } : one)) }
  },
  'what was out of service returns': inventory => ({
    ...inventory,
    sites: inventory.sites.map(one => ({ ...one, status: 'active' as const })),
    routes: inventory.routes.map(one => ({ ...one, status: 'active' as const })),
    circuits: inventory.circuits.map(({ changes: _, ...one }) => ({ ...one, status: 'active' as const })),
  }),
  'a route goes': (inventory, random) => {
    const gone = anyOf(random, inventory.routes)
    return { ...inventory, routes: inventory.routes.filter(one => one !== gone) }
  },
  'a circuit goes': (inventory, random) => {
    const gone = anyOf(random, inventory.circuits)
    return { ...inventory, circuits: inventory.circuits.filter(one => one !== gone) }
  },
}

const names = Object.keys(steps)

describe.each([1, 2, 3])('random inventory %i', seed => {
  const random = randomFrom(seed * 7919)
  let inventory = inventoryOf(between(random, 13, 18), seed)
  // Every kind of change once, in an order that the seed decides.
  const order = names.map(name => [random(), name] as const).sort(([a], [b]) => a - b)

  test.each(order.map(([, name]) => name))('%s', name => {
    let next: InventoryValue | undefined
    for (let tries = 0; next === undefined && tries < 20; tries++) next = steps[name]?.(inventory, random)
    expect(next, name).toBeDefined()
    inventory = next ?? inventory
    expect(watchedIn(filesOf(inventory)), name).toEqual(inServiceIn(inventory))
  })
})

/** Sites other than the hub. */
function outlying({ sites }: InventoryValue): readonly SiteValue[] {
  return sites.filter(({ cores }) => cores === undefined)
}

function anyOf<T>(random: Random, list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('nothing is left to change')
  return one
}

function filesOf(inventory: InventoryValue): ReadonlyMap<string, string> {
  const { plan, diagnostics } = compile({
    sources: sourcesOf(inventory),
    ledger: '',
    today: day,
    asOf: day,
    entropy: new Uint8Array(16),
  })
  expect(diagnostics.filter(({ code }) => code.startsWith('LOD')).map(({ message }) => message.en)).toEqual([])
  if (plan === undefined) throw new Error('the inventory does not load')
  return new Map(
    nocDocuments(plan.network, plan).map(({ path, content }) => [path.slice('noc/'.length), String(content())]),
  )
}

interface InService {
  readonly routers: readonly string[]
  readonly circuits: readonly string[]
  readonly routes: readonly string[]
}

function inServiceIn({ sites, circuits, routes }: InventoryValue): InService {
  const active = sites.filter(({ status = 'active' }) => status === 'active')
  const at = new Map(
    active.flatMap(({ site, cores = {} }) => [site, ...Object.keys(cores)].map(id => [id, site] as const)),
  )
  return {
    routers: [...at.keys()].sort(),
    circuits: circuits
      .filter(({ status = 'active', changes = [], site }) => {
        const now = changes.filter(({ from }) => from <= day).at(-1)?.status ?? status
        return now === 'active' && at.has(site.id)
      })
      .map(({ circuit, providerRef }) => `${circuit} ${providerRef}`)
      .sort(),
    routes: routes
      .filter(({ status = 'active', a, b }) => status === 'active' && at.has(a.router) && at.has(b.router))
      .map(({ route }) => route)
      .sort(),
  }
}

/** What the files watch, where each of them that names a thing names the same things. */
function watchedIn(files: ReadonlyMap<string, string>): InService {
  const text = (path: string): string => files.get(path) ?? ''
  const targets = JSON.parse(text('targets/routers.json')) as {
    labels: { router: string; circuits: string; references: string }
  }[]
  const states = rulesOf(text('rules/states.yml')).flatMap(({ record, labels }) =>
    record === undefined ? [] : labels.sign,
  )
  const routers = targets.map(({ labels }) => labels.router).sort()
  const routes = namedBy(states, 'route')
  expect(namedBy(states, 'router')).toEqual(routers)
  const { zabbix_export: zabbix } = parse(text('zabbix-hosts.yml')) as { zabbix_export: { hosts: { host: string }[] } }
  expect(zabbix.hosts.map(({ host }) => host).sort()).toEqual(routers)
  const modules = Object.keys(parse(text('snmp.yml')) as object)
  expect(modules.filter(name => !/^serat_(light|tunnels)_/.test(name)).sort()).toEqual(
    routers.map(router => `serat_${router}`),
  )
  const carriers = (JSON.parse(text('targets/tunnels.json') || '[]') as typeof targets).map(
    ({ labels }) => labels.router,
  )
  expect(modules.filter(name => name.startsWith('serat_tunnels_')).sort()).toEqual(
    carriers.map(router => `serat_tunnels_${router}`).sort(),
  )
  expect(
    [...text('smokeping.conf').matchAll(/^menu = (\S+)\ntitle = .*\nhost = /gm)].map(([, name]) => name).sort(),
  ).toEqual(routers)
  expect(oxidizedIn(text('oxidized/router.db'))).toEqual(routers)
  for (const { labels } of rulesOf(text('rules/light.yml'))) expect(routes).toContain(labels.route ?? routes[0])
  for (const sign of rulesOf(text('rules/causes.yml')).flatMap(
    ({ expr }) => /sign=~"([^"]*)"/.exec(expr)?.[1]?.split('|') ?? [],
  ))
    expect(states).toContain(sign.replaceAll('[.]', '.'))
  const circuits = targets.flatMap(({ labels }) => {
    const [ids, references] = [labels.circuits.split(' '), labels.references.split(' ')]
    return ids.flatMap((id, i) => (id === 'none' ? [] : `${id} ${references[i]}`))
  })
  const tunnelled = new Set(namedBy(states, 'tunnel').map(id => id.slice(0, id.lastIndexOf('/'))))
  expect([...tunnelled].sort()).toEqual(circuits.map(one => one.split(' ')[0]).sort())
  return { routers, circuits: circuits.sort(), routes }
}

/** Routers that Oxidized keeps, and those that the file says it has no model for. */
function oxidizedIn(text: string): string[] {
  const kept = [...text.matchAll(/^([^#:\n]+):/gm)].map(([, name = '']) => name)
  const [, without = ''] = /^# without a model .*: (.*)$/m.exec(text) ?? []
  return [...kept, ...[...without.matchAll(/([^ ,]+) \(/g)].map(([, name = '']) => name)].sort()
}

interface Rule {
  readonly record?: string
  readonly expr: string
  readonly labels: { readonly sign: string; readonly route?: string }
}

function rulesOf(text: string): Rule[] {
  return (parse(text) as { groups: { rules: Rule[] }[] }).groups.flatMap(({ rules }) => rules)
}

function namedBy(signs: readonly string[], kind: string): string[] {
  return signs
    .filter(sign => sign.startsWith(`${kind}:`))
    .map(sign => sign.slice(kind.length + 1))
    .sort()
}
