import { openMinutes } from '../../noc/open-hours.ts'
import { outagesOf } from '../../noc/works.ts'
import { inside } from '../../source/source.ts'
import { times } from '../../words/dates.ts'
import { counted, listed } from '../../words/figures.ts'
import { rule } from '../define.ts'
import { isAhead } from './ahead.ts'

export const overOpenHours = rule({
  code: 'KRJ003',
  name: 'over-open-hours',
  severity: 'warning',
  title: { id: 'Pekerjaan pada jam layanan warga', en: 'Work while citizens are served' },
  *check({ network, plan }) {
    const { works } = network.declared.policy
    for (const work of network.works.values()) {
      if (!isAhead(work, plan.asOf)) continue
      const hit = outagesOf(plan, work).filter(({ site }) =>
        site.tenants.some(({ declared }) => declared.publicService),
      )
      // Batteries put the beginning off: what is lost is the end of the window.
      const minutes = Math.max(0, ...hit.map(loss => openMinutes(works, work.declared.until, loss.minutes)))
      if (minutes === 0) continue
      yield {
        at: inside(work.origin, 'from'),
        about: [work],
        facts: { work: work.id, sites: hit.map(({ site }) => site.id), minutes, works },
      }
    }
  },
  message: ({ work, sites, minutes, works: { openFrom, openUntil } }) => {
    const [names, lost] = [listed(sites), counted(minutes, times.minute)]
    return {
      id: `pekerjaan ${work} memutus layanan warga selama ${lost.id} di dalam jam layanan (${openFrom} sampai ${openUntil}): ${names.id}`,
      en: `work ${work} takes away services for citizens for ${lost.en} of their open hours (${openFrom} to ${openUntil}): ${names.en}`,
    }
  },
  hint: () => ({
    id: 'pindahkan ke malam atau akhir pekan; jam layanan ada di policy.works dari network.yaml',
    en: 'move it to the night or the weekend; the open hours are policy.works of network.yaml',
  }),
})
