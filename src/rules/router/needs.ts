import type { Network } from '../../model/network.ts'
import type { Feature } from '../../model/platform.ts'
import { localAccessOf } from '../../plan/local-access.ts'
import type { RouterPlan } from '../../plan/plan.ts'

/** What every router of the network is asked to do. */
const everywhere: readonly Feature[] = ['dns-forwarder', 'ntp', 'syslog', 'snmp', 'users', 'banner', 'bfd']

/** What a router is asked to do by the inventory. */
export function neededFeatures(
  network: Network,
  { router, segments, leases, tunnels, uplinks }: RouterPlan,
): Feature[] {
  const active = segments.filter(segment => segment.active)
  const living = uplinks.filter(uplink => uplink.active)
  const leased = leases.some(lease => lease.active)
  const asked: readonly (readonly [Feature, boolean])[] = [
    ['vlan-trunk', active.length > 0],
    ['dhcp-server', active.some(({ dhcp }) => dhcp !== undefined)],
    ['shaping', leased],
    ['leased-core', router.role === 'core' && (leased || tunnels.some(tunnel => tunnel.active))],
    ['conditional-default', living.length > 0],
    ['nat', living.length > 0],
    ['npt', living.some(({ prefixV6 }) => prefixV6 !== undefined)],
    ['uplink-bgp', living.some(({ uplink }) => uplink.declared.routing.kind === 'bgp')],
    ['local-port', localAccessOf(network, router) !== undefined],
    ['uplink-static', living.some(({ uplink }) => uplink.declared.routing.kind === 'static')],
  ]
  const always = everywhere.filter(feature => feature !== 'banner' || network.declared.banner.length > 0)
  return [...asked.filter(([, needed]) => needed).map(([feature]) => feature), ...always]
}
