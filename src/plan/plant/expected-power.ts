import type { FibreRoute } from '../../model/network.ts'
import type { PlantPlan, ReceivedPower } from './plant-plan.ts'

/** What a port's optic should receive; the NOC alarms where it measures less. */
export interface ExpectedPower {
  readonly route: FibreRoute
  readonly side: 'a' | 'b'
  readonly router: string
  readonly port: string
  readonly received: ReceivedPower
}

/** Every port with an optic whose powers are known, on an active route that holds together; by route and side. */
export function expectedPowers({ routes }: PlantPlan): ExpectedPower[] {
  return [...routes.values()].flatMap(({ route, light, broken }) => {
    if (light === undefined || broken !== undefined || !route.active) return []
    return (
      [
        ['a', light.ba],
        ['b', light.ab],
      ] as const
    ).flatMap(([side, { received }]): ExpectedPower[] =>
      received === undefined ? [] : [{ route, side, router: route[side].router.id, port: route[side].port, received }],
    )
  })
}
