import type { Address } from '../../model/ip.ts'
import type { Circuit } from '../../model/leases.ts'
import type { LeasePlan, Plan, RouterPlan, UplinkPlan } from '../../plan/plan.ts'
import { inside } from '../../source/source.ts'
import type { From } from '../sourced.ts'
import type { Underlay } from '../tunnel.ts'
import { must } from './identity.ts'
import type { UplinkIntent } from '../uplink.ts'
import { recorded } from './places.ts'

/** The provider's side of this router's circuits. */

export function underlaysOf(plan: Plan, own: RouterPlan): Underlay[] {
  return own.leases
    .filter(({ active }) => active)
    .flatMap(lease => (own.router.role === 'core' ? hubUnderlays(plan, own, lease) : siteUnderlay(plan, own, lease)))
}

function siteUnderlay(plan: Plan, { router }: RouterPlan, { circuit, siteV4 }: LeasePlan): Underlay[] {
  const { vlan } = circuit.declared.site
  const interfaceFrom = [inside(circuit.end.origin, vlan === undefined ? 'port' : 'vlan')]
  return [
    {
      circuit: circuit.id,
      interface: { value: underlayName(router, circuit.end.port, vlan), from: interfaceFrom },
      v4: siteV4,
      description: circuit.id,

      from: [
        ...outerPlaces(plan, circuit, 'site'),
        ...(siteV4 === undefined ? interfaceFrom : []),
        circuit.at('service'),
      ],
    },
  ]
}

/**
 * What decides a circuit's outer address at an end: the address that its file gives, or the transfer prefix recorded;
 * nothing where it comes at run time.
 */
export function outerPlaces(plan: Plan, { id, declared, end }: Circuit, at: 'hub' | 'site'): From {
  if (declared.service === 'metro-ethernet') return [recorded(plan, 'transfer', id, 'vlan', 'v4')]
  if (declared.service === 'ip-vpn') return [recorded(plan, 'transfer', id, at, 'v4')]
  return declared.site.address?.kind === 'fixed' ? [inside(end.origin, 'address', 'v4')] : []
}

function hubUnderlays(plan: Plan, { router }: RouterPlan, { circuit, hubEnds }: LeasePlan): Underlay[] {
  return hubEnds
    .filter(end => end.router.id === router.id)
    .map(({ port, vlan, v4 }) => ({
      circuit: circuit.id,
      interface: {
        value: router.platform.names.subinterface(port, vlan),
        from: [circuit.at('hub', 'vlan')],
      },
      v4,
      description: circuit.id,
      from: [...outerPlaces(plan, circuit, 'hub'), circuit.at('hub', 'vlan'), circuit.at('service')],
    }))
}

/** The port itself, or the VLAN on it where the provider tags. */
export function underlayName(router: RouterPlan['router'], port: string, vlan: number | undefined): string {
  return vlan === undefined ? port : router.platform.names.subinterface(port, vlan)
}

export function uplinkIntents({ router, uplinks }: RouterPlan): UplinkIntent[] {
  return uplinks
    .filter(({ active }) => active)
    .map(({ uplink, v4, gateway, v6, gatewayV6 }: UplinkPlan): UplinkIntent => {
      const { routing, vlan, port, providerRef } = uplink.declared
      const probe: Address | undefined = routing.kind === 'static' ? must(routing.probe) : undefined
      return {
        id: uplink.id,
        interface: {
          value: underlayName(router, port, vlan),
          from: [uplink.at(vlan === undefined ? 'port' : 'vlan')],
        },
        description: `${uplink.id} ${providerRef}`,
        v4,
        gateway: { value: gateway, from: [uplink.at('address', 'gateway')] },
        v6: { value: v6, from: [uplink.at('address', 'v6')] },
        gatewayV6: { value: gatewayV6, from: [uplink.at('address', 'gatewayV6')] },
        probe: { value: probe, from: [uplink.at('routing', probe === undefined ? 'kind' : 'probe')] },
        from: [uplink.at('address', 'v4'), uplink.at('address', 'gateway')],
      }
    })
}
