import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Bought, Network } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'
import { isSettled } from '../contract/settled.ts'
import { whyAstray, type Astray } from './astray.ts'

export const ticketAstray = rule({
  code: 'GGN001',
  name: 'ticket-astray',
  severity: 'error',
  title: { id: 'Gangguan yang tidak mungkin', en: 'Downtime that cannot be' },
  *check({ network, plan: { asOf } }) {
    for (const ticket of network.tickets.values()) {
      const why = whyAstray(ticket, asOf)
      if (why === undefined || (why === 'outside' && !hasKnownDays(network, ticket.bought))) continue
      const isEnd = why !== 'outside' || ticket.declared.to.slice(0, 10) > ticket.bought.declared.period.to
      yield {
        at: inside(ticket.origin, isEnd ? 'to' : 'from'),
        about: [ticket, ticket.bought],
        facts: { ticket: ticket.id, bought: ticket.bought, why },
      }
    }
  },
  message: ({ ticket, bought, why }) => {
    const words = astrayWords(why, bought)
    return { id: `tiket ${ticket} ${words.id}`, en: `ticket ${ticket} ${words.en}` }
  },
  hint: () => ({
    id: 'periksa tanggal dan jamnya; waktu setempat, dalam tanda kutip: "2026-03-14 08:15"',
    en: 'look at its dates and times; local time, in quotes: "2026-03-14 08:15"',
  }),
})

function astrayWords(why: Astray, bought: Bought): Bilingual {
  if (why === 'reversed') return { id: 'berakhir sebelum mulai', en: 'ends before it begins' }
  if (why === 'future') return { id: 'berakhir sesudah hari ini', en: 'ends after the day of this check' }
  return { id: `di luar masa ${thingName(bought).id}`, en: `lies outside the period of ${thingName(bought).en}` }
}

/** Days of a circuit that a contract of it contradicts have a finding of their own. */
function hasKnownDays(network: Network, { terms }: Bought): boolean {
  return terms.every(({ contracts }) => contracts.every(contract => isSettled(network, contract)))
}
