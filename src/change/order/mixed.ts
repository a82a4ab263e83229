import { analysisOf } from '../../analysis/analysis.ts'
import { group, neighboursAmong, type Elements, type SiteElement } from '../../analysis/graph/elements.ts'
import type { LinkPlan, Plan, RouterPlan, TunnelPlan, UplinkPlan } from '../../plan/plan.ts'
import type { Sides } from '../parts.ts'
import type { NameAfter } from '../renames.ts'
import { linkAgreement, tunnelAgreement } from './agreement.ts'

/**
 * The network on its way: routers that are done run the new configuration, the others the old one. Everything that
 * either state has stands here once, and twice where its two ends must agree and the states do not: each of the two
 * then works between ends of its own state only.
 */
export interface Mixed extends Wiring {
  readonly plans: Sides<Plan>
  /** Sites of both states, by the new name. */
  readonly sites: readonly (Sides<SiteElement> & { readonly id: string; readonly router: number })[]
  readonly hub: number
  readonly cores: readonly number[]
  /** By router: its place among those that change; -1 for one that stays as it is. */
  readonly turnOf: readonly number[]
  /** What does not depend on who is done. */
  readonly frame: Frame
}

interface Wiring {
  readonly routers: readonly Either<RouterPlan>[]
  /** The lower router first. */
  readonly links: readonly Either<LinkPlan>[]
  /** The core first, then the site. */
  readonly tunnels: readonly Either<TunnelPlan>[]
  readonly uplinks: readonly Either<UplinkPlan>[]
}

/** What one of the states has, or both. Names are those of the new state, ends numbers of routers. */
export interface Either<T> extends Partial<Sides<T>> {
  readonly name: string
  readonly ends: readonly number[]
}

type Frame = Pick<Elements, 'linkA' | 'linkB' | 'neighbours' | 'tunnelSite' | 'tunnelCore'> &
  Pick<Elements, 'tunnelsOfSite' | 'uplinksOfCore' | 'routerOf'>

/** `turns`: routers that change, by their names in the new state. */
export function mixedOf(plans: Sides<Plan>, turns: readonly string[], nameAfter: NameAfter): Mixed {
  const elements = { before: analysisOf(plans.before).elements, after: analysisOf(plans.after).elements }
  const now = (side: keyof Sides<Plan>, name: string): string => (side === 'before' ? nameAfter(name) : name)
  const routers = merged(elements, (list, side) =>
    list.routers.map(value => ({ name: now(side, `router:${value.router.id}`), ends: [], key: '', value })),
  )
  const routerOf = new Map(routers.map(({ name }, i) => [name.slice('router:'.length), i]))
  const numberIn: NumberIn = (side, id) => routerOf.get(now(side, `router:${id}`).slice('router:'.length)) ?? -1
  const wiring: Wiring = {
    routers,
    links: merged(elements, (list, side) =>
      list.links.map(value => {
        const [a, b] = [numberIn(side, value.a.router.id), numberIn(side, value.b.router.id)]
        const name = now(side, `route:${value.route.id}`)
        return a < b
          ? { name, ends: [a, b], key: linkAgreement(plans, side, [value.a, value.b]), value }
          : { name, ends: [b, a], key: linkAgreement(plans, side, [value.b, value.a]), value }
      }),
    ),
    tunnels: merged(elements, (list, side) =>
      list.tunnels.map(value => ({
        name: now(side, `tunnel:${value.id}`),
        ends: [numberIn(side, value.core.id), numberIn(side, value.site.id)],
        key: tunnelAgreement(plans[side], value),
        value,
      })),
    ),
    uplinks: merged(elements, (list, side) =>
      list.uplinks.map(value => ({
        name: now(side, `uplink:${value.uplink.id}`),
        ends: [numberIn(side, value.router.id)],
        key: '',
        value,
      })),
    ),
  }
  return {
    plans,
    ...wiring,
    sites: sitesOf(elements, id => now('before', `site:${id}`).slice('site:'.length), numberIn),
    hub: numberIn('after', plans.after.network.hub.router.id),
    cores: [
      ...new Set(sides.flatMap(side => plans[side].network.hub.cores.map(({ id }) => numberIn(side, id)))),
    ].filter(core => core >= 0),
    turnOf: routers.map(({ name }) => turns.indexOf(name.slice('router:'.length))),
    frame: { ...frameOf(wiring), routerOf },
  }
}

export const sides = ['before', 'after'] as const

type NumberIn = (side: keyof Sides<unknown>, router: string) => number

/** `key`: what its ends must say alike. */
interface Said<T> {
  readonly name: string
  readonly ends: readonly number[]
  readonly key: string
  readonly value: T
}

function merged<T>(
  elements: Sides<Elements>,
  listOf: (elements: Elements, side: keyof Sides<unknown>) => readonly Said<T>[],
): Either<T>[] {
  const found = new Map<string, Either<T>>()
  for (const side of sides)
    for (const { name, ends, key, value } of listOf(elements[side], side)) {
      const identity = [name, ...ends, key].join(' ')
      found.set(identity, { ...found.get(identity), name, ends, [side]: value })
    }
  return [...found.values()]
}

function sitesOf(
  { before, after }: Sides<Elements>,
  nameAfter: (site: string) => string,
  numberIn: NumberIn,
): Mixed['sites'] {
  const old = new Map(before.sites.map(element => [nameAfter(element.site.id), element]))
  return after.sites.flatMap(element => {
    const former = old.get(element.site.id)
    if (former === undefined) return []
    const router = numberIn('after', element.site.router.id)
    return [{ id: element.site.id, router, before: { ...former, router }, after: { ...element, router } }]
  })
}

function frameOf({ routers, links, tunnels, uplinks }: Wiring): Omit<Frame, 'routerOf'> {
  const endsOf = (list: readonly Either<unknown>[], end: number): Int32Array =>
    Int32Array.from(list, ({ ends }) => ends[end] ?? -1)
  const [linkA, linkB, tunnelCore, tunnelSite] = [
    endsOf(links, 0),
    endsOf(links, 1),
    endsOf(tunnels, 0),
    endsOf(tunnels, 1),
  ]
  return {
    linkA,
    linkB,
    neighbours: neighboursAmong(routers.length, linkA, linkB),
    tunnelSite,
    tunnelCore,
    tunnelsOfSite: group(tunnelSite),
    uplinksOfCore: group(endsOf(uplinks, 0)),
  }
}
