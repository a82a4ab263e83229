import { tunnelsOf } from '../../intent/build/tunnels.ts'
import type { Router } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { byText } from '../../text/order.ts'

/** A router that ends WireGuard tunnels: it has one pair for all of them. */
export interface PairOwner {
  readonly router: Router
  /** As the ledger has it. */
  readonly publicKey: string | undefined
  /** Name of the private half, as the configurations refer to it. */
  readonly secret: string
  /** Ids of the routers whose configurations hold the public half. */
  readonly farEnds: readonly string[]
}

/** A circuit whose tunnels are IPsec: both ends of all of them share one key. */
export interface SharedKey {
  readonly circuit: string
  readonly secret: string
  /** What it was called before the circuit was renamed. */
  readonly formerSecrets: readonly string[]
  readonly routers: readonly string[]
}

export interface KeyEnds {
  readonly pairs: readonly PairOwner[]
  readonly shared: readonly SharedKey[]
}

/** Every key that the active tunnels of a network refer to, by router and by circuit, sorted. */
export function keyEnds(plan: Plan): KeyEnds {
  const ends = [...plan.routers.values()].flatMap(own => tunnelsOf(plan, own).map(tunnel => ({ own, tunnel })))
  const byKind = Map.groupBy(ends, ({ tunnel }) => tunnel.kind === 'wireguard')
  const pairs = [...Map.groupBy(byKind.get(true) ?? [], ({ own }) => own)].map(
    ([{ router, publicKey }, here]): PairOwner => ({
      router,
      publicKey,
      secret: here[0]?.tunnel.key.secret ?? '',
      farEnds: sortedNames(here.map(({ tunnel }) => tunnel.peer)),
    }),
  )
  const shared = [...Map.groupBy(byKind.get(false) ?? [], ({ tunnel }) => tunnel.circuit)].map(
    ([circuit, here]): SharedKey => {
      const secret = here[0]?.tunnel.key.secret ?? ''
      const was = plan.network.circuits.get(circuit)?.declared.was ?? []
      // Names of secrets end in their owner's.
      return {
        circuit,
        secret,
        formerSecrets: was.map(former => secret.slice(0, -circuit.length) + former),
        routers: sortedNames(here.map(({ own }) => own.router.id)),
      }
    },
  )
  return { pairs: sortedBy(pairs, ({ router }) => router.id), shared: sortedBy(shared, ({ circuit }) => circuit) }
}

function sortedNames(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}

function sortedBy<T>(things: readonly T[], nameOf: (thing: T) => string): T[] {
  return things.toSorted(byText(nameOf))
}
