import type { Network } from '../../model/network.ts'
import type { Sides } from '../parts.ts'

/** What a hand moves at a router, since no script can. */
export interface CableMove {
  readonly kind: 'route' | 'circuit' | 'uplink'
  readonly id: string
  readonly from: string
  readonly to: string
}

/** Routes, circuits and uplinks that both states have at this router, in another port. */
export function cableMoves(networks: Sides<Network>, router: string): CableMove[] {
  const now = portsAt(networks.after, router)
  return portsAt(networks.before, router).flatMap(({ kind, id, port: from }) => {
    const to = now.find(each => each.kind === kind && each.id === id)?.port
    return to === undefined || to === from ? [] : [{ kind, id, from, to }]
  })
}

interface Plugged extends Pick<CableMove, 'kind' | 'id'> {
  readonly port: string
}

function portsAt({ routes, circuits, uplinks }: Network, router: string): Plugged[] {
  return [
    ...[...routes.values()].flatMap(({ kind, id, a, b }) =>
      [a, b].flatMap(end => (end.router.id === router ? [{ kind, id, port: end.port }] : [])),
    ),
    ...[...circuits.values(), ...uplinks.values()].flatMap(({ kind, id, end }) =>
      end.router.id === router ? [{ kind, id, port: end.port }] : [],
    ),
  ]
}
