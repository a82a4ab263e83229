import { beforeAll, describe, expect, test } from 'vitest'
import { alarmsOf } from '../analysis/alarms/alarms.ts'
import type { Plan } from '../plan/plan.ts'
import { klaten } from '../testing/analysis/klaten.fixture.ts'
import { heardFrom, type Heard } from './heard.ts'
import { knownOf, situationOf } from './situation.ts'
import { afterAnswer, afterCall, beginning, blindnessOf, type Known, type Watch } from './watch.ts'

/** A shift at the reference network, with a clock of the test. */
let plan: Plan
let known: Known
beforeAll(() => {
  plan = klaten()
  known = knownOf(plan, alarmsOf(plan))
})

const start = Date.parse('2026-11-02T20:00:00Z')
const second = 1000
const alert = (subject: string, fromMs = start): Heard => ({
  subject,
  fromMs,
  updatedMs: fromMs,
  resolvedMs: undefined,
})
const beat = (nowMs: number): Heard => alert('watchdog', nowMs)

/** Asked every five seconds between two moments, of an Alertmanager that has these alerts. */
function asked(watch: Watch, from: number, to: number, ...subjects: string[]): Watch {
  let now = watch
  for (let ms = from; ms <= to; ms += 5 * second)
    now = afterAnswer(now, known, [beat(ms), ...subjects.map(subject => alert(subject))], ms)
  return now
}

const told = (watch: Watch, nowMs: number) => situationOf(plan, known, watch, { nowMs, moment: '2026-11-03 02:00:00' })

describe('a cause that fires', () => {
  test('is down since before its alert, is explained, and says whom to call about which reference', () => {
    const watch = asked(beginning, start, start, 'router:kec-bayat')
    const { down, affected, callings, answer } = told(watch, start + 60 * second)
    expect(down).toEqual([{ sign: 'router:kec-bayat', fromMs: start - 240 * second, missingMs: undefined }])
    expect(affected.map(({ site }) => site.id)).toEqual(['kec-bayat'])
    expect(callings.flatMap(({ calls }) => calls.map(({ bought }) => bought.declared.providerRef))).toEqual([
      'PB/VPN/26/0217',
    ])
    expect(answer.exact.faults).toBe(1)
  })

  test('stands for all of its signs, and agencies that serve citizens come first', () => {
    const [largest] = [...known.alarms.values()]
      .filter(({ takes }) => takes.filter(sign => sign.startsWith('router:')).length > 3)
      .slice(-1)
    if (largest === undefined) throw new Error('no alarm takes four routers')
    const { down, affected } = told(asked(beginning, start, start, `cause:${largest.id}`), start)
    expect(down.map(({ sign }) => sign).sort()).toEqual(largest.takes)
    const serves = affected.map(({ tenants }) => tenants.some(({ declared }) => declared.publicService))
    expect(serves).toEqual(serves.toSorted((a, b) => Number(b) - Number(a)))
  })
})

describe('blind, never all well', () => {
  test('before anybody answered, and within a minute after Alertmanager or the watchdog fell silent', () => {
    expect(blindnessOf(beginning, start)).toBe('alertmanager')
    const watch = asked(beginning, start, start)
    expect(blindnessOf(watch, start + 45 * second)).toBeUndefined()
    expect(blindnessOf(watch, start + 46 * second)).toBe('alertmanager')
    const mute = afterAnswer(watch, known, [], start + 50 * second)
    expect(blindnessOf(mute, start + 50 * second)).toBe('watchdog')
    expect(blindnessOf(afterAnswer(beginning, known, [], start), start)).toBe('watchdog')
    const unasked = afterAnswer(watch, known, [beat(start), alert('monitoring')], start)
    expect(blindnessOf(unasked, start)).toBe('probes')
  })

  test('then nothing that is not named counts as up', () => {
    const watch = asked(beginning, start, start, 'router:kec-bayat')
    const { observation } = told(watch, start + 60 * second)
    expect([...observation.nodes.values()]).toEqual([false])
  })
})

