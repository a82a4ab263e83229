import { daysBetween } from '../../model/days.ts'
import { outagesOf } from '../../noc/works.ts'
import { inside } from '../../source/source.ts'
import { counted } from '../../words/figures.ts'
import { times } from '../../words/dates.ts'
import { things } from '../../words/things.ts'
import { rule } from '../define.ts'
import { isAhead } from './ahead.ts'

export const announcedTooLate = rule({
  code: 'KRJ002',
  name: 'announced-too-late',
  severity: 'warning',
  title: { id: 'Pekerjaan terlambat diumumkan', en: 'Work announced too late' },
  *check({ network, plan }) {
    const { announcedDays } = network.declared.policy.works
    for (const work of network.works.values()) {
      const { from, announcedOn } = work.declared
      if (!isAhead(work, plan.asOf)) continue
      const days = daysBetween(announcedOn ?? plan.asOf, from.slice(0, 10))
      if (days >= announcedDays) continue
      const sites = outagesOf(plan, work).length
      if (sites === 0) continue
      yield {
        at: announcedOn === undefined ? inside(work.origin, 'work') : inside(work.origin, 'announcedOn'),
        about: [work],
        facts: { work: work.id, days, announcedDays, sites, told: announcedOn !== undefined },
      }
    }
  },
  message: ({ work, days, announcedDays, sites, told }) => {
    const [left, least, lost] = [
      counted(days, times.day),
      counted(announcedDays, times.day),
      counted(sites, things.site),
    ]
    return {
      id:
        `pekerjaan ${work} memutus ${lost.id} dan ${told ? 'diumumkan' : 'belum diumumkan,'} ${left.id} ` +
        `sebelumnya; paling lambat ${least.id}`,
      en: told
        ? `work ${work} takes ${lost.en} out of service and was announced ${left.en} before; ${least.en} is the least`
        : `work ${work} takes ${lost.en} out of service, begins in ${left.en} and is not announced; ${least.en} is the least`,
    }
  },
  hint: ({ work }) => ({
    id: `undurkan pekerjaannya, atau kirim suratnya (\`serat notice ${work}\`) dan tulis announced_on`,
    en: `put the work off, or send the letters (\`serat notice ${work}\`) and write announced_on`,
  }),
})
