// Made from the schemas in `model/`: SERAT_UPDATE=1 npx vitest run --project fast src/api/args.test.ts

/** A site that a program has declared; it may stand wherever a site's or its router's id may. */
export interface DeclaredSite {
  readonly kind: 'site'
  readonly id: string
}

/** What the file of a site says, in the spelling of code. */
export interface SiteArgs {
  /** Earlier names of this thing; its addresses and numbers follow to the new one. A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `was: ['dishub']` */
  readonly was?: readonly string[]
  /** Where this thing was imported from. Example: `source: { ref: 'netbox:site/12' }` */
  readonly source?: {
    /** What it is called where it came from. One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. Example: `ref: 'netbox:site/12'` */
    readonly ref: string
  }
  /** Name of the office, as on its sign. One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. Example: `name: 'Dinas Perhubungan'` */
  readonly name: string
  /** Class of the site; it decides the availability that is asked for. Example: `class: 'opd'` */
  readonly class: 'hub' | 'opd' | 'kecamatan' | 'field'
  /** Code of the kecamatan (Kemendagri), in quotes. Names an area; a kecamatan code in quotes: "33.10.24". Example: `kecamatan: '33.10.01'` */
  readonly kecamatan: string
  /** Where the site lies. Example: `location: { lat: -7.7, lon: 110.6, quality: 'sourced' }` */
  readonly location: {
    /** Latitude in WGS84 degrees. A latitude in degrees, -90 to 90. Example: `lat: -7.708` */
    readonly lat: number
    /** Longitude in WGS84 degrees. A longitude in degrees, -180 to 180. Example: `lon: 110.593` */
    readonly lon: number
    /** Sourced, approximate, or a placeholder where nobody knows yet. Example: `quality: 'sourced'` */
    readonly quality: 'sourced' | 'approximate' | 'placeholder'
    /** Street address. One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. Example: `address: 'Jl. Pemuda 1'` */
    readonly address?: string
    /** Where this point is from, or why it is approximate. One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. Example: `note: 'peta RBI'` */
    readonly note?: string
  }
  /** Agencies that have offices here. Names a tenant; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `tenants: ['dishub']` */
  readonly tenants: readonly string[]
  /** Weights by which agencies share the cost of a leased site; equal unless given. Example: `costShares: { dishub: 2, dinkes: 1 }` */
  readonly costShares?: Readonly<Record<string, number>>
  /** The router of this site. Example: `router: { platform: 'routeros', model: 'L009UiGS-RM', version: '7.22' }` */
  readonly router: {
    /** The router's operating system. A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `platform: 'routeros'` */
    readonly platform: string
    /** The maker's name of the model. A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. Example: `model: 'CCR2004-16G-2S+PC'` */
    readonly model: string
    /** The version of the software that runs. A version as text, in quotes: "7.20.6". Example: `version: '7.22'` */
    readonly version: string
    /** Serial number of the device. A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. Example: `serial: 'HE408XXXX'` */
    readonly serial?: string
    /** Number in the asset register (KIB). A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. Example: `assetRegister: 'KIB-0004'` */
    readonly assetRegister?: string
    /** Port to the access switch, which carries every segment tagged. A port name as the device prints it: ether1, sfp-sfpplus1. Example: `trunk: 'ether8'` */
    readonly trunk?: string
    /** Ports for one desk or device each, untagged, and their segment. Example: `desks: { ether5: 'data' }` */
    readonly desks?: Readonly<Record<string, string>>
    /** A loopback address that must be this one; without it Serat chooses. An IPv4 address: 10.33.16.53. Example: `loopback: '10.37.255.7'` */
    readonly loopback?: string
    /** Port for a technician on site; none leaves the console alone. A port name as the device prints it: ether1, sfp-sfpplus1. Example: `localPort: 'ether16'` */
    readonly localPort?: string
    /** Earlier names of this thing; its addresses and numbers follow to the new one. A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `was: ['dishub']` */
    readonly was?: readonly string[]
  }
  /** Core routers, at the hub only. Example: `cores: { 'core-1': { '…': null } }` */
  readonly cores?: Readonly<
    Record<
      string,
      {
        /** The router's operating system. A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `platform: 'routeros'` */
        readonly platform: string
        /** The maker's name of the model. A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. Example: `model: 'CCR2004-16G-2S+PC'` */
        readonly model: string
        /** The version of the software that runs. A version as text, in quotes: "7.20.6". Example: `version: '7.22'` */
        readonly version: string
        /** Serial number of the device. A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. Example: `serial: 'HE408XXXX'` */
        readonly serial?: string
        /** Number in the asset register (KIB). A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. Example: `assetRegister: 'KIB-0004'` */
        readonly assetRegister?: string
        /** Port to the access switch, which carries every segment tagged. A port name as the device prints it: ether1, sfp-sfpplus1. Example: `trunk: 'ether8'` */
        readonly trunk?: string
        /** Ports for one desk or device each, untagged, and their segment. Example: `desks: { ether5: 'data' }` */
        readonly desks?: Readonly<Record<string, string>>
        /** A loopback address that must be this one; without it Serat chooses. An IPv4 address: 10.33.16.53. Example: `loopback: '10.37.255.7'` */
        readonly loopback?: string
        /** Port for a technician on site; none leaves the console alone. A port name as the device prints it: ether1, sfp-sfpplus1. Example: `localPort: 'ether16'` */
        readonly localPort?: string
        /** Earlier names of this thing; its addresses and numbers follow to the new one. A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `was: ['dishub']` */
        readonly was?: readonly string[]
        /** The building in which this core stands. One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. Example: `building: 'Gedung A'` */
        readonly building: string
      }
    >
  >
  /** Segments and how many devices each holds. Example: `segments: { data: 40, guest: 60 }` */
  readonly segments: Readonly<
    Record<
      string,
      | number
      | {
          /** Number of devices that must fit. A whole number from 1. Example: `hosts: 40` */
          readonly hosts: number
          /** Suspended: it keeps its addresses and serves nobody. Example: `status: 'active'` */
          readonly status?: 'active' | 'suspended'
          /** The agency that alone uses it, apart from its neighbours. Names a tenant; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `tenant: 'dishub'` */
          readonly tenant?: string
          /** An IPv4 prefix that must be this one; without it Serat chooses. An IPv4 prefix: 10.32.0.0/20. Example: `v4: '10.37.10.0/26'` */
          readonly v4?: string
          /** A VLAN that must be this one; else the catalogue's. A VLAN number, 2 to 4094. Example: `vlan: 110` */
          readonly vlan?: number
          /** The router hands out addresses by DHCP. Example: `dhcp: true` */
          readonly dhcp?: boolean
        }
      | readonly {
          /** Number of devices that must fit. A whole number from 1. Example: `hosts: 40` */
          readonly hosts: number
          /** Suspended: it keeps its addresses and serves nobody. Example: `status: 'active'` */
          readonly status?: 'active' | 'suspended'
          /** The agency that alone uses it, apart from its neighbours. Names a tenant; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `tenant: 'dishub'` */
          readonly tenant?: string
          /** An IPv4 prefix that must be this one; without it Serat chooses. An IPv4 prefix: 10.32.0.0/20. Example: `v4: '10.37.10.0/26'` */
          readonly v4?: string
          /** A VLAN that must be this one; else the catalogue's. A VLAN number, 2 to 4094. Example: `vlan: 110` */
          readonly vlan?: number
          /** The router hands out addresses by DHCP. Example: `dhcp: true` */
          readonly dhcp?: boolean
        }[]
    >
  >
  /** Where its power is from. Example: `power: { upsMinutes: 30 }` */
  readonly power?: {
    /** The feeder; sites on one feeder lose power together. A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. Example: `feeder: 'KLT-03'` */
    readonly feeder?: string
    /** Minutes that the UPS lasts. A number above zero. Example: `upsMinutes: 30` */
    readonly upsMinutes?: number
    /** There is a generator. Example: `generator: false` */
    readonly generator?: boolean
  }
  /** Planned, active or retired; only what is active carries service. Default active. Example: `status: 'active'` */
  readonly status?: 'planned' | 'active' | 'retired'
  /** The day on which the site came into use. A calendar date: 2026-12-31. Example: `since: '2024-01-01'` */
  readonly since?: string
  /** The last day on which the site is used. A calendar date: 2026-12-31. Example: `until: '2026-12-31'` */
  readonly until?: string
  /** A note for readers; it changes nothing. One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. Example: `note: 'menunggu izin PLN'` */
  readonly note?: string
}

