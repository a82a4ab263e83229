import type { Plan } from '../../plan/plan.ts'
import { blindnessOf, type Blindness, type Closed, type Known, type Watch } from '../../noc/watch.ts'
import { situationOf, type Situation } from '../../noc/situation.ts'
import { localMoment, type Outage } from '../downtime/outage.ts'
import { ticketsOf } from '../downtime/tickets.ts'
import type { Phones } from '../call/phones.ts'

/** What a shift is told at a moment. */
export interface Told extends Situation {
  readonly plan: Plan
  readonly watch: Watch
  readonly nowMs: number
  readonly blind: Blindness | undefined
  readonly phones: Phones
  /** YAML for `downtime/` of what has recovered; empty where that concerns no circuit. */
  readonly tickets: string
}

export function toldAt(
  { plan, known, phones }: { readonly plan: Plan; readonly known: Known; readonly phones: Phones },
  watch: Watch,
  nowMs: number,
): Told {
  const { timeZone } = plan.network.declared
  return {
    ...situationOf(plan, known, watch, { nowMs, moment: localMoment(nowMs, timeZone) }),
    plan,
    watch,
    nowMs,
    blind: blindnessOf(watch, nowMs),
    phones,
    tickets: ticketsOf(
      plan.network,
      watch.closed.flatMap(closed => outagesOf(plan, closed)),
    ).yaml,
  }
}

/** A router that was down took the circuits of its site with it, as far as the monitoring can see. */
function outagesOf({ network, routers }: Plan, { sign, fromMs, toMs }: Closed): Outage[] {
  const site = sign.startsWith('router:') ? routers.get(sign.slice('router:'.length))?.site : undefined
  const circuits = site === undefined ? [] : (network.index.circuitsOfSite.get(site.id) ?? [])
  const { timeZone } = network.declared
  return circuits
    .filter(({ active }) => active)
    .map(({ id }) => ({
      where: { id: sign, en: sign },
      names: [id],
      from: localMoment(fromMs, timeZone),
      to: localMoment(toMs, timeZone),
      cause: 'unknown',
      source: 'nms',
      reference: undefined,
    }))
}

/** Whole minutes since a moment. */
export function minutesSince({ nowMs }: Pick<Told, 'nowMs'>, fromMs: number): number {
  return Math.max(0, Math.floor((nowMs - fromMs) / 60_000))
}
