import { contains, networkOf, sizeOf, type Address, type Prefix } from '../../model/ip.ts'
import type { Plan, RouterPlan } from '../../plan/plan.ts'
import { inside } from '../../source/source.ts'
import type { Nat, Npt, UplinkIntent } from '../intent.ts'

/** Inside addresses leave as addresses of this core's own pool, so that answers come back to this core. */
export function natOf({ aggregateV4 }: Plan, own: RouterPlan, uplinks: readonly UplinkIntent[]): Nat[] {
  return uplinks.flatMap((uplink): Nat[] => {
    const plan = own.uplinks.find(candidate => candidate.uplink.id === uplink.id)
    if (plan === undefined) return []
    const { natPool: pool } = plan
    return [
      {
        out: uplink.interface.value,
        source: aggregateV4,
        pool,
        ...hostsOf(pool, uplink.v4),
        from: [inside(plan.uplink.origin, 'natPool')],
      },
    ]
  })
}

/** `v4`: the router's own address at the provider, with the length of the subnet there. */
function hostsOf(pool: Prefix, v4: Prefix): Pick<Nat, 'first' | 'last' | 'onLink'> {
  const subnet = networkOf(v4)
  const [lowest, highest] = endsOf(pool)
  const [network, broadcast] = subnet.length < 31 ? endsOf(subnet) : []
  const first = lowest === network ? lowest + 1n : lowest
  const last = highest === broadcast ? highest - 1n : highest
  const addresses = Array.from({ length: contains(subnet, pool) ? Number(last - first) + 1 : 0 }, (_, i) =>
    v4Address(first + BigInt(i)),
  )
  return {
    first: v4Address(first),
    last: v4Address(last),
    onLink: addresses.filter(({ bits }) => bits !== v4.bits),
  }
}

function endsOf(prefix: Prefix): [bigint, bigint] {
  const { bits } = networkOf(prefix)
  return [bits, bits + sizeOf(prefix) - 1n]
}

function v4Address(bits: bigint): Address {
  return { family: 4, bits }
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
