import type { Bought, Circuit, Contract, Network, Router } from '../../model/network.ts'
import type { PortModel } from '../../model/platform.ts'
import { inside, type Place } from '../../source/source.ts'

/** Circuits and uplinks: what is bought from a provider by the month. */
export function boughtOf({ circuits, uplinks }: Network): Bought[] {
  return [...circuits.values(), ...uplinks.values()]
}

/** Where a contract of a term is named: one id, or an item of a list. */
export function contractPlace({ declared, at }: Bought['terms'][number], contract: Contract): Place {
  const { contract: named } = declared
  return Array.isArray(named) ? inside(at('contract'), named.indexOf(contract.id)) : at('contract')
}

/** The terms in which it is bought, each with itself. */
export function termsOf(bought: Bought): { readonly bought: Bought; readonly term: Bought['terms'][number] }[] {
  return bought.kind === 'circuit'
    ? circuitTermsOf(bought)
    : bought.terms.filter(({ declared }) => declared.status !== 'retired').map(term => ({ bought, term }))
}

export function circuitTermsOf(
  bought: Circuit,
): { readonly bought: Circuit; readonly term: Circuit['terms'][number] }[] {
  return bought.terms.filter(({ declared }) => declared.status !== 'retired').map(term => ({ bought, term }))
}

export function idPlace({ kind, origin }: Bought): Place {
  return inside(origin, kind)
}

export function portOf({ model }: Router, name: string): PortModel | undefined {
  return model.ports.find(port => port.name === name)
}

export function activeOf<Item extends { readonly active: boolean }>(items: readonly Item[] | undefined): Item[] {
  return (items ?? []).filter(({ active }) => active)
}

export function leasedActive({ circuits }: Network): Circuit[] {
  return [...circuits.values()].filter(({ active }) => active)
}
