import { daysBetween, monthEnd, dayAfter } from '../model/days.ts'
import type { Bought, Contract, Network } from '../model/network.ts'
import { downtimes } from '../money/downtime.ts'

/** How long a circuit may still be down before its contract is broken. */
export interface Allowance {
  readonly contract: Contract
  readonly availabilityPercent: number
  /** First and last day of the window that the contract measures in. */
  readonly from: string
  readonly to: string
  /** Minutes in the whole window: 99,0 % of 30 days are 432. */
  readonly allowedMinutes: number
  /** Minutes of tickets in the window that the contract counts. */
  readonly usedMinutes: number
  /** Negative where the contract is broken already. */
  readonly leftMinutes: number
}

/** By the contract that pays for it on the day; undefined where that promises nothing. */
export function allowanceOf(network: Network, bought: Bought, day: string): Allowance | undefined {
  const contract = bought.contracts.find(({ period }) => period.from <= day && day <= period.to)
  const sla = contract?.declared.sla
  if (contract === undefined || sla === undefined) return undefined
  const window = windowOf(day, sla.window)
  const minutes = (daysBetween(window.from, window.to) + 1) * 1440
  const allowedMinutes = (minutes * (100 - sla.availabilityPercent)) / 100
  const usedMinutes = downtimes(network)
    .filter(one => one.bought === bought && one.contract === contract && isWithin(one.month, window))
    .reduce((sum, { countedSeconds }) => sum + countedSeconds / 60, 0)
  return {
    contract,
    availabilityPercent: sla.availabilityPercent,
    ...window,
    allowedMinutes,
    usedMinutes,
    leftMinutes: allowedMinutes - usedMinutes,
  }
}

/**
 * What the strictest of its contracts allows in a window, on whatever day; undefined where none promises anything. A
 * month has 30 days.
 */
export function strictestMinutes({ contracts }: Bought): number | undefined {
  const minutes = contracts.flatMap(({ declared: { sla } }) =>
    sla === undefined ? [] : [(nominalDays[sla.window] * 1440 * (100 - sla.availabilityPercent)) / 100],
  )
  return minutes.length === 0 ? undefined : Math.min(...minutes)
}

const nominalDays = { 'calendar-month': 30, quarter: 91, year: 365 } as const

interface Window {
  readonly from: string
  readonly to: string
}

function windowOf(day: string, kind: 'calendar-month' | 'quarter' | 'year'): Window {
  const year = day.slice(0, 4)
  if (kind === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
  const month = day.slice(0, 7)
  if (kind === 'calendar-month') return { from: `${month}-01`, to: monthEnd(month) }
  const first = Number(day.slice(5, 7)) - ((Number(day.slice(5, 7)) - 1) % 3)
  const named = (number: number): string => `${year}-${String(number).padStart(2, '0')}`
  return { from: `${named(first)}-01`, to: monthEnd(named(first + 2)) }
}

function isWithin(month: string, { from, to }: Window): boolean {
  return from <= `${month}-01` && `${month}-01` < dayAfter(to)
}
