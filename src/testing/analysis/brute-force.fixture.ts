import type { Network, Structure } from '../../model/network.ts'
import { optics } from '../../model/optics.ts'
import type { Plan } from '../../plan/plan.ts'

/**
 * The network once more, coded by itself for the tests: it shares only the types of model and plan with the analysis.
 * Routers send each other messages, round after round, until nobody has news; then a packet is sent and every branch of
 * its way is followed.
 */
export interface Found {
  readonly states: ReadonlyMap<string, string>
  readonly internet: ReadonlyMap<string, readonly [boolean, boolean]>
  /**
   * By site: the ways to and from the hub and to the internet and back, as sets of paths; undefined where something is
   * lost on the way.
   */
  readonly ways: ReadonlyMap<
    string,
    Readonly<Record<'toHub' | 'fromHub' | 'toInternet' | 'fromInternet', readonly string[] | undefined>>
  >
}

// What fails with what.
// ------------------------------------------------------------------------------------------------------------

/** For every component `kind:id` the routers, routes, tunnels and uplinks that stop working by it. */
export function effects(plan: Plan): Map<string, Set<string>> {
  const { network } = plan
  const found = new Map<string, Set<string>>()
  const hit = (component: string, ...things: string[]): void => {
    const set = found.get(component) ?? new Set()
    found.set(component, set)
    for (const thing of things) set.add(thing)
  }
  const live = new Set(
    [...network.sites.values()]
      .filter(site => site.active)
      .flatMap(site => [site.router.id, ...site.cores.map(core => core.id)]),
  )
  for (const structure of network.structures.values())
    if (structure.declared.status === 'active') hit(`${label(structure)}:${structure.id}`)
  for (const span of network.spans.values()) if (span.declared.status === 'active') hit(`span:${span.id}`)
  for (const cable of network.cables.values()) if (cable.declared.status === 'active') hit(`cable:${cable.id}`)
  for (const handoff of network.handoffs.values()) hit(`handoff:${handoff.id}`)

  for (const { route, active } of plan.links.values()) {
    if (!active || !live.has(route.a.router.id) || !live.has(route.b.router.id)) continue
    const thing = `route:${route.id}`
    hit(thing, thing)
    for (const end of [route.a, route.b]) hit(`port:${end.router.id}/${end.port}`, thing)
    const steps = route.declared.path ?? []
    const two = [route.declared.a.optic, route.declared.b.optic].some(optic => optics.get(optic ?? '')?.strands === 2)
    for (const [i, step] of steps.entries()) {
      const [name = '', number] = step.split('/')
      const cable = network.cables.get(name)
      if (cable === undefined) continue
      for (const core of two ? [Number(number), Number(number) + 1] : [Number(number)])
        hit(`core:${name}/${core}`, thing)
      hit(`cable:${name}`, thing)
      const [enter, leave] = [steps[i - 1], steps[i + 1]].map(
        other => network.structures.get((other ?? '').split('/')[0] ?? '') as Structure,
      )
      const visited = crossing(network, name, enter as Structure, leave as Structure)
      for (const span of visited.spans) hit(`span:${span}`, thing)
      for (const structure of visited.structures) for (const under of below(network, structure)) hit(under, thing)
      for (const splice of network.splices) {
        const here = [splice.declared.a, splice.declared.b].some(strand => strand.split('/')[0] === name)
        const pole = splice.closure.declared.atStructure ?? splice.closure.id
        if (
          here &&
          visited.structures.some(
            id => (network.structures.get(id)?.declared.atStructure ?? id) === pole || id === splice.closure.id,
          )
        )
          for (const under of below(network, splice.closure.id)) hit(under, thing)
      }
    }
    const ends = [steps[0], steps.at(-1)].map(step => (step ?? '').split('/')[0] ?? '')
    for (const [i, router] of [route.a.router.id, route.b.router.id].entries()) {
      for (const under of ends[i] === '' ? [] : below(network, ends[i] as string))
        if (under.startsWith('building:')) hit(under, `router:${router}`)
    }
  }
  for (const lease of plan.leases.values()) {
    for (const tunnel of lease.tunnels) {
      if (!tunnel.active || !live.has(tunnel.site.id)) continue
      const thing = `tunnel:${tunnel.id}`
      const { circuit } = tunnel
      hit(thing, thing)
      hit(`circuit:${circuit.id}`, thing)
      hit(`provider:${circuit.provider.id}`, thing)
      hit(`port:${circuit.end.router.id}/${circuit.end.port}`, thing)
      if (circuit.handoff === undefined) continue
      hit(`handoff:${circuit.handoff.id}`, thing)
      hit(`provider:${circuit.handoff.provider.id}`, thing)
      for (const end of circuit.handoff.ports)
        if (end.router.id === tunnel.core.id) hit(`port:${end.router.id}/${end.port}`, thing)
    }
  }
  for (const { uplink, active } of plan.uplinks.values()) {
    if (!active) continue
    for (const component of [
      `uplink:${uplink.id}`,
      `provider:${uplink.provider.id}`,
      `port:${uplink.end.router.id}/${uplink.end.port}`,
    ])
      hit(component, `uplink:${uplink.id}`)
  }
  for (const site of network.sites.values()) {
    if (!site.active) continue
    for (const { id } of [site.router, ...site.cores]) {
      hit(`router:${id}`, `router:${id}`)
      const power = site.declared.power
      if (power?.feeder !== undefined)
        hit(`feeder:${power.feeder}`, ...(power.generator === true ? [] : [`router:${id}`]))
    }
  }
  for (const component of [...found.keys()]) if (planned(network, component)) found.delete(component)
  return found
}

