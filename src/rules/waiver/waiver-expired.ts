import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'

export const waiverExpired = rule({
  code: 'WVR002',
  name: 'waiver-expired',
  severity: 'warning',
  title: { id: 'Pengecualian yang sudah lewat', en: 'Waiver that has ended' },
  *check({ network, plan: { asOf } }) {
    for (const waiver of network.waivers.values()) {
      const { until, decidedBy } = waiver.declared
      if (until < asOf)
        yield { at: inside(waiver.origin, 'until'), about: [waiver], facts: { waiver: waiver.id, until, decidedBy } }
    }
  },
  message: ({ waiver, until }) => ({
    id: `pengecualian ${waiver} berakhir ${day(until).id}; temuannya muncul lagi`,
    en: `waiver ${waiver} ended on ${day(until).en}; its findings are shown again`,
  }),
  hint: ({ decidedBy }) => ({
    id: `minta keputusan baru dari ${decidedBy}, atau hapus`,
    en: `ask ${decidedBy} to decide again, or remove it`,
  }),
})
