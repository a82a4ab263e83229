import { addressText, prefixText, type Address } from '../../model/ip.ts'
import type { LinkEnd, Plan, TunnelPlan } from '../../plan/plan.ts'
import { circuitKeyName, ospfKeyName } from '../../plan/secret-names.ts'

/*
 * What the two ends of a link or tunnel must say alike, or it is down: addresses, MTU (OSPF keeps a neighbour with another one in ExStart,
 * RFC 2328, 10.6), keys, methods, numbers of AS. Port, cost, shaping and preference are each end's own affair. What a provider hands over (VLAN,
 * gateway) is taken to change together with the router that it reaches.
 */

export function linkAgreement({ network }: Plan, [one, other]: readonly [LinkEnd, LinkEnd]): string {
  const { route, mtu, ospf, ospf3 } = one.link
  const key = ospf === undefined ? '' : ospfKeyName(network.declared.routing.ospfKey, ospf, route.id)
  return [...[one, other].flatMap(({ v4, v6 }) => [v4, v6]).map(prefixText), mtu, ospf, ospf3, key].join(' ')
}

export function tunnelAgreement(
  { network, routers }: Plan,
  { circuit, kind, ipsecMode, v4, v6, outer, port, core, site }: TunnelPlan,
): string {
  const ends = [core, site].map(({ id }) => routers.get(id))
  return [
    ...[kind, ipsecMode, port],
    ...[v4.core, v4.site, v6.core, v6.site].map(prefixText),
    ...[outer.core, outer.site].map(outerText),
    ...ends.flatMap(end => [end?.as, kind === 'wireguard' ? end?.publicKey : undefined]),
    circuitKeyName(network.declared.routing.bgpKey, circuit.id),
  ].join(' ')
}

function outerText(address: Address | undefined): string {
  return address === undefined ? 'any' : addressText(address)
}
