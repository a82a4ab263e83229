import type { Named, Network } from '../../model/network.ts'
import type { Period } from '../../model/scalars.ts'
import { inside, type Place } from '../../source/source.ts'
import { boughtOf } from '../circuit/bought.ts'

export interface Declared {
  readonly thing: Named
  readonly period: Period
}

/** Every period that is declared, and where. */
export function periods(network: Network): (Declared & { readonly at: Place })[] {
  return [...network.contracts.values(), ...boughtOf(network)].map(thing => ({
    thing,
    period: thing.declared.period,
    at: inside(thing.origin, 'period'),
  }))
}