/** What the file of a route says, in the spelling of code. */
export interface FibreRouteArgs {
  /** Earlier names of this thing; its addresses and numbers follow to the new one. A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `was: ['dishub']` */
  readonly was?: readonly string[]
  /** What people call it. One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. Example: `name: 'Ring kota, ruas 1'` */
  readonly name?: string
  /** One end: the router and its port. Example: `a: { router: 'core-1', port: 'sfp-sfpplus1', optic: 'lr' }` */
  readonly a: {
    /** The router at this end. Names a router; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `router: 'core-1'` */
    readonly router: string | DeclaredSite
    /** Port of the router, as the device prints it. A port name as the device prints it: ether1, sfp-sfpplus1. Example: `port: 'ether1'` */
    readonly port: string
    /** The optic in the port. Names an optic; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `optic: 'lr'` */
    readonly optic?: string
    /** Fixed attenuator in front of this end's receiver, in dB. A number above zero. Example: `attenuatorDb: 5` */
    readonly attenuatorDb?: number
  }
  /** The other end: the router and its port. Example: `b: { router: 'utara', port: 'sfp-sfpplus1', optic: 'lr' }` */
  readonly b: {
    /** The router at this end. Names a router; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `router: 'core-1'` */
    readonly router: string | DeclaredSite
    /** Port of the router, as the device prints it. A port name as the device prints it: ether1, sfp-sfpplus1. Example: `port: 'ether1'` */
    readonly port: string
    /** The optic in the port. Names an optic; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `optic: 'lr'` */
    readonly optic?: string
    /** Fixed attenuator in front of this end's receiver, in dB. A number above zero. Example: `attenuatorDb: 5` */
    readonly attenuatorDb?: number
  }
  /** Speed, in Mbit/s. A number above zero. Example: `speedMbps: 10000` */
  readonly speedMbps: number
  /** The way of the light, from the ODF port at a to the one at b. Names a structure or cable; a step of a path: ODF port, core or closure (odf-pemkab/1, c-utara-1/7, jc-utara-02). Example: `path: ['odf-pusat/1', 'c-1/1', 'odf-utara/1']` */
  readonly path?: readonly string[]
  /** Length of a patch cord inside one building, in metres; in place of a path. A number above zero. Example: `patchM: 5` */
  readonly patchM?: number
  /** The ring that it is part of. A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `ring: 'kota'` */
  readonly ring?: string
  /** Multiplies the OSPF cost that follows from the speed. A number above zero. Example: `costFactor: 2` */
  readonly costFactor?: number
  /** Largest packet, in bytes. An MTU from 1280 to 9216; default 1500. Example: `mtu: 1500` */
  readonly mtu?: number
  /** A link prefix that must be this one; without it Serat chooses. An IPv4 link prefix, /30 or /31. Example: `v4: '10.37.254.0/31'` */
  readonly v4?: string
  /** Planned, active or retired; only what is active carries service. Default active. Example: `status: 'active'` */
  readonly status?: 'planned' | 'active' | 'retired'
  /** The day on which it came into use. A calendar date: 2026-12-31. Example: `since: '2024-01-01'` */
  readonly since?: string
  /** The last day on which it is used. A calendar date: 2026-12-31. Example: `until: '2026-12-31'` */
  readonly until?: string
}

