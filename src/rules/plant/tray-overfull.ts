import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { grouped } from '../grouping.ts'

export const trayOverfull = rule({
  code: 'PLT113',
  name: 'tray-overfull',
  severity: 'warning',
  title: { id: 'Baki berisi lebih banyak sambungan daripada muatnya', en: 'Tray with more splices than it holds' },
  *check({ network }) {
    const trays = grouped(network.splices, ({ closure, declared: { tray } }) =>
      tray === undefined ? undefined : `${closure.id} ${tray}`,
    )
    for (const splices of trays.values()) {
      const [first] = splices
      if (first === undefined) continue
      const { closure, declared } = first
      const room = closure.declared.splicesPerTray ?? network.declared.policy.splicesPerTray
      const beyond = splices[room]
      if (beyond !== undefined)
        yield {
          at: inside(beyond.origin, 'tray'),
          facts: { closure: closure.id, tray: declared.tray, count: splices.length, room },
          about: [closure],
        }
    }
  },
  message: ({ closure, tray, count, room }) => ({
    id: `baki ${tray} di ${closure} berisi ${count} sambungan, padahal muat ${room}`,
    en: `tray ${tray} of ${closure} holds ${count} splices, yet there is room for ${room}`,
  }),
  hint: () => ({
    id: 'periksa nomor bakinya, atau tulis splices_per_tray di closure itu (bawaannya di policy)',
    en: 'look at the numbers of the trays, or write splices_per_tray at the closure (its default is in the policy)',
  }),
})
