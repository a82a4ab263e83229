import type { From, Sourced } from './sourced.ts'

export interface Port {
  readonly name: Sourced<string>
  readonly use: 'fibre' | 'patch' | 'handoff' | 'leased' | 'uplink' | 'trunk' | 'desk' | 'local'
  /** Free text, to be quoted. */
  readonly description: string
  readonly mtu: Sourced<number>
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
