import { addressOf } from '../../model/ip.ts'
import type { Plan, RouterPlan } from '../../plan/plan.ts'
import type { Ospf } from '../route.ts'
import type { Segment } from '../segment.ts'
import { loopbackPlace } from './identity.ts'
import { nameOf } from './places.ts'

/** Routes of leased sites carry this tag inside OSPF, so that no core takes back what a core handed out. */
const leasedTag = 33010
/** A core's own uplink comes before what leased sites add; both are small beside the cost of a link. */
const externalMetric = { default: 10, leased: 20 } as const

/** OSPF on owned fibre. A router without fibre speaks none. */
export function ospfOf(plan: Plan, own: RouterPlan, segments: readonly Segment[]): Ospf | undefined {
  if (!own.links.some(({ link }) => link.active)) return undefined
  const { router } = own
  const core = router.role === 'core'
  const loopback = { interface: router.platform.names.loopback, from: [] }
  return {
    routerId: addressOf(own.loopbackV4),
    passive: [loopback, ...segments.map(segment => ({ interface: segment.interface, from: [] }))],
    originateDefault: core && own.uplinks.some(({ active }) => active),
    leasedTag: core ? leasedTag : undefined,
    externalMetric,
    from: [loopbackPlace(plan, own), nameOf(plan.network, router)],
  }
}
