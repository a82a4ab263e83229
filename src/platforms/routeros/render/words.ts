import type { Router } from '../../../model/network.ts'

/** Words that differ between the dialects of RouterOS 7. */
export interface Words {
  /** BGP has a menu of instances, which hold the AS and the router id; before, each connection held them. */
  readonly bgpInstances: boolean
  /** Argument that names the address family of a BGP connection. */
  readonly bgpFamilies: 'afi' | 'address-families'
  /** Form of messages to a syslog server. Before it had a name that lasted, the default stays. */
  readonly syslogFormat: 'syslog' | undefined
  /** IPv6 has a fast path of its own that shaping has to turn off. */
  readonly fastPathV6: boolean
  /** The DHCP client can put its default into a table of its own; before, a script of the client does. */
  readonly dhcpTables: boolean
  /** An import can be tried without being applied. */
  readonly dryRun: boolean
}

const from712: Words = {
  bgpInstances: false,
  bgpFamilies: 'address-families',
  syslogFormat: undefined,
  fastPathV6: false,
  dhcpTables: false,
  dryRun: false,
}
const from718: Words = { ...from712, syslogFormat: 'syslog', fastPathV6: true, dhcpTables: true, dryRun: true }
const from719: Words = { ...from718, bgpFamilies: 'afi' }
const from720: Words = { ...from719, bgpInstances: true }

/** By dialect of the platform, where the source of each stands. */
const dialects: Readonly<Record<string, Words>> = { '7.12': from712, '7.18': from718, '7.19': from719, '7.20': from720 }

export function wordsOf({ dialect }: Pick<Router, 'dialect'>): Words {
  const words = dialects[dialect.id]
  if (words === undefined) throw new Error(`no words for the RouterOS dialect ${dialect.id}`)
  return words
}
