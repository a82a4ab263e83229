import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Work } from '../../model/network.ts'
import { minutesOf } from '../../noc/works.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

const longestDays = 31

const faults = {
  empty: { id: 'tidak mematikan apa pun', en: 'takes nothing down' },
  reversed: { id: 'selesai sebelum mulai', en: 'ends before it begins' },
  endless: { id: `berlangsung lebih dari ${longestDays} hari`, en: `lasts for more than ${longestDays} days` },
  told: { id: 'diumumkan sesudah mulai', en: 'was announced after it began' },
} as const satisfies Record<string, Bilingual>

export const workAstray = rule({
  code: 'KRJ001',
  name: 'work-astray',
  severity: 'error',
  title: { id: 'Pekerjaan yang tidak mungkin', en: 'Work that cannot be' },
  *check({ network }) {
    for (const work of network.works.values())
      for (const [key, why] of faultsOf(work))
        yield { at: inside(work.origin, key), about: [work], facts: { work: work.id, why } }
  },
  message: ({ work, why }) => ({
    id: `pekerjaan ${work} ${faults[why].id}`,
    en: `work ${work} ${faults[why].en}`,
  }),
  hint: () => ({
    id: 'periksa components, from, until dan announced_on; jam setempat, dalam tanda kutip: "2026-12-05 22:00"',
    en: 'look at components, from, until and announced_on; local time, in quotes: "2026-12-05 22:00"',
  }),
})

function* faultsOf(work: Work): Iterable<[key: string, why: keyof typeof faults]> {
  const { from, announcedOn } = work.declared
  const minutes = minutesOf(work)
  if (work.takes.length === 0) yield ['components', 'empty']
  if (minutes <= 0) yield ['until', 'reversed']
  if (minutes > longestDays * 1440) yield ['until', 'endless']
  if (announcedOn !== undefined && announcedOn > from.slice(0, 10)) yield ['announcedOn', 'told']
}
