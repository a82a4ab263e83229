import { beforeAll, describe, expect, test } from 'vitest'
import { alarmsOf } from '../analysis/alarms/alarms.ts'
import type { Plan } from '../plan/plan.ts'
import { klaten } from '../testing/analysis/klaten.fixture.ts'
import type { Heard } from './heard.ts'
import { lostAmong } from './lost.ts'
import { knownOf, situationOf, type Situation } from './situation.ts'
import { alertWaits } from './waits.ts'
import { afterAnswer, beginning, type Known } from './watch.ts'

/** A backup that falls while the fibre of its site carries: no router is silent, and yet somebody is called. */
let plan: Plan
let known: Known
beforeAll(() => {
  plan = klaten()
  known = knownOf(plan, alarmsOf(plan))
})

const start = Date.parse('2026-11-02T20:00:00Z')

function toldOf(...subjects: string[]): Situation {
  const heard = ['watchdog', ...subjects].map(
    (subject): Heard => ({ subject, fromMs: start, updatedMs: start, resolvedMs: undefined }),
  )
  const watch = afterAnswer(beginning, known, heard, start)
  return situationOf(plan, known, watch, { nowMs: start, moment: '2026-11-03 02:00:00' })
}

describe('a backup circuit that is lost while the fibre carries', () => {
  test('has an alert of its own, is explained, and its provider is called by its reference', () => {
    const alarm = known.alarms.get('circuit:ckt-dishub-cadangan')
    expect(alarm?.takes).toEqual(['tunnel:ckt-dishub-cadangan/core-1', 'tunnel:ckt-dishub-cadangan/core-2'])
    expect([alarm?.out, alarm?.exposed]).toEqual([[], ['dishub']])
    const { affected, lost, callings, answer, exposed } = toldOf('cause:circuit:ckt-dishub-cadangan')
    expect(affected).toEqual([])
    expect(exposed).toEqual(['dishub'])
    expect(lost.map(({ bought }) => bought.id)).toEqual(['ckt-dishub-cadangan'])
    expect(callings.flatMap(({ calls }) => calls.map(({ bought }) => bought.id))).toEqual(['ckt-dishub-cadangan'])
    const named = answer.exact.explanations.flatMap(({ members }) => members.flatMap(({ components }) => components))
    expect(named.map(({ name }) => name)).toContain('circuit:ckt-dishub-cadangan')
  })

  test('one of its two tunnels is not the circuit', () => {
    const { lost, callings, down } = toldOf('cause:tunnel:ckt-dishub-cadangan/core-2')
    expect(down.map(({ sign }) => sign)).toEqual(['tunnel:ckt-dishub-cadangan/core-2'])
    expect([lost, callings]).toEqual([[], []])
  })

  test('began when its last tunnel fell', () => {
    const fell = (sign: string, fromMs: number) => ({ sign, fromMs, missingMs: undefined })
    const down = [fell('tunnel:ckt-dishub-cadangan/core-1', 1000), fell('tunnel:ckt-dishub-cadangan/core-2', 5000)]
    expect(lostAmong(plan, down).map(({ fromMs }) => fromMs)).toEqual([5000])
  })
})

test('an uplink of a core that is lost is called for, though every site answers', () => {
  const { affected, lost, callings } = toldOf('uplink:uplink-2')
  expect(affected).toEqual([])
  expect(lost.map(({ bought }) => bought.id)).toEqual(['uplink-2'])
  expect(callings.flatMap(({ calls }) => calls.map(({ bought }) => bought.declared.providerRef))).toEqual(['PC-60001'])
})

test("each contract's clock runs since its own circuit fell, and in its own window", () => {
  const minute = 60_000
  const fell = (site: string, fromMs: number): Heard => ({
    subject: `router:${site}`,
    fromMs,
    updatedMs: start,
    resolvedMs: undefined,
  })
  const heard = [fell('kec-bayat', start - 300 * minute), fell('kec-cawas', start - 5 * minute)]
  const watch = afterAnswer(beginning, known, heard, start)
  const usedAt = (moment: string): Record<string, number> =>
    Object.fromEntries(
      situationOf(plan, known, watch, { nowMs: start, moment }).callings.flatMap(({ calls }) =>
        calls.map(({ bought, allowance }) => [bought.id, allowance?.usedMinutes ?? Number.NaN]),
      ),
    )
  const waited = alertWaits.sign / 60
  expect(usedAt('2026-11-03 03:00:00')).toEqual({ 'ckt-kec-bayat': 300 + waited, 'ckt-kec-cawas': 5 + waited })
  // Of an outage that began in October, November's window has an hour.
  expect(usedAt('2026-11-01 01:00:00')).toEqual({ 'ckt-kec-bayat': 60, 'ckt-kec-cawas': 5 + waited })
})
