import type { Alarm } from '../../analysis/alarms/alarms.ts'
import { dayAfter } from '../../model/days.ts'
import type { Work } from '../../model/network.ts'
import { mutedBy } from '../../noc/notice.ts'
import { minutesOf } from '../../noc/works.ts'
import type { Plan } from '../../plan/plan.ts'
import { anyOf, lightOf } from './template-text.ts'

/**
 * Of a work, the subjects of the alerts that it explains, as regular expressions of one subject or of the light of one
 * route each. Empty where no alert would fire.
 */
export function mutedSubjects(plan: Plan, work: Work, alarms: readonly Alarm[]): string[] {
  const { signs, causes } = mutedBy(plan, work, alarms)
  return [...signs.flatMap(sign => [anyOf([sign]), ...lightOf([sign])]), ...causes.map(id => anyOf([`cause:${id}`]))]
}

/**
 * While a work lasts its alerts ring nobody; who asks Alertmanager still sees them. An alert goes to the first route
 * that it fits, so that each route is of all alerts that the same works explain.
 */
export function worksMuted(
  plan: Plan,
  alarms: readonly Alarm[],
): { readonly routes: object[]; readonly times: object[] } {
  const { timeZone } = plan.network.declared
  const works = [...plan.network.works.values()].filter(work => minutesOf(work) > 0)
  const worksOf = new Map<string, string[]>()
  for (const work of works)
    for (const subject of mutedSubjects(plan, work, alarms)) {
      const others = worksOf.get(subject)
      if (others === undefined) worksOf.set(subject, [work.id])
      else others.push(work.id)
    }
  const alike = Map.groupBy(worksOf.keys(), subject => (worksOf.get(subject) ?? []).join(' '))
  const used = new Set([...worksOf.values()].flat())
  return {
    routes: [...alike].map(([names, subjects]) => ({
      receiver: 'noc',
      matchers: [`subject=~"${subjects.join('|')}"`],
      mute_time_intervals: names.split(' '),
    })),
    times: works
      .filter(({ id }) => used.has(id))
      .map(work => ({ name: work.id, time_intervals: intervalsOf(work, timeZone) })),
  }
}

/** A stretch of time as Alertmanager writes it: a piece for each day. */
function intervalsOf({ declared: { from, until } }: Work, location: string): object[] {
  const [first, last] = [from.slice(0, 10), until.slice(0, 10)]
  const intervals: object[] = []
  for (let day = first; day <= last; day = dayAfter(day)) {
    const [start, end] = [day === first ? from.slice(11, 16) : '00:00', day === last ? until.slice(11, 16) : '24:00']
    if (start >= end) continue
    const [year = '', month = '', date = ''] = day.split('-')
    intervals.push({
      years: [year],
      months: [String(Number(month))],
      days_of_month: [String(Number(date))],
      times: [{ start_time: start, end_time: end }],
      location,
    })
  }
  return intervals
}
