import type { Router } from '../../../model/network.ts'

/** Words that differ between the dialects of RouterOS 7. */
export interface Words {
  /** BGP has a menu of instances, which hold the AS and the router id; before, each connection held them. */
  readonly bgpInstances: boolean
  /** Argument that names the address family of a BGP connection. */
  readonly bgpFamilies: 'afi' | 'address-families'
  /** Form of messages to a syslog server. It was named otherwise within the older dialect, so there the default stays. */
  readonly syslogFormat: string | undefined
  /** IPv6 has a fast path of its own that shaping has to turn off. */
  readonly fastPathV6: boolean
}

const dialects: Readonly<Record<string, Words>> = {
  'before-7.20': { bgpInstances: false, bgpFamilies: 'address-families', syslogFormat: undefined, fastPathV6: false },
  'from-7.20': { bgpInstances: true, bgpFamilies: 'afi', syslogFormat: 'syslog', fastPathV6: true },
}

export function wordsOf(router: Router): Words {
  const words = dialects[router.dialect.id]
  if (words === undefined) throw new Error(`no words for the RouterOS dialect ${router.dialect.id}`)
  return words
}
