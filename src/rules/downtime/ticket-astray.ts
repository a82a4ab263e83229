import { secondsAt } from '../../money/downtime.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'

export const ticketAstray = rule({
  code: 'GGN001',
  name: 'ticket-astray',
  severity: 'error',
  title: { id: 'Gangguan yang tidak mungkin', en: 'Downtime that cannot be' },
  *check({ network, plan: { asOf } }) {
    for (const ticket of network.tickets.values()) {
      const { from, to } = ticket.declared
      const { period } = ticket.bought.declared
      const reversed = secondsAt(to) <= secondsAt(from)
      const outside = from.slice(0, 10) < period.from || to.slice(0, 10) > period.to
      const future = to.slice(0, 10) > asOf
      if (!reversed && !outside && !future) continue
      const key = reversed || future || to.slice(0, 10) > period.to ? 'to' : 'from'
      yield {
        at: inside(ticket.origin, key),
        about: [ticket, ticket.bought],
        facts: {
          ticket: ticket.id,
          bought: ticket.bought,
          why: reversed ? 'reversed' : outside ? 'outside' : 'future',
        },
      }
    }
  },
  message: ({ ticket, bought, why }) => ({
    id: `tiket ${ticket} ${why === 'reversed' ? 'berakhir sebelum mulai' : why === 'outside' ? `di luar masa ${thingName(bought).id}` : 'berakhir sesudah hari ini'}`,
    en: `ticket ${ticket} ${why === 'reversed' ? 'ends before it begins' : why === 'outside' ? `lies outside the period of ${thingName(bought).en}` : 'ends after the day of this check'}`,
  }),
  hint: () => ({
    id: 'periksa tanggal dan jamnya; waktu setempat, dalam tanda kutip: "2026-03-14 08:15"',
    en: 'look at its dates and times; local time, in quotes: "2026-03-14 08:15"',
  }),
})
