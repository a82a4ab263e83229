import { uplinkProbe } from '../../../intent/decided.ts'
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
    uplink.probe.value === undefined
      ? []
      : [
          { number: 10 * (i + 1) + 4, target: uplink.probe.value, uplink },
          ...(uplink.gatewayV6.value === undefined
            ? []
            : [{ number: 10 * (i + 1) + 6, target: uplink.gatewayV6.value, uplink }]),
        ],
  )
}

/** Probes stand before the routes that follow them. */
export function probes({ uplinks }: Intent): Line[] {
  return tracked(uplinks).flatMap(({ number, target, uplink: { interface: over, probe, from } }) => {
    const write = line(places(probe.from, from))
    const alive = line([], 'living-default')
    return [
      ...block(
        alive`ip sla ${number}`,
        block(write`icmp-echo ${addressText(target)} source-interface ${over.value}`, [
          alive`threshold ${uplinkProbe.slowMs}`,
          alive`timeout ${uplinkProbe.timeoutMs}`,
          alive`frequency ${uplinkProbe.everySeconds}`,
        ]),
      ),
      alive`ip sla schedule ${number} life forever start-time now`,
      ...block(alive`track ${number} ip sla ${number} reachability`, [
        alive`delay down ${uplinkProbe.downAfterSeconds} up ${uplinkProbe.upAfterSeconds}`,
      ]),
    ]
  })
}

/** The probe goes by the provider's gateway alone; when it is silent, the default goes. */
function trackedDefault(uplink: UplinkIntent, index: number): Line[] {
  const { probe, gateway, gatewayV6 } = uplink
  if (probe.value === undefined) return []
  const write = line(gateway.from)
  const number = 10 * (index + 1)
  const via = new Quoted('0.0.0.0 0.0.0.0')
  return [
    line(probe.from)`ip route ${addressText(probe.value)} 255.255.255.255 ${addressText(gateway.value)} name probe`,
    write`ip route ${via} ${addressText(gateway.value)} name uplink track ${number + 4}`,
    ...(gatewayV6.value === undefined
      ? []
      : [line(gatewayV6.from)`ipv6 route ::/0 ${addressText(gatewayV6.value)} track ${number + 6}`]),
  ]
}
