import type { Intent, StaticRoute, UplinkIntent } from '../../../intent/intent.ts'
import { addressText, prefixText, type Family } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { quote } from '../text.ts'
import { underlayTable } from './addresses.ts'
import { said } from '../../said.ts'
import { menu } from './menu.ts'

const purposes: Readonly<Record<StaticRoute['why'], string>> = {
  'tunnel-end': 'end of a tunnel, never through a tunnel',
  summary: 'anchor of the announced aggregate',
  'nat-pool': 'anchor of the translation pool',
  'own-prefix': 'anchor of an announced prefix',
}

/** Tables that providers with addresses at run time fill. They stand before the DHCP clients that name them. */
export function tables({ underlays }: Intent): Line[] {
  return menu(
    '/routing table',
    underlays
      .filter(({ v4 }) => v4 === undefined)
      .map(
        underlay =>
          line([], 'host-route')`add name=${underlayTable(underlay)} fib comment=${quote(underlay.description)}`,
      ),
  )
}

export function staticRoutes(intent: Intent): Line[] {
  return [
    ...menu('/routing rule', tunnelEnds(intent)),
    ...menu('/ip route', [...routes(intent, 4), ...intent.uplinks.flatMap(trackedDefault)]),
    ...menu('/ipv6 route', [...routes(intent, 6), ...intent.uplinks.flatMap(defaultV6)]),
  ]
}

/** Where the next hop is known only at run time, a rule and the provider's table take the host route's place. */
function tunnelEnds({ underlays, staticRoutes }: Intent): Line[] {
  return staticRoutes
    .filter(({ via }) => via === 'dhcp')
    .flatMap(({ to, interface: name, why, from }) =>
      underlays
        .filter(underlay => underlay.interface.value === name)
        .map(
          underlay =>
            line(
              from,
            )`add dst-address=${prefixText(to)} action=lookup-only-in-table table=${underlayTable(underlay)} comment=${quote(purposes[why])}`,
        ),
    )
}

function routes({ staticRoutes }: Intent, family: Family): Line[] {
  return staticRoutes.filter(({ to }) => to.family === family).flatMap(routeLine)
}

function routeLine({ to, via, why, from }: StaticRoute): Line[] {
  const start = said(from, 'anchor')
  if (via === 'dhcp') return []
  if (via === 'drop') return [start`add dst-address=${prefixText(to)} blackhole comment=${quote(purposes[why])}`]
  return [start`add dst-address=${prefixText(to)} gateway=${addressText(via)} comment=${quote(purposes[why])}`]
}

/**
 * The default's next hop is an address behind the provider, reached over the provider alone. Only routes of scope 11
 * and less can resolve it, so that a default learnt from elsewhere does not; when the probe is silent, the default
 * goes.
 */
function trackedDefault({ probe, gateway, id, from }: UplinkIntent): Line[] {
  if (probe.value === undefined) return []
  return [
    line(
      probe.from,
    )`add dst-address=${addressText(probe.value)}/32 gateway=${addressText(gateway.value)} scope=10 comment=${quote(`probe of ${id}`)}`,
    line([
      ...probe.from,
      ...from,
    ])`add dst-address=0.0.0.0/0 gateway=${addressText(probe.value)} scope=30 target-scope=11 check-gateway=ping comment=${quote(`default while the probe of ${id} answers`)}`,
  ]
}

/** There is no probe in IPv6: the provider's own router is asked. */
function defaultV6({ probe, gatewayV6, id }: UplinkIntent): Line[] {
  if (probe.value === undefined || gatewayV6.value === undefined) return []
  return [
    line(
      gatewayV6.from,
    )`add dst-address=::/0 gateway=${addressText(gatewayV6.value)} check-gateway=ping comment=${quote(`default while the gateway of ${id} answers`)}`,
  ]
}
