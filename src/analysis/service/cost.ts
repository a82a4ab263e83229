import type { Bought, Tenant } from '../../model/network.ts'
import { remembered } from '../../source/remembered.ts'
import type { Elements } from '../graph/elements.ts'
import type { Change } from '../failures/n-minus.ts'
import type { SiteState } from '../graph/state.ts'
import { byText } from '../../text/order.ts'

/** What a failure means to people and to the budget. */
export interface Cost {
  readonly sites: Readonly<Record<SiteState, readonly string[]>>
  /** Agencies of sites that are isolated or without internet. */
  readonly tenants: readonly Tenant[]
  /** Those of them that serve citizens. */
  readonly publicServices: readonly Tenant[]
  /** Circuits and uplinks that carry nothing while it lasts, carried something before, and are paid for. */
  readonly unused: readonly Bought[]
  readonly monthlyRupiah: number
}

export function costOf(
  elements: Elements,
  changes: readonly Change[],
  down: readonly Int32Array[],
  given: readonly Int32Array[] = [],
): Cost {
  const worse = changes.filter(({ before, after }) => before.state !== after.state)
  const named = (state: SiteState): string[] =>
    worse.filter(({ after }) => after.state === state).map(({ site }) => site.site.id)
  const hit = worse.filter(({ after }) => after.state === 'isolated' || after.state === 'without-internet')
  const tenants = [
    ...new Map(hit.flatMap(({ site }) => site.site.tenants).map(tenant => [tenant.id, tenant])).values(),
  ].sort(byText(({ id }) => id))
  const known = new Set(unusedOf(elements, given))
  const unused = unusedOf(elements, [...given, ...down]).filter(bought => !known.has(bought))
  return {
    sites: {
      'in-service': named('in-service'),
      'on-backup': named('on-backup'),
      'without-internet': named('without-internet'),
      isolated: named('isolated'),
    },
    tenants,
    publicServices: tenants.filter(({ declared }) => declared.publicService),
    unused,
    monthlyRupiah: unused.reduce((sum, { declared }) => sum + declared.monthlyRupiah, 0),
  }
}

/** A circuit is unused when every tunnel over it is down. */
function unusedOf(elements: Elements, down: readonly Int32Array[]): Bought[] {
  const { plan, tunnels, uplinks, firstTunnel, firstUplink, count } = elements
  const dead = new Uint8Array(count)
  for (const list of down) for (const element of list) dead[element] = 1
  const circuits = new Set<string>()
  for (const list of down)
    for (const element of list)
      if (element >= firstTunnel && element < firstUplink)
        circuits.add(tunnels[element - firstTunnel]?.circuit.id ?? '')
  const numbers = tunnelNumbers(elements)
  const lost = [...circuits]
    .filter(id => numbers.get(id)?.every(tunnel => dead[tunnel] === 1))
    .sort()
    .flatMap(id => plan.network.circuits.get(id) ?? [])
  return [...lost, ...uplinks.filter((_, i) => dead[firstUplink + i] === 1).map(({ uplink }) => uplink)]
}

/** Elements of each circuit's tunnels. */
const tunnelNumbers = remembered(
  ({ tunnels, firstTunnel }: Elements): ReadonlyMap<string, readonly number[]> =>
    Map.groupBy(
      tunnels.map((_, i) => firstTunnel + i),
      element => tunnels[element - firstTunnel]?.circuit.id ?? '',
    ),
)
