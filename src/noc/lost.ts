import type { Bought } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import type { Ongoing } from './watch.ts'

/** A circuit or uplink that carries nothing any more. */
export interface Lost {
  readonly bought: Bought
  readonly fromMs: number
}

/** Uplinks that are down, and circuits of which no tunnel is left, since the last of them fell. */
export function lostAmong({ network, leases }: Plan, down: readonly Ongoing[]): Lost[] {
  const since = new Map(down.map(({ sign, fromMs }) => [sign, fromMs]))
  const uplinks = [...network.uplinks.values()].flatMap((bought): Lost[] => {
    const fromMs = since.get(`uplink:${bought.id}`)
    return fromMs === undefined ? [] : [{ bought, fromMs }]
  })
  const circuits = [...leases.keys()].flatMap((id): Lost[] => {
    const bought = network.circuits.get(id)
    const fell = tunnelSigns({ leases }, id).map(sign => since.get(sign))
    const known = fell.filter(one => one !== undefined)
    return bought === undefined || known.length === 0 || known.length < fell.length
      ? []
      : [{ bought, fromMs: Math.max(...known) }]
  })
  return [...circuits, ...uplinks]
}

/** Signs that are down while a circuit or uplink carries nothing. */
export function boughtSigns(plan: Pick<Plan, 'leases'>, { kind, id }: Bought): string[] {
  return kind === 'circuit' ? tunnelSigns(plan, id) : [`uplink:${id}`]
}

/** Signs of the tunnels that a circuit carries today; it is up while one of them is. */
export function tunnelSigns({ leases }: Pick<Plan, 'leases'>, circuit: string): string[] {
  return (leases.get(circuit)?.tunnels ?? []).filter(({ active }) => active).map(({ id }) => `tunnel:${id}`)
}
