import { networkOf, parsePrefix, subnetsOf, type Prefix } from '../../model/ip.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { remembered } from '../../source/remembered.ts'
import { inside, type Place } from '../../source/source.ts'

/** A range of addresses that the network file sets aside for one purpose. */
export interface Pool {
  readonly name: string
  readonly text: string
  readonly prefix: Prefix
  readonly at: Place
}

/** All pools of the network file, v4 and v6, without those that are malformed. */
export const poolsOf = remembered((plan: Plan): readonly Pool[] => pools(plan.network, plan.ula))

function pools({ declared: { addressing }, origin, zones }: Network, ula: Prefix): Pool[] {
  const at = inside(origin, 'addressing')
  const v4 = (name: string, text: string, place: Place): Pool[] => made(name, text, parsePrefix(text), place)
  const v6 = (name: string, text: string, place: Place): Pool[] => made(name, text, subnetsOf(ula, text), place)
  const shared = (['loopback', 'link', 'tunnel'] as const).flatMap(name => [
    ...v4(name, addressing[name].v4, inside(at, name, 'v4')),
    ...v6(name, addressing[name].v6, inside(at, name, 'v6')),
  ])
  const ofZones = [...zones.values()].flatMap(({ id, declared, origin: zone }) => [
    ...v4(id, declared.v4, inside(zone, 'v4')),
    ...v6(id, declared.v6, inside(zone, 'v6')),
  ])
  return [...shared, ...v4('transfer', addressing.transfer.v4, inside(at, 'transfer', 'v4')), ...ofZones]
}

function made(name: string, text: string, prefix: Prefix | undefined, at: Place): Pool[] {
  return prefix === undefined || networkOf(prefix).bits !== prefix.bits ? [] : [{ name, text, prefix, at }]
}
