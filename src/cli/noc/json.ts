import { analysisOf } from '../../analysis/analysis.ts'
import { mapLink } from '../../noc/whereabouts.ts'
import { callJson } from '../call/json.ts'
import { locatedJson } from '../locate/json.ts'
import { stepsOf } from './escalation.ts'
import { suspectsOf } from './suspects.ts'
import { minutesSince, whyBlind, type Told } from './told.ts'

/**
 * The same for a program. Moments are ISO 8601; `blind` is null or what is silent, and then nothing that is not named
 * counts as well; `blind_reasons` says it in sentences.
 */
export function toldJson(told: Told): object {
  const { plan, observation, answer, watch, blind, down, light, tight, affected, exposed, callings, own, works, lost } =
    told
  return {
    at: moment(told.nowMs),
    blind: blind ?? null,
    blind_reasons: whyBlind(told),
    down: down.map(({ sign, fromMs, missingMs }) => ({
      sign,
      since: moment(fromMs),
      minutes: minutesSince(told, fromMs),
      not_named_since: missingMs === undefined ? null : moment(missingMs),
    })),
    little_light: light.map(({ sign }) => sign),
    allowances: tight.map(({ sign }) => sign.slice('allowance:'.length)),
    located: locatedJson(analysisOf(plan), observation, answer),
    map: mapLink(suspectsOf(told)) ?? null,
    works: works.map(({ work, signs }) => ({
      work: work.id,
      ticket: work.declared.ticket,
      until: work.declared.until,
      explains: signs,
    })),
    affected: affected.map(({ site, tenants }) => ({
      site: site.id,
      tenants: tenants.map(({ id, declared }) => ({
        tenant: id,
        name: declared.name,
        public_service: declared.publicService,
      })),
    })),
    lost: lost.map(({ bought, fromMs }) => ({
      [bought.kind]: bought.id,
      reference: bought.declared.providerRef,
      provider: bought.provider.id,
      site: bought.kind === 'circuit' ? bought.site.id : null,
      since: moment(fromMs),
    })),
    own_fibre: own,
    on_one_way: exposed,
    calls: callings.flatMap(({ calls, fromMs }) =>
      calls.map(call => callJson(call, told.phones, minutesSince(told, fromMs))),
    ),
    next_calls: callings.flatMap(({ calls, fromMs }) => {
      const { next } = stepsOf(calls, fromMs, told)
      const provider = calls[0]?.bought.provider.id ?? null
      return next === undefined ? [] : [{ provider, level: next.level, role: next.role, at: moment(next.atMs) }]
    }),
    closed: watch.closed.map(({ sign, fromMs, toMs }) => ({ sign, from: moment(fromMs), to: moment(toMs) })),
    downtime_lines: told.tickets,
    unknown_alerts: { count: watch.strangers, some: watch.strange },
  }
}

function moment(ms: number): string {
  return new Date(ms).toISOString()
}
