import { beforeAll, describe, expect, test } from 'vitest'
import { alarmsOf } from '../../../analysis/alarms/alarms.ts'
import type { Heard } from '../../../noc/heard.ts'
import { handoverOf } from '../../../noc/handover.ts'
import { knownOf } from '../../../noc/situation.ts'
import { afterAnswer, beginning, type Known } from '../../../noc/watch.ts'
import type { Plan } from '../../../plan/plan.ts'
import { documentMarkdown } from '../../../render/document/markdown.ts'
import { compiled, readKlaten } from '../../../testing/klaten/inventory.ts'
import { handoverBlocks, handoverJson } from './handover.ts'
import { watchPage } from '../page.ts'
import { toldAt, type Told } from '../told.ts'

/** A shift that ends at the reference network, with a clock of the test. */
let plan: Plan
let known: Known
beforeAll(() => {
  const whole = compiled(readKlaten()).plan
  if (whole === undefined) throw new Error('the reference network does not load')
  plan = whole
  known = knownOf(plan, alarmsOf(plan))
})

const start = Date.parse('2026-11-02T20:00:00Z')
const minute = 60_000

/** Twenty minutes after these alerts, of which the beat is heard. */
function toldOf(...subjects: string[]): Told {
  const nowMs = start + 20 * minute
  const alert = (subject: string, fromMs: number): Heard => ({
    subject,
    fromMs,
    updatedMs: fromMs,
    resolvedMs: undefined,
  })
  const heard = [alert('watchdog', nowMs), ...subjects.map(subject => alert(subject, start))]
  return toldAt({ plan, known, phones: {} }, afterAnswer(beginning, known, heard, nowMs), nowMs)
}

const pageOf = (told: Told): string =>
  documentMarkdown(handoverBlocks({ plan, nowMs: told.nowMs, hours: 8, told }, 'en'))

describe('what one shift leaves to the next', () => {
  test('what is down, why, where, whom to call, and who is called next at which minute', () => {
    const page = pageOf(toldOf('router:kec-bayat'))
    expect(page).toMatch(/router:kec-bayat \|\s*2026-11-03 02:56:00 \|\s*24/)
    expect(page).toContain('circuit:ckt-kec-bayat')
    expect(page).toContain('https://www.openstreetmap.org/?mlat=')
    // Down since 02:56: after 15 minutes the first step is due, after 60 the next.
    expect(page).toMatch(/PB\/VPN\/26\/0217 \|.*\| Petugas jaga NOC \| .*, 2026-11-03 03:56:00/)
  })

  test('tickets of its hours, the latest first, and circuits whose minutes are few', () => {
    const { tickets, tight } = handoverOf(plan.network, '2026-03-12 06:00:00', 8)
    expect(tickets.map(({ id }) => id)).toEqual(['tkt-2026-005', 'tkt-2026-004'])
    expect(tight.map(({ bought, allowance }) => [bought.id, allowance.leftMinutes < 0])).toEqual([
      ['ckt-kec-cawas', true],
    ])
    expect(handoverOf(plan.network, '2026-03-12 10:31:00', 8).tickets).toEqual([])
  })

  test('works that are under way or begin within a day', () => {
    const at = (moment: string): string[] => handoverOf(plan.network, moment, 8).works.map(({ id }) => id)
    expect(at('2026-11-13 21:00:00')).toEqual([])
    expect(at('2026-11-14 06:00:00')).toEqual(['krj-2026-11-utara'])
    expect(at('2026-11-15 02:59:00')).toEqual(['krj-2026-11-utara'])
    expect(at('2026-11-15 03:00:00')).toEqual([])
  })

  test('without an answer of the monitoring nothing is called well', () => {
    const page = documentMarkdown(handoverBlocks({ plan, nowMs: start, hours: 8, told: undefined }, 'en'))
    expect(page).toContain('was not asked')
    expect(handoverJson({ plan, nowMs: start, hours: 8, told: undefined })).toMatchObject({ now: null })
    const blind = toldAt({ plan, known, phones: {} }, beginning, start)
    expect(pageOf(blind)).toContain('BLIND')
    expect(pageOf(blind)).toContain('Down: not known.')
    expect(pageOf(blind)).not.toContain('Down: none')
    expect(pageOf(blind)).not.toContain('call: none')
  })
})

describe('the page on the wall', () => {
  const marks = (page: string, words: string): string[] =>
    [...page.matchAll(new RegExp(`<title>([^<]*): ${words}</title>`, 'g'))].map(([, site = '']) => site)

  test('shows each site where it lies, by its state, and where the fault may be', () => {
    const cut = [...known.alarms.values()].find(({ components }) =>
      components.some(({ name }) => name === 'span:sp-selatan-012'),
    )
    const page = watchPage(toldOf('router:kec-bayat', `cause:${cut?.id}`, 'route:selatan-2'), 'en')
    expect(marks(page, 'does not answer')).toEqual(['kec-bayat'])
    expect(marks(page, 'on one way only').length).toBeGreaterThan(0)
    const active = [...plan.network.sites.values()].filter(one => one.active).length
    expect(marks(page, 'up')).toHaveLength(active - 1 - marks(page, 'on one way only').length)
    expect(page).toContain('<title>selatan-2</title>')
    expect(page).toContain('https://www.openstreetmap.org/')
    expect(page).not.toContain('<script')
  })

  test('calls nothing up while it is blind', () => {
    const page = watchPage(toldAt({ plan, known, phones: {} }, beginning, start), 'en')
    expect(marks(page, 'up')).toEqual([])
    expect(marks(page, 'not known').length).toBeGreaterThan(40)
  })
})
