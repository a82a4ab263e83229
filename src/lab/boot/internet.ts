import type { BgpNeighbor, Intent } from '../../intent/intent.ts'
import { addressText, networkOf, prefixText, type Address } from '../../model/ip.ts'
import type { Plan } from '../../plan/plan.ts'
import { throwAwayKey } from './secrets.ts'

interface InternetLan {
  readonly v4: Address
  readonly v6: Address
  readonly hostV4: Address
  readonly hostV6: Address
}

/**
 * What is behind every uplink: one router that speaks BGP with those cores that do, knows the pools of the others by
 * static routes, and has one host. It also knows the way to the network's own prefixes, which nobody outside should:
 * only so can a filter prove that it stops them.
 */
export function internetConf(plan: Plan, intents: readonly Intent[], lan: InternetLan): string {
  const uplinks = intents.flatMap(({ uplinks, bgp, nat, npt }) =>
    uplinks.map(uplink => ({ uplink, neighbor: bgp?.neighbors.find(({ id }) => id.value === uplink.id), nat, npt })),
  )
  const lines = [
    'frr defaults traditional',
    'interface lan',
    ` ip address ${addressText(lan.v4)}/24`,
    ` ipv6 address ${addressText(lan.v6)}/64`,
    'exit',
    ...uplinks.flatMap(({ uplink }, i) => [
      `interface up${i}`,
      ` ip address ${addressText(uplink.gateway.value)}/${uplink.v4.length}`,
      ...(uplink.gatewayV6.value === undefined
        ? []
        : [` ipv6 address ${addressText(uplink.gatewayV6.value)}/${uplink.v6.value?.length ?? 64}`]),
      'exit',
    ]),
    ...uplinks.flatMap(({ uplink }) =>
      uplink.probe.value === undefined
        ? []
        : [`ip route ${addressText(uplink.probe.value)}/32 ${addressText(lan.hostV4)}`],
    ),
    ...uplinks.flatMap(({ uplink, neighbor, nat, npt }) =>
      neighbor === undefined ? poolRoutes(uplink, nat, npt) : [],
    ),
    ...insideRoutes(
      plan,
      uplinks.map(({ uplink }) => uplink),
    ),
    ...bgpLines(uplinks.flatMap(({ neighbor }) => neighbor ?? [])),
  ]
  return lines.join('\n') + '\n'
}

type Uplink = Intent['uplinks'][number]

function poolRoutes({ interface: name, v4, v6 }: Uplink, nat: Intent['nat'], npt: Intent['npt']): string[] {
  const sixth = v6.value
  return [
    ...nat
      .filter(({ out }) => out === name.value)
      .map(({ pool }) => `ip route ${prefixText(networkOf(pool))} ${addressText(v4)}`),
    ...(sixth === undefined
      ? []
      : npt
          .filter(({ out }) => out === name.value)
          .map(({ outside }) => `ipv6 route ${prefixText(networkOf(outside))} ${addressText(sixth)}`)),
  ]
}

function insideRoutes({ aggregateV4, ula }: Plan, uplinks: readonly Uplink[]): string[] {
  const sixth = uplinks.find(({ v6 }) => v6.value !== undefined)?.v6.value
  const fourth = uplinks[0]?.v4
  return [
    ...(fourth === undefined ? [] : [`ip route ${prefixText(networkOf(aggregateV4))} ${addressText(fourth)}`]),
    ...(sixth === undefined ? [] : [`ipv6 route ${prefixText(networkOf(ula))} ${addressText(sixth)}`]),
  ]
}

/** Providers of several AS numbers are one daemon here: all but the first use `local-as`. */
function bgpLines(neighbors: readonly BgpNeighbor[]): string[] {
  const as = neighbors[0]?.remoteAs
  if (as === undefined) return []
  return [
    `router bgp ${as}`,
    ' bgp router-id 198.18.0.1',
    ' no bgp ebgp-requires-policy',
    ' no bgp default ipv4-unicast',
    ' timers bgp 2 6',
    ...neighbors.flatMap(neighbor => [
      ...sessionLines(neighbor, as, neighbor.v4.local, 'ipv4'),
      ...(neighbor.v6.value === undefined ? [] : sessionLines(neighbor, as, neighbor.v6.value.local, 'ipv6')),
    ]),
    'exit',
  ]
}

function sessionLines(
  { localAs, remoteAs, password }: BgpNeighbor,
  as: number,
  local: Address,
  family: 'ipv4' | 'ipv6',
): string[] {
  const peer = addressText(local)
  return [
    ` neighbor ${peer} remote-as ${localAs.value ?? 0}`,
    ...(remoteAs === as ? [] : [` neighbor ${peer} local-as ${remoteAs} no-prepend replace-as`]),
    ...(password.value === undefined ? [] : [` neighbor ${peer} password ${throwAwayKey(password.value.secret)}`]),
    ` neighbor ${peer} timers connect 2`,
    ` address-family ${family} unicast`,
    `  neighbor ${peer} activate`,
    `  neighbor ${peer} default-originate`,
    ' exit-address-family',
  ]
}
