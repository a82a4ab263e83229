import type { Plan, RouterPlan } from '../plan/plan.ts'
import { identityOf, loopbackOf, managementOf, servicesOf } from './build/identity.ts'
import type { Intent } from './intent.ts'
import { accessOf, fibreOf, subinterfacesOf } from './build/interfaces.ts'
import { uplinkIntents } from './build/underlays.ts'
import { underlaysOf } from './build/underlays.ts'
import { idlePortsOf, portsOf } from './build/ports.ts'
import { filterOf } from './build/policy.ts'
import { natOf, nptOf } from './build/translation.ts'
import { bgpOf } from './build/routing.ts'
import { ospfOf } from './build/ospf.ts'
import { anchorsOf, shapersOf, tunnelRoutes, tunnelsOf } from './build/tunnels.ts'

/** What one router of a plan must do. Everything is decided here or before; a renderer only writes it down. */
export function intentOf(plan: Plan, own: RouterPlan): Intent {
  const { network } = plan
  const { router } = own
  const access = accessOf(plan, own)
  const segments = access?.segments ?? []
  const fibre = fibreOf(plan, own)
  const tunnels = tunnelsOf(plan, own)
  const underlays = underlaysOf(plan, own)
  const uplinks = uplinkIntents(own)
  const ports = portsOf(plan, own)
  const bgp = bgpOf(plan, own)
  const management = managementOf(plan, own)
  return {
    router,
    role: router.role,
    identity: identityOf(network, own),
    loopback: loopbackOf(plan, own),
    ports,
    idlePorts: idlePortsOf(own, ports),
    subinterfaces: subinterfacesOf(own),
    access,
    fibre,
    underlays,
    tunnels,
    uplinks,
    staticRoutes: [...tunnelRoutes(plan, own), ...anchorsOf(plan, own)],
    ospf: ospfOf(plan, own, segments),
    bgp,
    filter: filterOf({ plan, own, segments, fibre, tunnels, underlays, uplinks, bgp, management }),
    nat: natOf(plan, own, uplinks),
    npt: nptOf(plan, own, uplinks),
    shapers: shapersOf(plan, own),
    services: servicesOf(network, router.id, segments),
    management,
  }
}
