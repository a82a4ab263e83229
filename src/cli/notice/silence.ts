import { alarmsWatched } from '../../analysis/alarms/alarms.ts'
import type { Work } from '../../model/network.ts'
import { secondsAt } from '../../money/downtime.ts'
import type { Plan } from '../../plan/plan.ts'
import { mutedSubjects } from '../../render/noc/muted.ts'
import { localMoment } from '../downtime/outage.ts'

/** As `amtool silence import` and Alertmanager's API take silences; none where no alert would fire. */
export function silencesOf(plan: Plan, work: Work): object[] {
  const subjects = mutedSubjects(plan, work, alarmsWatched(plan))
  const { from, until, ticket, approvedBy, reason } = work.declared
  const { timeZone } = plan.network.declared
  if (subjects.length === 0) return []
  return [
    {
      matchers: [{ name: 'subject', value: subjects.join('|'), isRegex: true, isEqual: true }],
      startsAt: instantOf(from, timeZone),
      endsAt: instantOf(until, timeZone),
      createdBy: approvedBy,
      comment: `${work.id} ${ticket}: ${reason}`,
    },
  ]
}

/** A moment on the clock of a zone as an instant: what the clock shows at a guess says how far the guess is off. */
function instantOf(moment: string, timeZone: string): string {
  const wanted = secondsAt(moment) * 1000
  const off = (guess: number): number => secondsAt(localMoment(guess, timeZone)) * 1000 - wanted
  const near = wanted - off(wanted)
  return new Date(near - off(near)).toISOString()
}
