import type { Plan, RouterPlan } from '../../plan/plan.ts'
import { inside } from '../../source/source.ts'
import type { Nat, Npt, UplinkIntent } from '../intent.ts'

/** Inside addresses leave as addresses of this core's own pool, so that answers come back to this core. */
export function natOf({ aggregateV4 }: Plan, own: RouterPlan, uplinks: readonly UplinkIntent[]): Nat[] {
  return uplinks.flatMap((uplink): Nat[] => {
    const plan = own.uplinks.find(candidate => candidate.uplink.id === uplink.id)
    return plan === undefined
      ? []
      : [
          {
            out: uplink.interface.value,
            source: aggregateV4,
            pool: plan.natPool,
            from: [inside(plan.uplink.origin, 'natPool')],
          },
        ]
  })
}

export function nptOf({ ula }: Plan, own: RouterPlan, uplinks: readonly UplinkIntent[]): Npt[] {
  return uplinks.flatMap((uplink): Npt[] => {
    const plan = own.uplinks.find(candidate => candidate.uplink.id === uplink.id)
    return plan?.prefixV6 === undefined
      ? []
      : [
          {
            out: uplink.interface.value,
            inside: ula,
            outside: plan.prefixV6,
            from: [inside(plan.uplink.origin, 'prefixV6')],
          },
        ]
  })
}
