import type { Plan } from '../plan/plan.ts'
import { classesOf, type ComponentClass } from './classes.ts'
import type { Component } from './component.ts'
import { componentGraph } from './components.ts'
import { elementsOf, type Elements } from './elements.ts'
import { routingWithout } from './failure.ts'
import type { Routing } from './routing.ts'
import { serviceOf, type Service } from './state.ts'

/** What every question about failures stands on. */
export interface Analysis {
  readonly elements: Elements
  readonly components: readonly Component[]
  /** By `kind:id`. */
  readonly componentOf: ReadonlyMap<string, Component>
  readonly classes: readonly ComponentClass[]
  /** With everything up; services in the order of `elements.sites`. */
  readonly whole: { readonly routing: Routing; readonly services: readonly Service[] }
}

const known = new WeakMap<Plan, Analysis>()

/** The analysis of a plan, made once, when first asked. */
export function analysisOf(plan: Plan): Analysis {
  const found = known.get(plan)
  if (found !== undefined) return found
  const made = analyse(plan)
  known.set(plan, made)
  return made
}

function analyse(plan: Plan): Analysis {
  const elements = elementsOf(plan)
  const components = componentGraph(elements)
  const routing = routingWithout(elements)
  return {
    elements, components, componentOf: new Map(components.map(component => [component.name, component])), classes: classesOf(components),
    whole: { routing, services: elements.sites.map(site => serviceOf(routing, site)) },
  }
}
