import { componentKinds, priorOf, type Component } from '../graph/component.ts'
import type { ComponentClass } from '../graph/classes.ts'
import { compareText } from '../../text/order.ts'

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

type Product = readonly (readonly ComponentClass[])[]

/**
 * Sets of classes as few products: those that are alike but for one member become one, with all of theirs in that
 * member. The likeliest come first: cable and closure before device before power (`practice.md` B3).
 */
export function factored(sets: readonly (readonly ComponentClass[])[]): Explanation[] {
  let products: readonly Product[] = sets.map(set => set.map(one => [one]))
  for (let before = Infinity; products.length < before; ) {
    before = products.length
    products = merged(products)
  }
  return products.map(product => ({ members: product.map(memberOf).sort(compareMembers) })).sort(compareExplanations)
}

interface Slot {
  readonly product: Product
  readonly at: number
}

/** One round: the largest groups first, each product in one group at most. */
function merged(products: readonly Product[]): Product[] {
  const slots = products.flatMap(product => product.map((_, at): Slot => ({ product, at })))
  const groups = Map.groupBy(slots, ({ product, at }) =>
    product
      .filter((_, i) => i !== at)
      .map(setName)
      .sort()
      .join(' + '),
  )
  const used = new Set<Product>()
  const made: Product[] = []
  for (const [, group] of [...groups].sort(([a, one], [b, other]) => other.length - one.length || compareText(a, b))) {
    const free = group.filter(({ product }) => !used.has(product))
    const [first] = free
    if (first === undefined || free.length < 2) continue
    for (const { product } of free) used.add(product)
    made.push(
      first.product.map((classes, i) =>
        i === first.at ? [...new Set(free.flatMap(({ product, at }) => product[at] ?? []))] : classes,
      ),
    )
  }
  return [...made, ...products.filter(product => !used.has(product))]
}

function setName(classes: readonly ComponentClass[]): string {
  return classes
    .map(({ components }) => components[0]?.name ?? '')
    .sort()
    .join()
}

/** What nothing tells apart as one member. */
export function memberOf(classes: readonly ComponentClass[]): Member {
  const components = classes.flatMap(one => one.components)
  return {
    classes,
    components: components.sort(
      (a, b) => priorOf[a.kind] - priorOf[b.kind] || kindOrder(a) - kindOrder(b) || compareText(a.id, b.id),
    ),
  }
}

function kindOrder({ kind }: Component): number {
  return componentKinds.indexOf(kind)
}

function compareMembers(a: Member, b: Member): number {
  return prior(a) - prior(b) || compareText(a.components[0]?.name ?? '', b.components[0]?.name ?? '')
}

function compareExplanations(a: Explanation, b: Explanation): number {
  const weight = ({ members }: Explanation): number => members.reduce((sum, member) => sum + prior(member), 0)
  return (
    weight(a) - weight(b) ||
    compareText(a.members[0]?.components[0]?.name ?? '', b.members[0]?.components[0]?.name ?? '')
  )
}

function prior({ components: [first] }: Member): number {
  return first === undefined ? 0 : priorOf[first.kind]
}
