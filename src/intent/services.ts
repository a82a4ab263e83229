import type { Address, Prefix } from '../model/ip.ts'
import type { From, Sourced } from './sourced.ts'

/** A secret of the inventory by name; only a deployment resolves it. */
export interface SecretReference {
  readonly secret: string
}

export interface Services {
  readonly dns: readonly { readonly address: Address; readonly from: From }[]
  /** Interfaces whose hosts may ask this router for names. */
  readonly dnsForGuests: readonly string[]
  readonly ntp: readonly { readonly address: Address; readonly from: From }[]
  readonly syslog: { readonly address: Address; readonly port: number; readonly from: From }
  readonly snmp: {
    readonly user: Sourced<string>
    readonly contact: Sourced<string>
    readonly trapTarget: Sourced<Address>
    readonly authentication: Sourced<SecretReference>
    readonly privacy: Sourced<SecretReference>
  }
}

/** The way in for a technician on the spot: SSH on one port, from the prefix that is on it alone. */
export interface LocalWay {
  readonly interface: Sourced<string>
  /** The router's own address, with the prefix's length. */
  readonly v4: Sourced<Prefix>
}

export interface Management {
  /** Undefined where the console alone is the local way. */
  readonly local: LocalWay | undefined
  /** Sources that may manage this router: the NOC's pools. */
  readonly noc: readonly { readonly prefix: Prefix; readonly from: From }[]
  readonly breakGlass: { readonly user: string; readonly password: SecretReference; readonly from: From }
  readonly readOnly: { readonly user: string; readonly password: SecretReference; readonly from: From }
  readonly radius: { readonly server: Address; readonly secret: SecretReference; readonly from: From } | undefined
}
