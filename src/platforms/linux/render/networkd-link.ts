import type { From, Intent, Management, Shaper } from '../../../intent/intent.ts'
import { hostPrefix, networkOf, prefixText, type Prefix } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'

/** What the `.network` file of an interface holds beside its own nature, by the interface's name. */
export interface LinkIndex {
  readonly addresses: ReadonlyMap<string, readonly Line[]>
  /** VLAN devices that stand on a port. */
  readonly vlans: ReadonlyMap<string, readonly Line[]>
  /** Interfaces that get their address from the provider. */
  readonly dynamic: ReadonlyMap<string, From>
  /** `[Route]` lines of host routes to tunnel ends by a gateway that is known at run time only. */
  readonly routes: ReadonlyMap<string, readonly (readonly Line[])[]>
  readonly shapers: ReadonlyMap<string, Shaper>
}

export function linkIndex(intent: Intent): LinkIndex {
  return {
    addresses: byInterface(addressItems(intent)),
    vlans: byInterface(
      intent.subinterfaces.map(each => ({ interface: each.port, value: line(each.from)`VLAN=${each.interface}` })),
    ),
    dynamic: new Map(
      intent.underlays.filter(({ v4 }) => v4 === undefined).map(underlay => [underlay.interface.value, underlay.from]),
    ),
    routes: byInterface(
      intent.staticRoutes.flatMap(route => {
        if (route.via !== 'dhcp' || route.interface === undefined) return []
        const destination = line(route.from)`Destination=${prefixText(networkOf(route.to))}`
        return [{ interface: route.interface, value: [destination, line([], 'host-route')`Gateway=_dhcp4`] }]
      }),
    ),
    shapers: new Map(intent.shapers.map(shaper => [shaper.interface, shaper])),
  }
}

interface Item<Value> {
  readonly interface: string
  readonly value: Value
}

function addressItems(intent: Intent): Item<Line>[] {
  return [
    ...addresses(intent.loopback.interface, [intent.loopback.v4, intent.loopback.v6], intent.loopback.from),
    ...intent.fibre.flatMap(link => addresses(link.interface.value, [link.v4, link.v6], link.from)),
    ...intent.underlays.flatMap(underlay => addresses(underlay.interface.value, [underlay.v4], underlay.from)),
    ...intent.uplinks.flatMap(uplink => [
      ...addresses(uplink.interface.value, [uplink.v4], uplink.from),
      ...addresses(uplink.interface.value, [uplink.v6.value], uplink.v6.from),
    ]),
    ...intent.nat.flatMap(({ out, onLink, from }) => addresses(out, onLink.map(hostPrefix), from)),
    ...localAddresses(intent.management),
    ...(intent.access?.segments ?? []).flatMap(segment => [
      ...addresses(segment.interface, [segment.v4.value], segment.v4.from),
      ...addresses(segment.interface, [segment.v6.value], segment.v6.from),
    ]),
    ...intent.tunnels.flatMap(tunnel =>
      addresses(tunnel.interface.value, [tunnel.v4.value, tunnel.v6.value], tunnel.v4.from),
    ),
  ]
}

function localAddresses({ local }: Management): Item<Line>[] {
  return local === undefined ? [] : addresses(local.interface.value, [local.v4.value], local.v4.from)
}

function addresses(name: string, prefixes: readonly (Prefix | undefined)[], from: From): Item<Line>[] {
  return prefixes.flatMap(prefix =>
    prefix === undefined ? [] : { interface: name, value: line(from)`Address=${prefixText(prefix)}` },
  )
}

function byInterface<Value>(items: readonly Item<Value>[]): ReadonlyMap<string, readonly Value[]> {
  const groups = Map.groupBy(items, item => item.interface)
  return new Map([...groups].map(([name, group]) => [name, group.map(({ value }) => value)]))
}
