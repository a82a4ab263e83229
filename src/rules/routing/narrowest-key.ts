import type { Router } from '../../model/network.ts'
import type { OspfAuthentication } from '../../model/platform.ts'
import type { Plan } from '../../plan/plan.ts'

export interface Narrowest {
  readonly router: Router
  readonly kind: OspfAuthentication
  readonly bytes: number
}

/** The end that can hold the shortest key, by what its link has settled on. */
export function narrowestOf({ links }: Plan): Narrowest | undefined {
  const ends = [...links.values()].filter(({ route }) => route.declared.status !== 'retired').flatMap(({ route, ospf }) =>
    ospf === undefined ? [] : [route.a.router, route.b.router].map(router => ({ router, kind: ospf, bytes: router.dialect.capabilities.ospfKeyBytes[ospf] })))
  return ends.reduce<Narrowest | undefined>((least, end) => least === undefined || end.bytes < least.bytes ? end : least, undefined)
}
