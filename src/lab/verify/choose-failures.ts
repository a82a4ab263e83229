import { itemAt } from '../../text/item-at.ts'
import type { Analysis } from '../../analysis/analysis.ts'
import type { ComponentClass } from '../../analysis/graph/classes.ts'
import type { Component, ComponentKind } from '../../analysis/graph/component.ts'

export interface Wish {
  /** Every failure, or at least so many of them; 0 for none. */
  readonly sample: number | 'all'
  readonly seed: number
}

/** Kinds of which a sample holds three each, and one that is smaller than twenty one each. */
export const sampledKinds: readonly ComponentKind[] = [
  'route',
  'router',
  'cable',
  'closure',
  'structure',
  'circuit',
  'provider',
  'uplink',
]
const eachKind = (sample: number): number => (sample < 20 ? 1 : 3)

/** A class of components with one effect fails once: none of them can be told from the others by what happens. */
export interface Failure {
  readonly failed: ComponentClass
  /** Component by whose name it goes. */
  readonly named: Component
}

/**
 * Failures that take something down; for a sample those that are always there, some of each kind, and others by the
 * seed.
 */
export function chooseFailures(analysis: Analysis, { sample, seed }: Wish): Failure[] {
  const real = analysis.classes.filter(({ elements }) => elements.length > 0)
  if (sample === 'all') return real.map(failed => ({ failed, named: itemAt(failed.components, 0) }))
  if (sample === 0) return []
  const random = randomOf(seed)
  const chosen = new Map<ComponentClass, Component>()
  for (const component of always(analysis)) take(chosen, real, component)
  for (const kind of sampledKinds) {
    const some = shuffled(
      real.filter(({ components }) => components.some(each => each.kind === kind)),
      random,
    )
    for (const failed of some) {
      if (countOf(chosen, kind) >= eachKind(sample)) break
      if (!chosen.has(failed)) chosen.set(failed, failed.components.find(each => each.kind === kind) as Component)
    }
  }
  for (const failed of shuffled(real, random)) {
    if (chosen.size >= sample) break
    if (!chosen.has(failed)) chosen.set(failed, itemAt(failed.components, 0))
  }
  return [...chosen].map(([failed, named]) => ({ failed, named }))
}

function countOf(chosen: ReadonlyMap<ComponentClass, Component>, kind: ComponentKind): number {
  return [...chosen.keys()].filter(({ components }) => components.some(each => each.kind === kind)).length
}

function take(chosen: Map<ComponentClass, Component>, real: readonly ComponentClass[], component: Component): void {
  const failed = real.find(({ components }) => components.includes(component))
  if (failed !== undefined && !chosen.has(failed)) chosen.set(failed, component)
}

/** Each core router, uplink and provider, and a pole that carries two cables. */
function always({ elements, components }: Analysis): Component[] {
  const cores = new Set(elements.cores.map(core => elements.routers[core]?.router.id))
  const fixed = components.filter(
    ({ kind, id }) => kind === 'uplink' || kind === 'provider' || (kind === 'router' && cores.has(id)),
  )
  const cablesAt = new Map<string, number>()
  for (const { cable, stations } of elements.plan.plant.cables.values()) {
    if (cable.declared.status !== 'active') continue
    for (const id of new Set(stations.map(({ structure }) => structure.id)))
      cablesAt.set(id, (cablesAt.get(id) ?? 0) + 1)
  }
  const shared = components.filter(
    ({ kind, id, elements: { length } }) => kind === 'structure' && length > 0 && (cablesAt.get(id) ?? 0) > 1,
  )
  return [...fixed, ...shared.toSorted((a, b) => b.elements.length - a.elements.length).slice(0, 1)]
}

/** Mulberry32: the same seed gives the same failures on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map(item => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}
