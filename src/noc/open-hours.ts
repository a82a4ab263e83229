import { dayAfter } from '../model/days.ts'
import type { NetworkDeclaration } from '../model/network-file.ts'
import { weekdays } from '../model/works-policy.ts'
import { secondsAt } from '../money/downtime.ts'

type OpenHours = Pick<NetworkDeclaration['policy']['works'], 'openFrom' | 'openUntil' | 'openDays'>

/** Of the last `minutes` before a moment, those on which services for citizens are open. */
export function openMinutes({ openFrom, openUntil, openDays }: OpenHours, until: string, minutes: number): number {
  const end = secondsAt(until)
  const begin = end - minutes * 60
  let open = 0
  const first = new Date(begin * 1000).toISOString().slice(0, 10)
  for (let day = first; secondsAt(`${day} 00:00`) < end; day = dayAfter(day)) {
    if (!openDays.includes(weekdayOf(day))) continue
    const [opens, closes] = [secondsAt(`${day} ${openFrom}`), secondsAt(`${day} ${openUntil}`)]
    open += Math.max(0, Math.min(closes, end) - Math.max(opens, begin)) / 60
  }
  return open
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: string): (typeof weekdays)[number] {
  return weekdays[(Math.floor(secondsAt(`${day} 00:00`) / 86_400) + 3) % 7] ?? 'mon'
}
