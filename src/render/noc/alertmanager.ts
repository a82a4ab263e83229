import { explainedBy, type Alarm } from '../../analysis/alarms/alarms.ts'
import type { Plan } from '../../plan/plan.ts'
import { worksMuted } from './muted.ts'
import { anyOf, lightOf } from './template-text.ts'

/**
 * What each alert is about, as inhibition knows it: signs by their names, causes by `cause:` and theirs.
 */
export function subjectsOf(alarms: readonly Alarm[]): ReadonlyMap<Alarm, string> {
  return new Map(alarms.map(alarm => [alarm, `cause:${alarm.id}`]))
}

/** Where alerts go is the office's own: the receiver is on this machine, and hands on. */
export function alertmanagerConfig(plan: Plan, alarms: readonly Alarm[], subjects: ReadonlyMap<Alarm, string>): object {
  const { routes, times } = worksMuted(plan, alarms)
  return {
    global: { resolve_timeout: '5m' },
    route: {
      receiver: 'noc',
      group_by: ['subject'],
      // A cause with slower signs explains what was heard first: nobody is rung before it may have fired.
      group_wait: '75s',
      group_interval: '5m',
      repeat_interval: '4h',
      // Whoever watches asks for it; nobody is rung for it.
      routes: [
        { receiver: 'nobody', matchers: ['subject="watchdog"'] },
        // Minutes that are used up stay so until the window ends: once a day is enough.
        { receiver: 'noc', matchers: ['subject=~"allowance:.*"'], repeat_interval: '24h' },
        ...routes,
      ],
    },
    ...(times.length === 0 ? {} : { time_intervals: times }),
    receivers: [
      { name: 'nobody' },
      { name: 'noc', webhook_configs: [{ url: 'http://127.0.0.1:9099/alerts', send_resolved: true }] },
    ],
    inhibit_rules: inhibitRules(alarms, subjects),
  }
}

/**
 * While a cause stands, its signs and the causes that show no other sign are explained. No `equal`: a label that both
 * lack would be equal.
 */
function inhibitRules(alarms: readonly Alarm[], subjects: ReadonlyMap<Alarm, string>): object[] {
  const explained = explainedBy(alarms)
  return alarms.map(alarm => {
    const causes = (explained.get(alarm) ?? []).flatMap(one => subjects.get(one) ?? [])
    return {
      source_matchers: [`subject="${subjects.get(alarm)}"`],
      target_matchers: [`subject=~"${[anyOf([...alarm.takes, ...causes]), ...lightOf(alarm.takes)].join('|')}"`],
    }
  })
}