function planned(network: Network, component: string): boolean {
  const [kind, id = ''] = component.split(':')
  const thing =
    kind === 'span' ? network.spans.get(id) : kind === 'cable' ? network.cables.get(id) : network.structures.get(id)
  return (
    ['span', 'cable', 'structure', 'closure', 'building'].includes(kind ?? '') && thing?.declared.status !== 'active'
  )
}

function label({ declared }: Structure): string {
  return declared.kind === 'building'
    ? 'building'
    : ['closure', 'odf'].includes(declared.kind)
      ? 'closure'
      : 'structure'
}

/** A structure and all that carries it. */
function below(network: Network, id: string): string[] {
  const structure = network.structures.get(id)
  if (structure === undefined) return []
  return [
    `${label(structure)}:${id}`,
    ...(structure.declared.atStructure === undefined ? [] : below(network, structure.declared.atStructure)),
  ]
}

/** Breadth first along the spans of one cable, from where the light enters it to where it leaves. */
function crossing(
  network: Network,
  cable: string,
  enter: Structure,
  leave: Structure,
): { readonly spans: string[]; readonly structures: string[] } {
  const spans = network.cables.get(cable)?.spans ?? []
  const matches = (id: string, wanted: Structure): boolean => id === wanted.id || id === wanted.declared.atStructure
  const start = spans.flatMap(span => [span.from.id, span.to.id]).find(id => matches(id, enter))
  if (start === undefined) return { spans: [], structures: [enter.id, leave.id] }
  let front = [{ at: start, spans: [] as string[], seen: [start] }]
  while (front.length > 0) {
    const done = front.find(walk => matches(walk.at, leave))
    if (done !== undefined) return { spans: done.spans, structures: [...new Set([enter.id, ...done.seen, leave.id])] }
    front = front.flatMap(walk =>
      spans
        .filter(span => !walk.spans.includes(span.id))
        .flatMap(span => {
          const to = span.from.id === walk.at ? span.to.id : span.to.id === walk.at ? span.from.id : undefined
          return to === undefined ? [] : [{ at: to, spans: [...walk.spans, span.id], seen: [...walk.seen, to] }]
        }),
    )
  }
  return { spans: [], structures: [enter.id, leave.id] }
}

// Routers that talk.
// ---------------------------------------------------------------------------------------------------------------

interface Neighbor {
  readonly peer: string
  readonly over: string
  readonly cost: number
}
interface Tunnel {
  readonly id: string
  readonly site: string
  readonly core: string
  readonly preference: number
  readonly role: string
  readonly circuit: string
}
interface BgpPath {
  readonly preference: number
  readonly internal: boolean
  readonly from: string
  readonly over: string
}

interface Node {
  readonly id: string
  readonly core: boolean
  readonly neighbors: Neighbor[]
  readonly tunnels: Tunnel[]
  readonly exits: { readonly id: string; readonly fixed: boolean; readonly translates: boolean }[]
  /** OSPF: cost to each router and the neighbours by which it goes; then what cores redistributed. */
  inside: Map<string, number>
  outside: Map<string, Map<string, number>>
  bgp: Map<string, BgpPath[]>
}

