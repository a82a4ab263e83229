import { expect, test } from 'vitest'
import { common, dayAfter, daysBetween, gaps, isReversed, lengthOf, monthEnd, monthParts, monthsOf } from './days.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }

test('both days of a period count', () => {
  expect(lengthOf(year)).toBe(365)
  expect(lengthOf({ from: '2024-02-28', to: '2024-02-29' })).toBe(2)
  expect(daysBetween('2026-11-02', '2026-12-31')).toBe(59)
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
  expect(isReversed({ from: '2026-01-02', to: '2026-01-01' })).toBe(true)
})

test('a whole year has twelve months, a begun month counts by its days', () => {
  expect(monthsOf(year)).toBe(12)
  expect(monthsOf({ from: '2026-02-01', to: '2026-02-28' })).toBe(1)
  expect(monthsOf({ from: '2026-04-16', to: '2026-05-31' })).toBe(1.5)
  expect(monthsOf({ from: '2025-12-01', to: '2027-01-31' })).toBe(14)
})

test('gaps are what nobody covers, also at both ends and behind a period inside another', () => {
  expect(gaps(year, [year])).toEqual([])
  expect(gaps(year, [])).toEqual([year])
  expect(
    gaps(year, [
      { from: '2026-03-01', to: '2026-06-30' },
      { from: '2026-04-01', to: '2026-04-30' },
      { from: '2026-07-02', to: '2027-06-30' },
    ]),
  ).toEqual([
    { from: '2026-01-01', to: '2026-02-28' },
    { from: '2026-07-01', to: '2026-07-01' },
  ])
  expect(
    gaps(year, [
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2027-01-01', to: '2027-12-31' },
    ]),
  ).toEqual([year])
})

test('what two periods have in common', () => {
  expect(common(year, { from: '2026-12-31', to: '2027-01-31' })).toEqual({ from: '2026-12-31', to: '2026-12-31' })
  expect(common(year, { from: '2027-01-01', to: '2027-01-31' })).toBeUndefined()
})

test('a month ends where the calendar says, leap years too', () => {
  for (let month = 0; month < 12 * 120; month++) {
    const end = new Date(Date.UTC(1990, month + 1, 0)).toISOString().slice(0, 10)
    expect(monthEnd(end.slice(0, 7))).toBe(end)
  }
})

test('a period in its months', () => {
  expect(monthParts({ from: '2024-01-15', to: '2024-03-02' })).toEqual([
    { from: '2024-01-15', to: '2024-01-31', month: '2024-01', days: 17, ofDays: 31 },
    { from: '2024-02-01', to: '2024-02-29', month: '2024-02', days: 29, ofDays: 29 },
    { from: '2024-03-01', to: '2024-03-02', month: '2024-03', days: 2, ofDays: 31 },
  ])
  expect(monthParts({ from: '2024-03-02', to: '2024-03-01' })).toEqual([])
})