/** What the file of a circuit says, in the spelling of code. */
export interface LeasedCircuitArgs {
  /** Earlier names of this thing; its addresses and numbers follow to the new one. A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `was: ['dishub']` */
  readonly was?: readonly string[]
  /** The provider that sells it. Names a provider; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `provider: 'penyedia-a'` */
  readonly provider: string
  /** The provider's number of the service. A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. Example: `providerRef: 'A-1001'` */
  readonly providerRef: string
  /** The contract that pays for it, or several that follow each other. Example: `contract: 'ktr-1'` */
  readonly contract?: string | readonly string[]
  /** Bandwidth bought, in Mbit/s. A number above zero. Example: `bandwidthMbps: 50` */
  readonly bandwidthMbps: number
  /** Fee for a month in rupiah, without PPN. Whole rupiah without separators: 4500000. Example: `monthlyRupiah: 5000000` */
  readonly monthlyRupiah: number
  /** The time for which it holds, both days included. Example: `period: { from: '2026-01-01', to: '2026-12-31' }` */
  readonly period: {
    /** The first day on which it holds. A calendar date: 2026-12-31. Example: `from: '2026-01-01'` */
    readonly from: string
    /** The last day on which it holds; it counts. A calendar date: 2026-12-31. Example: `to: '2026-12-31'` */
    readonly to: string
  }
  /** Planned, active or retired; only what is active carries service. Default active. Example: `status: 'active'` */
  readonly status?: 'planned' | 'active' | 'retired'
  /** Kind of service that is bought. Example: `service: 'metro-ethernet'` */
  readonly service: 'metro-ethernet' | 'ip-vpn' | 'internet'
  /** Where the circuit arrives at the hub; an internet circuit has none. Example: `hub: { handoff: 'nni-a', vlan: 1001 }` */
  readonly hub?: {
    /** The provider's hand-off at the hub. Names a handoff; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `handoff: 'nni-a'` */
    readonly handoff: string
    /** Number of the 802.1Q VLAN. A VLAN number, 2 to 4094. Example: `vlan: 1001` */
    readonly vlan: number
  }
  /** Where the circuit arrives at the site. Example: `site: { id: 'bukit', port: 'ether1' }` */
  readonly site: {
    /** The site at which the circuit ends. Names a site; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `id: 'bukit'` */
    readonly id: string | DeclaredSite
    /** Port of the router, as the device prints it. A port name as the device prints it: ether1, sfp-sfpplus1. Example: `port: 'ether1'` */
    readonly port: string
    /** Number of the 802.1Q VLAN. A VLAN number, 2 to 4094. Example: `vlan: 1001` */
    readonly vlan?: number
    /** Address that an internet circuit has at the site. Example: `address: { kind: 'dynamic' }` */
    readonly address?:
      | {
          /** Fixed, dynamic (by DHCP), or cgnat (behind the provider's NAT). Example: `kind: 'fixed'` */
          readonly kind: 'fixed'
          /** Our address with the length of its prefix. An IPv4 prefix: 10.32.0.0/20. Example: `v4: '203.0.113.10/29'` */
          readonly v4: string
          /** Address of the provider's gateway. An IPv4 address: 10.33.16.53. Example: `gateway: '203.0.113.9'` */
          readonly gateway: string
        }
      | {
          /** Fixed, dynamic (by DHCP), or cgnat (behind the provider's NAT). Example: `kind: 'fixed'` */
          readonly kind: 'dynamic'
        }
      | {
          /** Fixed, dynamic (by DHCP), or cgnat (behind the provider's NAT). Example: `kind: 'fixed'` */
          readonly kind: 'cgnat'
        }
  }
  /** The site's first way, or its backup. Example: `role: 'primary'` */
  readonly role: 'primary' | 'backup'
  /** What an addendum, a renewal or another provider changes, each from its day on. Example: `changes: [{ from: '2026-07-01', bandwidthMbps: 100 }]` */
  readonly changes?: readonly {
    /** The first day on which it holds. A calendar date: 2026-12-31. Example: `from: '2026-01-01'` */
    readonly from: string
    /** The provider that sells it. Names a provider; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `provider: 'penyedia-a'` */
    readonly provider?: string
    /** The provider's number of the service. A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. Example: `providerRef: 'A-1001'` */
    readonly providerRef?: string
    /** The contract that pays for it, or several that follow each other. Example: `contract: 'ktr-1'` */
    readonly contract?: string | readonly string[]
    /** Bandwidth bought, in Mbit/s. A number above zero. Example: `bandwidthMbps: 50` */
    readonly bandwidthMbps?: number
    /** Fee for a month in rupiah, without PPN. Whole rupiah without separators: 4500000. Example: `monthlyRupiah: 5000000` */
    readonly monthlyRupiah?: number
    /** Planned, active or retired; only what is active carries service. Example: `status: 'active'` */
    readonly status?: 'planned' | 'active' | 'retired'
    /** Kind of service that is bought. Example: `service: 'metro-ethernet'` */
    readonly service?: 'metro-ethernet' | 'ip-vpn' | 'internet'
    /** Where the circuit arrives at the hub; an internet circuit has none. Example: `hub: { handoff: 'nni-a', vlan: 1001 }` */
    readonly hub?: {
      /** The provider's hand-off at the hub. Names a handoff; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. Example: `handoff: 'nni-a'` */
      readonly handoff: string
      /** Number of the 802.1Q VLAN. A VLAN number, 2 to 4094. Example: `vlan: 1001` */
      readonly vlan: number
    }
    /** Where the circuit arrives at the site. Example: `site: { id: 'bukit', port: 'ether1' }` */
    readonly site?: {
      /** Port of the router, as the device prints it. A port name as the device prints it: ether1, sfp-sfpplus1. Example: `port: 'ether1'` */
      readonly port?: string
      /** Number of the 802.1Q VLAN. A VLAN number, 2 to 4094. Example: `vlan: 1001` */
      readonly vlan?: number
      /** Address that an internet circuit has at the site. Example: `address: { kind: 'dynamic' }` */
      readonly address?:
        | {
            /** Fixed, dynamic (by DHCP), or cgnat (behind the provider's NAT). Example: `kind: 'fixed'` */
            readonly kind: 'fixed'
            /** Our address with the length of its prefix. An IPv4 prefix: 10.32.0.0/20. Example: `v4: '203.0.113.10/29'` */
            readonly v4: string
            /** Address of the provider's gateway. An IPv4 address: 10.33.16.53. Example: `gateway: '203.0.113.9'` */
            readonly gateway: string
          }
        | {
            /** Fixed, dynamic (by DHCP), or cgnat (behind the provider's NAT). Example: `kind: 'fixed'` */
            readonly kind: 'dynamic'
          }
        | {
            /** Fixed, dynamic (by DHCP), or cgnat (behind the provider's NAT). Example: `kind: 'fixed'` */
            readonly kind: 'cgnat'
          }
    }
    /** The site's first way, or its backup. Example: `role: 'primary'` */
    readonly role?: 'primary' | 'backup'
  }[]
  /** Of several circuits of one site the highest is used. A preference from 1 to 1000. Example: `preference: 200` */
  readonly preference?: number
  /** Kind of tunnel; follows from the two routers unless given. Example: `tunnel: 'wireguard'` */
  readonly tunnel?: 'wireguard' | 'gre-ipsec' | 'ipsec'
  /** Largest packet, in bytes. An MTU from 1280 to 9216; default 1500. Example: `mtu: 1500` */
  readonly mtu?: number
}
