import type { Network } from '../../model/network.ts'
import type { Sides } from '../parts.ts'
import type { NameAfter } from '../renames.ts'

/** What a hand moves at a router, since no script can. */
export interface CableMove {
  readonly kind: 'route' | 'circuit' | 'uplink'
  readonly id: string
  readonly from: string
  readonly to: string
}

/**
 * Routes, circuits and uplinks that both states have at this router, in another port; by the names of the new state.
 */
export function cableMoves(networks: Sides<Network>, router: Sides<string>, nameAfter: NameAfter): CableMove[] {
  const now = portsAt(networks.after, router.after)
  return portsAt(networks.before, router.before).flatMap(({ kind, id: formerId, port: from }) => {
    const id = nameAfter(`${kind}:${formerId}`).slice(kind.length + 1)
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
