import type { Address, Prefix } from '../model/ip.ts'
import type { Circuit, FibreRoute, Network, Router, SegmentUse, Site, Tenant, Uplink, Zone } from '../model/network.ts'
import type { IpsecMode, Ospf3Authentication, OspfAuthentication, TunnelKind } from '../model/platform.ts'
import type { Place } from '../source/source.ts'
import type { Ledger } from './ledger.ts'
import type { PlantPlan } from './plant/plant-plan.ts'

/**
 * Every number decided. A plan is total for every network that loads: where two ends cannot agree it holds a
 * placeholder, and a rule says so. Maps are sorted by id.
 */
export interface Plan {
  readonly network: Network
  /** Calendar date that findings are held against; no configuration depends on it. */
  readonly asOf: string
  /** The ledger as it stands after this plan. */
  readonly ledger: Ledger
  /** The v4 prefix that everything inside lies in. */
  readonly aggregateV4: Prefix
  /** The network's own /48 (RFC 4193), or the one that it declares. */
  readonly ula: Prefix
  readonly zones: ReadonlyMap<string, ZonePlan>
  /** Pools of the routers' own addresses. */
  readonly loopbacks: { readonly v4: Prefix; readonly v6: Prefix }
  readonly routers: ReadonlyMap<string, RouterPlan>
  /** By `site/segment`. */
  readonly segments: ReadonlyMap<string, SegmentPlan>
  readonly links: ReadonlyMap<string, LinkPlan>
  readonly leases: ReadonlyMap<string, LeasePlan>
  readonly uplinks: ReadonlyMap<string, UplinkPlan>
  /** Lengths, losses and cores of the fibre plant. */
  readonly plant: PlantPlan
  /** Conflicts met while allocating; each became a placeholder. */
  readonly conflicts: readonly Conflict[]
}

export interface ZonePlan {
  readonly zone: Zone
  readonly v4: Prefix
  readonly v6: Prefix
}

export interface RouterPlan {
  readonly router: Router
  readonly site: Site
  /** Host prefixes; the v4 one is the router id too. */
  readonly loopbackV4: Prefix
  readonly loopbackV6: Prefix
  /** Private AS number; the hub's, for a core. */
  readonly as: number
  readonly segments: readonly SegmentPlan[]
  readonly links: readonly LinkEnd[]
  readonly uplinks: readonly UplinkPlan[]
  /** Tunnels that end here, by circuit and end. */
  readonly tunnels: readonly TunnelPlan[]
  /** Leases that arrive here: at a site its own, at a core those of its hand-offs. */
  readonly leases: readonly LeasePlan[]
  /** Public half of the router's tunnel key, where `serat keys` has made one. */
  readonly publicKey: string | undefined
}

export interface SegmentPlan {
  readonly site: Site
  readonly use: SegmentUse
  readonly id: string
  readonly zone: ZonePlan
  readonly tenant: Tenant | undefined
  readonly hosts: number
  readonly vlan: number
  readonly v4: Prefix
  readonly v6: Prefix
  /** The router's own address in it, with the prefix's length. */
  readonly gatewayV4: Prefix
  readonly gatewayV6: Prefix
  readonly dhcp: { readonly first: Address; readonly last: Address } | undefined
  readonly priority: number
  readonly active: boolean
}

/** An owned link, decided once and seen from both ends. */
export interface LinkPlan {
  readonly route: FibreRoute
  readonly v4: Prefix
  readonly v6: Prefix
  readonly cost: number
  readonly mtu: number
  /** Undefined where the two ends know no common kind. */
  readonly ospf: OspfAuthentication | undefined
  readonly ospf3: Ospf3Authentication | undefined
  readonly a: LinkEnd
  readonly b: LinkEnd
  readonly active: boolean
}

export interface LinkEnd {
  readonly link: LinkPlan
  readonly side: 'a' | 'b'
  readonly router: Router
  readonly peer: Router
  readonly port: string
  readonly v4: Prefix
  readonly v6: Prefix
  readonly peerV4: Prefix
  readonly peerV6: Prefix
}

/** A leased circuit below its tunnels: what the provider sees. */
export interface LeasePlan {
  readonly circuit: Circuit
  /** Our address at the site; undefined where the provider gives one at run time. */
  readonly siteV4: Prefix | undefined
  /** Next hop at the site towards the hub; undefined on metro-ethernet, where both are neighbours. */
  readonly siteGateway: Address | undefined
  /** Where it arrives at the hub, for each core of the hand-off; empty for an internet circuit. */
  readonly hubEnds: readonly HubEnd[]
  readonly tunnels: readonly TunnelPlan[]
  /** Traffic is shaped to this at both ends: the bandwidth bought less the tunnel's overhead. */
  readonly shapeKbps: number
  readonly active: boolean
}

export interface HubEnd {
  readonly router: Router
  readonly port: string
  readonly vlan: number
  readonly v4: Prefix
  /** Next hop at the hub towards the site; undefined on metro-ethernet. */
  readonly gateway: Address | undefined
}

/** One encrypted tunnel between a site and a core: over a circuit, and for an internet circuit over one uplink. */
export interface TunnelPlan {
  readonly id: string
  readonly circuit: Circuit
  /** The core router, or the uplink whose address is the hub's end. */
  readonly end: string
  readonly kind: TunnelKind
  /** Of GRE in IPsec: the best mode that both ends know. */
  readonly ipsecMode: IpsecMode
  readonly core: Router
  readonly site: Router
  readonly uplink: Uplink | undefined
  /** Addresses of the tunnel's two ends inside, with the link's length. */
  readonly v4: { readonly core: Prefix; readonly site: Prefix }
  readonly v6: { readonly core: Prefix; readonly site: Prefix }
  /** Outer address of the core; of the site, where it is known beforehand. */
  readonly outer: { readonly core: Address; readonly site: Address | undefined }
  /** UDP port at the core, unique at the hub. */
  readonly port: number
  readonly mtu: number
  readonly mssV4: number
  readonly mssV6: number
  readonly names: { readonly core: string; readonly site: string }
  /** Local preference of routes learnt over it, at both its ends; fibre wins by distance before this is asked. */
  readonly preference: number
  readonly shapeKbps: number
  readonly active: boolean
}

export interface UplinkPlan {
  readonly uplink: Uplink
  readonly router: Router
  readonly v4: Prefix
  readonly gateway: Address
  readonly v6: Prefix | undefined
  readonly gatewayV6: Address | undefined
  readonly natPool: Prefix
  readonly prefixV6: Prefix | undefined
  readonly active: boolean
}

/** What the allocator could not grant as asked. */
export interface Conflict {
  readonly kind: 'exhausted' | 'overlap' | 'outside-pool' | 'outgrown' | 'malformed'
  readonly key: string
  /** What was asked for, in words of the file: a prefix, a number. */
  readonly wanted: string
  readonly pool?: string
  readonly at: Place
  /** The other party of an overlap. */
  readonly other?: { readonly key: string; readonly at: Place | undefined }
}