describe('what has recovered', () => {
  test('is unknown at first, and closed at the moment when it was named no more', () => {
    const before = asked(beginning, start, start, 'router:kec-bayat')
    const silent = asked(before, start + 5 * second, start + 90 * second)
    expect([...silent.open.values()]).toMatchObject([{ sign: 'router:kec-bayat', missingMs: start + 5 * second }])
    const closed = asked(silent, start + 95 * second, start + 95 * second)
    expect(closed.open.size).toBe(0)
    expect(closed.closed).toEqual([
      {
        sign: 'router:kec-bayat',
        fromMs: start - 240 * second,
        toMs: start + 5 * second,
        heardMs: start + 95 * second,
      },
    ])
  })

  test('is not what an Alertmanager that was started anew does not know yet', () => {
    const before = asked(beginning, start, start, 'router:kec-bayat')
    const empty = afterAnswer(before, known, [], start + 60 * second)
    const later = afterAnswer(empty, known, [], start + 600 * second)
    expect([...later.open.keys()]).toEqual(['router:kec-bayat'])
    const again = asked(later, start + 605 * second, start + 605 * second, 'router:kec-bayat')
    expect([again.closed, again.open.get('router:kec-bayat')]).toMatchObject([
      [],
      { fromMs: start - 240 * second, missingMs: undefined },
    ])
  })

  test('a short one that fell and rose between two answers is heard over the webhook', () => {
    const call = { version: '4', status: 'resolved', alerts: [] as object[] }
    const labels = { alertname: 'RouterDown', subject: 'router:kec-bayat' }
    const [startsAt, endsAt] = ['2026-11-02T20:00:01Z', '2026-11-02T20:00:03Z']
    call.alerts.push({ status: 'resolved', labels, startsAt, endsAt })
    const watch = afterCall(asked(beginning, start, start), known, heardFrom(call) ?? [], start + 4 * second)
    expect(watch.closed).toMatchObject([{ sign: 'router:kec-bayat', toMs: start + 3 * second }])
  })
})

test('a slow answer does not bring back what the webhook has called over meanwhile; a new fall after that counts', () => {
  const before = asked(beginning, start, start, 'router:kec-bayat')
  const over = { ...alert('router:kec-bayat'), resolvedMs: start + 6 * second }
  const called = afterCall(before, known, [over], start + 7 * second)
  const late = [beat(start + 5 * second), alert('router:kec-bayat')]
  const slow = afterAnswer(called, known, late, start + 14 * second, start + 5 * second)
  expect([slow.open.size, slow.closed.length]).toEqual([0, 1])
  const again = [beat(start + 20 * second), alert('router:kec-bayat', start + 18 * second)]
  const fallen = afterAnswer(slow, known, again, start + 20 * second, start + 19 * second)
  expect([...fallen.open.keys()]).toEqual(['router:kec-bayat'])
})

test('5,000 alerts about nothing here are counted, not kept; a day of flapping keeps the latest', () => {
  const strangers = Array.from({ length: 5000 }, (_, i) => alert(`router:\u001b[2J<script>${i}`))
  let watch = afterAnswer(beginning, known, [beat(start), ...strangers], start)
  expect([watch.open.size, watch.strangers, watch.strange.length]).toEqual([0, 5000, 5])
  for (let i = 0; i < 500; i++) {
    watch = afterCall(watch, known, [alert('router:kec-bayat')], start)
    watch = afterCall(watch, known, [{ ...alert('router:kec-bayat'), resolvedMs: start + i }], start)
  }
  expect([watch.open.size, watch.closed.length, watch.closed.at(-1)?.toMs]).toEqual([0, 200, start + 499])
})

test('what is no list of alerts is no answer', () => {
  expect(heardFrom({ status: 'error' })).toBeUndefined()
  expect(heardFrom([{ labels: { subject: 7 } }])).toBeUndefined()
  expect(heardFrom([{ labels: {}, startsAt: 'yesterday' }])).toMatchObject([{ subject: '', fromMs: 0 }])
})
