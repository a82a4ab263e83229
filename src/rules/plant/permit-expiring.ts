import type { Span, Structure } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { daysBetween, expiryWindow } from '../days.ts'
import { day, times } from '../../words/dates.ts'
import { counted } from '../../words/figures.ts'
import { structureName, thingName } from '../../words/things.ts'

export const permitExpiring = rule({
  code: 'PLT114',
  name: 'permit-expiring',
  severity: 'warning',
  title: { id: 'Izin hampir berakhir', en: 'Permit about to end' },
  *check({ network, plan: { asOf } }) {
    for (const thing of [...network.structures.values(), ...network.spans.values()] as readonly (Structure | Span)[]) {
      const { permit, status } = thing.declared
      if (permit === undefined || status !== 'active' || permit.from > asOf) continue
      const window = expiryWindow(network.declared.policy.expiryDays, asOf, permit.until)
      if (window === undefined) continue
      yield {
        at: inside(thing.origin, 'permit', 'until'),
        facts: { thing, permit, days: daysBetween(asOf, permit.until), window },
        about: [thing],
      }
    }
  },
  message: ({ thing, permit, days, window }) => {
    const name = thing.kind === 'structure' ? structureName(thing) : thingName(thing)
    return {
      id: `izin ${permit.number} untuk ${name.id} berakhir ${day(permit.until).id}, ${counted(days, times.day).id} lagi (jendela ${window} hari)`,
      en: `permit ${permit.number} for ${name.en} ends on ${day(permit.until).en}, in ${counted(days, times.day).en} (window of ${window} days)`,
    }
  },
  hint: () => ({
    id: 'perpanjang izinnya sekarang, lalu catat nomor dan masa berlaku yang baru di permit',
    en: 'renew it now, then record its new number and dates under permit',
  }),
})
