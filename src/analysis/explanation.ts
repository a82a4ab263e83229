import { componentKinds, priorOf, type Component } from './component.ts'
import type { ComponentClass } from './classes.ts'

/** One way to explain what was observed: a fault in each member at the same time, in whichever of its components. */
export interface Explanation {
  readonly members: readonly Member[]
}

/** Components that nothing observed so far tells apart. */
export interface Member {
  readonly classes: readonly ComponentClass[]
  /** By prior, then by kind and id. */
  readonly components: readonly Component[]
}

/**
 * Sets of classes as few products: two that differ in one member only become one, with both in that member. The likeliest come first:
 * cable and closure before device before power (`practice.md` B3).
 */
export function factored(sets: readonly (readonly ComponentClass[])[]): Explanation[] {
  let products = sets.map(set => set.map(one => [one]))
  const size = sets[0]?.length ?? 0
  for (let member = 0; member < size; member++) products = mergedAt(aligned(products, member), member)
  return products.map(product => ({ members: product.map(memberOf).sort((a, b) => compareMembers(a, b)) })).sort(compareExplanations)
}

/** Members in an order in which those that stand in many sets come first, so that what varies comes last. */
function aligned(products: readonly (readonly ComponentClass[][])[], done: number): ComponentClass[][][] {
  const counts = new Map<ComponentClass[] | ComponentClass, number>()
  for (const product of products) for (const classes of product) for (const one of classes) counts.set(one, (counts.get(one) ?? 0) + 1)
  const weight = (classes: readonly ComponentClass[]): number => Math.max(...classes.map(one => counts.get(one) ?? 0))
  return products.map(product => [...product.slice(0, done), ...product.slice(done).sort((a, b) => weight(a) - weight(b) || compareNames(nameOf(a), nameOf(b)))])
}

function nameOf(classes: readonly ComponentClass[]): string {
  return classes[0]?.components[0]?.name ?? ''
}

/** Products that are alike but for the member at one place, as one. */
function mergedAt(products: readonly ComponentClass[][][], at: number): ComponentClass[][][] {
  const groups = Map.groupBy(products, product => product.filter((_, i) => i !== at).map(setName).sort().join(' + '))
  return [...groups.values()].map(group => {
    const [first = []] = group
    return first.map((classes, i) => (i === at ? [...new Set(group.flatMap(product => product[at] ?? []))] : classes))
  })
}

function setName(classes: readonly ComponentClass[]): string {
  return classes.map(({ components }) => components[0]?.name ?? '').sort().join()
}

function memberOf(classes: readonly ComponentClass[]): Member {
  const components = classes.flatMap(one => one.components)
  return { classes, components: components.sort((a, b) => priorOf[a.kind] - priorOf[b.kind] || kindOrder(a) - kindOrder(b) || compareNames(a.id, b.id)) }
}

function kindOrder({ kind }: Component): number {
  return componentKinds.indexOf(kind)
}

function compareMembers(a: Member, b: Member): number {
  return prior(a) - prior(b) || compareNames(a.components[0]?.name ?? '', b.components[0]?.name ?? '')
}

function compareExplanations(a: Explanation, b: Explanation): number {
  const weight = ({ members }: Explanation): number => members.reduce((sum, member) => sum + prior(member), 0)
  return weight(a) - weight(b) || compareNames(a.members[0]?.components[0]?.name ?? '', b.members[0]?.components[0]?.name ?? '')
}

function prior({ components: [first] }: Member): number {
  return first === undefined ? 0 : priorOf[first.kind]
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
