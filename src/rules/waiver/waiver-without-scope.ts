import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const waiverWithoutScope = rule({
  code: 'WVR003',
  name: 'waiver-without-scope',
  severity: 'warning',
  title: { id: 'Pengecualian tanpa cakupan', en: 'Waiver without a scope' },
  *check({ network }) {
    for (const waiver of network.waivers.values()) {
      const { code, things, under } = waiver.declared
      if (things === undefined && under === undefined)
        yield { at: inside(waiver.origin, 'waiver'), about: [waiver], facts: { waiver: waiver.id, code } }
    }
  },
  message: ({ waiver, code }) => ({
    id: `pengecualian ${waiver} tidak menyebut cakupan, jadi tidak ada ${code} yang dikecualikan`,
    en: `waiver ${waiver} names no scope, so no ${code} is waived`,
  }),
  hint: () => ({
    id: 'sebut things (misalnya "site:*") atau under (berkas atau folder)',
    en: 'name things (such as "site:*") or under (a file or folder)',
  }),
})
