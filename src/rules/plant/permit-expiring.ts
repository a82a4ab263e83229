import type { Span, Structure } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { grouped } from '../grouping.ts'
import { daysBetween, expiryWindow } from '../../model/days.ts'
import { day, times } from '../../words/dates.ts'
import { counted } from '../../words/figures.ts'
import { structureName, thingName } from '../../words/things.ts'

export const permitExpiring = rule({
  code: 'PLT114',
  name: 'permit-expiring',
  severity: 'warning',
  title: { id: 'Izin hampir berakhir', en: 'Permit about to end' },
  *check({ network, plan: { asOf } }) {
    const things: readonly (Structure | Span)[] = [...network.structures.values(), ...network.spans.values()]
    for (const [, alike] of grouped(things, thing => permitKey(thing, asOf))) {
      const [thing] = alike
      const permit = thing?.declared.permit
      if (thing === undefined || permit === undefined) continue
      const window = expiryWindow(network.declared.policy.expiryDays, asOf, permit.until)
      if (window === undefined) continue
      yield {
        at: inside(thing.origin, 'permit', 'until'),
        facts: { thing, others: alike.length - 1, permit, days: daysBetween(asOf, permit.until), window },
        about: alike,
      }
    }
  },
  message: ({ thing, others, permit, days, window }) => {
    const name = thing.kind === 'structure' ? structureName(thing) : thingName(thing)
    return {
      id:
        `izin ${permit.number} untuk ${name.id}${others === 0 ? '' : ` dan ${others} lainnya`} berakhir ` +
        `${day(permit.until).id}, ${counted(days, times.day).id} lagi (jendela ${window} hari)`,
      en:
        `permit ${permit.number} for ${name.en}${others === 0 ? '' : ` and ${others} more`} ends on ` +
        `${day(permit.until).en}, in ${counted(days, times.day).en} (window of ${window} days)`,
    }
  },
  hint: () => ({
    id: 'perpanjang izinnya sekarang, lalu catat nomor dan masa berlaku yang baru di permit',
    en: 'renew it now, then record its new number and dates under permit',
  }),
})

/** One permit may stand at many poles: it is renewed once. */
function permitKey({ declared: { permit, status } }: Structure | Span, asOf: string): string | undefined {
  return permit === undefined || status !== 'active' || permit.from > asOf
    ? undefined
    : `${permit.number} ${permit.until}`
}
