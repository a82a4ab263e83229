import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Plan } from '../../plan/plan.ts'
import { blindnessOf, type Blindness, type Known, type Watch } from '../../noc/watch.ts'
import { situationOf, type Situation } from '../../noc/situation.ts'
import { localMoment } from '../downtime/outage.ts'
import { ticketsOf } from '../downtime/tickets.ts'
import type { Phones } from '../call/phones.ts'
import { watchMessages } from './messages.ts'
import { outagesOf } from './outages.ts'

/** What a shift is told at a moment. */
export interface Told extends Situation {
  readonly plan: Plan
  readonly watch: Watch
  readonly nowMs: number
  readonly blind: Blindness | undefined
  /** Why Alertmanager's last answer was none. */
  readonly unheard: Bilingual | undefined
  readonly phones: Phones
  /** YAML for `downtime/` of what has recovered; empty where that concerns no circuit. */
  readonly tickets: string
}

export function toldAt(
  { plan, known, phones }: { readonly plan: Plan; readonly known: Known; readonly phones: Phones },
  watch: Watch,
  nowMs: number,
  unheard?: Bilingual,
): Told {
  const { timeZone } = plan.network.declared
  return {
    ...situationOf(plan, known, watch, { nowMs, moment: localMoment(nowMs, timeZone) }),
    plan,
    watch,
    nowMs,
    blind: blindnessOf(watch, nowMs),
    unheard,
    phones,
    tickets: ticketsOf(plan.network, outagesOf(plan, watch)).yaml,
  }
}

/** Why the shift is blind, in sentences; empty where it is not. */
export function whyBlind({ blind, unheard }: Pick<Told, 'blind' | 'unheard'>): Bilingual[] {
  if (blind === undefined) return []
  return unheard === undefined ? [watchMessages[blind]] : [watchMessages[blind], unheard]
}

/** Whole minutes since a moment. */
export function minutesSince({ nowMs }: Pick<Told, 'nowMs'>, fromMs: number): number {
  return Math.max(0, Math.floor((nowMs - fromMs) / 60_000))
}
