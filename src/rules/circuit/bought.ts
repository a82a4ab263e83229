import type { Bought, Circuit, Network, Router } from '../../model/network.ts'
import type { PortModel } from '../../model/platform.ts'
import { inside, type Place } from '../../source/source.ts'

/** Circuits and uplinks: what is bought from a provider by the month. */
export function boughtOf({ circuits, uplinks }: Network): Bought[] {
  return [...circuits.values(), ...uplinks.values()]
}

/** Where the `i`th contract of a circuit or uplink is named: one id, or an item of a list. */
export function contractPlace({ declared, origin }: Bought, i: number): Place {
  return Array.isArray(declared.contract) ? inside(origin, 'contract', i) : inside(origin, 'contract')
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
