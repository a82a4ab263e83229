import type { Network } from '../model/network.ts'
import type { NeededSecret } from './needed.ts'

/**
 * Earlier names of a secret, latest first: names of secrets end in the id of the router, circuit or link that they are
 * of, and a thing that was renamed says so with `was`.
 */
export function formerNames({ routers, circuits, routes }: Network): (name: string) => readonly string[] {
  const was = new Map<string, readonly string[]>([
    ...[...routers.values()].map(({ id, was: former }) => [id, former] as const),
    ...[...circuits.values(), ...routes.values()].map(({ id, declared }) => [id, declared.was ?? []] as const),
  ])
  return name => {
    const cut = name.lastIndexOf('/') + 1
    return (was.get(name.slice(cut)) ?? []).map(former => name.slice(0, cut) + former)
  }
}

/** Of these secrets those that had other names, with them, latest first. */
export function formerOf(
  needed: readonly NeededSecret[],
  network: Network,
): Readonly<Record<string, readonly string[]>> {
  const formerly = formerNames(network)
  return Object.fromEntries(
    needed.flatMap(({ name }) => {
      const former = formerly(name)
      return former.length === 0 ? [] : [[name, former] as const]
    }),
  )
}
