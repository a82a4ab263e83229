import { nMinusOne } from '../../analysis/failures/n-minus.ts'
import { type Opening, ringsOf } from '../../analysis/graph/rings.ts'
import type { FibreRoute, Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { inside } from '../../source/source.ts'
import { activeOf } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'
import { counted, listed } from '../../words/figures.ts'
import { things } from '../../words/things.ts'

export const ringNotClosed = rule({
  code: 'RES001',
  name: 'ring-not-closed',
  severity: 'warning',
  title: { id: 'Ring yang tidak tertutup', en: 'Ring that is not closed' },
  *check({ network, plan }) {
    if (mayHide(network, 'network', 'site', 'router', 'route')) return
    for (const { name, routes, unbuilt, opening } of ringsOf(network)) {
      if (opening === undefined) continue
      const [first, ...others] = routes.filter(route => endsAt(route, opening.ends))
      if (first === undefined) continue
      yield {
        at: inside(first.origin, 'ring'),
        about: [...routes, ...unbuilt, ...opening.sites],
        facts: {
          ring: name,
          routes: routes.map(({ id }) => id),
          ends: opening.ends,
          unbuilt: unbuilt.map(({ id }) => id),
          ...sitesOf(network, opening),
          isolating: isolating(plan, opening),
        },
        related: others.map(route => ({
          at: inside(route.origin, 'ring'),
          message: { id: `ujung lain: rute ${route.id}`, en: `another end: route ${route.id}` },
        })),
      }
    }
  },
  message: ({ ring, routes, ends, oneWay, leased, isolating }) => ({
    id: [
      `ring ${ring} (${listed(routes).id}) tidak tertutup: berujung di ${listed(ends).id}`,
      ...(oneWay.length === 0 ? [] : [`; hanya satu jalan ke pusat untuk ${listed(oneWay).id}`]),
      ...(leased.length === 0 ? [] : [`; hanya sirkuit sewa yang menggantikannya di ${listed(leased).id}`]),
      ...(isolating === undefined
        ? []
        : [`; ${counted(isolating, things.component).id} kini memutus salah satunya bila gagal sendiri`]),
    ].join(''),
    en: [
      `ring ${ring} (${listed(routes).en}) is not closed: it ends at ${listed(ends).en}`,
      ...(oneWay.length === 0 ? [] : [`; one way to the hub is left for ${listed(oneWay).en}`]),
      ...(leased.length === 0 ? [] : [`; only a leased circuit stands in for it at ${listed(leased).en}`]),
      ...(isolating === undefined
        ? []
        : [`; any one of ${counted(isolating, things.component).en} now isolates one of them by failing alone`]),
    ].join(''),
  }),
  hint: ({ ends, unbuilt }) => ({
    id:
      unbuilt.length > 0
        ? `ring ini menunggu rute ${listed(unbuilt).id}; sampai itu aktif, catat di waivers.yaml`
        : `nyatakan lagi rute di antara ${listed(ends).id}, atau hapus \`ring\` dari rute yang tersisa`,
    en:
      unbuilt.length > 0
        ? `the ring waits for route ${listed(unbuilt).en}; until that is active, write a waiver`
        : `declare the route between ${listed(ends).en} again, or remove \`ring\` from the routes that are left`,
  }),
})

function endsAt({ a, b }: FibreRoute, ends: readonly string[]): boolean {
  return ends.includes(a.router.id) || ends.includes(b.router.id)
}

/** Sites of the opening, apart by whether a leased circuit is left to them. */
function sitesOf(
  { index }: Network,
  { sites }: Opening,
): { readonly oneWay: readonly string[]; readonly leased: readonly string[] } {
  const { oneWay = [], leased = [] } = Object.groupBy(sites, ({ id }) =>
    activeOf(index.circuitsOfSite.get(id)).length > 0 ? 'leased' : 'oneWay',
  )
  return { oneWay: oneWay.map(({ id }) => id), leased: leased.map(({ id }) => id) }
}

/** Above this many sites all single failures take longer than the rest of a check. */
const mostSites = 1000

/** How many components isolate a site of the opening by failing alone. */
function isolating(plan: Plan, { sites }: Opening): number | undefined {
  if (plan.network.sites.size > mostSites) return undefined
  const open = new Set(sites.map(({ id }) => id))
  return nMinusOne(plan)
    .filter(({ changes }) => changes.some(({ site, after }) => after.state === 'isolated' && open.has(site.site.id)))
    .reduce((sum, { failed }) => sum + (failed[0]?.components.length ?? 0), 0)
}
