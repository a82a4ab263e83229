// Made from the schemas in `model/`: SERAT_UPDATE=1 npx vitest run --project fast src/api/args.test.ts

/** A site that a program has declared; it may stand wherever a site's or its router's id may. */
export interface DeclaredSite {
  readonly kind: 'site'
  readonly id: string
}

/** What the file of a site says, in the spelling of code. */
export interface SiteArgs {
  /** A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
  readonly was?: readonly string[]
  readonly source?: {
    /** One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. */
    readonly ref: string
  }
  /** One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. */
  readonly name: string
  readonly class: 'hub' | 'opd' | 'kecamatan' | 'field'
  /** Names a area; a kecamatan code in quotes: "33.10.24". */
  readonly kecamatan: string
  readonly location: {
    /** A latitude in degrees, -90 to 90. */
    readonly lat: number
    /** A longitude in degrees, -180 to 180. */
    readonly lon: number
    readonly quality: 'sourced' | 'approximate' | 'placeholder'
    /** One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. */
    readonly address?: string
    /** One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. */
    readonly note?: string
  }
  /** Names a tenant; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
  readonly tenants: readonly string[]
  readonly costShares?: Readonly<Record<string, number>>
  readonly router: {
    /** A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
    readonly platform: string
    /** A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. */
    readonly model: string
    /** A version as text, in quotes: "7.20.6". */
    readonly version: string
    /** A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. */
    readonly serial?: string
    /** A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. */
    readonly assetRegister?: string
    /** A port name as the device prints it: ether1, sfp-sfpplus1. */
    readonly trunk?: string
    readonly desks?: Readonly<Record<string, string>>
    /** An IPv4 address: 10.33.16.53. */
    readonly loopback?: string
    /** A port name as the device prints it: ether1, sfp-sfpplus1. */
    readonly localPort?: string
    /** A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
    readonly was?: readonly string[]
  }
  readonly cores?: Readonly<
    Record<
      string,
      {
        /** A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
        readonly platform: string
        /** A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. */
        readonly model: string
        /** A version as text, in quotes: "7.20.6". */
        readonly version: string
        /** A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. */
        readonly serial?: string
        /** A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. */
        readonly assetRegister?: string
        /** A port name as the device prints it: ether1, sfp-sfpplus1. */
        readonly trunk?: string
        readonly desks?: Readonly<Record<string, string>>
        /** An IPv4 address: 10.33.16.53. */
        readonly loopback?: string
        /** A port name as the device prints it: ether1, sfp-sfpplus1. */
        readonly localPort?: string
        /** A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
        readonly was?: readonly string[]
        /** One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. */
        readonly building: string
      }
    >
  >
  readonly segments: Readonly<
    Record<
      string,
      | number
      | {
          /** A whole number from 1. */
          readonly hosts: number
          readonly status?: 'active' | 'suspended'
          /** Names a tenant; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
          readonly tenant?: string
          /** An IPv4 prefix: 10.32.0.0/20. */
          readonly v4?: string
          /** A VLAN number, 2 to 4094. */
          readonly vlan?: number
          readonly dhcp?: boolean
        }
      | readonly {
          /** A whole number from 1. */
          readonly hosts: number
          readonly status?: 'active' | 'suspended'
          /** Names a tenant; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
          readonly tenant?: string
          /** An IPv4 prefix: 10.32.0.0/20. */
          readonly v4?: string
          /** A VLAN number, 2 to 4094. */
          readonly vlan?: number
          readonly dhcp?: boolean
        }[]
    >
  >
  readonly power?: {
    /** A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. */
    readonly feeder?: string
    /** A number above zero. */
    readonly upsMinutes?: number
    readonly generator?: boolean
  }
  /** Default active. */
  readonly status?: 'planned' | 'active' | 'retired'
  /** A calendar date: 2026-12-31. */
  readonly since?: string
  /** A calendar date: 2026-12-31. */
  readonly until?: string
  /** One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. */
  readonly note?: string
}

