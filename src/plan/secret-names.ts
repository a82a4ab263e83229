import type { OspfAuthentication } from '../model/platform.ts'
import type { Secret } from '../model/scalars.ts'

/*
 * One secret for one use: the inventory names a family of keys, and each link or circuit has its own in it. Who breaks
 * an MD5 link or steals a site's router then holds the keys of that link, that circuit and that router alone.
 */

/** Secret that one router shares with the NOC: `users/break-glass/router/core-1`. */
export function routerSecretName({ secret }: Secret, router: string): string {
  return `${secret}/router/${router}`
}

/** Key of a fibre link for one algorithm: `ospf/backbone/md5/link-1`. */
export function ospfKeyName({ secret }: Secret, algorithm: OspfAuthentication, link: string): string {
  return `${secret}/${algorithm}/${link}`
}

/** Key of the sessions over a leased circuit, which both its tunnels share: `bgp/leased/circuit/ckt-1`. */
export function circuitKeyName({ secret }: Secret, circuit: string): string {
  return `${secret}/circuit/${circuit}`
}

/** Key between two cores, the same whichever of them asks: `bgp/leased/cores/core-1/core-2`. */
export function coresKeyName({ secret }: Secret, one: string, other: string): string {
  return `${secret}/cores/${[one, other].sort().join('/')}`
}
