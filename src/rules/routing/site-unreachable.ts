import { isReversed } from '../../model/days.ts'
import type { Network } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { activeOf } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'
import { plannedAndPaidIn } from '../payment/planned.ts'

export const siteUnreachable = rule({
  code: 'RTE009',
  name: 'site-unreachable',
  severity: 'error',
  title: { id: 'Situs tidak tersambung ke pusat', en: 'Site that does not reach the hub' },
  *check({ network }) {
    if (mayHide(network, 'site', 'router', 'route', 'circuit')) return
    const reached = reachedOverFibre(network)
    // Paid for and only planned, or ending before it begins: its status or its days are what is wrong, and that has
    // been said.
    const planned = new Set(plannedAndPaidIn(network).map(({ line }) => line.bought.id))
    for (const site of network.sites.values()) {
      if (!site.active || reached.has(site.router.id) || activeOf(network.index.circuitsOfSite.get(site.id)).length > 0)
        continue
      const leased = network.index.circuitsOfSite.get(site.id) ?? []
      if (leased.some(({ id, declared }) => planned.has(id) || isReversed(declared.period))) continue
      yield {
        at: inside(site.origin, 'site'),
        about: [site],
        facts: { site: site.id, stranded: activeOf(network.index.routesOfRouter.get(site.router.id)).length > 0 },
      }
    }
  },
  message: ({ site, stranded }) => ({
    id: stranded
      ? `rute serat ${site} tidak sampai ke pusat, dan tidak ada sirkuit sewa`
      : `${site} aktif tetapi tidak punya rute serat maupun sirkuit sewa`,
    en: stranded
      ? `the fibre routes of ${site} do not lead to the hub, and it has no leased circuit`
      : `${site} is active yet has neither a fibre route nor a leased circuit`,
  }),
  hint: () => ({
    id: 'nyatakan rute atau sirkuitnya, atau tulis status: planned pada situs itu',
    en: 'declare its route or circuit, or write status: planned at the site',
  }),
})

/** Routers that active routes join to a core. */
function reachedOverFibre({ hub, index }: Network): ReadonlySet<string> {
  const queue = hub.cores.map(({ id }) => id)
  const reached = new Set(queue)
  for (const router of queue) {
    for (const { a, b } of activeOf(index.routesOfRouter.get(router))) {
      const next = a.router.id === router ? b.router.id : a.router.id
      if (reached.has(next)) continue
      reached.add(next)
      queue.push(next)
    }
  }
  return reached
}
