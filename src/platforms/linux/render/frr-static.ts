import type { Intent, StaticRoute, UplinkIntent } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'

/** Static routes, and the default of an uplink without BGP: it follows the link, since FRR 8 cannot follow a probe. */
export function frrStatics(intent: Intent): Line[] {
  return [...intent.staticRoutes.flatMap(staticRoute), ...intent.uplinks.flatMap(staticDefault)]
}

/** A gateway that DHCP names is known to networkd alone: its route stands there. */
function staticRoute(route: StaticRoute): Line[] {
  if (route.via === 'dhcp') return []
  const write = said(route.from, 'anchor')
  const to = prefixText(networkOf(route.to))
  const via = route.via === 'drop' ? 'blackhole' : addressText(route.via)
  return [route.to.family === 4 ? write`ip route ${to} ${via}` : write`ipv6 route ${to} ${via}`]
}

function staticDefault(uplink: UplinkIntent): Line[] {
  if (uplink.probe.value === undefined) return []
  const v4 = line(
    uplink.gateway.from,
  )`ip route 0.0.0.0/0 ${addressText(uplink.gateway.value)} ${uplink.interface.value}`
  if (uplink.gatewayV6.value === undefined) return [v4]
  return [
    v4,
    line(uplink.gatewayV6.from)`ipv6 route ::/0 ${addressText(uplink.gatewayV6.value)} ${uplink.interface.value}`,
  ]
}