/** The network without some things, settled. `family` 6 changes which uplinks bring a default. */
function settle(plan: Plan, down: ReadonlySet<string>, family: 4 | 6): Map<string, Node> {
  const nodes = new Map<string, Node>()
  const up = (thing: string): boolean => !down.has(thing)
  for (const site of plan.network.sites.values()) {
    if (!site.active) continue
    for (const router of [site.router, ...site.cores]) {
      if (up(`router:${router.id}`))
        nodes.set(router.id, {
          id: router.id,
          core: router.role === 'core',
          neighbors: [],
          tunnels: [],
          exits: [],
          inside: new Map([[router.id, 0]]),
          outside: new Map(),
          bgp: new Map(),
        })
    }
  }
  for (const { route, active, cost, a, b } of plan.links.values()) {
    if (!active || !up(`route:${route.id}`)) continue
    const [one, other] = [nodes.get(a.router.id), nodes.get(b.router.id)]
    if (one === undefined || other === undefined) continue
    one.neighbors.push({ peer: other.id, over: `route:${route.id}`, cost })
    other.neighbors.push({ peer: one.id, over: `route:${route.id}`, cost })
  }
  for (const { uplink, active, router, gatewayV6, prefixV6, v6 } of plan.uplinks.values()) {
    const fixed = uplink.declared.routing.kind === 'static'
    const speaks = family === 4 || (gatewayV6 !== undefined && (fixed || (prefixV6 !== undefined && v6 !== undefined)))
    if (active && up(`uplink:${uplink.id}`) && speaks)
      nodes.get(router.id)?.exits.push({ id: uplink.id, fixed, translates: family === 4 || prefixV6 !== undefined })
  }
  for (const own of plan.routers.values()) {
    if (own.router.role === 'core') continue
    for (const tunnel of own.tunnels.filter(({ active }) => active)) {
      const needs = [`tunnel:${tunnel.id}`, ...(tunnel.uplink === undefined ? [] : [`uplink:${tunnel.uplink.id}`])]
      const [site, core] = [nodes.get(own.router.id), nodes.get(tunnel.core.id)]
      if (!needs.every(up) || site === undefined || core === undefined) continue
      const seen = {
        id: tunnel.id,
        site: site.id,
        core: core.id,
        preference: tunnel.preference,
        role: tunnel.circuit.declared.role,
        circuit: tunnel.circuit.id,
      }
      site.tunnels.push(seen)
      core.tunnels.push(seen)
    }
  }
  for (let round = 0; round < 200; round++) if (!talk(nodes)) return nodes
  throw new Error('the routers never came to rest')
}

/** One round in which everyone tells its neighbours everything. Answers whether somebody learnt something. */
function talk(nodes: ReadonlyMap<string, Node>): boolean {
  let news = false
  const next = new Map<string, Pick<Node, 'inside' | 'outside' | 'bgp'>>()
  for (const node of nodes.values()) {
    const inside = new Map([[node.id, 0]])
    for (const { peer, cost } of node.neighbors) {
      for (const [target, far] of (nodes.get(peer) as Node).inside)
        if (far + cost < (inside.get(target) ?? Infinity) && far < 1e7) inside.set(target, far + cost)
    }
    const outside = new Map<string, Map<string, number>>()
    for (const other of nodes.values()) {
      if (!other.core || other.id === node.id || !node.inside.has(other.id)) continue
      for (const [prefix, metric] of redistributed(other)) {
        const costs = outside.get(prefix) ?? new Map<string, number>()
        outside.set(prefix, costs)
        costs.set(other.id, metric + (node.inside.get(other.id) as number))
      }
    }
    next.set(node.id, { inside, outside, bgp: heard(nodes, node) })
  }
  for (const [id, { inside, outside, bgp }] of next) {
    const node = nodes.get(id) as Node
    if (!same(node.inside, inside) || !same(node.outside, outside) || !same(node.bgp, bgp)) news = true
    node.inside = inside
    node.outside = outside
    node.bgp = bgp
  }
  return news
}

/** Maps, lists and plain values alike, whatever their order. */
function same(a: unknown, b: unknown): boolean {
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)))
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [own, other] = [Object.entries(a), Object.entries(b)]
  return (
    own.length === other.length && own.every(([key, value], i) => other[i]?.[0] === key && same(value, other[i][1]))
  )
}

