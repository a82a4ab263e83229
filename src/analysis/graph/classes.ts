import { itemAt } from '../../text/item-at.ts'
import type { Component } from './component.ts'

/**
 * Components that take down the same elements: none can tell them apart by what fails, so each class is computed once.
 */
export interface ComponentClass {
  readonly components: readonly Component[]
  readonly elements: Int32Array
}

export function classesOf(components: readonly Component[]): ComponentClass[] {
  // Components with one effect share one array.
  const byEffect = Map.groupBy(components, ({ elements }) => elements)
  return [...byEffect.values()].map(same => ({ components: same, elements: itemAt(same, 0).elements }))
}
