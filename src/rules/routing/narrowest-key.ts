import type { Router } from '../../model/network.ts'
import type { OspfAuthentication } from '../../model/platform.ts'
import type { Plan } from '../../plan/plan.ts'

interface Narrowest {
  readonly router: Router
  readonly kind: OspfAuthentication
  readonly bytes: number
}

/**
 * The end that can hold the shortest key, by what its link has settled on; of two ends that which left the other no
 * choice.
 */
export function narrowestOf({ links }: Plan): Narrowest | undefined {
  const ends = [...links.values()]
    .filter(({ route }) => route.declared.status !== 'retired')
    .flatMap(({ route, ospf }) =>
      ospf === undefined
        ? []
        : [route.a.router, route.b.router].map(router => ({
            router,
            kind: ospf,
            bytes: router.dialect.capabilities.ospfKeyBytes[ospf],
          })),
    )
  return ends.toSorted((a, b) => a.bytes - b.bytes || choices(a) - choices(b))[0]
}

function choices({ router }: Narrowest): number {
  return router.dialect.capabilities.ospfAuthentication.length
}