/** What a core tells OSPF: its uplink's default, and what it uses from leased sites that it heard of itself. */
function redistributed(core: Node): [string, number][] {
  const leased = [...core.bgp.keys()].filter(
    prefix => !core.inside.has(prefix) && best(core, prefix)[0]?.internal === false,
  )
  return [
    ...leased.map((prefix): [string, number] => [prefix, 20]),
    ...(core.exits.length > 0 ? [['default', 10] as [string, number]] : []),
  ]
}

function heard(nodes: ReadonlyMap<string, Node>, node: Node): Map<string, BgpPath[]> {
  const bgp = new Map<string, BgpPath[]>()
  const learn = (prefix: string, path: BgpPath): void => {
    bgp.set(prefix, [...(bgp.get(prefix) ?? []), path])
  }
  for (const tunnel of node.tunnels) {
    if (node.core)
      learn(tunnel.site, {
        preference: tunnel.preference,
        internal: false,
        from: tunnel.site,
        over: `tunnel:${tunnel.id}`,
      })
    else {
      learn('summary', {
        preference: tunnel.preference,
        internal: false,
        from: tunnel.core,
        over: `tunnel:${tunnel.id}`,
      })
      const core = nodes.get(tunnel.core) as Node
      if (core.exits.length > 0 || core.outside.has('default'))
        learn('default', {
          preference: tunnel.preference,
          internal: false,
          from: tunnel.core,
          over: `tunnel:${tunnel.id}`,
        })
    }
  }
  if (!node.core) return bgp
  for (const other of nodes.values()) {
    if (!other.core || other.id === node.id || !node.inside.has(other.id) || !other.inside.has(node.id)) continue
    for (const prefix of other.bgp.keys()) {
      const [chosen] = best(other, prefix)
      if (chosen?.internal === false)
        learn(prefix, { preference: chosen.preference, internal: true, from: other.id, over: 'loopback' })
    }
  }
  return bgp
}

/**
 * BGP's choice (RFC 4271, 9.1): local preference, then what came from outside, then the nearest next hop; equals share.
 */
function best(node: Node, prefix: string): BgpPath[] {
  const paths = node.bgp.get(prefix) ?? []
  const rank = (path: BgpPath): readonly number[] => [
    -path.preference,
    path.internal ? 1 : 0,
    path.internal ? (node.inside.get(path.from) ?? Infinity) : 0,
  ]
  const sorted = paths.toSorted((a, b) => compare(rank(a), rank(b)))
  return sorted.filter(path => compare(rank(path), rank(sorted[0] as BgpPath)) === 0)
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at])
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number)
}

// Packets.
// -------------------------------------------------------------------------------------------------------------------------

interface Step {
  readonly over: string
  readonly to: string
}

/** Where a router sends a packet for a prefix; `undefined` where it has no route or the route ends in a hole. */
function forward(nodes: ReadonlyMap<string, Node>, node: Node, prefix: string): Step[] | undefined {
  const wanted = prefix === 'default' ? ['default'] : [prefix, 'summary', 'default']
  for (const match of wanted) {
    if (match === 'summary' && node.core) return undefined
    const steps = route(nodes, node, match)
    if (steps.length > 0) return steps
  }
  return undefined
}

/** The route to exactly one prefix, of the protocol with the least distance. */
function route(nodes: ReadonlyMap<string, Node>, node: Node, prefix: string): Step[] {
  if (prefix === 'default' && node.exits.length > 0) {
    const fixed = node.exits.filter(exit => exit.fixed)
    return (fixed.length > 0 ? fixed : node.exits).map(({ id }) => ({ over: `uplink:${id}`, to: 'internet' }))
  }
  if (node.inside.has(prefix)) return towards(nodes, node, prefix)
  const external = node.outside.get(prefix)
  if (external !== undefined && !(node.core && prefix !== 'default')) {
    const least = Math.min(...external.values())
    return unique([...external].filter(([, cost]) => cost === least).flatMap(([core]) => towards(nodes, node, core)))
  }
  return unique(
    best(node, prefix).flatMap(path =>
      path.internal ? towards(nodes, node, path.from) : [{ over: path.over, to: path.from }],
    ),
  )
}

