import { entryOf } from '../../text/item-at.ts'
import type { Network } from '../../model/network.ts'
import { placeOf } from '../../plan/plant/place.ts'
import type { RoutePlan } from '../../plan/plant/plant-plan.ts'
import { componentsOf } from '../../plan/plant/shared-risk.ts'
import { componentKinds, type Component, type ComponentKind } from './component.ts'
import { withDependents, type Elements } from './elements.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { compareText } from '../../text/order.ts'

/** Everything that can fail, with what it takes down; sorted by kind and id. What is planned or retired is not here. */
export function componentGraph(elements: Elements): Component[] {
  const draft = new Map<string, Draft>()
  for (const part of [plantParts, boughtParts, deviceParts, powerParts])
    part(elements, (kind, id, ...down) => add(draft, kind, id, down))
  const order = new Map(componentKinds.map((kind, i) => [kind, i]))
  const effectOf = sharedEffects(elements)
  return [...draft.values()]
    .sort((a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) || compareText(a.id, b.id))
    .map(({ kind, id, down }) => ({ kind, id, name: `${kind}:${id}`, elements: effectOf(down) }))
}

/** The same array for the same effect: a long cable's poles are many, and what they take down is one. */
function sharedEffects(elements: Elements): (down: readonly number[]) => Int32Array {
  const byCause = new Map<string, Int32Array>()
  const byEffect = new Map<string, Int32Array>()
  return down => {
    const cause = down.join()
    const found = byCause.get(cause)
    if (found !== undefined) return found
    const made = withDependents(elements, down)
    const effect = byEffect.get(made.join()) ?? made
    byEffect.set(made.join(), effect)
    byCause.set(cause, effect)
    return effect
  }
}

interface Draft {
  readonly kind: ComponentKind
  readonly id: string
  readonly down: number[]
}

type Add = (kind: ComponentKind, id: string, ...down: readonly number[]) => void

function add(draft: Map<string, Draft>, kind: ComponentKind, id: string, down: readonly number[]): void {
  const name = `${kind}:${id}`
  const found = draft.get(name)
  if (found === undefined) draft.set(name, { kind, id, down: [...down] })
  else for (const element of down) if (found.down.at(-1) !== element) found.down.push(element)
}

/** Structures, spans, cables, lit cores: what the light of each route passes. */
function plantParts(elements: Elements, add: Add): void {
  const {
    plan: { network },
    links,
    firstLink,
  } = elements
  const opened = openedCables(network)
  const plant = planPlant(network)
  for (const structure of network.structures.values())
    if (built(structure)) add(structureKind(structure.declared.kind), structure.id)
  for (const span of network.spans.values()) if (built(span)) add('span', span.id)
  for (const cable of network.cables.values()) if (built(cable)) add('cable', cable.id)
  for (const [i, { route }] of links.entries()) {
    const link = firstLink + i
    add('route', route.id, link)
    const lit = plant.routes.get(route.id)
    if (lit === undefined) continue
    for (const named of passed(network, lit, opened)) add(named.kind, named.id, link)
    for (const { cores } of lit.strands)
      for (const [hop, core] of cores.entries()) add('core', `${lit.hops[hop]?.cable.cable.id}/${core}`, link)
  }
}

function built({ declared }: { readonly declared: { readonly status: string } }): boolean {
  return declared.status === 'active'
}

function structureKind(kind: string): 'closure' | 'structure' | 'building' {
  if (kind === 'building') return 'building'
  return kind === 'closure' || kind === 'odf' ? 'closure' : 'structure'
}

interface Passed {
  readonly kind: ComponentKind
  readonly id: string
}

/**
 * What a route passes, with what that hangs on or stands in, and with the closures in which a cable on the way is open
 * although its own core is not cut there.
 */
function passed(network: Network, lit: RoutePlan, opened: ReadonlyMap<string, ReadonlyMap<string, string>>): Passed[] {
  const found: Passed[] = []
  for (const { kind, id } of componentsOf(lit)) {
    if (kind === 'span' && isBuilt(network.spans.get(id))) {
      found.push({ kind, id })
      const trench = network.spans.get(id)?.declared.trench
      if (trench !== undefined) found.push({ kind: 'trench', id: trench })
    }
    if (kind === 'cable' && isBuilt(network.cables.get(id))) found.push({ kind, id })
    if (kind === 'structure') found.push(...carriers(network, id))
  }
  for (const { cable, fromStation, toStation } of lit.hops) {
    const closures = opened.get(cable.cable.id)
    if (closures === undefined) continue
    for (const { structure } of cable.stations.slice(
      Math.min(fromStation, toStation),
      Math.max(fromStation, toStation) + 1,
    )) {
      const closure = closures.get(placeOf(structure))
      if (closure !== undefined) found.push(...carriers(network, closure))
    }
  }
  return found
}

