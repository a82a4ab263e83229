import type { Address, Prefix } from '../model/ip.ts'
import type { Router } from '../model/network.ts'
import type { IpsecMode, Ospf3Authentication, OspfAuthentication, TunnelKind } from '../model/platform.ts'
import type { Filter } from './filter.ts'
import type { From } from './from.ts'

export type {
  AddressMatch,
  AddressSet,
  Filter,
  FilterRule,
  InterfaceMatch,
  InterfaceSet,
  SourceCheck,
} from './filter.ts'
export type { From } from './from.ts'

/**
 * What one router must do, in no vendor's words. Nothing is left to look up: names of interfaces, numbers and the order of
 * filters are decided. Each item says where in the inventory it comes from; `from[0]` is the value that decides it most.
 */
export interface Intent {
  readonly router: Router
  readonly role: 'core' | 'site'
  readonly identity: Identity
  readonly loopback: Loopback
  readonly ports: readonly Port[]
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

/** A secret of the inventory by name; only a deployment resolves it. */
export interface SecretReference {
  readonly secret: string
}

export interface Identity {
  readonly hostname: string
  readonly hostnameFrom: From
  /** Display name of the site: free text, to be quoted. */
  readonly siteName: string
  readonly siteNameFrom: From
  readonly domain: string
  readonly domainFrom: From
  readonly timeZone: string
  readonly timeZoneFrom: From
  readonly banner: readonly { readonly text: string; readonly from: From }[]
}

export interface Loopback {
  readonly interface: string
  readonly v4: Prefix
  readonly v6: Prefix
  readonly from: From
}

export interface Port {
  readonly name: string
  readonly use: 'fibre' | 'patch' | 'handoff' | 'leased' | 'uplink' | 'trunk' | 'desk'
  /** Free text, to be quoted. */
  readonly description: string
  readonly mtu: number
  /** Where the port is chosen. */
  readonly nameFrom?: From
  readonly mtuFrom?: From
  readonly from: From
}

/** A VLAN on a routed port: a circuit on a hand-off, an uplink or a leased port that the provider tags. */
export interface Subinterface {
  readonly interface: string
  readonly port: string
  readonly vlan: number
  readonly description: string
  readonly mtu: number
  readonly from: From
}

export interface Access {
  readonly trunk: string
  readonly trunkFrom: From
  readonly segments: readonly Segment[]
}

export interface Segment {
  readonly id: string
  readonly interface: string
  readonly description: string
  readonly descriptionFrom?: From
  readonly vlan: number
  readonly vlanFrom: From
  readonly zone: string
  readonly zoneFrom: From
  /** The router's own address, with the prefix's length. */
  readonly v4: Prefix
  readonly v6: Prefix
  readonly addressFrom: From
  readonly addressV6From?: From
  readonly priority: number
  readonly priorityFrom: From
  readonly desks: readonly { readonly port: string; readonly from: From }[]
  readonly dhcp: Dhcp | undefined
  /** Resolvers announced by router advertisement. */
  readonly dnsV6: readonly Address[]
  readonly dnsV6From?: From
}

export interface Dhcp {
  readonly first: Address
  readonly last: Address
  readonly gateway: Address
  readonly dns: readonly Address[]
  readonly dnsFrom: From
  readonly ntp: readonly Address[]
  readonly ntpFrom?: From
  /** What decides how large the prefix is. */
  readonly sizeFrom?: From
  readonly leaseHours: number
  readonly leaseFrom: From
  readonly tftp: Address | undefined
  readonly tftpFrom: From
  readonly from: From
}

/** An owned point-to-point link with a routing neighbour behind it. */
export interface FibreLink {
  readonly id: string
  readonly interface: string
  readonly peer: string
  readonly v4: Prefix
  readonly v6: Prefix
  readonly peerV4: Address
  readonly peerV6: Address
  readonly cost: number
  readonly costFrom: From
  readonly mtu: number
  readonly authentication: OspfAuthentication | undefined
  readonly authentication3: Ospf3Authentication | undefined
  readonly key: SecretReference
  readonly keyFrom: From
  readonly bfd: Bfd
  /** Where the port is chosen. */
  readonly interfaceFrom?: From
  /** What tells this link from the router's others: the name of the router at the other end, or the port. */
  readonly peerFrom?: From
  readonly from: From
}

export interface Bfd {
  readonly intervalMs: number
  readonly multiplier: number
  readonly from: From
}

/** A provider's side of a leased circuit. It carries tunnels and nothing else. */
export interface Underlay {
  readonly circuit: string
  readonly interface: string
  /** Undefined where the provider gives an address at run time (DHCP). */
  readonly v4: Prefix | undefined
  readonly description: string
  /** Where the port or the VLAN is chosen. */
  readonly interfaceFrom?: From
  readonly from: From
}

export interface Tunnel {
  readonly id: string
  readonly circuit: string
  readonly interface: string
  readonly kind: TunnelKind
  /** Of GRE in IPsec. */
  readonly ipsecMode: IpsecMode
  readonly description: string
  /** The site begins; the core answers. */
  readonly initiates: boolean
  readonly localPort: number
  /** Interface below it. */
  readonly underlay: string
  readonly outerLocal: Address | undefined
  readonly outerRemote: Address | undefined
  readonly remotePort: number
  /** Router at the other end, whose public key is expected. */
  readonly peer: string
  readonly peerKey: string | undefined
  /** Secret that holds this router's private key, or the key both share for IPsec. */
  readonly key: SecretReference
  readonly v4: Prefix
  readonly v6: Prefix
  readonly peerV4: Address
  readonly peerV6: Address
  readonly mtu: number
  readonly mssV4: number
  readonly mssV6: number
  /** Its addresses inside. */
  readonly addressFrom?: From
  /** Where the other end is reached. */
  readonly endpointFrom?: From
  /** Its name alone: empty at a site, where a circuit's name is everywhere. */
  readonly nameFrom?: From
  readonly mtuFrom?: From
  /** Its port first. */
  readonly from: From
}

export interface UplinkIntent {
  readonly id: string
  readonly interface: string
  readonly description: string
  readonly v4: Prefix
  readonly gateway: Address
  readonly v6: Prefix | undefined
  readonly gatewayV6: Address | undefined
  /** A tracked static default; undefined where BGP brings it. */
  readonly probe: Address | undefined
  readonly probeFrom: From
  readonly interfaceFrom?: From
  readonly gatewayFrom?: From
  readonly gatewayV6From?: From
  readonly v6From?: From
  readonly from: From
}

export interface StaticRoute {
  readonly to: Prefix
  /** `drop` is an aggregate that only anchors an announcement; `dhcp` is the router that the provider's DHCP names on `interface`. */
  readonly via: Address | 'drop' | 'dhcp'
  /** Only with `dhcp`. */
  readonly interface?: string
  readonly why: 'tunnel-end' | 'summary' | 'nat-pool' | 'own-prefix'
  readonly from: From
}

export interface Ospf {
  readonly routerId: Address
  /** Interfaces that are announced and have no neighbour. */
  readonly passive: readonly { readonly interface: string; readonly from: From }[]
  /** The default is announced while a living uplink put it into the table. */
  readonly originateDefault: boolean
  /** External metrics, of type 1: they grow with the way to the core, so that each site leaves by the near one. */
  readonly externalMetric: { readonly default: number; readonly leased: number }
  /** Routes of leased sites are handed on with this tag, and refused where they come back with it. */
  readonly leasedTag: number | undefined
  readonly from: From
}

export interface Bgp {
  readonly as: number
  readonly routerId: Address
  readonly routerIdFrom?: From
  /** Distance of routes learnt over leased circuits; above OSPF's. */
  readonly leasedDistance: number
  readonly leasedDistanceFrom: From
  /** Prefixes that this router announces as its own. */
  readonly own: readonly { readonly prefix: Prefix; readonly from: From }[]
  readonly neighbors: readonly BgpNeighbor[]
  readonly from: From
}

export interface BgpNeighbor {
  /** Name for policies: `leased-<circuit>-<end>`, `core-2`, `uplink-1`. */
  readonly id: string
  /** To a core, from a site; to a leased site, from a core; between cores; to the provider of an uplink. */
  readonly relation: 'hub' | 'leased-site' | 'core' | 'provider'
  readonly description: string
  readonly remoteAs: number
  /** Our AS towards a provider, where it is not the hub's private one. */
  readonly localAs: number | undefined
  readonly interface: string | undefined
  readonly v4: { readonly local: Address; readonly remote: Address }
  readonly v6: { readonly local: Address; readonly remote: Address } | undefined
  readonly password: SecretReference | undefined
  readonly passwordFrom: From
  readonly bfd: Bfd | undefined
  /** Exactly these are taken; `default` stands for 0.0.0.0/0 and ::/0, `summary` for the network's aggregates. */
  readonly accepts: readonly RoutePattern[]
  readonly announces: readonly RoutePattern[]
  readonly preference: number
  readonly maximumPrefixes: number | undefined
  readonly preferenceFrom?: From
  readonly localAsFrom?: From
  readonly v6From?: From
  readonly nameFrom?: From
  readonly from: From
}

export interface RoutePattern {
  readonly prefix: Prefix
  /** Longest length that still matches; the prefix's own where absent. */
  readonly upTo?: number
  readonly from: From
}

/** Sources inside leave over an uplink as addresses of this core's own pool. */
export interface Nat {
  readonly out: string
  readonly source: Prefix
  readonly pool: Prefix
  readonly from: From
}

/** Prefix translation (RFC 6296) between the network's own prefix and the provider's. */
export interface Npt {
  readonly out: string
  readonly inside: Prefix
  readonly outside: Prefix
  readonly from: From
}

/** Traffic out of an interface is held to a rate; classes of a lower priority number go first. */
export interface Shaper {
  readonly interface: string
  readonly rateKbps: number
  /** Which address of a packet tells its class: the source at a site, the destination at a core. */
  readonly match: 'source' | 'destination'
  readonly classes: readonly {
    readonly name: string
    readonly priority: number
    readonly v4: Prefix
    readonly v6: Prefix
    readonly fromV6?: From
    readonly priorityFrom?: From
    readonly from: From
  }[]
  readonly from: From
}

export interface Services {
  readonly dns: readonly { readonly address: Address; readonly from: From }[]
  /** Interfaces whose hosts may ask this router for names. */
  readonly dnsForGuests: readonly string[]
  readonly ntp: readonly { readonly address: Address; readonly from: From }[]
  readonly syslog: { readonly address: Address; readonly port: number; readonly from: From }
  readonly snmp: {
    readonly user: string
    readonly userFrom: From
    readonly contact: string
    readonly contactFrom: From
    readonly trapTarget: Address
    readonly trapFrom: From
    readonly authentication: SecretReference
    readonly authenticationFrom: From
    readonly privacy: SecretReference
    readonly privacyFrom: From
  }
}

export interface Management {
  /** Sources that may manage this router: the NOC's pools. */
  readonly noc: readonly { readonly prefix: Prefix; readonly from: From }[]
  readonly breakGlass: { readonly user: string; readonly password: SecretReference; readonly from: From }
  readonly readOnly: { readonly user: string; readonly password: SecretReference; readonly from: From }
  readonly radius: { readonly server: Address; readonly secret: SecretReference; readonly from: From } | undefined
}