function towards(nodes: ReadonlyMap<string, Node>, node: Node, target: string): Step[] {
  const far = node.inside.get(target)
  return node.neighbors
    .filter(({ peer, cost }) => (nodes.get(peer) as Node).inside.get(target) === (far ?? NaN) - cost)
    .map(({ over, peer }) => ({ over, to: peer }))
}

function unique(steps: readonly Step[]): Step[] {
  return [...new Map(steps.map(step => [`${step.over} ${step.to}`, step])).values()]
}

/** All paths of a packet; undefined where one of them ends before the target or runs in a circle. */
function paths(nodes: ReadonlyMap<string, Node>, from: string, prefix: string): string[] | undefined {
  const found: string[] = []
  const follow = (at: string, done: readonly string[], seen: readonly string[]): boolean => {
    if (at === prefix || (prefix === 'default' && at === 'internet')) return found.push(done.join(' ')) > 0
    const node = nodes.get(at)
    if (node === undefined || seen.includes(at)) return false
    const steps = forward(nodes, node, prefix)
    return steps?.every(({ over, to }) => follow(to, [...done, `${at}>${over}>${to}`], [...seen, at])) ?? false
  }
  return nodes.has(from) && (prefix === 'default' || nodes.has(prefix)) && follow(from, [], [])
    ? found.sort()
    : undefined
}

export function search(plan: Plan, lost: ReadonlySet<string>): Found {
  const { network } = plan
  const nodes = settle(plan, lost, 4)
  const nodes6 = settle(plan, lost, 6)
  const [states, internet, ways] = [
    new Map<string, string>(),
    new Map<string, readonly [boolean, boolean]>(),
    new Map<string, Found['ways'] extends ReadonlyMap<string, infer W> ? W : never>(),
  ]
  const hub = network.hub.router.id
  for (const site of network.sites.values()) {
    if (!site.active) continue
    const id = site.router.id
    const [toHub, fromHub] = [paths(nodes, id, hub), paths(nodes, hub, id)]
    const v4 = outAndBack(nodes, id)
    const v6 = outAndBack(nodes6, id)
    const used = new Set(
      [toHub, fromHub, v4.toInternet, v4.fromInternet]
        .flatMap(list => list ?? [])
        .flatMap(path => [...path.matchAll(/>tunnel:([^/>]+)\//g)].map(match => match[1] as string)),
    )
    const intended = primaryOf(plan, site.id)
    const backup = [...used].some(
      circuit =>
        network.circuits.get(circuit)?.declared.role === 'backup' || (intended !== undefined && circuit !== intended),
    )
    const reaches = toHub !== undefined && fromHub !== undefined
    states.set(
      site.id,
      !reaches ? 'isolated' : v4.fromInternet === undefined ? 'without-internet' : backup ? 'on-backup' : 'in-service',
    )
    internet.set(site.id, [v4.fromInternet !== undefined, v6.fromInternet !== undefined])
    ways.set(site.id, { toHub, fromHub, ...v4 })
  }
  return { states, internet, ways }
}

function primaryOf({ network, leases }: Plan, site: string): string | undefined {
  let chosen: { readonly id: string; readonly preference: number } | undefined
  for (const circuit of network.circuits.values()) {
    if (circuit.site.id !== site || !circuit.active || circuit.declared.role !== 'primary') continue
    const preference = leases.get(circuit.id)?.tunnels[0]?.preference ?? 0
    if (chosen === undefined || preference > chosen.preference) chosen = { id: circuit.id, preference }
  }
  return chosen?.id
}

/** Out to the internet, and back from every core whose address the packet took. */
function outAndBack(
  nodes: ReadonlyMap<string, Node>,
  site: string,
): { readonly toInternet: readonly string[] | undefined; readonly fromInternet: readonly string[] | undefined } {
  const toInternet = paths(nodes, site, 'default')
  if (toInternet === undefined) return { toInternet, fromInternet: undefined }
  const last = toInternet.map(path => path.slice(path.lastIndexOf(' ') + 1).split('>') as [string, string, string])
  const translated = last.every(
    ([core, over]) => nodes.get(core)?.exits.find(({ id }) => `uplink:${id}` === over)?.translates === true,
  )
  const back = [...new Set(last.map(([core]) => core))].map(core => paths(nodes, core, site))
  if (!translated || back.some(list => list === undefined)) return { toInternet, fromInternet: undefined }
  return { toInternet, fromInternet: back.flatMap(list => list ?? []).sort() }
}
