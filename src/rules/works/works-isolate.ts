import { clashesOf } from '../../noc/works.ts'
import { inside } from '../../source/source.ts'
import { listed } from '../../words/figures.ts'
import { rule } from '../define.ts'
import { isAhead } from './ahead.ts'

export const worksIsolate = rule({
  code: 'KRJ004',
  name: 'works-isolate',
  severity: 'warning',
  title: { id: 'Pekerjaan serentak memutus situs', en: 'Works at one time take a site out' },
  *check({ plan }) {
    for (const { work, others, sites } of clashesOf(plan)) {
      if (!isAhead(work, plan.asOf)) continue
      yield {
        at: inside(work.origin, 'from'),
        about: [work, ...others],
        related: others.map(other => ({
          at: inside(other.origin, 'from'),
          message: { id: `${other.id} berlangsung`, en: `${other.id} is under way` },
        })),
        facts: { work: work.id, others: others.map(({ id }) => id), sites: sites.map(({ id }) => id) },
      }
    }
  },
  message: ({ work, others, sites }) => ({
    id:
      `pekerjaan ${work} mulai selagi ${listed(others).id} berlangsung; ` +
      `bersama-sama memutus yang sendiri-sendiri tidak: ${listed(sites).id}`,
    en: `work ${work} begins while ${listed(others).en} is under way; together they take out what neither does alone: ${listed(sites).en}`,
  }),
  hint: () => ({
    id: 'kerjakan berurutan: yang kedua baru mulai sesudah yang pertama pulih',
    en: 'do one after the other: the second begins when the first is whole again',
  }),
})
