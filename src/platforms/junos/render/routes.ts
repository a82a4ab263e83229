import type { Intent, StaticRoute, UplinkIntent } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'

export function routes({ bgp, ospf, loopback, staticRoutes, uplinks }: Intent): Line[] {
  const routerId = bgp?.routerId.value ?? ospf?.routerId
  return [
    ...(routerId === undefined
      ? []
      : [line(ospf?.from ?? loopback.from)`set routing-options router-id ${addressText(routerId)}`]),
    ...(bgp === undefined ? [] : [line(bgp.from)`set routing-options autonomous-system ${bgp.as}`]),
    ...staticRoutes.flatMap(staticRoute),
    ...uplinks.flatMap(defaults),
  ]
}

/** A gateway that DHCP names is in the provider's own instance, and needs no route here. */
function staticRoute({ to, via, from }: StaticRoute): Line[] {
  if (via === 'dhcp') return []
  const write = said(from, 'anchor')
  const target = prefixText(networkOf(to))
  if (to.family === 4)
    return [
      via === 'drop'
        ? write`set routing-options static route ${target} discard`
        : write`set routing-options static route ${target} next-hop ${addressText(via)}`,
    ]
  return [
    via === 'drop'
      ? write`set routing-options rib inet6.0 static route ${target} discard`
      : write`set routing-options rib inet6.0 static route ${target} next-hop ${addressText(via)}`,
  ]
}

/** The default of an uplink without BGP follows the link. */
function defaults({ probe, gateway, gatewayV6, v6 }: UplinkIntent): Line[] {
  if (probe.value === undefined) return []
  return [
    line(gateway.from)`set routing-options static route 0.0.0.0/0 next-hop ${addressText(gateway.value)}`,
    ...(gatewayV6.value === undefined
      ? []
      : [line(v6.from)`set routing-options rib inet6.0 static route ::/0 next-hop ${addressText(gatewayV6.value)}`]),
  ]
}
