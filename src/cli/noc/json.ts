import { analysisOf } from '../../analysis/analysis.ts'
import { callJson } from '../call/json.ts'
import { locatedJson } from '../locate/json.ts'
import { minutesSince, type Told } from './told.ts'

/** The same for a program. Moments are ISO 8601; `blind` is null or what is silent, and then nothing that is not named counts as well. */
export function toldJson(told: Told): object {
  const { plan, observation, answer, watch, blind, down, light, affected, exposed, callings, own, works } = told
  return {
    at: moment(told.nowMs),
    blind: blind ?? null,
    down: down.map(({ sign, fromMs, missingMs }) => ({
      sign,
      since: moment(fromMs),
      minutes: minutesSince(told, fromMs),
      not_named_since: missingMs === undefined ? null : moment(missingMs),
    })),
    little_light: light.map(({ sign }) => sign),
    located: locatedJson(analysisOf(plan), observation, answer),
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
    own_fibre: own,
    on_one_way: exposed,
    calls: callings.flatMap(({ calls, fromMs }) =>
      calls.map(call => callJson(call, told.phones, minutesSince(told, fromMs))),
    ),
    closed: watch.closed.map(({ sign, fromMs, toMs }) => ({ sign, from: moment(fromMs), to: moment(toMs) })),
    downtime_lines: told.tickets,
    unknown_alerts: { count: watch.strangers, some: watch.strange },
  }
}

function moment(ms: number): string {
  return new Date(ms).toISOString()
}