/** What the file of a route says, in the spelling of code. */
export interface FibreRouteArgs {
  /** A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
  readonly was?: readonly string[]
  /** One line of text of at most 200 characters, without control characters, spaces at its ends, marks apart from their letters or the sign `<secret:`. */
  readonly name?: string
  readonly a: {
    /** Names a router; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
    readonly router: string | DeclaredSite
    /** A port name as the device prints it: ether1, sfp-sfpplus1. */
    readonly port: string
    /** Names a optic; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
    readonly optic?: string
    /** A number above zero. */
    readonly attenuatorDb?: number
  }
  readonly b: {
    /** Names a router; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
    readonly router: string | DeclaredSite
    /** A port name as the device prints it: ether1, sfp-sfpplus1. */
    readonly port: string
    /** Names a optic; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
    readonly optic?: string
    /** A number above zero. */
    readonly attenuatorDb?: number
  }
  /** A number above zero. */
  readonly speedMbps: number
  /** Names a structure or cable; a step of a path: ODF port, core or closure (odf-pemkab/1, c-utara-1/7, jc-utara-02). */
  readonly path?: readonly string[]
  /** A number above zero. */
  readonly patchM?: number
  /** A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
  readonly ring?: string
  /** A number above zero. */
  readonly costFactor?: number
  /** An MTU from 1280 to 9216; default 1500. */
  readonly mtu?: number
  /** An IPv4 link prefix, /30 or /31. */
  readonly v4?: string
  /** Default active. */
  readonly status?: 'planned' | 'active' | 'retired'
  /** A calendar date: 2026-12-31. */
  readonly since?: string
  /** A calendar date: 2026-12-31. */
  readonly until?: string
}

/** What the file of a circuit says, in the spelling of code. */
export interface LeasedCircuitArgs {
  /** A name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
  readonly was?: readonly string[]
  /** Names a provider; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
  readonly provider: string
  /** A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. */
  readonly providerRef: string
  readonly contract?: string | readonly string[]
  /** A number above zero. */
  readonly bandwidthMbps: number
  /** Whole rupiah without separators: 4500000. */
  readonly monthlyRupiah: number
  readonly period: {
    /** A calendar date: 2026-12-31. */
    readonly from: string
    /** A calendar date: 2026-12-31. */
    readonly to: string
  }
  /** Default active. */
  readonly status?: 'planned' | 'active' | 'retired'
  readonly service: 'metro-ethernet' | 'ip-vpn' | 'internet'
  readonly hub?: {
    /** Names a handoff; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
    readonly handoff: string
    /** A VLAN number, 2 to 4094. */
    readonly vlan: number
  }
  readonly site: {
    /** Names a site; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
    readonly id: string | DeclaredSite
    /** A port name as the device prints it: ether1, sfp-sfpplus1. */
    readonly port: string
    /** A VLAN number, 2 to 4094. */
    readonly vlan?: number
    readonly address?:
      | {
          readonly kind: 'fixed'
          /** An IPv4 prefix: 10.32.0.0/20. */
          readonly v4: string
          /** An IPv4 address: 10.33.16.53. */
          readonly gateway: string
        }
      | {
          readonly kind: 'dynamic'
        }
      | {
          readonly kind: 'cgnat'
        }
  }
  readonly role: 'primary' | 'backup'
  readonly changes?: readonly {
    /** A calendar date: 2026-12-31. */
    readonly from: string
    /** Names a provider; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
    readonly provider?: string
    /** A word of letters, digits, spaces and ._+/()#-, at most 80 long, without `..`. */
    readonly providerRef?: string
    readonly contract?: string | readonly string[]
    /** A number above zero. */
    readonly bandwidthMbps?: number
    /** Whole rupiah without separators: 4500000. */
    readonly monthlyRupiah?: number
    readonly status?: 'planned' | 'active' | 'retired'
    readonly service?: 'metro-ethernet' | 'ip-vpn' | 'internet'
    readonly hub?: {
      /** Names a handoff; a name of a-z, 0-9 and hyphens, at most 40 characters, and no device name of Windows. */
      readonly handoff: string
      /** A VLAN number, 2 to 4094. */
      readonly vlan: number
    }
    readonly site?: {
      /** A port name as the device prints it: ether1, sfp-sfpplus1. */
      readonly port?: string
      /** A VLAN number, 2 to 4094. */
      readonly vlan?: number
      readonly address?:
        | {
            readonly kind: 'fixed'
            /** An IPv4 prefix: 10.32.0.0/20. */
            readonly v4: string
            /** An IPv4 address: 10.33.16.53. */
            readonly gateway: string
          }
        | {
            readonly kind: 'dynamic'
          }
        | {
            readonly kind: 'cgnat'
          }
    }
    readonly role?: 'primary' | 'backup'
  }[]
  /** A preference from 1 to 1000. */
  readonly preference?: number
  readonly tunnel?: 'wireguard' | 'gre-ipsec' | 'ipsec'
  /** An MTU from 1280 to 9216; default 1500. */
  readonly mtu?: number
}
