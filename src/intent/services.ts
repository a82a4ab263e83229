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

export interface Management {
  /** Sources that may manage this router: the NOC's pools. */
  readonly noc: readonly { readonly prefix: Prefix; readonly from: From }[]
  readonly breakGlass: { readonly user: string; readonly password: SecretReference; readonly from: From }
  readonly readOnly: { readonly user: string; readonly password: SecretReference; readonly from: From }
  readonly radius: { readonly server: Address; readonly secret: SecretReference; readonly from: From } | undefined
}
