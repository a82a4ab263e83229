import type { Network, Tenant } from '../../model/network.ts'
import { covers } from '../../model/days.ts'
import { rounded } from '../text/numbers.ts'

/**
 * What an evaluation of the intra-network asks (SPBE, Perpres 95/2018): how far it reaches, what it meets, whether it
 * is reviewed.
 */
interface SpbeFigures {
  readonly asOf: string
  readonly agencies: number
  readonly connected: number
  readonly connectedPercent: number
  /** By id, those that have no site with a way to the hub. */
  readonly notConnected: readonly string[]
  readonly interconnections: Network['declared']['spbe']['interconnections']
  readonly lastReview: Network['declared']['spbe']['reviews'][number] | undefined
}

export function spbeFigures(network: Network, asOf: string): SpbeFigures {
  const agencies = [...network.tenants.values()]
  const notConnected = agencies.filter(agency => !isConnected(network, agency, asOf)).map(({ id }) => id)
  const connected = agencies.length - notConnected.length
  const { interconnections, reviews } = network.declared.spbe
  return {
    asOf,
    agencies: agencies.length,
    connected,
    connectedPercent: agencies.length === 0 ? 0 : rounded((connected / agencies.length) * 100, 2),
    notConnected,
    interconnections: interconnections.filter(({ since }) => since <= asOf),
    lastReview: reviews.filter(({ date }) => date <= asOf).reduce(later, undefined),
  }
}

type Review = SpbeFigures['lastReview']

function later(last: Review, next: NonNullable<Review>): NonNullable<Review> {
  return last === undefined || last.date <= next.date ? next : last
}

/**
 * An active site of the agency has fibre to another router, or a circuit in service on the day, or is the hub itself.
 */
function isConnected({ index, hub }: Network, { id }: Tenant, day: string): boolean {
  return (index.sitesOfTenant.get(id) ?? []).some(
    site =>
      site.active &&
      (site === hub ||
        [site.router, ...site.cores].some(router =>
          (index.routesOfRouter.get(router.id) ?? []).some(({ active }) => active),
        ) ||
        (index.circuitsOfSite.get(site.id) ?? []).some(
          circuit => circuit.active && circuit.terms.some(({ period }) => covers(period, day)),
        )),
  )
}
