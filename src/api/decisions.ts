/** What was decided for a site's router. */
export interface DecidedSite {
  /** The router's own address, which is its router id too: `10.33.16.53`. */
  readonly loopback: string
  readonly loopbackV6: string
  /** Private AS number. */
  readonly as: number
  /** By segment; of a segment with several tenants by `segment` and tenant, as the ledger has it. */
  readonly segments: Readonly<Record<string, DecidedSegment>>
}

export interface DecidedSegment {
  readonly v4: string
  readonly v6: string
  readonly gateway: string
  readonly gatewayV6: string
  readonly vlan: number
}

/** What was decided for an owned route, and what its plant comes to. */
export interface DecidedRoute {
  /** The link's prefix. */
  readonly v4: string
  readonly v6: string
  /** OSPF cost. */
  readonly cost: number
  /** Metres along the ground. */
  readonly drawnM: number
  /** Metres of glass, with sag, coils and helix. */
  readonly glassM: number
}

/** What was decided for a leased circuit. */
export interface DecidedCircuit {
  /** VLAN at the hub's hand-off; undefined for an internet circuit, which arrives at the uplinks. */
  readonly vlan: number | undefined
  /** Our address towards the provider at the site; undefined where the provider gives one at run time. */
  readonly siteV4: string | undefined
  /** Traffic is shaped to this: the bandwidth bought less the tunnel's overhead. */
  readonly shapeKbps: number
  readonly tunnels: readonly DecidedTunnel[]
}

export interface DecidedTunnel {
  /** The core that it ends at. */
  readonly core: string
  readonly coreV4: string
  readonly siteV4: string
  /** UDP port at the core. */
  readonly port: number
}
