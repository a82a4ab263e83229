import type { Router } from '../model/network.ts'
import type { Bgp } from './bgp.ts'
import type { FibreLink } from './fibre.ts'
import type { Filter } from './filter.ts'
import type { Identity, Loopback } from './identity.ts'
import type { Port, Subinterface } from './port.ts'
import type { Ospf, StaticRoute } from './route.ts'
import type { Access } from './segment.ts'
import type { Management, Services } from './services.ts'
import type { Sourced } from './sourced.ts'
import type { Shaper } from './shaper.ts'
import type { Tunnel, Underlay } from './tunnel.ts'
import type { Nat, Npt, UplinkIntent } from './uplink.ts'

export type * from './bgp.ts'
export type * from './fibre.ts'
export type * from './filter.ts'
export type * from './identity.ts'
export type * from './port.ts'
export type * from './route.ts'
export type * from './segment.ts'
export type * from './services.ts'
export type * from './shaper.ts'
export type * from './sourced.ts'
export type * from './tunnel.ts'
export type * from './uplink.ts'

/**
 * What one router must do, in no vendor's words. Nothing is left to look up: names of interfaces, numbers and the order
 * of filters are decided. Each item says where in the inventory it comes from; `from[0]` is the value that decides it
 * most.
 */
export interface Intent {
  readonly router: Router
  readonly role: 'core' | 'site'
  readonly identity: Identity
  readonly loopback: Loopback
  readonly ports: readonly Port[]
  /** Ports of the model that nothing uses. */
  readonly idlePorts: readonly Sourced<string>[]
  readonly subinterfaces: readonly Subinterface[]
  /** The VLAN switch of the site: absent where no segment is active. */
  readonly access: Access | undefined
  readonly fibre: readonly FibreLink[]
  readonly underlays: readonly Underlay[]
  readonly tunnels: readonly Tunnel[]
  readonly uplinks: readonly UplinkIntent[]
  readonly staticRoutes: readonly StaticRoute[]
  readonly ospf: Ospf | undefined
  readonly bgp: Bgp | undefined
  readonly filter: Filter
  readonly nat: readonly Nat[]
  readonly npt: readonly Npt[]
  readonly shapers: readonly Shaper[]
  readonly services: Services
  readonly management: Management
}
