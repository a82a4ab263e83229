import type { Family } from '../../model/ip.ts'
import type { Network } from '../../model/network.ts'
import type { Blueprint, Host } from '../boot/blueprint.ts'
import { hasInternetV6, mayOpen } from './zone-pairs.ts'

/**
 * A packet with a source that is not the sender's, to a target that both the sender and the pretended one may open:
 * whatever refuses it, it is not the policy between zones.
 */
export interface SourceTest {
  /** Whose place it is sent from: a host's access interface, or a site's end of a tunnel. */
  readonly at: { readonly host: Host; readonly tunnel: string | undefined }
  readonly as: Host
  readonly to: Host
  readonly family: Family
}

/** From every access interface: as a host of another zone elsewhere, and as one of its own zone at another site. */
export function accessTests(blueprint: Blueprint): SourceTest[] {
  const {
    plan: { network },
    hosts,
  } = blueprint
  const inside = hosts.filter(({ router }) => router !== undefined)
  const tests = inside.flatMap((host, i) => {
    const to = targetOf(network, hosts, host, i)
    return to === undefined ? [] : both(pretended(network, inside, host, to, i), { host, tunnel: undefined }, to)
  })
  const isV6Outside = hasInternetV6(blueprint)
  return tests.filter(({ to, family }) => family === 4 || to.router !== undefined || isV6Outside)
}

/** From every site's end of every tunnel, as a site whose own filter is gone would: towards a host behind the hub. */
export function tunnelTests({ plan: { network }, hosts, routers }: Blueprint): SourceTest[] {
  const inside = hosts.filter(({ router }) => router !== undefined)
  const hub = hosts.filter(({ router }) => router === network.hub.router.id)
  return routers
    .filter(({ intent }) => intent.role === 'site')
    .flatMap(({ id, intent }) => {
      const own = inside.filter(({ router }) => router === id)
      return intent.tunnels.flatMap((tunnel, i) => {
        for (const host of own) {
          const to = hub.find(each => mayOpen(network, host, each))
          if (to === undefined) continue
          return both(pretended(network, inside, host, to, i), { host, tunnel: tunnel.id }, to)
        }
        return []
      })
    })
}

function both(sources: readonly Host[], at: SourceTest['at'], to: Host): SourceTest[] {
  return sources.flatMap(as => ([4, 6] as const).map((family): SourceTest => ({ at, as, to, family })))
}

function targetOf(network: Network, hosts: readonly Host[], host: Host, turn: number): Host | undefined {
  const able = hosts.filter(each => each.router !== host.router && mayOpen(network, host, each))
  const inside = able.filter(({ router }) => router !== undefined)
  return inside.length > 0 ? inside[turn % inside.length] : able[0]
}

function pretended(network: Network, hosts: readonly Host[], host: Host, to: Host, turn: number): Host[] {
  const able = hosts.filter(
    each => each.router !== host.router && each.router !== to.router && mayOpen(network, each, to),
  )
  const others = able.filter(({ zone }) => zone !== host.zone)
  const alike = able.filter(({ zone }) => zone === host.zone)
  return [others, alike].flatMap(some => some[turn % some.length] ?? [])
}
