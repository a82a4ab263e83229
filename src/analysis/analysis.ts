import type { Plan } from '../plan/plan.ts'
import { remembered } from '../source/remembered.ts'
import { classesOf, type ComponentClass } from './graph/classes.ts'
import type { Component } from './graph/component.ts'
import { componentGraph } from './graph/components.ts'
import { elementsOf, type Elements } from './graph/elements.ts'
import { routingWithout } from './graph/failure.ts'
import type { Routing } from './service/routing.ts'
import { serviceOf, type Service } from './graph/state.ts'
import { serviceSupport } from './locate/support.ts'

/** What every question about failures stands on. */
export interface Analysis {
  readonly elements: Elements
  readonly components: readonly Component[]
  /** By `kind:id`. */
  readonly componentOf: ReadonlyMap<string, Component>
  readonly classes: readonly ComponentClass[]
  /** What is down before anything is asked; empty but for `analysisGiven`. */
  readonly down: readonly Int32Array[]
  /** With everything up that is not down already; services in the order of `elements.sites`. */
  readonly whole: { readonly routing: Routing; readonly services: readonly Service[] }
  /** By element: sites, by their place in `elements.sites`, whose service hangs on it while all that is up stays up. */
  readonly sitesOn: () => readonly (readonly number[])[]
}

/** The analysis of a plan, made once, when first asked. */
export const analysisOf = remembered(analyse)

function analyse(plan: Plan): Analysis {
  const elements = elementsOf(plan)
  const components = componentGraph(elements)
  return {
    elements,
    components,
    componentOf: new Map(components.map(component => [component.name, component])),
    classes: classesOf(components),
    ...standing(elements, []),
  }
}

/**
 * The same network when these components have failed already: their failure is the state that every answer compares
 * with.
 */
export function analysisGiven(analysis: Analysis, given: readonly Component[]): Analysis {
  if (given.length === 0) return analysis
  return {
    ...analysis,
    ...standing(
      analysis.elements,
      given.map(component => component.elements),
    ),
  }
}

function standing(elements: Elements, down: readonly Int32Array[]): Pick<Analysis, 'down' | 'whole' | 'sitesOn'> {
  const routing = routingWithout(elements, ...down)
  let hanging: readonly (readonly number[])[] | undefined
  return {
    down,
    whole: { routing, services: elements.sites.map(site => serviceOf(routing, site)) },
    sitesOn: () => (hanging ??= sitesOnElements(elements, routing)),
  }
}

function sitesOnElements(elements: Elements, routing: Routing): number[][] {
  const found = Array.from({ length: elements.count }, (): number[] => [])
  for (const [i, { router }] of elements.sites.entries())
    for (const element of serviceSupport(routing, router)) found[element]?.push(i)
  return found
}
