import type { Intent, StaticRoute, UplinkIntent } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText, type Address } from '../../../model/ip.ts'
import { block } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { masked } from './acl.ts'
import { places } from './places.ts'

export function staticRoutes({ staticRoutes, uplinks }: Intent): Line[] {
  return [...staticRoutes.flatMap(route), ...uplinks.flatMap(trackedDefault)]
}

function route({ to, via, interface: over, why, from }: StaticRoute): Line[] {
  const write = said(from, 'anchor')
  if (via === 'dhcp') return [write`ip route ${masked(networkOf(to))} ${over ?? 'Null0'} dhcp`]
  if (to.family === 4)
    return [
      via === 'drop'
        ? write`ip route ${masked(networkOf(to))} Null0 name ${why}`
        : write`ip route ${masked(networkOf(to))} ${addressText(via)} name ${why}`,
    ]
  return [
    via === 'drop'
      ? write`ipv6 route ${prefixText(networkOf(to))} Null0 name ${why}`
      : write`ipv6 route ${prefixText(networkOf(to))} ${addressText(via)} name ${why}`,
  ]
}

/** A tracked default and what tracks it. In IPv6 there is no probe: the provider's own router is asked. */
function tracked(
  uplinks: readonly UplinkIntent[],
): { readonly number: number; readonly target: Address; readonly uplink: UplinkIntent }[] {
  return uplinks.flatMap((uplink, i) =>
    uplink.probe === undefined
      ? []
      : [
          { number: 10 * (i + 1) + 4, target: uplink.probe, uplink },
          ...(uplink.gatewayV6 === undefined ? [] : [{ number: 10 * (i + 1) + 6, target: uplink.gatewayV6, uplink }]),
        ],
  )
}

/** Probes stand before the routes that follow them. */
export function probes({ uplinks }: Intent): Line[] {
  return tracked(uplinks).flatMap(({ number, target, uplink: { interface: over, probeFrom, from } }) => {
    const write = line(places(probeFrom, from))
    const alive = line([], 'living-default')
    return [
      ...block(
        alive`ip sla ${number}`,
        block(write`icmp-echo ${addressText(target)} source-interface ${over}`, [
          alive`threshold 1000`,
          alive`timeout 2000`,
          alive`frequency 5`,
        ]),
      ),
      alive`ip sla schedule ${number} life forever start-time now`,
      ...block(alive`track ${number} ip sla ${number} reachability`, [alive`delay down 10 up 20`]),
    ]
  })
}

/** The probe goes by the provider's gateway alone; when it is silent, the default goes. */
function trackedDefault(uplink: UplinkIntent, index: number): Line[] {
  const { probe, probeFrom, gateway, gatewayV6, from, gatewayFrom = from, gatewayV6From = from } = uplink
  if (probe === undefined) return []
  const write = line(gatewayFrom)
  const number = 10 * (index + 1)
  const via = new Quoted('0.0.0.0 0.0.0.0')
  return [
    line(probeFrom)`ip route ${addressText(probe)} 255.255.255.255 ${addressText(gateway)} name probe`,
    write`ip route ${via} ${addressText(gateway)} name uplink track ${number + 4}`,
    ...(gatewayV6 === undefined
      ? []
      : [line(gatewayV6From)`ipv6 route ::/0 ${addressText(gatewayV6)} track ${number + 6}`]),
  ]
}
