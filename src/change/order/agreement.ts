import { addressText, prefixText, type Address } from '../../model/ip.ts'
import type { LinkEnd, LinkPlan, Plan, TunnelPlan } from '../../plan/plan.ts'
import { agreeOnKeys, rotationOf, takesTwoKeys } from '../../plan/rotation.ts'
import { circuitKeyName, ospfKeyName } from '../../plan/secret-names.ts'
import type { Sides } from '../parts.ts'

/*
 * What the two ends of a link or tunnel must say alike, or it is down: addresses, MTU (OSPF keeps a neighbour with
 * another one in ExStart, RFC 2328, 10.6), keys, methods, numbers of AS. Port, cost, shaping and preference are each
 * end's own affair. What a provider hands over (VLAN, gateway) is taken to change together with the router that it
 * reaches.
 */

export function linkAgreement(plans: Sides<Plan>, side: keyof Sides<Plan>, ends: readonly [LinkEnd, LinkEnd]): string {
  const [{ link }] = ends
  const { mtu, ospf, ospf3 } = link
  const key = ospf === undefined && ospf3 === undefined ? '' : keyAgreement(plans, side, link)
  return [...ends.flatMap(({ v4, v6 }) => [v4, v6]).map(prefixText), mtu, ospf, ospf3, key].join(' ')
}

/**
 * The same in both states where two keys are taken and one step of a rotation lies between them; else the key that is
 * sent by.
 */
function keyAgreement(plans: Sides<Plan>, side: keyof Sides<Plan>, link: LinkPlan): string {
  const declared = (plan: Plan) => plan.network.declared.routing.ospfKey
  if (takesTwoKeys(link) && agreeOnKeys(declared(plans.before), declared(plans.after))) return 'either'
  const { sent } = rotationOf(declared(plans[side]))
  return `${sent.keyId}:${ospfKeyName(sent, link.ospf ?? 'sha256', link.route.id)}`
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