/** Closures in which a cable is open, by cable and by place. */
function openedCables({ splices }: Network): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const opened = new Map<string, Map<string, string>>()
  for (const { closure, declared } of splices) {
    for (const strand of [declared.a, declared.b]) {
      const cable = strand.slice(0, strand.indexOf('/'))
      const places = opened.get(cable) ?? new Map<string, string>()
      opened.set(cable, places.set(placeOf(closure), closure.id))
    }
  }
  return opened
}

function isBuilt(thing: { readonly declared: { readonly status: string } } | undefined): boolean {
  return thing !== undefined && built(thing)
}

function carriers({ structures }: Network, id: string): Passed[] {
  const found: Passed[] = []
  let current = structures.get(id)
  for (let depth = 0; current !== undefined && depth < 10; depth++) {
    if (built(current)) found.push({ kind: structureKind(current.declared.kind), id: current.id })
    current = current.declared.atStructure === undefined ? undefined : structures.get(current.declared.atStructure)
  }
  return found
}

/** Circuits, their tunnels, hand-offs and provider networks; uplinks. */
function boughtParts({ plan: { network }, tunnels, uplinks, firstTunnel, firstUplink }: Elements, add: Add): void {
  for (const handoff of network.handoffs.values()) add('handoff', handoff.id)
  for (const [i, { id, circuit }] of tunnels.entries()) {
    const tunnel = firstTunnel + i
    add('tunnel', id, tunnel)
    add('circuit', circuit.id, tunnel)
    add('provider', circuit.provider.id, tunnel)
    if (circuit.handoff === undefined) continue
    add('handoff', circuit.handoff.id, tunnel)
    add('provider', circuit.handoff.provider.id, tunnel)
  }
  for (const [i, { uplink }] of uplinks.entries()) {
    add('uplink', uplink.id, firstUplink + i)
    add('provider', uplink.provider.id, firstUplink + i)
  }
}

/** Routers and the ports that carry something. */
function deviceParts(
  { routers, links, tunnels, uplinks, firstLink, firstTunnel, firstUplink }: Elements,
  add: Add,
): void {
  for (const [i, { router }] of routers.entries()) add('router', router.id, i)
  for (const [i, { a, b }] of links.entries())
    for (const end of [a, b]) add('port', `${end.router.id}/${end.port}`, firstLink + i)
  for (const [i, { circuit, core }] of tunnels.entries()) {
    add('port', `${circuit.end.router.id}/${circuit.end.port}`, firstTunnel + i)
    const port = circuit.handoff?.ports.find(end => end.router.id === core.id)
    if (port !== undefined) add('port', `${core.id}/${port.port}`, firstTunnel + i)
  }
  for (const [i, { uplink }] of uplinks.entries())
    add('port', `${uplink.end.router.id}/${uplink.end.port}`, firstUplink + i)
}

/**
 * Power feeders, and buildings with a core router. A site with a generator outlives its feeder; batteries only put off
 * what is predicted here. Which routers stand in a building follows from the ODF at which their light begins.
 */
function powerParts({ plan: { network }, routers, links }: Elements, add: Add): void {
  for (const [i, { site }] of routers.entries()) {
    const { power } = site.declared
    if (power?.feeder === undefined) continue
    if (power.generator === true) add('feeder', power.feeder)
    else add('feeder', power.feeder, i)
  }
  const plant = planPlant(network)
  const numberOf = new Map(routers.map(({ router }, i) => [router.id, i]))
  for (const { route, a, b } of links) {
    const hops = plant.routes.get(route.id)?.hops ?? []
    for (const [structure, router] of [
      [hops[0]?.from, a.router],
      [hops.at(-1)?.to, b.router],
    ] as const) {
      for (const { kind, id } of structure === undefined ? [] : carriers(network, structure.id))
        if (kind === 'building') add('building', id, entryOf(numberOf, router.id))
    }
  }
}
