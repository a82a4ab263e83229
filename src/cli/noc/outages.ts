import { tunnelSigns } from '../../noc/lost.ts'
import type { Watch } from '../../noc/watch.ts'
import type { Plan } from '../../plan/plan.ts'
import { localMoment, type Outage } from '../downtime/outage.ts'

interface Span {
  readonly fromMs: number
  /** Infinity while it lasts. */
  readonly toMs: number
}

/**
 * What has recovered, as far as a provider owes for it: an uplink, and a circuit while none of its tunnels lived. Where
 * nobody spoke of tunnels, a site's router that was down took its circuits with it, as far as the monitoring could see.
 */
export function outagesOf({ network, leases }: Plan, watch: Watch): Outage[] {
  const { timeZone } = network.declared
  const spans = spansOf(watch)
  const outage = (id: string, sign: string, { fromMs, toMs }: Span): Outage => ({
    where: { id: sign, en: sign },
    names: [id],
    from: localMoment(fromMs, timeZone),
    to: localMoment(toMs, timeZone),
    cause: 'unknown',
    source: 'nms',
    reference: undefined,
  })
  const circuits = [...network.circuits.values()]
    .filter(({ active }) => active)
    .flatMap(({ id, site }) => {
      const signs = tunnelSigns({ leases }, id)
      const byTunnel = signs.map(sign => spans.get(sign) ?? [])
      const whole = byTunnel.length === 0 ? [] : byTunnel.reduce(overlapping)
      const told = byTunnel.flat()
      const silent = (spans.get(`router:${site.router.id}`) ?? []).filter(one => !told.some(other => meet(one, other)))
      return [
        ...whole.filter(isOver).map(span => outage(id, `circuit:${id}`, span)),
        ...silent.filter(isOver).map(span => outage(id, `router:${site.router.id}`, span)),
      ]
    })
  const uplinks = [...network.uplinks.keys()].flatMap(id =>
    (spans.get(`uplink:${id}`) ?? []).filter(isOver).map(span => outage(id, `uplink:${id}`, span)),
  )
  return [...circuits, ...uplinks]
}

/** By sign, when it was down: what is over, and what lasts. */
function spansOf({ closed, open }: Watch): ReadonlyMap<string, readonly Span[]> {
  const lasting = [...open.values()].map(({ sign, fromMs }) => ({ sign, fromMs, toMs: Infinity }))
  return Map.groupBy([...closed, ...lasting], ({ sign }) => sign)
}

function overlapping(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  return some.flatMap(one =>
    others
      .filter(other => meet(one, other))
      .map(other => ({ fromMs: Math.max(one.fromMs, other.fromMs), toMs: Math.min(one.toMs, other.toMs) })),
  )
}

function isOver({ toMs }: Span): boolean {
  return toMs !== Infinity
}

function meet(one: Span, other: Span): boolean {
  return one.fromMs < other.toMs && other.fromMs < one.toMs
}
